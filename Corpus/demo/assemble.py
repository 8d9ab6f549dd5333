#!/usr/bin/env python3
"""Assembles comments.csv from texts.tsv: who wrote when, under which post. The truths that the curves should show stand in TRUTHS.

Deterministic: the same texts give the same bytes. Run from this folder: python3 assemble.py
"""

import csv
import datetime
import random

START = datetime.date(2025, 5, 1)
MONTHS = 18
ZONE = "+07:00"

# Share of complaints among the opinions of month 0..17, per account; the rest is support. A quarter of all comments is neutral.
TRUTHS = {
    "bupati.sukamaju": ("Bupati Sukamaju", lambda m: 0.65 if m < 9 else 0.25),  # turns in month 9
    "pupr.sukamaju": ("Dinas PUPR", lambda m: 0.75 - 0.30 * m / 17),  # improves slowly
    "tirta.sukamaju": ("Perumda Tirta Sukamaju", lambda m: 0.35 if m < 12 else 0.70),  # worsens in month 12
    "dlh.sukamaju": ("Dinas Lingkungan Hidup", lambda m: 0.50),  # flat
    "dinkes.sukamaju": ("Dinas Kesehatan", lambda m: 0.25),  # flat, and silent in SILENT
    "dishub.sukamaju": ("Dinas Perhubungan", lambda m: 0.65),  # flat
    "disdukcapil.sukamaju": ("Disdukcapil", lambda m: 0.65 if m < 6 else 0.30),  # turns in month 6
    "disdik.sukamaju": ("Dinas Pendidikan", lambda m: 0.70 if month_of(m) in (6, 7) else 0.30),  # enrolment season
}
SILENT = ("dinkes.sukamaju", 9)  # no post, no comment in this month
CAMPAIGN = ("bupati.sukamaju", datetime.date(2025, 11, 10), 45, 18)  # first day, comments, authors
NEUTRAL_SHARE = 0.22
SPAM_SHARE = 0.035
REPLY_SHARE = 0.10  # of complaints that the account answers
POST_SPREAD = 0.07  # standard deviation of a post's own complaint share


def month_of(index):
    return (START.month - 1 + index) % 12 + 1


def first_day(index):
    months = START.month - 1 + index
    return datetime.date(START.year + months // 12, months % 12 + 1, 1)


class Deck:
    """Deals texts, each once before any comes again; a text that comes again is typed a little differently."""

    def __init__(self, texts, chance):
        self.texts, self.chance, self.left, self.round = texts, chance, [], -1

    def deal(self):
        if not self.left:
            self.left = list(self.texts)
            self.chance.shuffle(self.left)
            self.round += 1
        text = self.left.pop()
        return text if self.round == 0 else retyped(text, self.chance)


def retyped(text, chance):
    """The same words as another hand would type them; the meaning stays."""
    way = chance.randrange(5)
    if way == 0:
        return text.lower()
    if way == 1:
        return text.rstrip(".!").replace(",", "")
    if way == 2:
        return text + " 🙏"
    if way == 3:
        return ("Min, " if chance.random() < 0.5 else "Pak, ") + text[:1].lower() + text[1:]
    return text.replace("yang", "yg").replace("tidak", "gak").replace("sudah", "udah").replace("banget", "bgt")


def main():
    texts = {}
    with open("texts.tsv", encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        assert next(rows) == ["account", "kind", "text"]
        for account, kind, text in rows:
            texts.setdefault((account, kind), []).append(text)

    chance = random.Random(20251101)
    decks = {key: Deck(found, chance) for key, found in sorted(texts.items())}
    comments = []

    def add(when, account, author, post, parent, text, likes, platform):
        comments.append([when, account, author, post, parent, text, likes, platform])
        return len(comments) - 1

    for account, (_, truth) in TRUTHS.items():
        citizens = [f"warga{chance.randrange(10**5):05d}" for _ in range(160)]
        for index in range(MONTHS):
            if (account, index) == SILENT:
                continue
            first = first_day(index)
            days = (first_day(index + 1) - first).days
            posts = chance.randrange(4, 7)
            for number in range(posts):
                post = f"{account.split('.')[0]}-{first:%y%m}-{number + 1}"
                day = first + datetime.timedelta(days=chance.randrange(days - 1))
                share = min(0.97, max(0.03, truth(index) + chance.gauss(0, POST_SPREAD)))
                platform = "instagram" if chance.random() < 0.7 else "facebook"
                for _ in range(chance.randrange(3, 8)):
                    hour = min(23, max(5, int(chance.gauss(14, 5))))
                    moment = datetime.datetime.combine(day, datetime.time(hour, chance.randrange(60), chance.randrange(60)))
                    moment += datetime.timedelta(days=chance.choice((0, 0, 0, 1)))
                    likes = int(chance.expovariate(0.4))
                    author = chance.choice(citizens)
                    roll = chance.random()
                    if roll < SPAM_SHARE:
                        kind, deck = "spam", decks["*", "neutral"]
                    elif roll < SPAM_SHARE + NEUTRAL_SHARE:
                        kind, deck = "neutral", decks[account, "neutral"]
                    else:
                        kind = "complaint" if chance.random() < share else "support"
                        deck = decks[account, kind]
                    row = add(moment, account, author, post, None, deck.deal(), likes, platform)
                    if kind == "complaint" and chance.random() < REPLY_SHARE:
                        later = moment + datetime.timedelta(minutes=int(chance.expovariate(1 / 600)) + 3)
                        add(later, account, account, post, row, decks[account, "reply"].deal(), 0, platform)

    account, day, count, writers = CAMPAIGN
    hired = [f"warga{chance.randrange(10**5):05d}" for _ in range(writers)]
    for number in range(count):
        moment = datetime.datetime.combine(
            day + datetime.timedelta(days=chance.randrange(5)), datetime.time(19, chance.randrange(60), chance.randrange(60)))
        post = f"bupati-{day:%y%m}-1"
        add(moment, account, hired[number % writers], post, None, decks[account, "campaign"].deal(), 0, "instagram")

    order = sorted(range(len(comments)), key=lambda row: (comments[row][0], row))
    ids = {row: f"s{number + 1:05d}" for number, row in enumerate(order)}
    with open("comments.csv", "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow("id,text,created_at,official,author,post,parent,likes,platform".split(","))
        for row in order:
            when, account, author, post, parent, text, likes, platform = comments[row]
            out.writerow([ids[row], text, when.isoformat() + ZONE, TRUTHS[account][0], author, post,
                          "" if parent is None else ids[parent], likes, platform])
    print(len(comments), "comments,", len({comment[5] for comment in comments}), "distinct texts")


main()

"""One rival at a time over the column `text` of a dump: `peers.py NAME DUMP MODEL_FOLDER`, one line a comment out.

What a user would pick instead of suara. Each reads the same CSV and writes one line a comment, so that whole processes can be timed;
none is judged by its answers here, only its rows are counted.
"""

import csv
import os
import sys


def texts(path):
    with open(path, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            yield row["text"]


VALENCE = {"rusak": -3, "mati": -2, "gelap": -2, "banjir": -3, "kecewa": -3, "numpuk": -2, "mantap": 3, "bagus": 3,
           "makasih": 2, "ramah": 3, "alhamdulillah": 2, "semoga": 1, "sehat": 2, "baik": 2, "buruk": -3}


def vader(path, folder):
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer
    score = SentimentIntensityAnalyzer().polarity_scores
    return (str(score(text)["compound"]) for text in texts(path))


def dictionary(path, folder):
    return (str(sum(VALENCE.get(word, 0) for word in text.lower().split())) for text in texts(path))


def sastrawi(path, folder):
    from Sastrawi.Stemmer.StemmerFactory import StemmerFactory
    stem = StemmerFactory().create_stemmer().stem
    return (str(sum(VALENCE.get(word, 0) for word in stem(text).split())) for text in texts(path))


def learned_rows(path, rows=5000):
    for number, text in enumerate(texts(path)):
        if number == rows:
            return
        value = sum(VALENCE.get(word, 0) for word in text.split())
        yield text, "complaint" if value < 0 else "support" if value > 0 else "neutral"


def sklearn(path, folder):
    import pickle
    model = os.path.join(folder, "tfidf.pickle")
    if not os.path.exists(model):
        from sklearn.feature_extraction.text import TfidfVectorizer
        from sklearn.linear_model import LogisticRegression
        from sklearn.pipeline import make_pipeline
        rows = list(learned_rows(path))
        pipeline = make_pipeline(TfidfVectorizer(ngram_range=(1, 2)), LogisticRegression(max_iter=300))
        pipeline.fit([text for text, _ in rows], [label for _, label in rows])
        with open(model, "wb") as file:
            pickle.dump(pipeline, file)
    with open(model, "rb") as file:
        pipeline = pickle.load(file)

    def answers():
        block = []
        for text in texts(path):
            block.append(text)
            if len(block) == 20000:
                yield from pipeline.predict(block)
                block = []
        if block:
            yield from pipeline.predict(block)
    return answers()


def fasttext(path, folder):
    import fasttext as library
    model = os.path.join(folder, "fasttext.bin")
    if not os.path.exists(model):
        train = os.path.join(folder, "fasttext.txt")
        with open(train, "w", encoding="utf-8") as file:
            for text, label in learned_rows(path):
                file.write(f"__label__{label} {text}\n")
        library.train_supervised(train, wordNgrams=2, verbose=0).save_model(model)
    predict = library.load_model(model).f.predict
    return (predict(text + "\n", 1, 0.0, "strict")[0][1] for text in texts(path))


def duckdb(path, folder):
    import duckdb as library
    rows = library.sql(
        f"select regexp_matches(text, 'rusak|banjir|sampah|mati|gelap') from read_csv('{path}', header=true)").fetchall()
    return (str(row[0]) for row in rows)


if __name__ == "__main__":
    name, path, folder = sys.argv[1:4]
    out = sys.stdout
    for answer in globals()[name](path, folder):
        out.write(answer + "\n")

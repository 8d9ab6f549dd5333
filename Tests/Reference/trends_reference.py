#!/usr/bin/env python3
"""Writes trends_reference.tsv, the values `TrendsTests` hold Suara's statistics to.

    python3 Tests/Reference/trends_reference.py        # needs scipy, numpy and statsmodels

One row a value: function, arguments, value. The cluster rows give counts as "complaint/support/neutral".
"""
import pathlib

import numpy
import scipy
import statsmodels
import statsmodels.api
from scipy import special, stats

rows = []


def row(function, *cells):
    rows.append("\t".join([function] + [c if isinstance(c, str) else repr(float(c)) for c in cells]))


probabilities = [1e-12, 1e-6, 0.001, 0.005, 0.025, 0.05, 0.1, 0.3, 0.45, 0.55, 0.7, 0.9, 0.95, 0.975, 0.995, 0.999]
for p in probabilities:
    row("normal", p, stats.norm.ppf(p))
for degrees in [1, 2, 3, 4, 5, 6, 7, 9, 12, 19, 29, 51, 100, 365, 1_000, 9_999, 99_999, 100_000, 1_000_000]:
    for p in probabilities:
        row("student", p, degrees, stats.t.ppf(p, degrees))
for a, b in [(0.5, 0.5), (0.5, 3), (1, 1), (3, 0.5), (2, 5), (9.5, 0.5), (25, 0.5), (500, 0.5), (5_000, 0.5), (40, 60)]:
    for x in [0.001, 0.1, 0.3, 0.5, 0.7, 0.9, 0.999]:
        row("beta", x, a, b, special.betainc(a, b, x))
for share in [0, 0.01, 0.2, 0.5, 0.93, 1]:
    for count in [1, 7, 10.5, 48, 1_000]:
        interval = stats.binomtest(round(share * 1_000), 1_000).proportion_ci(method="wilson")  # for whole n only
        z = stats.norm.ppf(0.975)
        centre = (share + z * z / (2 * count)) / (1 + z * z / count)
        half = z / (1 + z * z / count) * numpy.sqrt(share * (1 - share) / count + z * z / (4 * count**2))
        if count == 1_000:
            assert abs(interval.low - (centre - half)) < 1e-12 and abs(interval.high - (centre + half)) < 1e-12
        row("wilson", share, count, z, max(0, centre - half), min(1, centre + half))

generator = numpy.random.default_rng(20250812)
for posts in [2, 3, 7, 7, 20, 20, 52]:
    counts = numpy.zeros((posts, 3), int)
    while not counts.sum(axis=0).all():  # a share of 0 has no design effect of its own
        for i in range(posts):
            counts[i] = generator.multinomial(generator.integers(1, 40), generator.dirichlet([2.5, 1.5, 1.0]))
    n = counts.sum()
    cells = []
    for mood in range(3):
        p = counts[:, mood].sum() / n
        residuals = counts[:, mood] - p * counts.sum(axis=1)
        variance = posts / (posts - 1) * (residuals**2).sum() / n**2
        effect = max(1, variance / (p * (1 - p) / n))
        t = stats.t.ppf(0.975, posts - 1)
        m = n / effect
        centre = (p + t * t / (2 * m)) / (1 + t * t / m)
        half = t / (1 + t * t / m) * numpy.sqrt(p * (1 - p) / m + t * t / (4 * m * m))
        cells += [p, effect, centre - half, centre + half]
    row("clusters", " ".join("/".join(map(str, c)) for c in counts), *cells)

# A logistic regression on time with a sandwich over clusters: day, cluster, complaints, supports.
days = [(0, 0, 3, 1), (0, 1, 5, 2), (40, 0, 1, 1), (60, 2, 4, 4), (90, 3, 2, 3), (120, 4, 1, 6), (150, 5, 2, 5), (150, 6, 0, 3),
        (200, 7, 1, 4), (230, 8, 2, 2), (260, 9, 0, 5), (300, 10, 1, 7)]
singles = [((day - 150) / 365.25, y, cluster) for day, cluster, c, s in days for y in [1] * c + [0] * s]
x, y, groups = (numpy.array(column, float) for column in zip(*singles))
fit = statsmodels.api.GLM(y, statsmodels.api.add_constant(x), family=statsmodels.api.families.Binomial()).fit(
    cov_type="cluster", cov_kwds={"groups": groups, "use_correction": False}, tol=1e-14, maxiter=200)
clusters = len(set(groups))
covariance = fit.cov_params() * clusters / (clusters - 1)
a, b = fit.params
error = numpy.sqrt(covariance[1, 1])
crossing = covariance[0, 0] - 2 * a / b * covariance[0, 1] + (a / b) ** 2 * covariance[1, 1]
row("logit", " ".join("/".join(map(str, d)) for d in days), b, error, 2 * stats.t.sf(abs(b / error), clusters - 1),
    150 - a / b * 365.25, stats.t.ppf(0.975, clusters - 1) * numpy.sqrt(crossing) / abs(b) * 365.25)

header = [
    "# Written by trends_reference.py with scipy %s, numpy %s and statsmodels %s."
    % (scipy.__version__, numpy.__version__, statsmodels.__version__),
    "function\targuments and value",
]
pathlib.Path(__file__).with_suffix(".tsv").write_text("\n".join(header + rows) + "\n")

#!/usr/bin/env python3
"""Writes trends_reference.tsv, the values `TrendsTests` hold Suara's statistics to.

    python3 Tests/Reference/trends_reference.py        # needs scipy, numpy, statsmodels, pymannkendall,
                                                       # scikit-learn and krippendorff, all from PyPI

One row a value: function, arguments, value. The cluster rows give counts as "complaint/support/neutral".
"""
import importlib.metadata
import pathlib

import krippendorff
import numpy
import pymannkendall
import scipy
import sklearn
import statsmodels
import statsmodels.api
from scipy import optimize, special, stats
from sklearn import metrics
from statsmodels.stats import multitest

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


def numbers(values):
    return " ".join(repr(float(v)) for v in values)


# Mann-Kendall after Hamed & Rao, with Sen's slope: series, S, tau, corrected variance, p, slope.
series = [
    [0.61, 0.55, 0.58, 0.52, 0.49, 0.5, 0.44, 0.41, 0.43, 0.36],
    [0.5, 0.5, 0.4, 0.4, 0.6, 0.5, 0.3, 0.4, 0.5],  # ties
    list(0.5 + numpy.cumsum(generator.normal(0, 0.03, 52))),  # autocorrelated
    list(generator.uniform(0, 1, 24)),
]
for values in series:
    test = pymannkendall.hamed_rao_modification_test(values)
    row("mannkendall", numbers(values), test.s, test.Tau, test.var_s, test.p, test.slope)

for values in [[0.01, 0.04, 0.03, 0.005, 0.2, 0.9, 0.03], [0.5], list(generator.uniform(0, 0.2, 40))]:
    row("benjamini", numbers(values), numbers(multitest.multipletests(values, method="fdr_bh")[1]))
    assert numpy.allclose(multitest.multipletests(values, method="fdr_bh")[1], stats.false_discovery_control(values))

# Kitagawa's split: groups as "then complaints/then supports/now complaints/now supports", within, mix.
for groups in [
    numpy.array([[30, 70, 240, 560], [540, 360, 120, 80]]),  # composition alone: shares .3 and .6 stay
    generator.integers(1, 60, (5, 4)),
    generator.integers(1, 9, (3, 4)),
]:
    then, now = groups[:, :2].sum(axis=1), groups[:, 2:].sum(axis=1)
    p, q = groups[:, 0] / then, groups[:, 2] / now
    v, w = then / then.sum(), now / now.sum()
    within, mix = ((v + w) / 2 * (q - p)).sum(), ((p + q) / 2 * (w - v)).sum()
    assert abs(within + mix - (groups[:, 2].sum() / now.sum() - groups[:, 0].sum() / then.sum())) < 1e-12
    row("kitagawa", " ".join("/".join(map(str, g)) for g in groups), within, mix)

# The adjusted count: labels as rows of true moods by verdict, counts, the nearest shares to the solution, condition.
for labels, counts in [
    ([[160, 20, 20], [24, 160, 16], [20, 20, 160]], [300, 120, 80]),
    ([[40, 9, 11], [12, 70, 8], [15, 20, 45]], [12, 240, 30]),  # a solution outside 0 to 1
    ([[81, 3, 9], [2, 44, 6], [10, 12, 33]], [57, 61, 40]),
]:
    matrix = (numpy.array(labels) / numpy.array(labels).sum(axis=1, keepdims=True)).T
    observed = numpy.array(counts) / sum(counts)
    raw = numpy.linalg.solve(matrix, observed)
    # The projection on the simplex by its dual: the shift at which positive parts sum to 1.
    shift = optimize.brentq(lambda s: numpy.maximum(raw - s, 0).sum() - 1, -2, 2, xtol=1e-15, rtol=1e-15)
    row("adjusted", " ".join("/".join(map(str, l)) for l in labels), "/".join(map(str, counts)),
        numbers(numpy.maximum(raw - shift, 0)), numpy.linalg.cond(matrix, numpy.inf))

# Prediction-powered: pairs "truth/verdict/weight" for one mood, counted share, effective, share, reach.
pairs = [(int(generator.random() < 0.5), int(generator.random() < 0.5), [1, 2, 4][generator.integers(3)]) for _ in range(60)]
residuals, weights = numpy.array([t - g for t, g, _ in pairs]), numpy.array([w for _, _, w in pairs], float)
mean = numpy.average(residuals, weights=weights)
variance = len(pairs) / (len(pairs) - 1) * ((weights * (residuals - mean)) ** 2).sum() / weights.sum() ** 2 + 0.4 * 0.6 / 90
row("powered", " ".join("/".join(map(str, p)) for p in pairs), 0.4, 90, 0.4 + mean, stats.t.ppf(0.975, 59) * numpy.sqrt(variance))

# Kappa and alpha of two readers.
for first, second in [
    ([0, 0, 1, 1, 2, 2, 0, 1, 2, 0], [0, 0, 1, 2, 2, 2, 0, 1, 1, 1]),
    (list(generator.integers(0, 3, 80)), list(generator.integers(0, 3, 80))),
]:
    row("agreement", " ".join(map(str, first)), " ".join(map(str, second)), metrics.cohen_kappa_score(first, second),
        krippendorff.alpha([first, second], level_of_measurement="nominal"))

header = [
    "# Written by trends_reference.py with scipy %s, numpy %s, statsmodels %s, pymannkendall %s, scikit-learn %s and krippendorff %s."
    % (scipy.__version__, numpy.__version__, statsmodels.__version__, importlib.metadata.version("pymannkendall"),
       sklearn.__version__, importlib.metadata.version("krippendorff")),
    "function\targuments and value",
]
pathlib.Path(__file__).with_suffix(".tsv").write_text("\n".join(header + rows) + "\n")

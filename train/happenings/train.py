#!/usr/bin/env python3
"""Trains what makes two events one happening: data/models/same_happening.def from ECB+. Needs numpy and scipy.

usage: train.py PAIRS.tsv MENTIONS.jsonl data/models/same_happening.def [--without TOPIC...]

PAIRS.tsv is what `annal-happenings --pairs --within --one-story` prints of the documents of each sub-topic of ECB+, one after the other, as
TimeML in which each annotated event, by its head, is an EVENT (gold_timeml.py, then `annal batch`). MENTIONS.jsonl: {doc, head_at: [begin, end], chain} a line. A logistic regression with Gaussian
prior; a pair weighs less where its topic has many. Topics named by --without are left out. Weights are rounded to hundredths.
"""
import argparse, collections, json, math, re
import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

PRIOR = 3.0


def topic(doc):
    return doc.partition("_")[0]


def load(path, mentions, left_out):
    """-> [(sub-topic, one chain?, names of features)]"""
    chain = {}
    with open(mentions, encoding="utf8") as f:
        for line in f:
            m = json.loads(line)
            chain[m["doc"], m["head_at"][0]] = m["chain"]
    pairs = []
    with open(path, encoding="utf8") as f:
        for line in f:
            doc, begin, _, other, other_begin, _, names = line.rstrip("\n").split("\t")
            if topic(doc) not in left_out and topic(other) not in left_out:
                same = chain[doc, int(begin)] == chain[other, int(other_begin)]
                pairs.append(((topic(doc), doc.endswith("plus")), same, names.split()))
    return pairs


def fit(pairs, names):
    index = {name: i for i, name in enumerate(names)}
    count = collections.Counter(sub for sub, _, _ in pairs)
    worth = np.array([5 / math.sqrt(count[sub]) for sub, _, _ in pairs])
    same = np.array([float(s) for _, s, _ in pairs])
    columns = [index[f] for _, _, features in pairs for f in features]
    ends = np.cumsum([0] + [len(features) for _, _, features in pairs])
    rows = csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(pairs), len(names)))
    prior = np.array([0.0 if name == "bias" else PRIOR for name in names])

    def loss(weights):
        p = 1 / (1 + np.exp(-np.clip(rows @ weights, -30, 30)))
        fault = -(worth * (same * np.log(p + 1e-12) + (1 - same) * np.log(1 - p + 1e-12))).sum()
        return fault + (prior * weights * weights).sum() / 2, rows.T @ (worth * (p - same)) + prior * weights

    return minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B").x


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs")
    parser.add_argument("mentions")
    parser.add_argument("out")
    parser.add_argument("--without", nargs="*", default=[])
    options = parser.parse_args()
    with open(options.out, encoding="utf8") as f:
        lines = f.read().splitlines()
    names = [m[1] for m in (re.match(r"ANNAL_SAME_HAPPENING\((\w+),", line) for line in lines) if m]
    weights = fit(load(options.pairs, options.mentions, set(options.without)), names)
    with open(options.out, "w", encoding="utf8") as f:
        f.write("".join(line + "\n" for line in lines if not line.startswith("ANNAL_SAME_HAPPENING")))
        f.write("".join(f"ANNAL_SAME_HAPPENING({name}, {round(100 * w)})\n" for name, w in zip(names, weights)))


if __name__ == "__main__":
    main()

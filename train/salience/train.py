#!/usr/bin/env python3
"""Trains salience: data/models/salience.def from TimeSET and GUM's salient events. Python's standard library alone.

usage: train.py --features PROGRAM --timeset FILE.jsonl... --gum FILE.jsonl --out data/models/salience.def
       train.py ... --report        learn from two thirds of the documents, report both parts, write nothing

PROGRAM is annal-salience-features. TimeSET: an event is salient where one of its mentions overlaps a word that people marked. GUM: of the
entities that its annotation has, those that a summary tells; only the genres whose texts are under CC BY, CC BY-SA or in the public domain.
A logistic regression with Gaussian prior; one more feature says which corpus an example is of, and is dropped, since GUM's share of salient
entities is no matter of a text's events. Weights are rounded to hundredths, and the bias moved so that a score of 0, salience 0.5, is the cut of the best F1 over TimeSET.
The third of the documents whose id has an MD5 that 3 divides is left out of --report.
"""
import argparse, hashlib, json, math, re, subprocess

GENRES = {"academic", "bio", "court", "interview", "news", "speech", "voyage"}
PRIOR = 3.0
PASSES = 150
MENTIONS = {2: "mentioned_twice", 3: "mentioned_3_times"}


def load(path):
    with open(path, encoding="utf8") as f:
        return [json.loads(line) for line in f if line.strip()]


def features_of(program, documents):
    """-> {id: [(begin, end, event, mentions, features)]}"""
    def line(document):
        kept = {k: document[k] for k in ("id", "text", "title", "dct") if document.get(k)}
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", kept.get("dct", "")):
            kept.pop("dct", None)
        return json.dumps(kept) + "\n"

    lines = "".join(line(d) for d in documents)
    found = {d["id"]: [] for d in documents}
    for row in subprocess.run([program], input=lines, capture_output=True, text=True, check=True).stdout.splitlines():
        name, begin, end, event, mentions, names = row.split("\t")
        features = names.split()
        if int(mentions) > 1:
            features.append(MENTIONS.get(int(mentions), "mentioned_4_times"))
        found[name].append((int(begin), int(end), int(event), int(mentions), features))
    return found


def left_out(name):
    return int(hashlib.md5(name.encode()).hexdigest(), 16) % 3 == 0


def overlaps(row, begin, end):
    return row[0] < end and begin < row[1]


class Document:
    """examples: [(features, salient?, weight)];  events: [(features of each mention, salient?)], ranked by the best mention"""

    def __init__(self, corpus, name, rows, gold):
        self.corpus, self.name, self.gold = corpus, name, gold
        events = {}
        for row in rows:
            events.setdefault(row[2], []).append(row)
        self.events = []
        for mentions in events.values():
            labels = {label for r in mentions for begin, end, label in gold if overlaps(r, begin, end)}
            if corpus == "gum" and not labels:
                continue
            self.events.append(([r[4] for r in mentions], any(labels), mentions))
        self.examples = [(f, salient, 1 / len(m)) for m, salient, _ in self.events for f in m]


def documents_of(options):
    documents = []
    for path in options.timeset:
        texts = load(path)
        rows = features_of(options.features, texts)
        documents += [Document("timeset", d["id"], rows[d["id"]], [(e["begin"], e["end"], True) for e in d["events"]]) for d in texts]
    texts = [d for d in load(options.gum) if d["genre"] in GENRES]
    rows = features_of(options.features, texts)
    documents += [Document("gum", d["id"], rows[d["id"]],
                           [(*m["head"], e["salience"] > 0) for e in d["events"] for m in e["mentions"]]) for d in texts]
    return documents


def train(documents, names):
    """Logistic regression by Rprop -> {feature: weight}"""
    index = {name: i for i, name in enumerate(["gum", *names])}
    rows = [([index[f] for f in fs] + ([0] if d.corpus == "gum" else []), float(y), w) for d in documents for fs, y, w in d.examples]
    n = len(index)
    weights, steps, last = [0.0] * n, [0.1] * n, [0.0] * n
    free = {0, index["bias"]}
    for _ in range(PASSES):
        slope = [0.0 if i in free else PRIOR * w for i, w in enumerate(weights)]
        for features, y, worth in rows:
            z = max(-30.0, min(30.0, math.fsum(weights[i] for i in features)))
            miss = (1 / (1 + math.exp(-z)) - y) * worth
            for i in features:
                slope[i] += miss
        for i in range(n):
            turn = slope[i] * last[i]
            steps[i] = min(steps[i] * 1.2, 1.0) if turn > 0 else max(steps[i] / 2, 1e-4) if turn < 0 else steps[i]
            if turn < 0:
                slope[i] = 0.0
            weights[i] -= steps[i] * ((slope[i] > 0) - (slope[i] < 0))
            last[i] = slope[i]
    return {name: round(100 * weights[index[name]]) for name in names}


def score(weights, mentions):
    return max(sum(weights[f] for f in fs) for fs in mentions)


def cut_of(weights, documents):
    """-> (best F1 over the events of TimeSET's documents, the score from which an event is shown)"""
    gold = sum(len(d.gold) for d in documents if d.corpus == "timeset")
    events = sorted(((score(weights, m), y) for d in documents if d.corpus == "timeset" for m, y, _ in d.events), reverse=True)
    best, right = (0.0, 0), 0
    for shown, (at, salient) in enumerate(events, 1):
        right += salient
        best = max(best, (2 * right / (shown + gold), at))
    return best


def average_precision(ranked, total):
    right = found = 0.0
    for place, salient in enumerate(ranked, 1):
        if salient:
            right += 1
            found += right / place
    return found / total if total else None


def report(title, weights, documents):
    for corpus in ("timeset", "gum"):
        values = []
        for d in documents:
            if d.corpus == corpus:
                ranked = [y for _, y in sorted(((score(weights, m), y) for m, y, _ in d.events), key=lambda x: -x[0])]
                values.append(average_precision(ranked, sum(ranked)))
        values = [v for v in values if v is not None]
        print(f"{title:10} {corpus:8} {len(values):4} documents   AP of what is found {sum(values) / len(values):.3f}")
    texts = [d for d in documents if d.corpus == "timeset"]
    shown = [(d, [y for m, y, _ in d.events if score(weights, m) >= 0]) for d in texts]
    right, all_shown, gold = sum(sum(s) for _, s in shown), sum(len(s) for _, s in shown), sum(len(d.gold) for d in texts)
    print(f"{title:10} timeset  F1 at 0: {2 * right / (all_shown + gold):.3f}, {all_shown / len(texts):.1f} shown a text")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--features", required=True)
    parser.add_argument("--timeset", nargs="+", required=True)
    parser.add_argument("--gum", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--report", action="store_true")
    options = parser.parse_args()
    with open(options.out, encoding="utf8") as f:
        lines = f.read().splitlines()
    names = [m[1] for m in (re.match(r"ANNAL_SALIENCE\((\w+),", line) for line in lines) if m]
    documents = documents_of(options)
    seen = [d for d in documents if not (options.report and left_out(d.name))]
    weights = train(seen, names)
    weights["bias"] -= cut_of(weights, seen)[1]
    report("seen", weights, seen)
    if options.report:
        report("left out", weights, [d for d in documents if left_out(d.name)])
        return
    with open(options.out, "w", encoding="utf8") as f:
        f.write("".join(line + "\n" for line in lines if not line.startswith("ANNAL_SALIENCE")))
        f.write("".join(f"ANNAL_SALIENCE({name}, {weights[name]})\n" for name in names))


if __name__ == "__main__":
    main()

"""Corpora whose documents are annotated: gold TimeML, GUM's dates, and the adversarial cases. The scorers are those of
`SHARED/eval` and of the corpora."""
import json
import os
import re
import subprocess
import sys
import tempfile

from program import batch, parts


def python(*arguments):
    return subprocess.run([sys.executable, *arguments], capture_output=True, text=True, check=True).stdout


def read_lines(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def systems(program, documents, work, name):
    """Writes the program's TimeML of each document below `work`, a folder for each part of the table; `name` gives the
    name that decides the part."""
    for document, answer in zip(documents, batch(program, documents, "timeml")):
        if "tml" not in answer:
            print(json.dumps(answer)[:120])
            continue
        for part in parts(name(document)):
            os.makedirs(os.path.join(work, part), exist_ok=True)
            with open(os.path.join(work, part, document["id"] + ".tml"), "w", encoding="utf-8") as out:
                out.write(answer["tml"])


def error_lines(path):
    with open(path, encoding="utf-8") as lines:
        return [line for line in lines.read().splitlines() if line]


def percent(share):
    return "%6.2f" % (100 * share if share <= 1 else share)


def timeml(program, shared, corpus):
    return annotated_in(program, shared, [os.path.join(shared, "corpora", corpus)], ["--ignore-type"] * (corpus == "wikiwars"))


def annotated_in(program, shared, folders, extra=(), fields=None, without_dct=False, figures=("strict", "relaxed", "value")):
    """The rows of the gold TimeML in `folders`; `fields` go with each document to the program."""
    if not all(map(os.path.isdir, folders)):
        return None
    rows = {}
    with tempfile.TemporaryDirectory() as work:
        gold = {file: os.path.join(folder, file) for folder in folders for file in os.listdir(folder) if file.endswith(".tml")}
        stripped = python(os.path.join(shared, "eval", "strip_gold.py"), *folders)
        documents = [dict(json.loads(line), **(fields or {})) for line in stripped.splitlines()]
        documents = [{k: v for k, v in d.items() if k != "dct" or v and not without_dct} for d in documents]
        systems(program, documents, work, lambda d: d["id"])
        for part in os.listdir(work):
            answers = os.path.join(work, part)
            subset = tempfile.mkdtemp(dir=work)
            for file in os.listdir(answers):
                os.symlink(os.path.abspath(gold[file]), os.path.join(subset, file))
            errors = os.path.join(work, part + ".errors")
            result = json.loads(python(os.path.join(shared, "eval", "score.py"), subset, answers, "--task", "timex", "--json", "-",
                                       "--errors", errors, *extra))["timex"]
            shown = "  ".join("%s %s" % (name, percent(result[name]["f1"])) for name in figures)
            rows[part] = (len(os.listdir(answers)), shown, error_lines(errors))
    return rows


def by_part(documents, name):
    split = {}
    for document in documents:
        for part in parts(name(document)):
            split.setdefault(part, []).append(document)
    return split


def scored(program, shared, corpus, scorer, show, name):
    """A corpus in one file of JSON lines with a scorer of its own; `show` makes its JSON answer into figures."""
    gold = os.path.join(shared, "corpora", corpus, "dev.jsonl")
    if not os.path.exists(gold):
        return None
    documents = read_lines(gold)
    rows = {}
    with tempfile.TemporaryDirectory() as work:
        systems(program, documents, work, name)
        for part, chosen in by_part(documents, name).items():
            subset, errors = os.path.join(work, part + ".jsonl"), os.path.join(work, part + ".errors")
            with open(subset, "w", encoding="utf-8") as out:
                out.writelines(json.dumps(d) + "\n" for d in chosen)
            result = json.loads(python(scorer, subset, os.path.join(work, part), "--errors", errors, "--json"))
            rows[part] = (len(chosen), show(result), error_lines(errors))
    return rows


def gum(program, shared, corpus):
    def show(result):
        return "found %s  exact %s  (of %d dates)" % (percent(result["found"]), percent(result["exact"]), result["dates"])
    return scored(program, shared, corpus, os.path.join(shared, "eval", "score_dates.py"), show, lambda d: d["id"])


def adversarial(program, shared, corpus):
    def show(result):
        total = result["total"]
        return "found %3d  right %3d  exact %3d" % (total.get("found", 0), total.get("right", 0), total.get("exact", 0))
    scorer = os.path.join(shared, "corpora", corpus, "score_cases.py")
    # The cases of one category are alike, so they are left out together.
    return scored(program, shared, corpus, scorer, show, lambda d: re.sub(r"-\w$", "", d["id"]))


CORPORA = {"timebank": timeml, "aquaint": timeml, "wikiwars": timeml, "tweets": timeml, "gum": gum, "adversarial": adversarial}

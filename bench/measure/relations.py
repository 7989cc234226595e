"""How well Annal tells what came before what. Rows:

  relations-*   temporal awareness from the raw text: precision, recall, F1
  matres        order of the starts of annotated verbs, without VAGUE: precision, recall, F1 (direct links; their closure)
  dense         every pair of neighbours in annotated documents: accuracy; F1 without VAGUE (direct links; their closure)
  questions     yes-or-no questions on order, from the raw text: precision, recall, F1
  timelines     gold timelines: found, dated, misdated, precision and recall of the order
  links-*       annotated links checked: documents that contradict themselves, links set aside, share of conflicts whose
                explanation needs no more than three sentences

matres and dense give the program the annotated events and times without their links. The scorers are those of SHARED/eval.
"""
import json
import os
import re
import subprocess
import tempfile

from annotated import percent, python, systems
from program import batch, parts


def scorer(shared, name):
    return os.path.join(shared, "eval", name)


def linked(folder, work, answers):
    """A folder with links to the gold documents of `answers`."""
    subset = tempfile.mkdtemp(dir=work)
    for file in os.listdir(answers):
        os.symlink(os.path.abspath(os.path.join(folder, file)), os.path.join(subset, file))
    return subset


def three(result):
    return "P %s  R %s  F1 %s" % tuple(percent(result[key]) for key in ("p", "r", "f1"))


def raw_texts(shared, corpus):
    folder = os.path.join(shared, "corpora", corpus)
    return folder, [json.loads(line) for line in python(scorer(shared, "strip_gold.py"), folder).splitlines()]


def of_raw_texts(program, shared, corpus, task, show):
    """For each part the documents, the scorer's result of `task` on what the program reads in the raw texts, as `show` puts it."""
    if not os.path.isdir(os.path.join(shared, "corpora", corpus)):
        return None
    folder, documents = raw_texts(shared, corpus)
    rows = {}
    with tempfile.TemporaryDirectory() as work:
        systems(program, documents, work, lambda d: d["id"])
        for part in os.listdir(work):
            answers = os.path.join(work, part)
            result = json.loads(python(scorer(shared, "score.py"), linked(folder, work, answers), answers, "--task", task, "--json", "-"))
            rows[part] = (len(os.listdir(answers)), show(result[task]), [])
    return rows


def awareness(program, shared, row):
    return of_raw_texts(program, shared, row.removeprefix("relations-"), "relation", lambda result: three(result["awareness"]))


def without_links(path):
    with open(path, encoding="utf-8") as file:
        return re.sub(r"<[TSA]LINK\b[^>]*>\s*", "", file.read())


def pairs(program, shared, row):
    labels = {"matres": [("timebank", "timebank.tsv"), ("aquaint", "aquaint.tsv")], "dense": [("timebank", "dev.tsv")]}[row]
    folder_of_labels = os.path.join(shared, "corpora", "matres" if row == "matres" else "timebank-dense")
    if not os.path.isdir(folder_of_labels):
        return None
    figures, count = [], 0
    for corpus, table in labels:
        folder = os.path.join(shared, "corpora", corpus)
        with open(os.path.join(folder_of_labels, table), encoding="utf-8") as lines:
            names = sorted({line.split("\t")[0] for line in lines if os.path.exists(os.path.join(folder, line.split("\t")[0] + ".tml"))})
        with tempfile.TemporaryDirectory() as work:
            systems(program, [{"id": n, "tml": without_links(os.path.join(folder, n + ".tml"))} for n in names], work, lambda d: d["id"])
            answers = os.path.join(work, "all")
            result = json.loads(python(scorer(shared, "score.py"), folder, answers, "--pairs", os.path.join(folder_of_labels, table), "--labels", row, "--json", "-"))
        count += len(names)
        for way in ("direct", "closure"):
            scored = result[way]["all"]
            figures.append("%s %s: acc %s  %s" % (table[:-4], way, percent(scored["accuracy_all_labels"]), three(scored["without_vague"])))
    return {"all": (count, " | ".join(figures), [])}


def questions(program, shared, _row):
    folder = os.path.join(shared, "corpora", "qa-tempeval")
    if not os.path.isdir(folder):
        return None
    keys, documents = os.path.join(folder, "keys"), []
    wanted = {os.path.splitext(file)[0] for file in os.listdir(keys)}
    for corpus in ("timebank", "aquaint"):
        documents += [d for d in raw_texts(shared, corpus)[1] if d["id"] in wanted]
    with tempfile.TemporaryDirectory() as work:
        systems(program, documents, work, lambda d: d["id"])
        answer = python(scorer(shared, "score_qa.py"), os.path.join(folder, "questions.txt"), keys, os.path.join(work, "all"))
    figures = re.search(r"P ([\d.]+)\s+R ([\d.]+)\s+F1 ([\d.]+)", answer)
    return {"all": (len(documents), "P %s  R %s  F1 %s" % figures.groups(), [])}


def timelines(program, shared, _row):
    folder = os.path.join(shared, "corpora", "timeline2015")
    if not os.path.isdir(folder):
        return None
    documents = [json.loads(line) for line in python(scorer(shared, "score_timelines.py"), "--input", folder).splitlines()]
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as answers:
        answers.writelines(json.dumps(answer) + "\n" for answer in batch(program, documents, "json"))
        answers.flush()
        result = json.loads(python(scorer(shared, "score_timelines.py"), folder, answers.name, "--json"))
    shown = ("found", "dated", "misdated", "order P", "order R")
    return {"all": (len(documents), "  ".join("%s %s" % (key, percent(result[key])) for key in shown if key in result), [])}


def links(program, shared, row):
    corpus = row.removeprefix("links-")
    folder = os.path.join(shared, "corpora", corpus)
    if not os.path.isdir(folder):
        return None
    counts = {}
    for file in sorted(os.listdir(folder)):
        if not file.endswith(".tml"):
            continue
        run = subprocess.run([program, "order", os.path.join(folder, file), "--conflicts"], capture_output=True, text=True)
        conflicts = [c.splitlines() for c in run.stdout.split("\n\n") if "set aside, the least trusted" in c]
        given_up = set()
        for conflict in conflicts:
            given_up.update(re.findall(r"\((tlink \S+),.*<- set aside", "\n".join(conflict)))
        reasons = [len(set(re.findall(r"\((tlink \S+),", "\n".join(c)))) for c in conflicts if re.search(r"\(tlink .*<- set", "\n".join(c))]
        for part in parts(file[:-4]):
            entry = counts.setdefault(part, [0, 0, 0, 0, 0])
            for k, number in enumerate((1, bool(given_up), len(given_up), len(reasons), sum(n <= 3 for n in reasons))):
                entry[k] += number
    return {part: (c[0], "contradictory %d  links set aside %d  conflicts of at most 3 links %s" % (c[1], c[2], percent(c[4] / max(c[3], 1))), [])
            for part, c in counts.items()}


CORPORA = {"relations-timebank": awareness, "relations-aquaint": awareness, "matres": pairs, "dense": pairs, "questions": questions,
           "timelines": timelines, "links-timebank": links, "links-aquaint": links}

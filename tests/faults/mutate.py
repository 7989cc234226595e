"""Mutated texts and pages through `annal build` to every form: no crash, no file that its own parser refuses, no run over ten times the
median of its size, in CPU time, which a busy machine does not stretch.

mutate.py PROGRAM [N] [SEED]     N mutants, 100 where none is given; the same seed makes the same mutants
"""
import collections
import csv
import io
import json
import os
import pathlib
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import xml.parsers.expat

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "tests"))
from formats import DRAWN_ELSEWHERE, FORMATS

FORMS = [name for name in FORMATS if name not in DRAWN_ELSEWHERE]
SELDOM = DRAWN_ELSEWHERE
SPICE = ["<", ">", "&", "\"", "'", "\0", "\x1b[31m", "\u202e", "\ufeff", "\u2028", "=1+1", "@x", "]]>", "<!--", "</script>", "]", "{{", "%%", "```", "1 May",
         "yesterday", "9999-99-99", "the 31st of February", "9" * 30, "\U0001F600", "\u0301" * 20, "e\u0301", "\n\n\n", "\t", "a" * 5000, "BC", "-1", "24:60"]


def seeds():
    texts = [path.read_text() for path in sorted((ROOT / "data/samples").glob("*.txt"))] + [(ROOT / "tests/export/hostile.txt").read_text()]
    pages = ["<!DOCTYPE html><html lang=en><head><title>T</title><meta property='article:published_time' content='2019-02-01T08:00:00Z'></head>"
             "<body><nav><a href=/>Home</a></nav><article><h1>The story</h1><p>%s</p></article></body></html>" % text.replace("\n\n", "</p><p>") for text in texts]
    return [(text, ".txt") for text in texts] + [(page, ".html") for page in pages]


def mutant(choose, pool):
    text, ending = choose.choice(pool)
    data = bytearray(text.encode())
    for _ in range(choose.randint(1, 12)):
        at = choose.randrange(len(data) + 1)
        way = choose.randrange(7)
        if way == 0:
            data[at:at] = choose.choice(SPICE).encode()
        elif way == 1:
            del data[at:at + choose.randint(1, 200)]
        elif way == 2 and data:
            data[at % len(data)] = choose.randrange(256)
        elif way == 3:
            other = choose.choice(pool)[0].encode()
            begin = choose.randrange(len(other))
            data[at:at] = other[begin:begin + choose.randint(1, 400)]
        elif way == 4:
            data[at:at] = data[at:at + choose.randint(1, 100)] * choose.randint(1, 20)
        elif way == 5:
            data[at:] = data[at:].replace(b" ", choose.choice([b"\n", b"\xc2\xa0", b"", b"  "]), choose.randint(1, 30))
        else:
            data[at:at] = str(choose.randint(-3000, 99999)).encode()
    return bytes(data), ending


def check(form, data):
    if form in ("svg", "graph-svg", "graphml", "timeml"):
        xml.parsers.expat.ParserCreate("UTF-8").Parse(data, True)
    elif form in ("json", "timelinejs", "vis", "jsonld"):
        json.loads(data.decode("utf-8"))
    elif form == "csv":
        rows = list(csv.reader(io.StringIO(data.decode("utf-8"), newline="")))
        assert len({len(row) for row in rows}) == 1, "rows of different length"
    elif form == "ics":
        lines = data.decode("utf-8").split("\r\n")
        assert lines[0] == "BEGIN:VCALENDAR" and lines[-2] == "END:VCALENDAR" and all(len(line.encode()) <= 75 for line in lines), "no calendar"
    elif form == "html":
        assert data.rstrip().endswith(b"</html>") and data.count(b"</script>") == data.count(b"<script"), "no page"
    elif form == "png":
        assert data.startswith(b"\x89PNG") and data.rstrip().endswith(b"IEND\xaeB`\x82"), "no picture"
    elif form == "pdf":
        assert data.startswith(b"%PDF") and b"%%EOF" in data[-16:], "no paper"
    else:
        text = data.decode("utf-8")
        assert "\x1b" not in text and "\0" not in text, "a control character"


def used():
    """Seconds of CPU that ended programs have taken."""
    taken = resource.getrusage(resource.RUSAGE_CHILDREN)
    return taken.ru_utime + taken.ru_stime


def main(program, count, seed):
    choose = random.Random(seed)
    pool, bad, runs, times = seeds(), 0, 0, collections.defaultdict(list)
    with tempfile.TemporaryDirectory() as home:
        for number in range(count):
            data, ending = mutant(choose, pool)
            name = os.path.join(home, "in" + ending)
            pathlib.Path(name).write_bytes(data)
            for form in FORMS + (SELDOM if number % 50 == 0 else []):
                begin = used()
                try:
                    run = subprocess.run([program, "build", name, "-f", form, "--all", "--dct", "2016-11-14"][:6 if number % 2 else 8], capture_output=True, timeout=60)
                    fault = None if run.returncode in (0, 1, 2) else "exit code %d: %s" % (run.returncode, run.stderr[-300:])
                    if fault is None and run.returncode == 2:
                        fault = None if run.stderr.startswith(b"annal: ") and run.stderr.count(b"\n") == 1 and not run.stdout else "no clear error: %r" % run.stderr[:300]
                    elif fault is None and run.stdout:
                        check(form, run.stdout)
                except subprocess.TimeoutExpired:
                    fault = "no end within a minute"
                except Exception as error:
                    fault = "%s: %s" % (type(error).__name__, error)
                took = used() - begin
                times[form, len(data) // 4000].append((took, number))
                runs += 1
                if fault:
                    bad += 1
                    kept = pathlib.Path(tempfile.gettempdir(), "annal-mutant-%d-%d%s" % (seed, number, ending))
                    kept.write_bytes(data)
                    print("%s as %s: %s" % (kept, form, fault))
    for (form, size), taken in sorted(times.items()):
        median = statistics.median(t for t, _ in taken)
        for took, number in taken:
            if took > max(10 * median, 0.5):
                bad += 1
                print("mutant %d as %s, about %d kB: %.2f s, ten times the median %.3f s" % (number, form, size * 4, took, median))
    print("%d mutants, %d runs, %d faults" % (count, runs, bad))
    return 1 if bad else 0


if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] in ("-h", "--help"):
        print(__doc__)
        sys.exit(2 * (len(sys.argv) < 2))
    sys.exit(main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 100, int(sys.argv[3]) if len(sys.argv) > 3 else 1))

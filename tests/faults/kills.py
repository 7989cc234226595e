"""Ends a batch at random moments by SIGKILL, SIGTERM or SIGINT and goes on with it, N times in all; then it is let run to its end. Nothing
may be lost, nothing stand twice, no file look whole that is not, and the bytes must be those of a run that nobody ended.

kills.py PROGRAM [N]     N kills, 30 where none is given; the seed is fixed, the moments are the machine's
"""
import hashlib
import json
import os
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import time

DOCUMENTS, PART = 4000, 20


def articles(path):
    with open(path, "w") as file:
        for i in range(DOCUMENTS):
            text = "The mill burned on %d May 20%02d and was rebuilt three years later. " % (i % 28 + 1, i % 20)
            file.write(json.dumps({"id": "d%d" % i, "text": text * (1 + i % 9)}) + "\n")


def whole_parts(folder):
    """The parts, each of which must be whole from the moment it has its name."""
    joined = b""
    for name in sorted(os.listdir(folder)):
        if name.startswith("part"):
            data = pathlib.Path(folder, name).read_bytes()
            assert data.endswith(b"\n"), name
            lines = data.splitlines()
            assert len(lines) in (PART, DOCUMENTS % PART or PART), (name, len(lines))
            joined += data
    return joined


def run(program, source, folder):
    return subprocess.Popen([program, "batch", source, "--into", folder, "--part", str(PART), "--jobs", "2"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def main(program, kills):
    choose = random.Random(20161114)
    with tempfile.TemporaryDirectory() as home:
        source = os.path.join(home, "articles.jsonl")
        articles(source)
        begin = time.monotonic()
        expected = subprocess.run([program, "batch", source], capture_output=True, check=True).stdout
        length = time.monotonic() - begin
        done, runs = 0, 0
        while done < kills:
            folder = os.path.join(home, "run%d" % runs)
            runs += 1
            seen = b""
            for _ in range(choose.randint(1, 6)):
                process = run(program, source, folder)
                time.sleep(choose.random() * length * 0.7)
                process.send_signal(choose.choice([signal.SIGKILL, signal.SIGKILL, signal.SIGTERM, signal.SIGINT]))
                process.communicate()
                done += 1
                if os.path.isdir(folder):
                    now = whole_parts(folder)
                    assert now.startswith(seen) and expected.startswith(now), "parts that were whole have changed"
                    seen = now
            process = run(program, source, folder)
            _, message = process.communicate()
            assert process.returncode == 0, message
            assert whole_parts(folder) == expected, "the bytes differ from those of a run that nobody ended"
            left = [name for name in os.listdir(folder) if not name.startswith(("part", "manifest", "archive"))]
            assert not left, left
        print("%d kills in %d runs; each ended with the same %d bytes, sha256 %s" % (done, runs, len(expected), hashlib.sha256(expected).hexdigest()[:16]))


if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] in ("-h", "--help"):
        print(__doc__)
        sys.exit(2 * (len(sys.argv) < 2))
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 30)

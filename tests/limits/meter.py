"""Asks annal-meter what command lines cost: instructions counted by valgrind, or CPU time where that is enough."""
import collections
import os
import shutil
import subprocess
import sys
import tempfile

# instructions: 0 where CPU time is measured; microseconds of CPU; the most bytes allocated at one time; bytes written
Cost = collections.namedtuple("Cost", "code instructions microseconds peak output")
WARM = {"text": "The bridge closed on 3 May 2014. Two days later the mayor said that it would open before the mill.\n",
        "page": "<html><body><p>The bridge <b>closed</b> on 3 May 2014.<table><tr><td>a</table></body></html>",
        "timeml": '<TimeML><TEXT>It <EVENT eid="e1" class="OCCURRENCE">closed</EVENT> on 3 May 2014.</TEXT></TimeML>',
        "batch": '{"id": "a", "text": "The bridge closed on 3 May 2014."}\n'}
SECONDS, MEMORY = 60, 2_000_000_000  # beyond these a run is ended


def check_valgrind():
    if not shutil.which("valgrind"):
        print("valgrind is not installed: nothing is counted")
        sys.exit(77)


class Meter:
    """One process of annal-meter. `count` is "instructions" or "time"."""

    def __init__(self, program, count="instructions"):
        self.counts = count == "instructions"
        self.folder = tempfile.TemporaryDirectory()
        self.number = 0
        self.first = 0  # instructions before the first fork
        words = [os.path.abspath(program)]
        if self.counts:
            words = ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null", "--log-file=log-%p"] + words
        environment = {**os.environ, "METER_SECONDS": str(SECONDS), "METER_MEMORY": str(MEMORY)}
        self.process = subprocess.Popen(words, cwd=self.folder.name, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                                        env=environment, text=True)
        for kind, text in WARM.items():
            run = ["batch", "-j1"] if kind == "batch" else ["build", "--dct", "2016-11-14", "--format", "json"]
            self._send(["warm", *run, self._write(text, "." + kind)])
        self.first = self.measure(["--version"]).instructions

    def _write(self, text, ending):
        self.number += 1
        name = "%d%s" % (self.number, ending)
        with open(os.path.join(self.folder.name, name), "wb") as out:
            out.write(text.encode("utf-8", "surrogatepass"))
        return name

    def _send(self, words):
        self.process.stdin.write("\t".join(words) + "\n")
        self.process.stdin.flush()

    def _instructions(self, process):
        path = os.path.join(self.folder.name, "log-%d" % process)
        with open(path, encoding="utf-8", errors="replace") as log:
            for line in log:
                if "I   refs:" in line or "I refs:" in line:
                    os.unlink(path)
                    return int(line.rsplit(None, 1)[1].replace(",", "")) - self.first
        return 0  # ended by a signal that leaves no time to count

    def measure(self, run, text=None, ending=""):
        """The cost of `annal RUN... FILE`, where FILE holds the text."""
        name = self._write(text, ending) if text is not None else None
        self._send([*run, name] if name else run)
        answer = self.process.stdout.readline().split()
        if len(answer) != 5:
            raise RuntimeError("annal-meter ended: annal " + " ".join(run))
        process, code, microseconds, peak, output = map(int, answer)
        if name:
            os.unlink(os.path.join(self.folder.name, name))
        return Cost(code, self._instructions(process) if self.counts else 0, microseconds, peak, output)

    def close(self):
        self.process.stdin.close()
        self.process.wait()
        self.folder.cleanup()

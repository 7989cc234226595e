"""The Python module says what the program says. Run with the built package in PYTHONPATH: module_test.py PROGRAM."""
import datetime
import doctest
import importlib
import inspect
import json
import os
import pathlib
import pkgutil
import subprocess
import sys
import tempfile
import threading
import unittest

import annal

PROGRAM = sys.argv.pop(1)
TEXT = "The bridge opened yesterday. The mayor resigned three days later."


class Module(unittest.TestCase):
    def test_a_timeline_is_the_json_of_the_program(self):
        out = subprocess.run([PROGRAM, "build", "-", "-f", "json", "--dct", "2016-11-14"], input=TEXT, capture_output=True, text=True,
                             check=True).stdout
        self.assertEqual(annal.timeline(TEXT, dct="2016-11-14", name="stdin").json, json.loads(out))

    def test_dates_are_the_time_expressions_of_the_timeline(self):
        dates = annal.dates(TEXT, dct="2016-11-14")
        self.assertEqual([date["value"] for date in dates][:1], ["2016-11-13"])

    def test_a_day_of_writing_may_be_a_date_or_a_datetime(self):
        for day in (datetime.date(2016, 11, 14), datetime.datetime(2016, 11, 14, 6, 30)):
            self.assertEqual(annal.dates(TEXT, dct=day)[0]["value"], "2016-11-13")

    def test_a_page_is_read_from_bytes(self):
        page = ("<html><head><meta property='article:published_time' content='2016-11-14'></head><body><p>%s</p>" % TEXT)
        self.assertEqual(annal.timeline(page.encode("utf-16")).json["documents"][0]["dct"]["value"], "2016-11-14")

    def test_offsets_count_characters_as_python_does(self):
        timeline = annal.timeline("Caf\u00e9 \U0001F600: the bridge opened on 3 May 2014.").json
        span = timeline["timexes"][0]["span"]
        self.assertEqual(timeline["documents"][0]["text"][span["begin"]:span["end"]], "3 May 2014")

    def test_errors_say_what_is_wrong(self):
        with self.assertRaisesRegex(ValueError, "^dct: 'soon' is no date of the form 2016-11-14"):
            annal.dates(TEXT, dct="soon")
        with self.assertRaisesRegex(ValueError, "unknown language 'xx'"):
            annal.timeline(TEXT, lang="xx")
        with self.assertRaises(ValueError):
            annal.timeline("")
        with self.assertRaises(TypeError):
            annal.timeline(7)
        with self.assertRaisesRegex(OSError, "cannot read nowhere.jsonl: no such file"):
            annal.batch(["nowhere.jsonl"], tempfile.gettempdir())

    def test_threads_of_python_get_the_same_answers_side_by_side(self):
        expected = annal.timeline(TEXT, dct="2016-11-14").json
        answers = []
        threads = [threading.Thread(target=lambda: answers.append(annal.timeline(TEXT, dct="2016-11-14").json)) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(answers, [expected] * 8)

    def test_the_lock_of_the_interpreter_is_let_go(self):
        ticks, done = [], threading.Event()
        counter = threading.Thread(target=lambda: [ticks.append(0) for _ in iter(lambda: done.wait(0.001), True)])
        counter.start()
        before = len(ticks)
        annal.timeline(TEXT * 1000, dct="2016-11-14")
        during = len(ticks) - before
        done.set()
        counter.join()
        self.assertGreater(during, 0)

    def test_a_batch_writes_what_the_program_writes(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "a.jsonl")
            with open(path, "w") as file:
                for i in range(7):
                    file.write(json.dumps({"id": str(i), "text": TEXT} if i != 3 else {"id": "3"}) + "\n")
            whole = subprocess.run([PROGRAM, "batch", path], capture_output=True).stdout
            into = os.path.join(folder, "out")
            self.assertEqual(annal.batch([path], into, part=2, jobs=2), {"documents": 7, "bad": 1, "already_there": 0})
            self.assertEqual(annal.batch([path], into, part=2), {"documents": 7, "bad": 1, "already_there": 7})
            parts = sorted(path for path in pathlib.Path(into).iterdir() if path.name.startswith("part"))
            self.assertEqual(b"".join(part.read_bytes() for part in parts), whole)

    def test_everything_public_is_documented(self):
        for name in annal.__all__:
            if name != "__version__":
                self.assertGreater(len(inspect.getdoc(getattr(annal, name))), 30, name)

    def test_the_examples_of_the_documentation_run(self):
        for module in pkgutil.iter_modules(annal.__path__):
            if module.name in ("on_dask", "_frame"):  # which take packages that may be missing
                continue
            result = doctest.testmod(importlib.import_module("annal." + module.name))
            self.assertEqual(result.failed, 0, module.name)
        self.assertEqual(doctest.testmod(annal).failed, 0)

    def test_the_package_is_laid_out_as_a_wheel(self):
        root = os.path.dirname(os.path.dirname(annal.__file__))
        info = os.path.join(root, "annal-%s.dist-info" % annal.__version__)
        with open(os.path.join(info, "RECORD")) as file:
            names = [line.split(",")[0] for line in file]
        for name in names:
            self.assertTrue(os.path.exists(os.path.join(root, name)), name)
        self.assertTrue(any(name.startswith("annal/_annal.") for name in names))


if __name__ == "__main__":
    unittest.main(verbosity=2)

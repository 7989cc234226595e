"""What annal.Timeline tells, and that it writes what the program writes. Run with the built package in PYTHONPATH: timeline_test.py PROGRAM."""
import copy
import datetime
import os
import pathlib
import pickle
import re
import subprocess
import sys
import tempfile
import unittest
import warnings

import annal

try:
    import pandas
except ImportError:
    pandas = None

PROGRAM = sys.argv.pop(1)
SAMPLES = pathlib.Path(__file__).resolve().parents[2] / "data" / "samples"
FERRY = SAMPLES / "ferry-news.txt"
MILL = "The mill burned on 3 May 2014. Two days later the council closed the bridge. The mayor, police said, resigned."
HERALD = "The old mill in Vell burned down on 3 May 2014, police said. The council of Vell will rebuild the mill."
COURIER = "The old mill in Vell burned down on 9 May 2014. The council of Vell met."


def program(*words):
    return subprocess.run([PROGRAM, *map(str, words)], capture_output=True, check=True).stdout


class Events(unittest.TestCase):
    def test_events_come_in_order_of_time_with_what_is_known_of_them(self):
        events = annal.timeline(MILL, name="mill.txt").events
        self.assertEqual([event.title for event in events], ["The mill burned", "The council closed the bridge"])
        first = events[0]
        self.assertEqual((first.earliest, first.latest), (datetime.date(2014, 5, 3), datetime.date(2014, 5, 3)))
        self.assertEqual((first.when, first.edtf, first.precision, first.status), ("3 May 2014", "2014-05-03", "day", "fact"))
        self.assertEqual((first.words, first.sentence), ("burned", "The mill burned on 3 May 2014."))
        self.assertEqual(MILL[slice(*first.span)], "burned")
        self.assertEqual(first.sources, ("mill.txt",))
        self.assertEqual(repr(first), "<annal.Event e1: 3 May 2014, The mill burned>")

    def test_what_a_picture_leaves_out_is_among_all_events(self):
        timeline = annal.timeline(MILL)
        left_out = [event for event in timeline.all_events if not event.shown]
        self.assertIn(("reported", "police"), [(event.status, event.source) for event in left_out])
        self.assertEqual([event for event in timeline.all_events if event.shown], list(timeline.events))

    def test_events_do_not_change(self):
        with self.assertRaises(AttributeError):
            annal.timeline(MILL).events[0].title = "Another"

    def test_a_timeline_does_not_change(self):
        timeline = annal.timeline(MILL)
        for change in (lambda: setattr(timeline, "events", 1), lambda: setattr(timeline, "note", 1), lambda: delattr(timeline, "json")):
            with self.assertRaisesRegex(AttributeError, "a timeline does not change"):
                change()
        self.assertEqual(len(timeline.events), 2)

    def test_timelines_are_equal_where_all_of_them_is(self):
        timeline = annal.timeline(MILL)
        same = [annal.timeline(MILL), pickle.loads(pickle.dumps(timeline)), copy.copy(timeline)]
        self.assertEqual([timeline] * 3, same)
        self.assertEqual({timeline, *same}, {timeline})
        self.assertNotEqual(timeline, annal.timeline(MILL, top=1))
        self.assertNotEqual(timeline, MILL)

    def test_half_of_a_character_is_told_with_its_place(self):
        for act in (lambda: annal.timeline("The mill \ud83d burned."), lambda: annal.timeline(MILL, name="\ud83d"),
                    lambda: annal.dates(MILL, title="\ud83d"),
                    lambda: annal.timeline(MILL, edits='title = "\ud83d"'), lambda: annal.timeline(MILL).event("\ud83d")):
            with self.assertRaisesRegex(ValueError, r"half of a character, U\+D83D, at place \d+;"):
                act()

    def test_an_open_side_and_a_year_that_no_date_holds_are_none_and_the_text_has_them(self):
        event = annal.timeline("Caesar was murdered on 15 March 44 BC.").events[0]
        self.assertEqual((event.earliest, event.start.earliest), (None, "-0043-03-15"))
        event = annal.timeline("The mill has stood here since 1988.", dct="2024-03-12").events[0]
        self.assertEqual((event.earliest, event.latest), (datetime.date(1988, 1, 1), datetime.date(2024, 3, 12)))

    def test_an_event_is_found_by_its_id_and_by_words(self):
        timeline = annal.timeline(MILL)
        self.assertEqual(timeline.event("e1"), timeline.event("burned"))
        with self.assertRaisesRegex(ValueError, "there is no event called 'flooded'; list all events with: Timeline.all_events"):
            timeline.event("flooded")

    def test_a_proof_names_its_words(self):
        timeline = annal.timeline(MILL)
        proof = timeline.why(timeline.events[0], "closed")
        self.assertEqual((proof.verdict, proof.a.id, proof.b.id), ("before", "e1", "e2"))
        self.assertIn("Two days later", [step.words for step in proof.steps])
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "mill.txt")
            path.write_text(MILL)
            self.assertEqual(str(proof) + "\n", program("order", path, "--why", "e1", "closed").decode())

    def test_the_table_of_pandas_holds_every_year(self):
        if pandas is None:
            self.skipTest("pandas is not installed")
        frame = annal.timeline("Caesar was murdered on 15 March 44 BC. The mill burned on 3 May 2014.").to_frame()
        self.assertEqual([str(kind) for kind in frame.dtypes[["earliest", "latest"]]], ["period[D]"] * 2)
        self.assertEqual(list(frame["earliest"].dt.year), [-43, 2014])
        self.assertEqual(frame["earliest"].iloc[1].to_timestamp(), pandas.Timestamp("2014-05-03"))
        self.assertEqual(frame.index.name, "id")
        self.assertEqual(list(annal.timeline("Nothing.").to_frame().columns), list(frame.columns))


class Sources(unittest.TestCase):
    def test_several_documents_are_one_timeline_that_tells_who_disagrees(self):
        timeline = annal.timeline([annal.Document(HERALD, name="Herald"), annal.Document(COURIER, name="Courier")])
        burned = timeline.event("burned")
        self.assertEqual(burned.sources, ("Herald", "Courier"))
        self.assertEqual([(account.when, account.sources) for account in burned.accounts],
                         [("3 May 2014", ("Herald",)), ("9 May 2014", ("Courier",))])
        self.assertEqual([conflict.event for conflict in timeline.conflicts], [burned.id])

    def test_what_cannot_be_read_of_several_is_a_warning(self):
        with self.assertWarnsRegex(UserWarning, "broken.pdf"):
            timeline = annal.timeline([MILL, annal.Document(b"%PDF-1.4 nothing", name="broken.pdf")])
        self.assertEqual((len(timeline.unread), len(timeline.events)), (1, 2))

    def test_a_path_is_read_with_the_edits_beside_it_as_the_program_does(self):
        with tempfile.TemporaryDirectory() as folder:
            article = pathlib.Path(folder, "mill.txt")
            article.write_text(MILL)
            subprocess.run([PROGRAM, "edit", str(article), "--rename", "burned", "The mill is lost"], check=True, capture_output=True)
            self.assertEqual(annal.timeline(article).events[0].title, "The mill is lost")
            self.assertEqual(annal.timeline(article, edits="").events[0].title, "The mill burned")
            for ending in ("html", "json", "svg"):
                annal.timeline(article).save(pathlib.Path(folder, "ours." + ending))
                program("build", article, "-o", pathlib.Path(folder, "theirs." + ending))
                ours, theirs = (pathlib.Path(folder, name + ending).read_bytes() for name in ("ours.", "theirs."))
                self.assertEqual(ours, theirs, ending)

    def test_edits_are_a_dict_or_the_text_of_a_file(self):
        edits = {"title": "A \"mill\" \\", "event": [{"words": "burned", "date": datetime.date(2014, 5, 1)}],
                 "merge": [{"events": ["burned", {"words": "closed", "occurrence": 1}]}]}
        timeline = annal.timeline(MILL, edits=edits)
        self.assertEqual(timeline.event("burned").earliest, datetime.date(2014, 5, 1))
        self.assertIn("1 May", annal.timeline(MILL, edits='[[event]]\nwords = "burned"\ndate = "1 May 2014"\n').events[0].when)

    def test_an_edit_that_does_not_fit_is_a_warning_with_its_line(self):
        with self.assertWarnsRegex(UserWarning, "edits:2: "):
            timeline = annal.timeline(MILL, edits={"event": [{"words": "flooded", "title": "x"}]})
        self.assertEqual([problem.line for problem in timeline.problems], [2])
        with self.assertRaisesRegex(ValueError, "edits:1"):
            annal.timeline(MILL, edits="[[nothing]]")

    def test_what_is_shown_can_be_chosen(self):
        self.assertEqual(len(annal.timeline(FERRY, top=3).events), 3)
        march = annal.timeline(FERRY, from_="2024-03", to=datetime.date(2024, 3, 31))
        self.assertEqual(march.render("csv").encode(), program("build", FERRY, "--from", "2024-03", "--to", "2024-03-31", "-f", "csv"))
        with self.assertRaisesRegex(ValueError, "top: is no number from 1"):
            annal.timeline(FERRY, top=0)

    def test_wrong_arguments_say_what_is_taken(self):
        for source in (7, None, {"text": MILL}, [7], [["x"]]):
            with self.assertRaises(TypeError):
                annal.timeline(source)
        with self.assertRaisesRegex(TypeError, "annal.Document"):
            annal.timeline([MILL, MILL], name="mill.txt")
        with self.assertRaises(ValueError):
            annal.timeline([])
        with self.assertRaises(OSError):
            annal.timeline(pathlib.Path("nowhere.txt"))


class Forms(unittest.TestCase):
    def test_every_format_is_that_of_the_program(self):
        known = re.search(r"one of: (.*)", str(self.refusal("picture"))).group(1).split(", ")
        self.assertGreater(len(known), 10)
        timeline = annal.timeline(FERRY)
        for name in known:
            rendered = timeline.render(name)
            rendered = rendered if isinstance(rendered, bytes) else rendered.encode()
            self.assertEqual(rendered, program("build", FERRY, "-f", name, "-o", "-"), name)

    def refusal(self, path):
        with self.assertRaises(ValueError) as raised:
            annal.timeline(MILL).save(path)
        self.assertFalse(os.path.exists(path))
        return raised.exception

    def test_a_copy_in_another_process_writes_the_same(self):
        timeline = annal.timeline(FERRY)
        for other in (pickle.loads(pickle.dumps(timeline)), copy.deepcopy(timeline)):
            for name in ("svg", "json", "text", "html"):
                self.assertEqual(other.render(name), timeline.render(name), name)
            self.assertEqual(str(other.why("e2", "e3")), str(timeline.why("e2", "e3")))

    def test_a_picture_takes_a_layout_and_a_width(self):
        timeline = annal.timeline(FERRY)
        self.assertIn('width="900"', timeline.render("svg", layout="vertical", width=900))
        with self.assertRaisesRegex(ValueError, "layout: 'round' is no layout"):
            timeline.render("svg", layout="round")
        with self.assertRaisesRegex(ValueError, "unknown format 'gif'"):
            timeline.render("gif")

    def test_a_notebook_shows_a_page_apart_or_a_picture(self):
        timeline = annal.timeline(MILL)
        self.assertTrue(timeline._repr_svg_().startswith("<svg "))
        html = timeline._repr_html_()
        self.assertRegex(html, r'^<iframe srcdoc="[^"<>]*" sandbox="allow-scripts [^"]*"[^<>]*></iframe>$')
        self.assertNotIn("allow-same-origin", html)

    def test_printing_shows_the_order(self):
        timeline = annal.timeline(MILL)
        self.assertIn("3 May 2014", str(timeline))
        self.assertEqual(repr(timeline), "<annal.Timeline: 2 of 4 events shown, from 3 May 2014 to 5 May 2014>")
        self.assertEqual(repr(annal.timeline("Nothing.")), "<annal.Timeline: 0 of 0 events shown>")


if __name__ == "__main__":
    warnings.simplefilter("always")
    unittest.main(verbosity=2)

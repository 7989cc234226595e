"""Reads annal's CSV, iCalendar, GraphML, JSON-LD, TimelineJS and vis files back and compares their dates with the JSON
timeline beside them. Usage: read_back.py FOLDER"""
import csv
import datetime
import glob
import json
import re
import sys

failures = []


def need(module):
    try:
        return __import__(module)
    except ImportError:
        print(f"skipped: {module} (Debian's python3-{module})")
        return None


def check(held, file, what):
    if not held:
        failures.append(f"{file}: {what}")


def events_of(file, ending):
    with open(file[: -len(ending)] + "json", encoding="utf-8") as stream:
        return {event["id"]: event for event in json.load(stream)["events"]}


def files(folder, ending):
    return [(file, events_of(file, ending)) for file in sorted(glob.glob(f"{folder}/*.{ending}"))]


def read_csv(folder):
    for file, events in files(folder, "csv"):
        with open(file, newline="", encoding="utf-8") as stream:
            rows = list(csv.DictReader(stream))
        check(len(rows) == len(events), file, "one row for each event")
        for row in rows:
            event = events[row["id"]]
            for side in ("start", "end"):
                for bound in ("earliest", "latest"):
                    cell = row[f"{side}_{bound}"].removeprefix("'")  # before the year 0
                    check(cell == event[side].get(bound, ""), file, f"{row['id']} {side} {bound}")
            for value in row.values():
                check(value[:1] not in ("=", "+", "-", "@", "\t"), file, f"a formula: {value}")


def read_icalendar(folder):
    vobject = need("vobject")
    for file, events in files(folder, "ics") if vobject else []:
        with open(file, newline="", encoding="utf-8") as stream:
            calendar = vobject.readOne(stream)
        for item in calendar.contents.get("vevent", []):
            item.validate(raiseException=True)
            event = events[item.uid.value.split("-")[0]]
            start = item.dtstart.value
            length = len(start.isoformat())
            check(start.isoformat() == event["start"]["earliest"][:length], file, f"{item.uid.value} start {start}")
            if hasattr(item, "dtend"):
                step = datetime.timedelta(seconds=1) if isinstance(start, datetime.datetime) else datetime.timedelta(days=1)
                last = event["end"]["latest"][:length]
                if event.get("precision") == "part-of-day" and length == len("2016-11-14"):
                    last = event["date"]["value"][:length]  # the night of a day is told as that day
                check((item.dtend.value - step).isoformat() == last, file, f"{item.uid.value} end")


def read_graphml(folder):
    networkx = need("networkx")
    for file, events in files(folder, "graphml") if networkx else []:
        graph = networkx.read_graphml(file)
        seen = {node: data for node, data in graph.nodes(data=True) if data["kind"] == "event"}
        check(set(seen) == set(events), file, "one node for each event")
        for node, data in seen.items():
            check(data.get("earliest") == events[node]["start"].get("earliest"), file, f"{node} earliest")
            check(data.get("latest") == events[node]["end"].get("latest"), file, f"{node} latest")


def read_jsonld(folder):
    rdflib = need("rdflib")
    for file, events in files(folder, "jsonld") if rdflib else []:
        with open(file, encoding="utf-8") as stream:
            text = stream.read()
        check("<" not in text, file, "a < that a page would read")
        graph = rdflib.Graph().parse(data=text, format="json-ld", publicID="http://example.invalid/article")
        time = rdflib.Namespace("http://www.w3.org/2006/time#")
        schema = rdflib.Namespace("https://schema.org/")
        check(len(set(graph.subjects(rdflib.RDF.type, schema.Event))) == len(events), file, "one Event for each event")
        for subject in graph.subjects(rdflib.RDF.type, schema.Event):
            event = events[str(subject).split("#")[1]]
            for window in graph.objects(subject, time.intervalIn):
                for key, side, bound in ((time.hasBeginning, "start", "earliest"), (time.hasEnd, "end", "latest")):
                    for instant in graph.objects(window, key):
                        value = next(iter(graph.objects(instant, time.inXSDDate)), None)
                        value = value or next(iter(graph.objects(instant, time.inXSDDateTime)))
                        check(str(value)[:10] == event[side][bound][:10], file, f"{event['id']} {bound} {value}")


def read_html_json(folder):
    """What a page would put into its markup as it stands."""
    for ending in ("timelinejs.json", "vis.json"):
        for file in sorted(glob.glob(f"{folder}/*.{ending}")):
            with open(file, encoding="utf-8") as stream:
                text = stream.read()
            json.loads(text)
            ours = r'</?p>|</a>|<a href=\\"(https?:|mailto:)[^<>"\\]*\\" target=\\"_blank\\" rel=\\"noopener noreferrer\\">'
            check("<" not in re.sub(ours, "", text), file, "markup")


for read in (read_csv, read_icalendar, read_graphml, read_jsonld, read_html_json):
    read(sys.argv[1])
for failure in failures:
    print(failure)
sys.exit(1 if failures else 0)

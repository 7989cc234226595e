"""The timeline of one or several articles: its events, its order and the reasons, and every form in which annal writes it."""
from __future__ import annotations

import json
import os
from functools import cached_property
from html import escape
from typing import TYPE_CHECKING, Any, Dict, Optional, Tuple, Union

from . import _annal
from ._event import Event, event_of
from ._finding import Conflict, EditProblem, Proof, ProofStep, conflict_of
from ._sources import stated, written

if TYPE_CHECKING:
    import pandas

BINARY_FORMATS = ("png", "pdf")
# Of the page in a notebook, in px: a row, all that stands around the rows, the least and the most.
ROW_HEIGHT, ROOM, LEAST_HEIGHT, MOST_HEIGHT = 26, 330, 420, 900


class Timeline:
    """The timeline of one or several articles. It does not change; `annal.timeline` makes it.

    >>> import annal
    >>> timeline = annal.timeline("The mill burned on 3 May 2014. Two days later the council closed the bridge.")
    >>> timeline
    <annal.Timeline: 2 of 2 events shown, from 3 May 2014 to 5 May 2014>
    >>> timeline.event("closed")
    <annal.Event e2: 5 May 2014, The council closed the bridge>
    >>> timeline.why("burned", "closed").verdict
    'before'

    In a notebook it is shown as a page that can be clicked; where no page can be shown, as a picture. `print` shows the events in order.
    """

    _built: _annal.Built

    def __init__(self, built: _annal.Built) -> None:
        self.__dict__["_built"] = built

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError("a timeline does not change; build another with annal.timeline, with edits= if need be")

    def __delattr__(self, name: str) -> None:
        self.__setattr__(name, None)

    def __eq__(self, other: object) -> bool:
        """Whether all of both is the same: their JSON, byte for byte.

        >>> import annal
        >>> annal.timeline("It burned on 3 May 2014.") == annal.timeline("It burned on 3 May 2014.")
        True
        """
        return self._text == other._text if isinstance(other, Timeline) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._text)

    @cached_property
    def _text(self) -> bytes:
        return self._built.render('{"format":"json"}')

    @cached_property
    def json(self) -> Dict[str, Any]:
        """All of it, as `annal build -f json` writes it: dicts and lists (docs/formats.md). Spans count characters."""
        timeline: Dict[str, Any] = json.loads(self._text)
        return timeline

    @cached_property
    def events(self) -> Tuple[Event, ...]:
        """The events that pictures show, in the order of time as far as it is known.

        >>> import annal
        >>> [event.title for event in annal.timeline("He left on 3 May 2014. He came on 1 May 2014.").events]
        ['He came', 'He left']
        """
        return tuple(event for event in self.all_events if event.shown)

    @cached_property
    def all_events(self) -> Tuple[Event, ...]:
        """All events, also those that pictures leave out, in the order of time as far as it is known."""
        documents = self.json["documents"]
        return tuple(event_of(event, documents) for event in sorted(self.json["events"], key=lambda one: one["position"]))

    @cached_property
    def conflicts(self) -> Tuple[Conflict, ...]:
        """The statements that cannot all be true.

        >>> import annal
        >>> text = "The mayor resigned on 1 May 2014, after the bridge had opened on 3 May 2014."
        >>> annal.timeline(text).conflicts[0].words
        ('after', 'on 3 May 2014', '3 May 2014', '1 May 2014', 'on 1 May 2014')
        """
        return tuple(conflict_of(conflict, self.json["documents"]) for conflict in self.json["conflicts"])

    @property
    def problems(self) -> Tuple[EditProblem, ...]:
        """What is told of the edits, by line. Those that could not be carried out were a warning as well."""
        return tuple(EditProblem(line, message, note) for line, note, message in self._built.problems)

    @property
    def unread(self) -> Tuple[str, ...]:
        """Of several documents, a line for each that could not be read."""
        return tuple(self._built.faults)

    def event(self, name: str) -> Event:
        """The event that `name` means: its id, words of its title, or words of the text that hold its verb or noun.

        Raises ValueError where there is none, or where there are several, which it lists.
        """
        return self._by_index(self._built.find(written(name, "the name of an event")))

    def why(self, a: Union[str, Event], b: Union[str, Event]) -> Proof:
        """How two events lie, with the proof; the events, or names as `event` takes them.

        >>> import annal
        >>> timeline = annal.timeline("The mill burned on 3 May 2014. Two days later the council closed the bridge.")
        >>> print(timeline.why("burned", "closed"))  # doctest: +ELLIPSIS
        e1 “The mill burned” is before e2 “The council closed the bridge” ...
          1:17  "on 3 May 2014"  e1 lies in t1  (time-in, 0.92)
          ...
        """
        names = [event.id if isinstance(event, Event) else written(event, "the name of an event") for event in (a, b)]
        proof = self._built.why(*names)
        return Proof(
            a=self._by_index(proof["a"]),
            b=self._by_index(proof["b"]),
            verdict=proof["verdict"],
            trust=proof["trust"],
            summary=proof["summary"],
            steps=tuple(ProofStep(step["words"], step["rule"], step["trust"]) for step in proof["steps"]),
            text=proof["text"],
        )

    def render(
        self,
        format: str = "svg",
        *,
        layout: Optional[str] = None,
        width: Optional[int] = None,
        ascii: bool = False,
        editor: bool = True,
    ) -> Union[str, bytes]:
        """The timeline in a format of `annal build -f`: "svg", "html", "text", "csv", ...; bytes for "png" and "pdf".

        layout  of pictures: "rows", "compact", "lanes" or "vertical"; of pages also "story"
        width   of pictures in px, of text in columns
        ascii   text: marks and lines in ASCII
        editor  pages: they can be edited

        Raises ValueError for a format, a layout or a width that there is not.

        >>> import annal
        >>> annal.timeline("The mill burned on 3 May 2014.").render("csv").splitlines()[1]  # doctest: +ELLIPSIS
        'e1,0,3 May 2014,The mill burned,fact,2014-05-03,...'
        """
        display = dict(stated(layout=layout, width=width, ascii=ascii), format=format, editor=editor)
        rendered = self._built.render(json.dumps(display))
        return rendered if format in BINARY_FORMATS else rendered.decode()

    def save(
        self,
        path: "Union[str, os.PathLike[str]]",
        format: Optional[str] = None,
        *,
        layout: Optional[str] = None,
        width: Optional[int] = None,
        ascii: bool = False,
        editor: bool = True,
    ) -> None:
        """Writes the timeline to a file, in the format that its name ends in, as `annal build -o` does: picture.svg, page.html,
        events.csv. The options are those of `render`.

        Raises ValueError where the name ends in no format, OSError where the file cannot be written.
        """
        chosen = _annal.format_of(format or "", os.fspath(path))
        rendered = self.render(chosen, layout=layout, width=width, ascii=ascii, editor=editor)
        with open(path, "wb") as file:
            file.write(rendered if isinstance(rendered, bytes) else rendered.encode())

    def to_frame(self, all: bool = False) -> "pandas.DataFrame":
        """The events as a pandas.DataFrame, in order of time, by id. With `all` also those that pictures leave out.

        `earliest` and `latest` are periods of a day, which have no limits of years as pandas.Timestamp has; where all days lie within
        those, `frame["earliest"].dt.to_timestamp()` makes timestamps of them.
        """
        from ._frame import frame_of

        return frame_of(self.all_events if all else self.events)

    def __repr__(self) -> str:
        dates = [event.when for event in self.events if event.when]
        extent = ", from %s to %s" % (dates[0], dates[-1]) if len(dates) > 1 else ", " + dates[0] if dates else ""
        return "<annal.Timeline: %d of %d events shown%s>" % (len(self.events), len(self.all_events), extent)

    def __str__(self) -> str:
        return str(self.render("text")).rstrip("\n")

    def _repr_svg_(self) -> str:
        return str(self.render("svg"))

    def _repr_html_(self) -> str:
        """The page in a frame of its own: its scripts and styles touch nothing of the notebook, and nothing of it touches them."""
        page = str(self.render("html", editor=False))
        height = min(max(len(self.events) * ROW_HEIGHT + ROOM, LEAST_HEIGHT), MOST_HEIGHT)
        return (
            '<iframe srcdoc="%s" sandbox="allow-scripts allow-popups allow-downloads" title="Timeline" '
            'style="width:100%%;height:%dpx;border:0;resize:vertical"></iframe>' % (escape(page), height)
        )

    def __reduce__(self) -> Tuple[Any, ...]:
        return restored, (self._text,)

    def _by_index(self, index: int) -> Event:
        return event_of(self.json["events"][index], self.json["documents"])


def restored(text: bytes) -> Timeline:
    """The timeline of its JSON: what was copied to another process."""
    return Timeline(_annal.build('{"attachment":0,"name":"timeline.json"}', [text]))

"""The functions of the package: each hands its request to the compiled part, which works without the lock of the interpreter."""
from __future__ import annotations

import json
import warnings
from typing import Any, Dict, List, Optional, Sequence, Tuple

from . import _annal
from ._sources import Day, Document, Edits, Source, Text, day_text, edits_text, request_of, stated
from ._timeline import Timeline


def timeline(
    source: Source,
    dct: Optional[Day] = None,
    *,
    title: Optional[str] = None,
    name: Optional[str] = None,
    url: str = "",
    lang: str = "auto",
    edits: Optional[Edits] = None,
    top: Optional[int] = None,
    all: bool = False,
    dated: bool = False,
    about: Optional[str] = None,
    from_: Optional[Day] = None,
    to: Optional[Day] = None,
) -> Timeline:
    """Builds the timeline of an article, or one timeline of several.

    source  an article: its text (plain text, Markdown, an HTML page, ...) as str, the bytes of a file (a page, a mail, .pdf, .docx, .odt,
            .epub), or the pathlib.Path of a file. A str is always the text, never a path. Several: a list of these, or of annal.Document,
            which states more of each.
    dct     the date of writing: '2016-11-14', a datetime.date or a datetime.datetime; None: as the text states it. Of several
            documents, that of those that state none.
    title, name, url  of the only article. The name is that of its file, whose ending may say what it is; the path of a page may contain
            its date.
    edits   corrections: the text of an edits file, a dict of the same keys, or a path. None: of a path, the edits file beside it, as
            the command line does; '': none.
    top, all, dated, about, from_, to  which events are shown: so many, all, those with a date, those about somebody, those of a time.

    Raises ValueError if an article is no text or a date is none, OSError if a file cannot be read. Corrections that cannot be carried
    out, and those of several documents that cannot be read, are warnings (`Timeline.problems`, `Timeline.unread`).

    >>> import annal
    >>> annal.timeline("The bridge opened yesterday.", dct="2016-11-14").events[0].when
    '13 Nov 2016'
    >>> edits = {"event": [{"words": "opened", "title": "The Vell bridge opens"}]}
    >>> annal.timeline("The bridge opened yesterday.", dct="2016-11-14", edits=edits).events[0].title
    'The Vell bridge opens'
    >>> herald, courier = "The bridge opened on 3 May 2014.", "The mayor resigned on 5 May 2014."
    >>> [event.sources for event in annal.timeline([annal.Document(herald, name="Herald"), courier]).events]
    [('Herald',), ('text',)]
    """
    request, texts = request_of(source, Document("", dct, title, name, url), lang)
    selection = stated(all=all, top=top, dated=dated, about=about, to=day_text(to, "to"), edits=edits_text(edits, source))
    selection.update(stated(**{"from": day_text(from_, "from_")}))
    built = _annal.build(json.dumps(dict(request, **selection)), texts)
    for fault in built.faults:
        warnings.warn(fault, stacklevel=2)
    for line, note, message in built.problems:
        if not note:
            warnings.warn("edits:%d: %s" % (line, message), stacklevel=2)
    return Timeline(built)


def dates(
    text: Text,
    dct: Optional[Day] = None,
    *,
    title: Optional[str] = None,
    name: Optional[str] = None,
    url: str = "",
    lang: str = "auto",
) -> List[Dict[str, Any]]:
    """The time expressions of an article, as `annal dates -f json` writes them. Finds no events. The arguments are those of `timeline`.

    >>> import annal
    >>> annal.dates("The bridge opened two days ago.", dct="2016-11-14")[0]["value"]
    '2016-11-12'
    """
    request, texts = request_of(text, Document("", dct, title, name, url), lang)
    timexes: List[Dict[str, Any]] = json.loads(_annal.dates(json.dumps(request), texts))["timexes"]
    return timexes


def batch(
    files: Sequence[str],
    into: str,
    shard: Tuple[int, int] = (1, 1),
    *,
    jobs: int = 1,
    format: str = "json",
    part: int = 10000,
    compress: str = "",
    lang: str = "auto",
) -> Dict[str, int]:
    """Builds the timelines of JSON lines files into a folder, as `annal batch FILE... --into DIR --shard I/N` does, and resumes a run
    that was stopped. Returns {'documents', 'bad', 'already_there'} of the shard.

    Raises ValueError for wrong arguments or a folder of another archive, OSError if reading or writing fails.
    """
    done = _annal.batch(files, into, shard, jobs=jobs, format=format, part=part, compress=compress, lang=lang)
    return dict(done)  # type: ignore[arg-type]

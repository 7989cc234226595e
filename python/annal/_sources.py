"""From what a caller has (text, bytes, files, several of them) to the request that the compiled part reads."""
from __future__ import annotations

import datetime
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Dict, Iterable, List, Mapping, Optional, Tuple, Union

from ._toml import to_toml

#: A day: "2016-11-14", datetime.date or datetime.datetime.
Day = Union[str, datetime.date]
#: An article as its text, as the bytes of a file, or as the path of a file.
Text = Union[str, bytes, "os.PathLike[str]"]
#: Corrections as the text of an edits file, as a dict of the same keys, or as the path of a file.
Edits = Union[str, Mapping[str, Any], "os.PathLike[str]"]

EDITS_ENDING = ".edits.toml"


@dataclass(frozen=True)
class Document:
    """One of several articles, with what is known of it."""

    text: Text
    dct: Optional[Day] = None
    title: Optional[str] = None
    name: Optional[str] = None
    url: str = ""


#: What a timeline is made of.
Source = Union[Text, Document, Iterable[Union[Text, Document]]]


def day_text(day: Optional[Day], name: str) -> Optional[str]:
    if day is None or isinstance(day, str):
        return day
    if not isinstance(day, datetime.date):
        raise TypeError("%s must be a str, a datetime.date or a datetime.datetime" % name)
    return day.isoformat()


def written(text: str, what: str) -> str:
    """`text`, which UTF-8 can write.

    >>> written("a\\ud800", "a text")
    Traceback (most recent call last):
    ...
    ValueError: a text has half of a character, U+D800, at place 1; decode it anew, or replace what no character is
    """
    try:
        text.encode()
    except UnicodeEncodeError as error:
        half = "U+%04X, at place %d" % (ord(text[error.start]), error.start)
        raise ValueError("%s has half of a character, %s; decode it anew, or replace what no character is" % (what, half)) from None
    return text


def bytes_of(text: Text) -> bytes:
    if isinstance(text, bytes):
        return text
    if isinstance(text, str):
        return written(text, "a text").encode()
    if isinstance(text, os.PathLike):
        with open(text, "rb") as file:
            return file.read()
    raise TypeError("a text must be a str, bytes or the path of a file (pathlib.Path), not %s" % type(text).__name__)


def stated(**members: Any) -> Dict[str, Any]:
    """The members that say something."""
    return {name: value for name, value in members.items() if value is not None and value is not False and value != ""}


def document_of(document: Document, place: int) -> Dict[str, Any]:
    name = document.name
    if name is None and isinstance(document.text, os.PathLike):
        name = os.path.basename(document.text)
    member = stated(name=name, url=document.url, dct=day_text(document.dct, "dct"))
    if document.title is not None:
        member["title"] = document.title
    for key, value in member.items():
        if isinstance(value, str):
            written(value, key)
    return dict(member, attachment=place)


def edits_beside(path: "os.PathLike[str]") -> Optional[str]:
    """The edits file of the article `path`, as the command line finds it; None where there is none."""
    stem, ending = os.path.splitext(os.fspath(path))
    names = [os.fspath(path) + EDITS_ENDING] + ([stem + EDITS_ENDING] if ending not in ("", ".json") else [])
    found = [name for name in names if os.path.exists(name)]
    if len(found) > 1:
        raise ValueError("%s and %s are both there; choose one with edits=" % (found[1], found[0]))
    return found[0] if found else None


def edits_text(edits: Optional[Edits], source: Source) -> str:
    if edits is None and isinstance(source, os.PathLike):
        beside = edits_beside(source)
        return bytes_of(Path(beside)).decode() if beside else ""
    if edits is None:
        return ""
    if isinstance(edits, Mapping):
        return written(to_toml(edits), "edits")
    return written(edits, "edits") if isinstance(edits, str) else bytes_of(edits).decode()


def request_of(source: Source, own: Document, lang: str) -> Tuple[Dict[str, Any], List[bytes]]:
    """The request for `source`, and the bytes of its texts. `own` has what is stated of the only one."""
    lang_member = stated(lang=lang)
    if isinstance(source, (str, bytes, os.PathLike)):
        whole = Document(source, own.dct, own.title, own.name, own.url)
        return dict(document_of(whole, 0), **lang_member), [bytes_of(source)]
    if own.title is not None or own.name is not None or own.url:
        raise TypeError("title, name and url are those of one text; state each in an annal.Document")
    if isinstance(source, Document):
        source = [source]
    if isinstance(source, Mapping) or not isinstance(source, Iterable):
        raise TypeError("source must be a str, bytes, a path, an annal.Document, or several of them")
    documents = [one if isinstance(one, Document) else Document(one) for one in source]
    members = [document_of(document, place) for place, document in enumerate(documents)]
    request = dict(stated(dct=day_text(own.dct, "dct")), documents=members, **lang_member)
    return request, [bytes_of(document.text) for document in documents]

import datetime
from typing import List, Optional, Sequence, Tuple, TypedDict, Union

__version__: str

class Span(TypedDict):
    begin: int
    end: int

class _Dct(TypedDict, total=False):
    value: str
    source: str
    reason: str

class Document(TypedDict, total=False):
    id: str
    title: str
    url: str
    language: str
    text: str
    dct: _Dct

class Timex(TypedDict, total=False):
    id: str
    span: Span
    text: str
    type: str
    value: str
    mod: str
    quant: str
    freq: str
    edtf: str
    earliest: str
    latest: str
    anchor: str
    reading: str

class _Bounds(TypedDict, total=False):
    earliest: str
    latest: str

class Event(TypedDict, total=False):
    id: str
    span: Span
    text: str
    title: str
    tense: str
    aspect: str
    polarity: str
    modality: str
    pos: str
    status: str
    source: str
    salience: float
    certainty: float
    actors: List[str]
    lane: str
    start: _Bounds
    end: _Bounds
    edtf: str
    precision: str
    when: str
    sentence: Span
    mentions: List[Span]
    timexes: List[str]
    rank: int

Relation = TypedDict(
    "Relation",
    {"from": str, "to": str, "type": str, "origin": str, "rule": str, "trust": float, "evidence": Span},
    total=False,
)

class Timeline(TypedDict):
    schema: str
    generator: str
    document: Document
    timexes: List[Timex]
    events: List[Event]
    relations: List[Relation]
    conflicts: List[dict]
    warnings: List[dict]

class BatchResult(TypedDict):
    documents: int
    bad: int
    already_there: int

_Day = Union[str, datetime.date, datetime.datetime, None]

def timeline(
    text: Union[str, bytes],
    dct: _Day = None,
    *,
    title: Optional[str] = None,
    id: str = "",
    url: str = "",
    lang: str = "auto",
) -> Timeline: ...
def dates(
    text: Union[str, bytes],
    dct: _Day = None,
    *,
    title: Optional[str] = None,
    id: str = "",
    url: str = "",
    lang: str = "auto",
) -> List[Timex]: ...
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
) -> BatchResult: ...

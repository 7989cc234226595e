"""Builds timelines from articles, with the words that each event and each date rests on.

>>> import annal
>>> timeline = annal.timeline("The bridge opened ten days ago. The mayor resigned three days later.", dct="2016-11-20")
>>> for event in timeline.events:
...     print(event.earliest, event.title)
2016-11-10 The bridge opened
2016-11-13 The mayor resigned

`Timeline` has all that is known of it; a notebook shows it as a page that can be clicked.
"""
from ._annal import __version__
from ._event import Account, Event, Moments
from ._finding import Conflict, EditProblem, Proof, ProofStep
from ._functions import batch, dates, timeline
from ._sources import Document
from ._timeline import Timeline

__all__ = [
    "Account", "Conflict", "Document", "EditProblem", "Event", "Moments", "Proof", "ProofStep", "Timeline",
    "batch", "dates", "timeline", "__version__",
]

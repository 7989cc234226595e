"""Builds timelines from articles.

>>> import annal
>>> annal.dates("The bridge opened yesterday.", dct="2016-11-14")[0]["value"]
'2016-11-13'
"""
from ._annal import __version__, batch, dates, timeline

__all__ = ["batch", "dates", "timeline", "__version__"]

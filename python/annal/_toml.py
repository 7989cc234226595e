"""Writes edits that are given as a dict in the form that annal reads (docs/edits.md). Source: TOML 1.0."""
from __future__ import annotations

import json
import re
from typing import Any, List, Mapping


def key_text(key: str) -> str:
    return key if re.fullmatch(r"[A-Za-z0-9_-]+", key) else value_text(key)


def value_text(value: Any) -> str:
    """A value as it stands behind its key.

    >>> value_text(["the call", {"words": "the call", "occurrence": 2}])
    '["the call", {words = "the call", occurrence = 2}]'
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return repr(value)
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007F")
    if hasattr(value, "isoformat"):
        return value_text(value.isoformat())
    if isinstance(value, Mapping):
        return "{%s}" % ", ".join("%s = %s" % (key_text(key), value_text(inner)) for key, inner in value.items())
    if isinstance(value, (list, tuple)):
        return "[%s]" % ", ".join(value_text(inner) for inner in value)
    raise TypeError("edits: %s is no value of TOML; use str, int, bool, list or dict" % type(value).__name__)


def is_tables(value: Any) -> bool:
    return isinstance(value, (list, tuple)) and bool(value) and all(isinstance(one, Mapping) for one in value)


def to_toml(edits: Mapping[str, Any]) -> str:
    """The text of an edits file.

    >>> print(to_toml({"event": [{"words": "launched", "date": "3 May 1961"}], "title": "The Aurelia"}), end="")
    title = "The Aurelia"
    <BLANKLINE>
    [[event]]
    words = "launched"
    date = "3 May 1961"
    """
    lines: List[str] = []
    for key, value in edits.items():
        if not is_tables(value):
            lines.append("%s = %s" % (key_text(key), value_text(value)))
    for key, value in edits.items():
        for table in value if is_tables(value) else ():
            lines += ["", "[[%s]]" % key_text(key)]
            lines += ["%s = %s" % (key_text(name), value_text(inner)) for name, inner in table.items()]
    return "".join(line + "\n" for line in lines)

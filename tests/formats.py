"""The names of all output formats, read from the table in render/formats.cc."""
import pathlib
import re

TABLE = pathlib.Path(__file__).resolve().parents[1] / "render/formats.cc"
FORMATS = re.findall(r'^\s*\{\.name = "([^"]+)"', TABLE.read_text(), re.MULTILINE)
DRAWN_ELSEWHERE = ["png", "pdf"]  # by another library, at a hundred times the cost
LAYOUTS = ["compact", "lanes", "vertical"]  # of svg, besides rows

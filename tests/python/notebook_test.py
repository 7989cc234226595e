"""Runs the cells of docs/annal.ipynb one after another; each must end without an error. With the built package in PYTHONPATH.

    notebook_test.py             by Python alone: what is shown is made, as a notebook would make it
    notebook_test.py nbconvert   by Jupyter (python3-nbconvert, python3-ipykernel), and looks at what it shows

A cell that takes a package that is not installed is left out, with a message.
"""
import ast
import contextlib
import io
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import annal

NOTEBOOK = pathlib.Path(__file__).resolve().parents[2] / "docs" / "annal.ipynb"


def run_cell(source, names):
    """Runs a cell; returns the value of its last line if that is an expression."""
    tree = ast.parse(source)
    last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, str(NOTEBOOK), "exec"), names)
    return None if last is None else eval(compile(ast.Expression(last.value), str(NOTEBOOK), "eval"), names)


def run_by_python():
    os.chdir(NOTEBOOK.parent)
    names, left_out = {}, False
    for cell in json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]:
        if cell["cell_type"] != "code":
            continue
        assert cell["outputs"] == [], "the notebook is kept without what it shows: clear its outputs"
        try:
            with contextlib.redirect_stdout(io.StringIO()):
                value = run_cell("".join(cell["source"]), names)
        except (ModuleNotFoundError, NameError) as error:
            if isinstance(error, NameError) and not left_out:  # else what an earlier cell would have made
                raise
            left_out = True
            print("left out: %s" % error)
            continue
        if isinstance(value, annal.Timeline):
            assert value._repr_html_() and value._repr_svg_()


def run_by_jupyter():
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "nbconvert", "--to", "notebook", "--execute", "--output-dir", folder, str(NOTEBOOK)],
                       check=True, env=dict(os.environ, JUPYTER_CONFIG_DIR=folder, IPYTHONDIR=folder))
        cells = json.loads(pathlib.Path(folder, NOTEBOOK.name).read_text(encoding="utf-8"))["cells"]
    shown = [output for cell in cells if cell["cell_type"] == "code" for output in cell["outputs"]]
    kinds = {kind for output in shown for kind in output.get("data", {})}
    assert {"text/html", "image/svg+xml", "text/plain"} <= kinds, kinds
    assert not [output for output in shown if output["output_type"] == "error" or output.get("name") == "stderr"]


if __name__ == "__main__":
    if sys.argv[1:] == ["nbconvert"]:
        run_by_jupyter()
    else:
        run_by_python()

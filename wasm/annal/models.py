"""Packs the models of each language but English into one file for the module: models.py FROM TO writes TO/<tag>.models.

A file is "annal-models/1\\n", then at byte 16 the sizes of the syntax model and the lemma rules (32 bits each, the lower byte first), and
at byte 64 the two, each padded to a multiple of 64 bytes.
"""
import pathlib
import struct
import sys

WITHIN = "en"  # the module holds these models


def padded(data):
    return data + b"\0" * (-len(data) % 64)


def main(source, target):
    for model in sorted(pathlib.Path(source).glob("*.bin")):
        if model.stem == WITHIN:
            continue
        syntax, lemmas = model.read_bytes(), model.with_suffix(".lemmas").read_bytes()
        head = b"annal-models/1\n".ljust(16, b"\0") + struct.pack("<II", len(syntax), len(lemmas))
        packed = padded(head) + padded(syntax) + padded(lemmas)
        pathlib.Path(target, model.stem + ".models").write_bytes(packed)


if __name__ == "__main__":
    main(*sys.argv[1:])

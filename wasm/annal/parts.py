"""Makes the parts of the module (wasm/annal/parts.h): parts.py ROOT BUILD TO writes TO/NAME.part.

A file is "annal-part/1\\n", then at byte 16 the number of its tables and the size of each (32 bits, the lower byte first), and at
byte 64 the tables, each padded to a multiple of 64 bytes.
"""
import pathlib
import struct
import sys


def padded(data):
    return data + b"\0" * (-len(data) % 64)


def part(files):
    tables = [file.read_bytes() for file in files]
    head = b"annal-part/1\n".ljust(16, b"\0") + struct.pack(f"<{len(tables) + 1}I", len(tables), *map(len, tables))
    return b"".join(map(padded, [head, *tables]))


def main(root, build, target):
    models, languages = root / "data/models/syntax", build / "languages"
    parts = {
        "charsets": sorted((build / "charsets").glob("*.rows"), key=lambda file: int(file.stem)),
        "draw": [root / "web/dist/draw.wasm.gz"],
    }
    for tables in languages.glob("*.tables"):
        parts[tables.stem] = [models / f"{tables.stem}.bin", models / f"{tables.stem}.lemmas", tables]
    for name, files in parts.items():
        (target / f"{name}.part").write_bytes(part(files))


if __name__ == "__main__":
    main(*map(pathlib.Path, sys.argv[1:]))

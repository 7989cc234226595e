#!/usr/bin/env python3
"""Lays out inputs for tests/fuzz/pdf.cc: PDFs, and what the worker hands over of pages (reader/pdf/wire.h).

Usage: tests/fuzz/pdf_seeds.py FOLDER
"""
import pathlib
import struct
import sys


def text(words):
    return struct.pack("<I", len(words.encode())) + words.encode()


def page(*lines):
    """Lines of (x, y, words, size, bold); letters are half as wide as high."""
    letters, runs = "", []
    for x, y, words, size, bold in lines:
        for i, word in enumerate(words.split(" ")):
            begin = len(letters.encode())
            letters += word
            right = x + size / 2 * len(word)
            runs.append(struct.pack("<IIfffffBB", begin, len(letters.encode()), x, y, right, y + size, size, bold, 1 if i else 2))
            x = right + size * 0.3
    return b"\1" + struct.pack("<ff", 400, 600) + text(letters) + struct.pack("<I", len(runs)) + b"".join(runs)


def answer(*pages):
    return b"\0" + text("") + text("The mill") + struct.pack("<iii", 2014, 5, 5) + b"".join(pages) + b"\0"


def pdf(lines):
    stream = "BT /F1 12 Tf 14 TL 72 700 Td " + " ".join(f"({line}) Tj T*" for line in lines) + " ET"
    bodies = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Kids [ 4 0 R ] >>",
              "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
              "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents 5 0 R >>",
              f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream"]
    out, places = "%PDF-1.4\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    table = len(out)
    out += f"xref\n0 {len(bodies) + 1}\n0000000000 65535 f \n" + "".join(f"{place:010} 00000 n \n" for place in places)
    return (out + f"trailer\n<< /Size {len(bodies) + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n").encode()


def main():
    folder = pathlib.Path(sys.argv[1])
    left, right = "the old mill burned on 3 May", "the council closed it on 5 May"
    seeds = {
        "heading": page((50, 20, "The mill", 20, 1), (50, 60, "It burned on 3 May 2014. It was re-", 10, 0), (50, 72, "built later.", 10, 0)),
        "columns": page(*((x, 50 + 12 * i, words, 10, 0) for i in range(5) for x, words in ((50, left), (220, right)))),
        "table": page(*((x, 50 + 20 * i, words, 10, 0) for i in range(5) for x, words in ((50, f"{i + 1} May 2014"), (150, left)))),
        "list": page(*((x, 50 + 20 * i, words, 10, 0) for i in range(5) for x, words in ((50, "\u2022"), (80, left)))),
        "note": page((50, 50, left, 10, 0), (50, 500, "1", 5, 0), (54, 501, "Minutes of 2 May 2014", 7, 0)),
    }
    for name, one in seeds.items():
        (folder / name).write_bytes(answer(one))
    (folder / "header").write_bytes(answer(*(page((50, 20, "The Report", 8, 0), (50, 60, left, 10, 0), (200, 580, str(n), 8, 0))
                                             for n in range(1, 5))))
    (folder / "written").write_bytes(pdf(["The old mill burned on 3 May 2014.", "The council closed the bridge."]))
    (folder / "empty").write_bytes(pdf([]))


if __name__ == "__main__":
    main()

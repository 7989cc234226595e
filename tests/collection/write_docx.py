#!/usr/bin/env python3
"""Writes the Word documents of the case: write_docx.py FOLDER. The bytes are the same each time."""

import sys
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

MINUTES = """Minutes of the Marrowby town council
Marrowby, 26 March 2019
Present: Mayor Odile Fenwright, fifteen councillors, the harbour master, the fire chief.
1. The quay. The harbour master reported that the quay was reopened on 20 March. All berths but two can be used.
2. The boat sheds. A second fire broke out in the boat sheds on Thursday, 21 March. Nobody was hurt. The fire chief, Barnaby Strule, \
said that it has nothing to do with the fire at the Selwick cannery on 4 March.
3. Warnings. Mr Strule stated that he sent a letter to the company on 17 January 2019, in which he warned it of blocked exits. He \
received no answer.
4. Inquiry. The council rejected an inquiry on 12 March. Councillor Judith Amberley, who was elected in 2017, moved the matter again. The \
council voted today and approved the inquiry by nine votes to six. Professor Edwin Laskey was appointed to lead it. An interim report is \
due in May.
5. Fair. The council confirmed that the Herring Fair will be held on 8 June 2019. Last year it was held on 9 June.
The meeting closed at 9.40 p.m."""

FINDINGS = """The fire at the Selwick cannery: summary of findings
Published 20 June 2019
The town council approved this inquiry on 26 March 2019, after it had rejected one on 12 March. An interim report was published on 16 May.
The cannery was built in 1934. The smokehouse burned down in 1988, and in 2013 a flood filled the cellars. Sprinklers were installed in \
2009; they were not tested after 2015.
The labour inspectorate last inspected the cannery in November 2018. On 17 January 2019 the fire chief, Mr Barnaby Strule, sent a letter \
to the company and warned it of blocked exits. The chairman, Mr Casimir Dowd, read it and put it aside.
On 4 March 2019 a spark from a welding torch set fire to cardboard in the warehouse. The alarm was raised at 10 p.m. The watchman, \
Mr Lew Pargeter, was found behind a locked door and later died.
The fire in the boat sheds on 21 March 2019 had another cause, a faulty heater.
The inquiry recommends yearly inspections and a test of all sprinklers before the next season.
Edwin Laskey"""

TYPES = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" \
ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""

RELATIONS = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" \
Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"""


def body(text: str) -> str:
    """The main part: the first line of `text` is a heading, each other one a paragraph."""
    paragraphs = []
    for at, line in enumerate(text.splitlines()):
        style = '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>' if at == 0 else ""
        paragraphs.append(f'<w:p>{style}<w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>')
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
        f'{"".join(paragraphs)}</w:body></w:document>'
    )


def write(path: Path, text: str) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in (("[Content_Types].xml", TYPES), ("_rels/.rels", RELATIONS), ("word/document.xml", body(text))):
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)


def main() -> int:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "case"
    write(folder / "03-council-minutes.docx", MINUTES)
    write(folder / "08-inquiry-findings.docx", FINDINGS)
    return 0


if __name__ == "__main__":
    sys.exit(main())

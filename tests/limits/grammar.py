"""Draws shapes at random and changes them at random; the same random.Random gives the same shapes. shapes.py says what a shape is."""
import copy
import pathlib
import sys

import lexicon
import links

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1]))
from formats import DRAWN_ELSEWHERE, FORMATS, LAYOUTS

FORMS = [name for name in FORMATS if name not in [*DRAWN_ELSEWHERE, "json"]] + [f"svg --layout {layout}" for layout in LAYOUTS] + ["timeml --tlinks all"]
JSON = ["build", "--dct", "2016-11-14", "--format", "json"]
ENDS = [". ", ". ", ". ", ", ", " ", " ", "\n", "\n\n", "; ", ": ", "? ", " - ", "", " (", ") ", "\u201c", "\u201d ", '" ', "'s ", "/", "-", "...", "\u2014", "\t"]
SIGNS = ["(", ")", "[", "]", '"', "\u201c", "\u201d", "\u00ab", "\u00bb", "'", "-", "\u2013", "/", ":", ";", ",", ".", "!", "?", "...", "*", "#", "|", "%", "$", "&", "<", "@",
         "\u0301", "\u202e", "\u200b", "\u00a0", "\u00ad", "\ufeff", "\U0001F600", "\u6f22", "\u05d0", "a", "1", "0", "x1", "1,", "1.", "http://a.b/c?d=", "e@f.gh", "No. ",
         "Mr. ", "St. ", "v1.2.", "24:60", "2014-05-03", "3/5/14", "'90s", "B.C. ", "th ", "II ", "\u00bd"]
BLOCK = "div p section article blockquote ul ol li dl dd dt pre h1 h2 h6 figure address center form fieldset details main nav header footer aside".split()
INLINE = "b i a em strong font span u s code small big tt nobr sub sup mark cite time abbr button label ruby rt rp q".split()
ODD = ("table tr td th tbody thead caption colgroup col select option optgroup template svg math foreignObject title desc mi mo mtext annotation-xml style script noscript iframe "
       "textarea xmp plaintext object applet marquee frameset frame body html head meta link base input br hr img image keygen isindex noembed "
       "noframes param source track wbr area embed menuitem listing main dialog video audio canvas").split()
REFERENCES = ["&amp;", "&lt;", "&#65;", "&#x41;", "&#128;", "&#0;", "&#xD800;", "&#4294967168;", "&notit;", "&", "&#", "&#x;", "&nbsp", "&CounterClockwiseContourIntegral;", "&ampamp;"]
XML_TAGS = ["EVENT", "TIMEX3", "SIGNAL", "s", "TITLE", "TEXT", "DCT", "MAKEINSTANCE", "TLINK", "SLINK", "ALINK", "EXTRAINFO"]


def _language(draw):
    return "en" if draw.random() < 0.65 else draw.choice(lexicon.LANGUAGES)


def _class(draw, language):
    known = lexicon.classes(language)
    keys = [name for name in lexicon.KEY_CLASSES if name in known]
    return draw.choice(keys) if keys and draw.random() < 0.5 else draw.choice(list(known))


def atom(draw, language):
    """One word, phrase, date, number or sign."""
    way = draw.random()
    if way < 0.38:
        return ["word", language, _class(draw, language), draw.randrange(1000)]
    if way < 0.60:
        return ["words", language, _class(draw, language), draw.choice([1, 1, 2, 7])]
    if way < 0.70:
        return ["phrase", language, draw.randrange(2000)]
    if way < 0.76:
        return ["phrases", language, draw.choice([1, 3])]
    if way < 0.83:
        return ["day", draw.choice([1, 1, 5, 28, 336])]
    if way < 0.88:
        return ["number", 10_000]  # never a year, so that twice the text is more of the same
    return draw.choice(SIGNS)


def wording(draw, language, most=9):
    """Some atoms with blanks between, or without, ended by a mark."""
    atoms = [atom(draw, language) for _ in range(draw.randint(1, draw.choice([1, 2, 4, most])))]
    for at, node in enumerate(atoms):
        if draw.random() < 0.15:
            atoms[at] = ["times", draw.choice([2, 3, 10, 60]), ["seq", node, draw.choice([" ", " ", "", ", "])]]
        elif draw.random() < 0.12:
            atoms[at] = [draw.choice(["capital", "capital", "upper"]), node]
    node = [draw.choice(["text", "text", "text", "text", "seq"]), *atoms]
    if draw.random() < 0.6:
        node = ["capital", node]
    return ["seq", node, draw.choice(ENDS)]


def prose(draw, language):
    """A unit of text: a wording, several, contradictions, or an opening and closing around them."""
    way = draw.random()
    if way < 0.45:
        return wording(draw, language)
    if way < 0.65:
        return ["seq", *[wording(draw, language, 4) for _ in range(draw.randint(2, 4))]]
    if way < 0.80:
        return ["pick", *[wording(draw, language, 5) for _ in range(draw.randint(2, 4))]]
    signal = [["word", language, name, draw.randrange(9)] for name in ("signal-before", "signal-after") if name in lexicon.classes(language)] or ["before"]
    events = [["text", ["word", language, "determiner", 0], ["word", language, _class(draw, language), draw.randrange(500)],
               ["word", language, draw.choice(["verb-past", "verb", "noun-event"]), draw.randrange(400)]] for _ in range(draw.randint(2, 4))]
    said = [["seq", ["capital", ["text", events[i], draw.choice(signal), events[(i + 1) % len(events)]]], ". "] for i in range(len(events))]
    return ["seq", *said] if draw.random() < 0.5 else ["pick", *said]


def _attributes(draw):
    if draw.random() < 0.6:
        return ""
    one = draw.choice([" a=1", ' class="x y"', " id=a", ' style="display:none"', " hidden", ' href="x"', ' datetime="2014-05-03"', ' itemprop="datePublished"', " color=red",
                       ["seq", " b", ["number"], "=", ["number"]], ["seq", " title='", ["times", 20, "x &amp; "], "'"], ' content="2014-05-03"', " encoding=text/html"])
    return one if draw.random() < 0.7 else ["times", draw.choice([2, 10, 100]), ["seq", one, ["number"]]]


def markup(draw, language, depth=0):
    """A unit of a page."""
    way = draw.random()
    name = draw.choice(draw.choice([BLOCK, INLINE, INLINE, ODD]))
    if way < 0.14 or depth > 3:
        return ["escape", prose(draw, language)]
    if way < 0.20:
        return draw.choice(REFERENCES)
    if way < 0.28:
        return draw.choice(["<!-->", "<!--->", "<!--x-->", "<!--", "--!>", "<![CDATA[x]]>", "<!x>", "<?x?>", "</>", "<", "</p>", "</br>", "<p", "<a href='", '<a b="', "</table>", "\r", "\0"])
    if way < 0.50:
        return ["seq", "<" + name, _attributes(draw), ">", markup(draw, language, depth + 1), "</" + name + ">"]
    if way < 0.70:
        return ["seq", "<" + name, _attributes(draw), draw.choice([">", ">", ">", "/>"])]
    if way < 0.75:
        return "</" + name + ">"
    return [draw.choice(["seq", "seq", "pick"]), *[markup(draw, language, depth + 1) for _ in range(draw.randint(2, 4))]]


def _text(draw, language):
    unit, grow = prose(draw, language), "repeat"
    if draw.random() < 0.12:
        grow, unit = "nest", ["seq", wording(draw, language, 4), draw.choice([draw.choice(SIGNS), wording(draw, language, 3), ""])]
    before, after = [wording(draw, language) if draw.random() < 0.2 else "" for _ in range(2)]
    return {"kind": "text", "run": JSON, "grow": grow, "before": before, "unit": unit, "after": after}


def _page(draw, language):
    unit, grow = markup(draw, language), "repeat"
    if draw.random() < 0.25:
        name = draw.choice(draw.choice([BLOCK, INLINE, ODD]))
        grow, unit = "nest", ["seq", ["seq", markup(draw, language, 3) if draw.random() < 0.3 else "", "<" + name, _attributes(draw), ">"],
                              draw.choice(["</" + name + ">", "</" + name + ">", "", markup(draw, language, 3)])]
    before = ["seq", "<html><body>", markup(draw, language, 1) if draw.random() < 0.4 else "", "".join("<%s>" % draw.choice(ODD + INLINE) for _ in range(draw.choice([0, 0, 1, 3])))]
    if draw.random() < 0.08:
        before = draw.choice(["<html><head><script type=application/ld+json>", "<title>", "<html><head><style>", "<html><head>", "<svg>", "<math>", "<template>", "<select>", "<frameset>"])
    return {"kind": "page", "run": JSON, "grow": grow, "before": before, "unit": unit, "after": "<p>It closed on 3 May 2014.</p></body></html>"}


def _xml(draw, language, depth=0):
    way, name = draw.random(), draw.choice(XML_TAGS)
    if way < 0.3 or depth > 2:
        return ["escape", prose(draw, language)]
    if way < 0.4:
        return draw.choice(["&amp;", "&#65;", "<!--x-->", "<![CDATA[x]]>", "<?x?>", "\r\n"])
    words = ["seq", "<", name, ' eid="e', ["number"], '" tid="t', ["number"], '" ', draw.choice(["", 'class="OCCURRENCE" ', 'type="DATE" value="2014" ', 'value="P1D" anchorTimeID="t1" ',
             'beginPoint="t1" endPoint="t2" ', 'relType="BEFORE" eventInstanceID="e1" relatedToTime="t2" ', ["times", 30, ["seq", "a", ["number"], '="1" ']]])]
    if way < 0.6:
        return ["seq", words, "/>"]
    return ["seq", words, ">", _xml(draw, language, depth + 1), "</", name, ">"]


def _timeml(draw, language):
    if draw.random() < 0.65:
        pattern = {"pairs": draw.choice(list(links.PAIRS)), "ends": draw.choice(["ee", "ee", "ee", "et", "te", "tt"]), "instances": draw.choice([1, 1, 1, 2, 5]),
                   "values": draw.choice(list(links.VALUES)),
                   "relations": [draw.choice(links.RELATIONS) if draw.random() < 0.5 else "BEFORE" for _ in range(draw.choice([1, 1, 2, 3, 7]))]}
        return {"kind": "timeml", "run": JSON, "grow": ["links", pattern], "before": "", "unit": atom(draw, language) if draw.random() < 0.1 else "closed", "after": ""}
    unit = _xml(draw, language)
    before, after = "<TimeML><TEXT>", "</TEXT></TimeML>"
    grow = "repeat"
    way = draw.random()
    if way < 0.2:
        name = draw.choice(XML_TAGS)
        grow, unit = "nest", ["seq", "<" + name + ">", "</" + name + ">"]
    elif way < 0.45:
        before = "<!DOCTYPE TimeML ["
        after = ']><TimeML><TEXT><EVENT eid="e1" class="OCCURRENCE">closed</EVENT>' + "<EVENT/>" * 20 + draw.choice(["", "&a9;"]) + "</TEXT></TimeML>"
        unit = draw.choice([["seq", "<!ATTLIST EVENT a", ["number"], ' CDATA "x">'], ["seq", "<!ENTITY a", ["number"], ' "', ["times", 5, ["seq", "&a", ["number"], ";"]], '">'],
                            ["seq", "<!ENTITY a", ["number"], ' "', ["times", 30, "x"], '">'], ["seq", "<!ELEMENT b", ["number"], " (", ["times", 5, "(a|b),"], "c)>"], "<!--x-->", "<?x y?>"])
    return {"kind": "timeml", "run": JSON, "grow": grow, "before": before, "unit": unit, "after": after}


def _batch(draw, language):
    shape = {"text": _text, "html": _page, "tml": _timeml}
    field = draw.choice(["text", "text", "text", "html", "tml"])
    inner = shape[field](draw, language)
    if draw.random() < 0.8 and inner["grow"] == "repeat":
        inner["grow"] = ["lines", draw.choice([30, 200, 700, 1500]), field]
        if field == "tml":
            inner["before"], inner["after"] = "<TimeML><TEXT>", "</TEXT></TimeML>"
    else:
        before, after = draw.choice([('{"id":"a",', '"text":"It closed."}'), ('{"id":"a","x":', '1,"text":"It closed."}'), ('{"id":"', '","text":"It closed."}'), ("", "")])
        unit = draw.choice([["seq", '"k', ["number"], '":1,'], "[", '{"a":', "\\u00e9", "\\\\", "x\n", "{}\n", '{"id":"a","text":"It closed."}\n', "[1,", '"text":"x",', "1e9", "\\ud83d"])
        inner.update({"grow": "repeat", "before": before, "unit": unit, "after": after})
    inner["kind"], inner["run"] = "batch", ["batch", "-j1"]
    return inner


def shape(draw):
    """A shape of any kind; four in ten go to another form or command than the JSON of a build."""
    language = _language(draw)
    made = draw.choices([_text, _page, _timeml, _batch], [50, 20, 18, 12])[0](draw, language)
    if made["kind"] != "batch":
        way = draw.random()
        if way < 0.24:
            made["run"] = ["build", "--all", "--format", *draw.choice(FORMS).split()]
        elif way < 0.40:
            made["run"] = draw.choice([["order"], ["order", "--all"], ["order", "--conflicts"], ["order", "--format", "dot"], ["dates"], ["dates", "--explain"], ["dates", "--format", "timeml"],
                                       ["order", "--why", "e1", "e9"]])
    elif draw.random() < 0.2:
        made["run"] = ["batch", "-j1", "--format", "timeml"]
    return made


def _places(node, found, parent=None, at=None):
    if parent is not None:
        found.append((parent, at))
    if isinstance(node, list):
        for i, inner in enumerate(node[1:], 1):
            if isinstance(inner, list) or (isinstance(inner, str) and node[0] in ("seq", "text", "pick")):
                _places(inner, found, node, i)
    return found


def mutant(draw, parent, other):
    """A shape like `parent` with one to three changes; parts may come from `other`."""
    made = copy.deepcopy(parent)
    language = _language(draw)
    fresh = {"text": lambda: atom(draw, language), "page": lambda: markup(draw, language, 2), "timeml": lambda: _xml(draw, language, 2),
             "batch": lambda: atom(draw, language)}[made["kind"]]
    for _ in range(draw.randint(1, 3)):
        holder = ["seq", made["unit"]]
        places = _places(holder, [])
        node, at = draw.choice(places)
        way = draw.random()
        if made["grow"] == "nest" and (node is holder or node is made["unit"] and way >= 0.6):
            continue  # it stays a pair
        if way < 0.35:
            node[at] = fresh()
        elif way < 0.5:
            node[at] = ["seq", node[at], draw.choice([" ", ""]), fresh()]
        elif way < 0.6:
            node[at] = ["times", draw.choice([2, 5, 30]), ["seq", node[at], " "]]
        elif way < 0.7 and isinstance(node[at], list) and node[at][0] == "word":
            node[at] = ["words", node[at][1], node[at][2], 1] if draw.random() < 0.3 else node[at][:3] + [draw.randrange(1000)]
        elif way < 0.8 and len(node) > 2 and node is not holder and node[0] in ("seq", "text", "pick"):
            del node[at]
        elif way < 0.9:
            giver, place = draw.choice(_places(["seq", other["unit"]], []))
            node[at] = copy.deepcopy(giver[place])
        elif isinstance(made["grow"], list) and made["grow"][0] == "links":
            made["grow"] = _changed_links(draw, made["grow"])
        else:
            made["run"] = draw.choice([parent["run"], other["run"]]) if other["kind"] == made["kind"] else parent["run"]
        if len(holder) > 1:
            made["unit"] = holder[1]
    return made


def _changed_links(draw, grow):
    pattern = dict(grow[1])
    pattern["pairs"] = draw.choice(list(links.PAIRS))
    pattern["relations"] = [draw.choice(links.RELATIONS) for _ in range(draw.randint(1, 5))]
    pattern["values"] = draw.choice(list(links.VALUES))
    return ["links", pattern]

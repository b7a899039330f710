"""Charset, language, dates, names and Markdown."""

from __future__ import annotations

import pytest

from averral.ingest.charset import decode_bytes, find_declared_charset
from averral.ingest.dates import find_date, parse_date
from averral.ingest.language import detect_language
from averral.ingest.markdown import read_markdown
from averral.ingest.names import split_names

ENGLISH = "The army said on Monday that shells struck the market and that nine people had been killed there."


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_charsets_of_an_english_text(charset):
    text = "“No,” the army’s spokesman said – and the toll in Café Rosé was nine."
    decoded = decode_bytes(text.encode(charset))
    assert decoded.text == text
    assert decoded.problem is None


@pytest.mark.parametrize(
    ("charset", "text"),
    [
        ("koi8-r", "Армия заявила в понедельник, что погибли девять человек."),
        ("shift_jis", "陸軍は月曜日、市場で九人が死亡したと発表した。"),
    ],
)
def test_declared_charset_is_used_where_utf8_fails(charset, text):
    page = f'<meta http-equiv="Content-Type" content="text/html; charset={charset}">{text}'.encode(charset)
    assert find_declared_charset(page) is not None
    assert text in decode_bytes(page, find_declared_charset(page)).text


def test_wrong_declaration_does_not_spoil_utf8():
    page = f'<meta charset="iso-8859-1">“{ENGLISH}”'.encode()
    assert decode_bytes(page, find_declared_charset(page)).text.endswith("”")


@pytest.mark.parametrize("label", ["no-such-charset", "hex", "utf-16", "rot13"])
def test_useless_declarations(label):
    assert find_declared_charset(f'<meta charset="{label}">'.encode()) in (None, "utf-8")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ENGLISH, "en"),
        (ENGLISH.upper(), "en"),
        ("SAN SALVADOR, 9 JAN 90 -- [TEXT] THE GUERRILLAS ATTACKED THE FIRST BRIGADE HEADQUARTERS LAST NIGHT.", "en"),
        ("It was not a rumour, they said.", "en"),
        ("El ejército dijo el lunes que nueve personas murieron en el mercado por los disparos de la brigada.", "es"),
        (
            "L'armée a déclaré lundi que neuf personnes avaient été tuées sur le marché par des obus tirés de loin.",
            "fr",
        ),
        ("قال الجيش يوم الاثنين إن تسعة أشخاص قتلوا في السوق", "ar"),
        ("Guerra en la ciudad", None),
        ("Shells hit market", None),
        ("12 345 --- ???", None),
        ("", None),
    ],
)
def test_language(text, language):
    assert detect_language(text) == language


@pytest.mark.parametrize(
    ("string", "edtf"),
    [
        ("2019-03-15", "2019-03-15"),
        ("2019-03-15T23:30:00-05:00", "2019-03-15"),
        ("2019-03", "2019-03"),
        ("2019", "2019"),
        ("20190315", "2019-03-15"),
        ("2019/03/15", "2019-03-15"),
        ("Fri, 15 Mar 2019 10:00:00 GMT", "2019-03-15"),
        ("March 15, 2019", "2019-03-15"),
        ("15th of March 2019", "2019-03-15"),
        ("Mar. 2019", "2019-03"),
        ("15.03.2019", "2019-03-15"),
        ("15/03/2019", "2019-03-15"),
        ("03/15/2019", "2019-03-15"),
        ("03/03/2019", "2019-03-03"),
        ("9 JAN 90", "1990-01-09"),
        ("9 Jan 35", None),
        ("02/03/2019", None),
        ("31 February 2019", None),
        ("2019-13-45", None),
        ("4 May", None),
        ("Monday", None),
        ("", None),
    ],
)
def test_dates(string, edtf):
    assert parse_date(string) == edtf


def test_date_inside_a_line():
    assert find_date("Published: 12 October 2019 09:02 | Updated 13 October 2019") == "2019-10-12"


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Anna Mero", ("Anna Mero",)),
        ("BY ANNA MERO AND JOREN VAL, REUTERS", ("ANNA MERO", "JOREN VAL", "REUTERS")),
        ("Reporting by Tolan Brisk; editing by P. T. Velle", ("Tolan Brisk", "P. T. Velle")),
        ("Posted by Anna Mero on 9 September 2014 at 22:40", ("Anna Mero",)),
        ("By Oskel Tamrin (o.tamrin@gazette.example)", ("Oskel Tamrin",)),
        ("JOREN VAL | 12 March 2021", ("JOREN VAL",)),
        ("By the Meridian News Service", ("Meridian News Service",)),
        ("Staff writer", ()),
        ("12 March 2021", ()),
        ("", ()),
    ],
)
def test_names_of_a_byline(line, names):
    assert split_names(line) == names


def test_names_are_given_once():
    assert split_names(["By Anna Mero", "Anna Mero and Joren Val"]) == ("Anna Mero", "Joren Val")


MARKDOWN = f"""---
title: "Nine dead in Sorrin"
author: Anna Mero
date: 2019-10-12
---
# Nine dead in *Sorrin*

*By Anna Mero*

**Carsk, 6 July 2019** — {ENGLISH}

> Nobody came to the door
> that night.

## Claims and doubts

- {ENGLISH}
- two

![Drivers rest](img/1.jpg)

```
code
```

[link]: https://gazette.example

## Comments

Bob: I was there.
"""


def test_markdown_keeps_its_source_and_gives_roles():
    parsed = read_markdown(MARKDOWN.encode())
    assert parsed.text == MARKDOWN
    found = [(block.role, parsed.text[block.start : block.end].split("\n")[0][:20]) for block in parsed.blocks]
    assert found == [
        ("boilerplate", "---"),
        ("headline", "# Nine dead in *Sorr"),
        ("byline", "*By Anna Mero*"),
        ("dateline", "**Carsk, 6 July 2019"),
        ("body", ENGLISH[:20]),
        ("quotation", "> Nobody came to the"),
        ("subheading", "## Claims and doubts"),
        ("body", f"- {ENGLISH}"[:20]),
        ("body", "- two"),
        ("caption", "![Drivers rest](img/"),
        ("boilerplate", "```"),
        ("boilerplate", "[link]: https://gaze"),
        ("comment", "## Comments"),
        ("comment", "Bob: I was there."),
    ]
    assert parsed.metadata.title == "Nine dead in Sorrin"
    assert parsed.metadata.byline == ("Anna Mero",)
    assert parsed.metadata.published == "2019-10-12"

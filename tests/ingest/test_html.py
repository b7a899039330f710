"""Saved pages: text, roles, metadata, and the way back to the page."""

from __future__ import annotations

import json

import pytest

from averral.ingest.html import map_html, read_html, read_html_string

P1 = "Shells struck the market of Sorrin on Saturday and killed at least nineteen people, officials and witnesses said."
P2 = "The army said the fire came from the hills held by the Highland Column, which denied that it had any guns there."
P3 = "Nurses at the Saint Orla clinic counted nine dead by noon and asked the governor to send blood and bandages soon."
PAGE = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Nineteen dead in Sorrin market | Gazette</title>
<meta property="og:site_name" content="Halmer Gazette">
<script type="application/ld+json">{{"@context": "https://schema.org", "@graph": [{{"@type": "WebPage", "name": "x"}},
{{"@type": "NewsArticle", "headline": "Nineteen dead in Sorrin market", "datePublished": "2019-10-12T23:30:00-05:00",
"author": [{{"@type": "Person", "name": "Anna Mero"}}, {{"@type": "Person", "name": "Joren Val"}}]}}]}}</script>
<style>p {{ color: red }}</style></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<div class="cookie-banner">We use cookies to improve your experience.</div>
<article><h1>Nineteen dead in Sorrin market</h1><p class="byline">By Anna Mero and Joren Val</p>
<figure><img src="a.jpg"><figcaption>A trader sweeps glass from her stall.</figcaption></figure>
<p>SORRIN, 12 October (Meridian) — {P1}</p><h2>Claims and doubts</h2><p>{P2}</p>
<p style="display:none">Hidden words that nobody sees on the page at all.</p>
<blockquote><p>We bent down for a weight, and when we stood up there was nobody in front of us.</p></blockquote>
<p>{P3}</p></article>
<aside class="related"><h3>Related articles</h3>
<ul><li><a href="/x">Leaflets dropped on Evard Hill</a></li></ul></aside>
<section id="comments"><h3>2 Comments</h3>
<div class="comment"><p>hillfarmer</p>
<p>Twenty-three people died there. I wrote four of those names myself on the door of the school that night.</p>
</div></section>
<footer>© 2019 Halmer Gazette. All rights reserved.</footer></body></html>"""


def roles(markup: str) -> dict[str, str]:
    parsed = read_html(markup.encode())
    return {parsed.text[block.start : block.end]: block.role for block in parsed.blocks}


def test_roles_of_a_page():
    found = roles(PAGE)
    assert found["Nineteen dead in Sorrin market"] == "headline"
    assert found["Claims and doubts"] == "subheading"
    assert found[P1] == found[P2] == found[P3] == "body"
    assert found["SORRIN, 12 October (Meridian) —"] == "dateline"
    for part, role in found.items():
        if "wrote four" in part or "hillfarmer" in part:
            assert role == "comment"
        if "cookies" in part or "Home" in part or "Leaflets" in part or "All rights" in part:
            assert role == "boilerplate"


def test_text_holds_what_is_visible_and_nothing_else():
    text = read_html(PAGE.encode()).text
    for words in ("Home", "We use cookies", "Leaflets dropped", "wrote four of those names", "All rights reserved"):
        assert words in text
    for words in ("color: red", "schema.org", "Hidden words", "display"):
        assert words not in text


def test_metadata_of_a_page():
    metadata = read_html(PAGE.encode()).metadata
    assert metadata.title == "Nineteen dead in Sorrin market"
    assert metadata.byline == ("Anna Mero", "Joren Val")
    assert metadata.publisher == "Halmer Gazette"
    assert metadata.published == "2019-10-12"


@pytest.mark.parametrize(
    ("head", "field", "value"),
    [
        ('<meta property="article:published_time" content="2020-02-01T10:00:00Z">', "published", "2020-02-01"),
        ('<meta name="date" content="1 February 2020">', "published", "2020-02-01"),
        ('<meta name="date" content="02/03/2020">', "published", None),
        ('<meta property="article:modified_time" content="2020-02-01">', "published", None),
        ('<meta property="og:title" content="A &amp; B">', "title", "A & B"),
        ('<meta name="author" content="By Anna Mero, Reuters">', "byline", ("Anna Mero", "Reuters")),
        ('<meta name="author" content="https://gazette.example/mero">', "byline", ()),
        ("", "publisher", None),
        ("", "published", None),
        ('<script type="application/ld+json">{"@type": "NewsArticle", broken</script>', "published", None),
    ],
)
def test_metadata_from_tags(head, field, value):
    assert (
        getattr(read_html(f"<html><head>{head}</head><body><p>{P1}</p></body></html>".encode()).metadata, field)
        == value
    )


def test_time_element_gives_the_date():
    page = f'<article><time datetime="2021-05-04T08:00">today</time><p>{P1}</p></article>'
    assert read_html(page.encode()).metadata.published == "2021-05-04"


def test_source_map_leads_back_to_every_character():
    parsed = read_html(PAGE.encode())
    root, source_map = map_html(PAGE.encode())
    elements = list(root.iter())
    for piece in source_map.pieces:
        element = elements[piece.element]
        node = element.tail if piece.tail else element.text
        copied = node[piece.offset : piece.offset + piece.end - piece.start]
        assert (
            "".join(" " if character.isspace() else character for character in copied)
            == parsed.text[piece.start : piece.end]
        )
    mapped = {at for piece in source_map.pieces for at in range(piece.start, piece.end)}
    assert all(parsed.text[at].isspace() for at in range(len(parsed.text)) if at not in mapped)
    place = source_map.find_place(parsed.text.index("Saint Orla"))
    assert elements[place.element].tag == "p"
    assert source_map.list_pieces(0, len(parsed.text)) == source_map.pieces


def test_whole_page_inside_noscript_is_read():
    page = f"<html><body><noscript><div><h1>Nine dead</h1><p>{P1}</p><p>{P2}</p></div></noscript></body></html>"
    assert P1 in read_html(page.encode()).text


def test_article_that_only_stands_in_the_data_of_the_page():
    data = json.dumps({"@type": "NewsArticle", "headline": "Nine dead", "articleBody": " ".join([P1, P2, P3] * 3)})
    parsed = read_html(
        f'<html><head><script type="application/ld+json">{data}</script></head><body></body></html>'.encode()
    )
    assert P2 in parsed.text
    assert [problem.kind for problem in parsed.problems] == ["embedded_text"]
    assert parsed.blocks[-1].role == "body"


def test_fragment_of_an_article_is_read_whole():
    parsed = read_html_string(f"<p>{P1}</p><p>{P2}</p>", whole=False)
    assert parsed.text == f"{P1}\n\n{P2}"
    assert [block.role for block in parsed.blocks] == ["body", "body"]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>a  b\n c</p>", "a b c"),
        ("<p>a<br>b</p>", "a\nb"),
        ("<p>a<br><br>b</p>", "a\n\nb"),
        ("<p>a <b> b</b>c</p>", "a bc"),
        ("<p>co&shy;op&nbsp;x</p>", "coop x"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a\tb\n\nc"),
        ("<pre>a\n  b</pre>", "a\nb"),
        ("<div>a<p>b</p>c</div>", "a\n\nb\n\nc"),
        ("<p>a<script>x</script>b</p>", "ab"),
        ("<p>3 &lt; 4 &amp; 5</p>", "3 < 4 & 5"),
    ],
)
def test_readable_text(markup, text):
    assert read_html_string(markup, whole=False).text == text

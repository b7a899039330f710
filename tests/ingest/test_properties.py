"""What holds for any input at all."""

from __future__ import annotations

import random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from averral.ingest import Source, read_source
from averral.ingest.html import map_html, read_html

LINES = st.sampled_from(
    [
        "Shells struck the market of Sorrin on Saturday and killed nineteen people, officials said.",
        "PORT AMARAN, 4 May (Agency) — Gunmen attacked the ferry at dawn, the police said.",
        "By Anna Mero and Joren Val",
        "12 October 2019 09:02",
        "A full market",
        "OPINION",
        "Read also: Who holds the pass?",
        "2 Comments",
        "Oldfisher in: Who fired?",
        "Reply",
        "    “Nobody came,” it said.",
        "Its statement said:",
        "- one",
        "Photo: Kester Holm",
        "ENDS",
        "© 2019 Gazette",
        "",
        "   ",
        "\u202e\u200b\x00",
        "🔥 12 😢",
    ]
)
TEXTS = st.one_of(st.text(max_size=300), st.lists(LINES, max_size=25).map("\n".join))
TAG_NAMES = "p div span b h1 h2 li ul table tr td blockquote a section article br pre x-y script"
TAGS = st.sampled_from(TAG_NAMES.split())
MARKUP = st.lists(
    st.one_of(TEXTS, TAGS.map("<{}>".format), TAGS.map("</{}>".format), st.just('<div class="comments">')), max_size=30
).map("".join)
NAMES = st.sampled_from(["a.txt", "a.md", "a.html", "-"])
relaxed = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def check(data: bytes, name: str) -> None:
    """Blocks are in order, do not overlap, lie inside the text, and leave out nothing but white space."""
    source = Source(uri=name, data=data)
    ingested = read_source(source)
    text, done = ingested.document.text, 0
    for block in ingested.document.blocks:
        assert done <= block.start < block.end <= len(text)
        assert not text[done : block.start].strip()
        assert text[block.start : block.end].strip()
        done = block.end
    assert not text[done:].strip()
    for problem in ingested.problems:
        assert problem.start is None or 0 <= problem.start < problem.end <= len(text)
    assert read_source(source) == ingested
    text.encode()


@relaxed
@given(TEXTS, NAMES)
def test_text_is_covered_by_blocks(text, name):
    check(text.encode("utf-8", "surrogatepass"), name)


@relaxed
@given(st.binary(max_size=300), NAMES)
def test_any_bytes_give_a_document(data, name):
    check(data, name)


@relaxed
@given(MARKUP)
def test_markup_is_covered_by_blocks_and_mapped_to_the_page(markup):
    data = markup.encode("utf-8", "surrogatepass")
    check(data, "a.html")
    root, source_map = map_html(data)
    text = read_html(data).text
    elements = list(root.iter()) if root is not None else []
    for piece in source_map.pieces:
        node = elements[piece.element].tail if piece.tail else elements[piece.element].text
        copied = node[piece.offset : piece.offset + piece.end - piece.start]
        assert [c for c in copied if not c.isspace()] == [c for c in text[piece.start : piece.end] if not c.isspace()]
        assert len(copied) == piece.end - piece.start


@relaxed
@given(TEXTS)
def test_plain_text_is_the_file_itself(text):
    data = text.encode("utf-8", "replace")
    document = read_source(Source(uri="a.txt", data=data)).document
    if document.media_type == "text/plain" and document.text:
        assert document.text == data.decode("utf-8").replace("\r\n", "\n").removeprefix("\ufeff")


@relaxed
@given(st.lists(st.tuples(TEXTS, NAMES), max_size=6), st.randoms(use_true_random=False))
def test_order_of_sources_does_not_matter(pairs, chance: random.Random):
    sources = [
        Source(uri=f"{number}{name}", data=text.encode("utf-8", "replace")) for number, (text, name) in enumerate(pairs)
    ]
    shuffled = sources.copy()
    chance.shuffle(shuffled)
    straight = {source.uri: read_source(source) for source in sources}
    assert {source.uri: read_source(source) for source in shuffled} == straight

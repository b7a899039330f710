"""Whole readings with the bundle that ships: what must hold whatever the model finds."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest

from averral.encoder.tokens import Tokens
from averral.extract import Extractor
from averral.extract.section import SECTION_CHARACTERS
from averral.ingest import iter_sources, read_source
from averral.records import (
    NAMED_ROLES,
    READ_ROLES,
    Attribution,
    Block,
    BlockRole,
    Document,
    Links,
    Mention,
    Reading,
    Time,
    decode_reading,
    encode_reading,
)
from tests.builders import make_document, make_problem
from tests.schema import check_reading

pytestmark = pytest.mark.model

DOSSIER = Path(__file__).parents[2] / "corpus/dossiers/port-amaran"
WIRE = (
    (
        "The Interior Ministry said on Tuesday that two witnesses had told its officers that the gunmen left by the "
        "ferry Anselm. Colonel Dara Moss denied it."
    ),
    (
        "“We never fired,” he told reporters in Port Velleth. According to a leaked report, the army believed that the "
        "Free Lirren Brigades (FLB) had planned the attack for months. Nine people were buried on Wednesday."
    ),
)
PARTS: tuple[tuple[BlockRole, str], ...] = (
    ("boilerplate", "Our Privacy Editor says that subscribers said they accept cookies."),
    ("headline", "Ministry blames ferry gunmen, colonel denies it"),
    ("byline", "By Marta Quill, who said she wrote it"),
    ("dateline", "PORT VELLETH, 12 March"),
    ("body", WIRE[0]),
    ("caption", "A photograph that the police said shows the burned ferry."),
    ("body", WIRE[1]),
    ("comment", "Zubin42 said that the minister told everybody that he lied about Ostral."),
)


def make_report(*parts: tuple[BlockRole, str], language: str | None = "en") -> Document:
    text, blocks = "", []
    for role, words in parts:
        text += "\n\n" if text else ""
        blocks.append(Block(len(text), len(text) + len(words), role))
        text += words
    return make_document(text, blocks=tuple(blocks), language=language)


def read_dossier() -> list[Document]:
    sources = iter_sources([str(DOSSIER)])
    return [read_source(source).document for source in sources]


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor.load()


@pytest.fixture(scope="module")
def readings(extractor: Extractor) -> list[Reading]:
    known = make_report(
        ("body", "Shells fell on Mosul, in Iraq, on Tuesday. Police in Mosul said that nobody was hurt.")
    )
    return [extractor.read(document) for document in (make_report(*PARTS), known, *read_dossier())]


def iter_claimed(reading: Reading) -> Iterator[tuple[int, int]]:
    """Everything but mentions; of attributed claims the pieces of their contents."""
    yield from reading.sentences
    for a in reading.attributions:
        yield from ((part.start, part.end) for part in (a.source, a.cue, *a.content) if part)
    yield from ((c.start, c.end) for c in reading.claims if c.attribution is None)


def iter_spans(reading: Reading) -> Iterator[tuple[int, int]]:
    yield from ((m.start, m.end) for m in reading.mentions)
    yield from ((t.start, t.end) for t in reading.times)
    yield from iter_claimed(reading)


def places_of(document: Document, roles: Container[str]) -> set[int]:
    return {i for b in document.blocks if b.role in roles for i in range(b.start, b.end)}


def words_outside(reading: Reading, spans: Iterable[tuple[int, int]], roles: Container[str]) -> list[str]:
    """The spans that hold anything but white space outside the blocks of these roles."""
    text, inside = reading.document.text, places_of(reading.document, roles)
    return [
        text[start:end]
        for start, end in spans
        if any(i not in inside and not text[i].isspace() for i in range(start, end))
    ]


def test_the_readings_hold_something(readings: list[Reading]):
    assert len(readings) > 15
    assert all(reading.claims and reading.sentences and reading.mentions for reading in readings)
    assert any(a.parent for reading in readings for a in reading.attributions)
    assert {len(c.chain) for reading in readings for c in reading.claims} >= {1, 2, 3}


def test_every_reading_keeps_the_contract(readings: list[Reading]):
    for reading in readings:
        check_reading(reading)
        assert decode_reading(encode_reading(reading)) == reading


def test_the_same_document_gives_the_same_bytes(extractor: Extractor):
    first, again, elsewhere = (
        encode_reading(e.read(make_report(*PARTS))) for e in (extractor, extractor, Extractor.load())
    )
    assert first == again == elsewhere


def test_what_was_read_before_does_not_matter(extractor: Extractor, readings: list[Reading]):
    backwards = [extractor.read(reading.document) for reading in reversed(readings)]
    assert [encode_reading(r) for r in reversed(backwards)] == [encode_reading(r) for r in readings]


def test_every_span_lies_in_what_is_read(readings: list[Reading]):
    for reading in readings:
        assert words_outside(reading, iter_claimed(reading), READ_ROLES) == []
        assert words_outside(reading, iter_spans(reading), NAMED_ROLES) == []


def test_no_span_is_empty_or_has_white_space_at_its_ends(readings: list[Reading]):
    for reading in readings:
        for start, end in iter_spans(reading):
            words = reading.document.text[start:end]
            assert words, (start, end)
            assert words == words.strip()


def test_a_claim_begins_and_ends_in_what_is_read(readings: list[Reading]):
    for reading in readings:
        inside = places_of(reading.document, READ_ROLES)
        assert all(c.start in inside and c.end - 1 in inside for c in reading.claims)


def test_comments_and_boilerplate_leave_no_trace(extractor: Extractor):
    """Only offsets differ from the reading of the same report without them."""
    kept = [part for part in PARTS if part[0] in NAMED_ROLES]
    whole, bare = extractor.read(make_report(*PARTS)), extractor.read(make_report(*kept))
    assert len(kept) == len(PARTS) - 2
    assert [e.name for e in whole.entities] == [e.name for e in bare.entities]
    assert words_of(whole) == words_of(bare)
    assert not any(name in words for words in words_of(whole) for name in ("Zubin42", "Privacy Editor"))


def words_of(reading: Reading) -> list[str]:
    return [reading.document.text[start:end] for start, end in iter_spans(reading)]


@pytest.mark.parametrize("role", ["comment", "boilerplate"])
def test_a_document_without_a_readable_block(extractor: Extractor, role: BlockRole):
    reading = extractor.read(make_report((role, WIRE[0]), (role, WIRE[1])))
    assert is_bare(reading)
    assert reading.problems == ()


@pytest.mark.parametrize("role", ["byline", "dateline"])
def test_bylines_and_datelines_name_and_claim_nothing(extractor: Extractor, role: BlockRole):
    reading = extractor.read(make_report((role, WIRE[0]), (role, WIRE[1])))
    assert list(iter_claimed(reading)) == []
    assert reading.claims == ()
    assert reading.mentions


def is_bare(reading: Reading) -> bool:
    return not any((
        reading.sentences, reading.mentions, reading.entities, reading.times, reading.places, reading.attributions,
        reading.claims,
    ))  # fmt: skip


@pytest.mark.parametrize("language", ["fr", "de", "ru", "ar"])
def test_another_language_is_a_problem_and_nothing_is_extracted(extractor: Extractor, language: str):
    before = make_problem(kind="charset")
    reading = extractor.read(make_report(("body", WIRE[0]), language=language), [before])
    assert is_bare(reading)
    assert [(p.stage, p.kind) for p in reading.problems] == [("ingest", "charset"), ("extract", "language")]
    assert f"“{language}”" in reading.problems[1].message


def test_a_text_too_short_to_tell_its_language_is_read(extractor: Extractor):
    text = "Nine people were buried in Ostral."
    reading = extractor.read(make_document(text, language=None))
    assert reading.problems == ()
    assert reading.sentences == ((0, len(text)),)


@pytest.mark.parametrize("text", ["", " ", "\n\n \n", "\u200b", "—", "…!?", "\x00", "\u0301\u202e"])
def test_next_to_nothing(extractor: Extractor, text: str):
    problem = make_problem(kind="empty")
    reading = extractor.read(make_document(text, language=None), [problem])
    assert reading.problems == (problem,)
    assert reading.claims == ()


class CountingEncoder:
    """Stands before the bundle's encoder and counts sections."""

    def __init__(self, extractor: Extractor) -> None:
        self.encoder, self.sizes = extractor.encoder, []

    def encode(self, tokens: Tokens):
        self.sizes.append(int(tokens.ends[-1] - tokens.starts[0]))
        return self.encoder.encode(tokens)


def test_a_long_document_is_read_in_sections(extractor: Extractor):
    """One paragraph longer than a section among many short ones."""
    endless = " ".join([WIRE[0]] * (SECTION_CHARACTERS * 3 // 2 // len(WIRE[0])))
    paragraphs = [WIRE[i % 2] for i in range(240_000 // len("".join(WIRE)) * 2)]
    document = make_report(*(("body", words) for words in (*paragraphs[:100], endless, *paragraphs[100:])))
    assert len(document.text) > 295_000
    encoder = CountingEncoder(extractor)
    reading = Extractor(extractor.bundle, encoder).read(document)
    assert len(encoder.sizes) >= 8
    assert max(encoder.sizes) <= SECTION_CHARACTERS + 2 * len(paragraphs)
    assert sum(end - start for start, end in reading.sentences) > 0.95 * len(document.text)
    assert reading.mentions[-1].end > 0.99 * len(document.text)
    assert reading.claims[-1].end > 0.99 * len(document.text)


def test_ids_are_unique_and_count_from_one(readings: list[Reading]):
    for reading in readings:
        for letter, records in (
            ("m", reading.mentions),
            ("e", reading.entities),
            ("a", reading.attributions),
            ("c", reading.claims),
        ):
            assert [r.id for r in records] == [f"{letter}{i}" for i in range(1, len(records) + 1)]


def test_parents_exist_and_hold_their_children(readings: list[Reading]):
    for reading in readings:
        by_id = {a.id: a for a in reading.attributions}
        for a in reading.attributions:
            lineage = list(iter_lineage(a, by_id))
            assert len({b.id for b in lineage}) == len(lineage)
            if a.parent:
                anchor = a.cue or a.content[0]
                assert any(s.holds(anchor) for s in by_id[a.parent].content)


def iter_lineage(a: Attribution, by_id: dict[str, Attribution]) -> Iterator[Attribution]:
    """The attribution and all that hold it; stops when it comes back to one that it has passed."""
    passed: set[str] = set()
    step: Attribution | None = a
    while step is not None:
        yield step
        if step.id in passed:
            return
        passed.add(step.id)
        step = by_id[step.parent] if step.parent else None


def test_chains_run_from_the_author_to_the_source(readings: list[Reading]):
    for reading in readings:
        by_id = {a.id: a for a in reading.attributions}
        entities = {e.id for e in reading.entities}
        for claim in reading.claims:
            assert claim.chain[0] == "author"
            assert set(claim.chain[1:]) <= entities | {"unnamed"}
            if claim.attribution is None:
                assert claim.chain == ("author",)
                continue
            lineage = list(iter_lineage(by_id[claim.attribution], by_id))
            sources = [(a.source and a.source.entity) or "unnamed" for a in reversed(lineage)]
            assert claim.chain == ("author", *sources)


def test_every_attribution_has_a_claim_and_every_entity_a_use(readings: list[Reading]):
    for reading in readings:
        assert {c.attribution for c in reading.claims} - {None} == {a.id for a in reading.attributions}
        used = {m.entity for m in reading.mentions} | {a.source.entity for a in reading.attributions if a.source}
        assert {e.id for e in reading.entities} == used - {None}


def test_claims_and_mentions_follow_the_text(readings: list[Reading]):
    for reading in readings:
        for records in (reading.claims, reading.mentions):
            places = [(r.start, -r.end) for r in records]
            assert places == sorted(places)
        for claim in reading.claims:
            assert claim.probability is None or 0 <= claim.probability <= 1


def test_times_count_from_publication(extractor: Extractor):
    document = make_report(*PARTS)
    dated = msgspec.structs.replace(document, published="2031-03-13")
    told = [[(words_at(d, t), t.edtf) for t in extractor.read(d).times] for d in (document, dated)]
    assert told[0] == [("12 March", None), ("Tuesday", None), ("Wednesday", None)]
    assert dict(told[1]) == {
        "12 March": "2031-03-12",
        "Tuesday": "2031-03-11",
        "Wednesday": "2031-03-12",
    }


def words_at(document: Document, record: Time | Mention) -> str:
    return document.text[record.start : record.end]


def test_known_places_have_a_point_and_their_entities_links(extractor: Extractor):
    text = "Shells fell on Mosul, in Iraq, on Tuesday. Police in Mosul said that nobody in Port Velleth was hurt."
    reading = extractor.read(make_report(("body", text)))
    mentions = {m.id: m for m in reading.mentions}
    placed = [(words_at(reading.document, mentions[p.mention]), p.country, p.precision) for p in reading.places]
    assert placed == [("Mosul", "IQ", "settlement"), ("Iraq", "IQ", "country"), ("Mosul", "IQ", "settlement")]
    links = {e.name: (e.links.iso3166, e.links.geonames) for e in reading.entities if e.links != Links()}
    assert links == {"Mosul": (None, reading.places[0].geonames), "Iraq": ("IQ", reading.places[1].geonames)}


def test_places_follow_mentions(readings: list[Reading]):
    assert any(reading.places for reading in readings)
    for reading in readings:
        order = [m.id for m in reading.mentions]
        numbers = [order.index(p.mention) for p in reading.places]
        assert numbers == sorted(set(numbers))


def test_names_do_not_overlap(readings: list[Reading]):
    for reading in readings:
        names = sorted((m.start, m.end) for m in reading.mentions if m.name)
        assert all(end <= start for (_, end), (start, _) in pairwise(names))


def test_capitals_alone_are_read(extractor: Extractor):
    reading = extractor.read(make_report(("body", WIRE[0].upper())))
    assert reading.claims
    assert reading.sentences


QUOTED = (
    (
        "Ilir Dunat, the harbour master, said: “The ferry left at six with every cabin taken. Nobody told the crew "
        "about the mines, and nobody has told the families anything since."
    ),
    "“We asked the ministry for a pilot boat four times. It never came.”",
)


def test_a_quotation_over_two_paragraphs_is_one_whole_content(extractor: Extractor):
    document = make_report(*(("body", paragraph) for paragraph in QUOTED))
    text = document.text
    (attribution,) = [a for a in extractor.read(document).attributions if a.parent is None]
    assert [text[s.start : s.end] for s in attribution.content] == [QUOTED[0][QUOTED[0].index("“") :], QUOTED[1]]
    assert attribution.source is not None
    assert "Dunat" in text[attribution.source.start : attribution.source.end]


def test_each_sentence_keeps_to_its_own_cue(extractor: Extractor):
    text = (
        "Army engineers cleared four of the six lanes on Monday, Colonel Dara Moss said. The harbour has been under "
        "fire since March, and a third of its cranes are gone, Moss said."
    )
    found = [a for a in extractor.read(make_report(("body", text))).attributions if a.parent is None]
    assert [text[a.content[0].start :].split(" ", 1)[0] for a in found] == ["Army", "The"]
    assert all(a.cue is not None and a.cue.start > a.content[-1].start for a in found)

from averral.records import Block, Problem
from averral.views import make_document_page, make_overview
from tests.views.builders import make_reading

MINISTRY = {"names": {"e1": "the Ministry", "e2": "Ada Sool"}}
FIRST = make_reading(
    "[s1 The Ministry] [c1 said] [t1 that [s2 Ada Sool] [c2 confessed] [t2 to arson]]. [s3 He] [c3 agreed].",
    sources={"1": "e1", "2": "e2"},
    title="First",
    **MINISTRY,
)
SECOND = make_reading(
    '[t1 "No,"] [s1 the ministry] [c1 said]. It [c2 reportedly] [t2 burned].',
    uri="reports/two.txt",
    sources={"1": "e1"},
    problems=(Problem(stage="ingest", kind="charset", message="guessed", start=1, end=3),),
    **MINISTRY,
)


def test_sources_are_counted_over_documents_by_how_they_are_heard():
    named, unresolved, unnamed = make_overview([FIRST, SECOND]).sources.groups
    ministry, sool = named.rows
    assert (ministry.voice.name, ministry.total, ministry.documents) == ("the Ministry", 2, 2)
    assert (ministry.direct, ministry.mixed, ministry.indirect) == (1, 0, 1)
    assert (ministry.firsthand, ministry.through, ministry.relayed) == (2, (), 1)
    assert (sool.firsthand, sool.through) == (0, (("the Ministry", 1),))
    assert [row.voice.name for row in unresolved.rows] == ["He"]
    assert [row.total for row in unnamed.rows] == [1]


def test_every_attribution_is_in_the_index_once():
    overview = make_overview([FIRST, SECOND])
    marks = [item.mark for group in overview.sources.groups for row in group.rows for item in row.occurrences]
    assert len(marks) == len(set(marks)) == overview.attributions == 5


def test_documents_have_their_share_of_attributed_text():
    first, second = make_overview([FIRST, SECOND]).documents
    assert (first.number, first.title, second.title) == (1, "First", "two.txt")
    content = len("that Ada Sool confessed to arson")
    assert first.attributed == content / len(FIRST.document.text)
    assert (second.attributions, second.problems) == (2, 1)


def test_problems_quote_their_place():
    (entry,) = make_overview([FIRST, SECOND]).problems
    assert (entry.number, entry.problem.kind, entry.words) == (2, "charset", "No")


def test_the_manifest_does_not_depend_on_the_order_of_adding():
    one, other = make_overview([FIRST, SECOND]), make_overview([SECOND, FIRST])
    assert one.manifest == other.manifest != make_overview([FIRST]).manifest


def test_anchors_do_not_depend_on_the_other_documents():
    alone, second = make_document_page(SECOND, 1), make_document_page(SECOND, 2)
    assert alone.sections == second.sections
    assert alone.anchor == second.anchor


def test_an_empty_casefile_has_an_overview():
    overview = make_overview([])
    assert (overview.documents, overview.attributions, overview.averrals) == ((), 0, 0)


def test_cards_stand_beside_the_passage_where_their_attribution_begins():
    reading = make_reading("Quiet.\n\n[s1 A] [c1 said] [t1 no].\n\n[s2 B] [c2 said] [t2 yes].")
    (section,) = make_document_page(reading, 1).sections
    assert [[card.number for card in row.cards] for row in section.rows] == [[], ["1"], ["2"]]


def test_a_card_says_who_through_whom_and_what():
    (section,) = make_document_page(FIRST, 1).sections
    outer, inner, _ = section.rows[0].cards
    assert ([voice.name for voice in inner.chain], inner.quote, inner.cue) == (
        ["the Ministry", "Ada Sool"],
        "to arson",
        "confessed",
    )
    assert (inner.parent, inner.parent_number, inner.speaker.name) == (outer.anchor, "1", "Ada Sool")
    assert outer.parent is None


def test_comments_and_furniture_are_folded_into_muted_sections():
    text = "Share this\n\nIt burned.\n\nNo it did not\n\nBuy now"
    roles = ("boilerplate", "body", "comment", "boilerplate")
    starts = [text.index(line) for line in text.split("\n\n")]
    blocks = tuple(
        Block(start, start + len(line), role)
        for start, line, role in zip(starts, text.split("\n\n"), roles, strict=True)
    )
    page = make_document_page(make_reading(text, blocks=blocks), 1)
    assert [(section.muted, section.roles, section.glimpse) for section in page.sections] == [
        (True, (("boilerplate", 1),), "Share this"),
        (False, (), ""),
        (True, (("comment", 1), ("boilerplate", 1)), "No it did not"),
    ]

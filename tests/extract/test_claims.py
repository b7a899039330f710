from averral.extract.claims import averrals, chain_of
from averral.records import Attribution, EntitySpan, Span
from tests.builders import span_of


def attribution(number: int, content: Span, *, parent: str | None = None, entity: str | None = None) -> Attribution:
    source = EntitySpan(0, 1, entity) if entity else None
    return Attribution(id=f"a{number}", source=source, cue=None, content=(content,), parent=parent, kind="indirect")


def test_a_chain_runs_from_the_author_inward():
    outer = attribution(1, Span(0, 50), entity="e1")
    middle = attribution(2, Span(5, 40), parent="a1")
    inner = attribution(3, Span(9, 30), parent="a2", entity="e2")
    by_id = {a.id: a for a in (outer, middle, inner)}
    assert chain_of(inner, by_id) == ("author", "e1", "unnamed", "e2")
    assert [chain_of(a, by_id) for a in (outer, middle)] == [("author", "e1"), ("author", "e1", "unnamed")]


def test_what_no_attribution_covers_is_the_authors():
    text = "Shells fell on the market at noon. The army said it held fire. Nine people were buried on Monday."
    sentences = [span_of(text, s) for s in ("Shells fell on the market at noon.", "The army said it held fire.")]
    sentences.append(span_of(text, "Nine people were buried on Monday."))
    said = Attribution(
        id="a1",
        source=EntitySpan(35, 43),
        cue=span_of(text, "said"),
        content=(span_of(text, "it held fire"),),
        kind="indirect",
    )
    found = [text[c.start : c.end] for c in averrals(text, sentences, [said])]
    assert found == ["Shells fell on the market at noon.", "Nine people were buried on Monday."]


def test_the_authors_part_of_a_shared_sentence_is_kept_when_it_says_something():
    text = "Three trucks burned outside the gate, which the mayor called sabotage, and the road stayed closed all day."
    called = Attribution(
        id="a1",
        source=EntitySpan(*_bounds(text, "the mayor")),
        cue=span_of(text, "called"),
        content=(span_of(text, "which"), span_of(text, "sabotage")),
        kind="indirect",
    )
    found = [text[c.start : c.end] for c in averrals(text, [Span(0, len(text))], [called])]
    assert found == ["Three trucks burned outside the gate", "and the road stayed closed all day."]


def _bounds(text: str, words: str) -> tuple[int, int]:
    span = span_of(text, words)
    return span.start, span.end

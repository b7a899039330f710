"""Sentences with their mentions marked: "{ORG Salt Front}", "{per/e1 its founder}"; small letters for descriptions."""

import re

from averral.extract.relations import FoundRelation, find_relations
from averral.extract.sentences import iter_sentences
from averral.records import Mention, Span

OPENING = re.compile(r"\{(\w+)(?:/(\w+))? ")


def parse(marked: str) -> tuple[str, list[Mention]]:
    """The plain text and its mentions; what stands behind "/" is the entity's id."""
    text, mentions, opened, at = "", [], [], 0
    while at < len(marked):
        if match := OPENING.match(marked, at):
            opened.append((len(text), match[1], match[2]))
            at = match.end()
        elif marked[at] == "}":
            start, kind, entity = opened.pop()
            mentions.append(
                Mention(
                    id=f"m{start}", start=start, end=len(text), type=kind.upper(), name=kind.isupper(), entity=entity
                )
            )
            at += 1
        else:
            text += marked[at]
            at += 1
    return text, mentions


def read(marked: str) -> tuple[str, tuple[FoundRelation, ...]]:
    """The plain text and the relations found in it."""
    text, mentions = parse(marked)
    return text, find_relations(text, list(iter_sentences(text, [Span(0, len(text))])), mentions)


def words(text: str, span: Span) -> str:
    return text[span.start : span.end]


def tell(marked: str) -> str:
    """Each relation as "subject predicate object factuality tense", "-" for a null, in the order of the text."""
    text, found = read(marked)
    return "; ".join(
        f"{words(text, r.subject)} {r.predicate} {words(text, r.object)} {r.factuality or '-'} {r.tense or '-'}"
        for r in found
    )

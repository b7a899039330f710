"""Which types of incidents may be told of one happening."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from averral.analysis.incidents.term import Term
from averral.records.case_incident import Happening
from averral.records.ontology import EVENT_TYPES, broad_type

__all__ = ["compare_kinds", "find_kin"]

_VIOLENCE = frozenset({"attack", "armed_clash", "death", "injury", "disaster", "crackdown", "uprising"})
_CUSTODY = frozenset({"kidnapping", "arrest", "release", "seizure", "trial", "investigation", "disappearance"})


@lru_cache(maxsize=1_000)
def find_kin(event: str) -> str:
    """The group of types that reports give to one and the same happening.

    What kills or hurts is "violence", whether a report calls it attack, clash, explosion or death; who is led away is
    in "custody", whether arrested, abducted or tried. Any other type is of the group of its broad type; a type that
    the ontology does not have is a group of its own.
    """
    broad = broad_type(event) if event in EVENT_TYPES else event
    if broad in _VIOLENCE:
        return "violence"
    return "custody" if broad in _CUSTODY else broad


def compare_kinds(a: Happening, b: Happening) -> Iterator[Term]:
    """Same type; the same broad type; or only the same group. Stages that differ speak against one happening."""
    if a.type == b.type:
        yield Term("type", 1.0, f"both are of the type {a.type.replace('_', ' ')}")
    elif _broad(a.type) != _broad(b.type) and find_kin(a.type) != "custody":
        yield Term("other type", 1.0, f"{a.type.replace('_', ' ')} against {b.type.replace('_', ' ')}")
    if a.stage != b.stage:
        value = 1.0 if "threatened" in (a.stage, b.stage) else 0.3
        yield Term("stage", value, f"one is {a.stage}, the other {b.stage}")


def _broad(event: str) -> str:
    return broad_type(event) if event in EVENT_TYPES else event

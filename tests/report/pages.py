"""What a browser would see of a page: a small reader over the standard parser."""

from __future__ import annotations

from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace

from averral.analysis.agreement import make_testimony, weigh_case
from averral.analysis.forecasts import make_forecasts
from averral.analysis.incidents import Index, make_happenings, resolve_incidents
from averral.analysis.origins import OriginIndex, compare, make_fingerprint, trace_origins
from averral.analysis.timeline import Moment, lay_out_timeline, list_statements
from averral.records.hypothesis import Matrix
from tests.views.actors import resolve_case

VOID = {"meta", "link", "br", "input"}


class FakeCasefile:
    """As much of a casefile as the report uses, worked out from readings in memory; nobody has decided anything."""

    def __init__(self, *readings) -> None:
        self.readings = readings
        self.path = Path("cases/harbour.averral")
        self.actors = SimpleNamespace(list=self.list_actors)
        self.grades = SimpleNamespace(list=self.list_grades, map_actors=dict)
        self.incidents = SimpleNamespace(list=self.list_incidents)
        self.origins = SimpleNamespace(trace=self.trace_origins)
        self.forecasts = SimpleNamespace(list=self.list_forecasts, list_resolutions=tuple)
        self.hypotheses = SimpleNamespace(list_questions=tuple, get_matrix=lambda question: Matrix())
        self.log = SimpleNamespace(list=tuple)
        self.agreement = SimpleNamespace(weigh=self.weigh)
        self.revisions = SimpleNamespace(list_confirmed=frozenset)

    def iter_readings(self):
        return iter(self.readings)

    def list_actors(self):
        return resolve_case(*self.readings)

    def list_grades(self):
        return ()

    def list_incidents(self):
        return resolve_incidents(
            Index(make_happenings(reading, self._actor_of()) for reading in self.readings)
        ).incidents

    def trace_origins(self):
        sides = {reading.document.id: (reading, make_fingerprint(reading)) for reading in self.readings}
        fingerprints = [fingerprint for _, fingerprint in sides.values()]
        ties = (compare(sides[a], sides[b]) for a, b in OriginIndex(fingerprints).iter_pairs())
        return trace_origins(fingerprints, [tie for tie in ties if tie])

    def list_forecasts(self):
        return tuple(found for reading in self.readings for found in make_forecasts(reading, self._actor_of()))

    def lay_out_timeline(self):
        happened = (
            Moment(id=one.id, kind="incident", title=one.title, edtf=one.edtf, place=one.place)
            for one in self.list_incidents()
        )
        return lay_out_timeline((*happened, *(one for reading in self.readings for one in list_statements(reading))))

    def weigh(self):
        testimonies = [make_testimony(reading) for reading in self.readings]
        return weigh_case(testimonies, self.list_incidents(), self.list_actors(), self.trace_origins())

    def _actor_of(self):
        return {key: actor.id for actor in self.list_actors() for key in actor.sightings}


class Page(HTMLParser):
    """Ids, links, elements and the words of passages; an element that is not closed in order is an error."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: Counter[str] = Counter()
        self.attributes: list[tuple[str, str, str]] = []
        self.elements: Counter[str] = Counter()
        self.passages: list[str] = []
        self.words = ""
        self._stack: list[tuple[str, str]] = []
        self.feed(html)
        self.close()
        assert not self._stack

    def handle_starttag(self, tag, attrs):
        given = {key: value or "" for key, value in attrs}
        self.elements[tag] += 1
        self.attributes += [(tag, key, value) for key, value in given.items()]
        if "id" in given:
            self.ids[given["id"]] += 1
        classes = given.get("class", "").split()
        if "passage" in classes and "example" not in classes:
            self.passages.append("")
        if tag not in VOID:
            self._stack.append((tag, given.get("class", "")))

    def handle_endtag(self, tag):
        assert self._stack.pop()[0] == tag

    def handle_data(self, data):
        kinds = [name.split()[0] for _, name in self._stack if name]
        if {tag for tag, _ in self._stack}.isdisjoint({"style", "script"}):
            self.words += data
        if "passage" in kinds and "number" not in kinds and "example" not in self._stack_classes():
            self.passages[-1] += data

    def links(self) -> list[str]:
        return [value for _, key, value in self.attributes if key == "href"]

    def _stack_classes(self) -> set[str]:
        return {name for _, classes in self._stack for name in classes.split()}

"""What a browser would see of a page: a small reader over the standard parser."""

from __future__ import annotations

from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace

from tests.views.actors import resolve_case

VOID = {"meta", "link", "br", "input"}


class FakeCasefile:
    """As much of a casefile as the report uses."""

    def __init__(self, *readings) -> None:
        self.readings = readings
        self.path = Path("cases/harbour.averral")
        self.actors = SimpleNamespace(list=self.list_actors)
        self.grades = SimpleNamespace(list=self.list_grades)

    def iter_readings(self):
        return iter(self.readings)

    def list_actors(self):
        return resolve_case(*self.readings)

    def list_grades(self):
        return ()


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

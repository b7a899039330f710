"""Assets: the style sheets and scripts that ship beside the templates."""

from __future__ import annotations

from importlib.resources import files

__all__ = ["read_asset"]


def read_asset(name: str) -> str:
    """The text of a file in `render/static`, fit to stand inside a `<style>` or `<script>` element.

    Raises:
        ValueError: the text holds a closing tag, and would end the element that it is put into.
    """
    text = files("averral.render").joinpath("static", name).read_text("utf-8")
    if "</" in text or "<!--" in text:
        raise ValueError(f"{name} cannot stand inside an element of a page")
    return text

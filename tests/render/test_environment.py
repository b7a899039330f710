import jinja2
import pytest

from averral.render import make_environment, read_asset


def test_a_name_that_is_not_there_is_an_error():
    with pytest.raises(jinja2.UndefinedError):
        make_environment().from_string("{{ nobody }}").render()


def test_everything_is_escaped():
    assert make_environment().from_string("{{ it }}").render(it="<b>") == "&lt;b&gt;"


def test_every_template_compiles():
    environment = make_environment()
    names = environment.list_templates()
    assert "report.html" in names
    for name in names:
        environment.get_template(name)


@pytest.mark.parametrize("name", ["page.css", "report.js"])
def test_assets_can_stand_inside_their_elements(name):
    assert read_asset(name).strip()


def test_an_asset_that_would_end_its_element_is_refused(monkeypatch, tmp_path):
    (tmp_path / "static").mkdir()
    (tmp_path / "static" / "bad.js").write_text('"</script>"')
    monkeypatch.setattr("averral.render.asset.files", lambda package: tmp_path)
    with pytest.raises(ValueError, match=r"bad\.js"):
        read_asset("bad.js")

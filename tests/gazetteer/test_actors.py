import csv
import re
from contextlib import suppress
from graphlib import TopologicalSorter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from averral.errors import InputError, NotFoundError
from averral.gazetteer.actors import COLUMNS, Actor, ActorKind, Actors, load_actors
from averral.gazetteer.names import fold_name
from averral.gazetteer.places import DATA, load_gazetteer


@pytest.fixture(scope="module")
def table() -> list[dict[str, str]]:
    with (DATA / "actors.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _ids(name: str, **options: bool) -> set[str]:
    return {actor.id for actor in load_actors().find(name, **options)}


def _names(actors: Actors, name: str) -> list[str]:
    return [actor.name for actor in actors.find(name)]


# the table that ships


def test_the_table_is_large_and_every_row_is_an_actor(table: list[dict[str, str]]):
    assert len(table) >= 600
    assert list(table[0]) == list(COLUMNS)
    assert [actor.id for actor in load_actors()] == [row["id"] for row in table]
    assert {actor.kind for actor in load_actors()} == set(ActorKind)


def test_rows_are_sorted_by_id_and_no_id_or_name_stands_twice(table: list[dict[str, str]]):
    ids = [row["id"] for row in table]
    assert ids == sorted(set(ids))
    assert len({fold_name(row["name"]) for row in table}) == len(table)


def test_every_cell_has_its_form(table: list[dict[str, str]]):
    kinds = {kind.value for kind in ActorKind}
    codes = set(load_gazetteer().country_rows)
    for row in table:
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", row["id"])
        assert row["kind"] in kinds, row
        assert row["country"] in codes | {""}, row
        assert len(row["note"].split()) <= 8, row
        assert all(cell == cell.strip() for cell in row.values()), row


def test_years_are_plausible_and_in_order(table: list[dict[str, str]]):
    for row in table:
        years = [int(row[column]) for column in ("from", "to") if row[column]]
        assert years == sorted(years), row
        assert all(1700 <= year <= 2026 for year in years), row


def test_aliases_are_latin_names_that_stand_once(table: list[dict[str, str]]):
    for row in table:
        names = [row["name"], *filter(None, row["aliases"].split("|"))]
        keys = [fold_name(name).replace(" ", "") for name in names]
        assert all(keys), row
        assert len(keys) == len(set(keys)), row
        assert all(len(name) <= 200 and name == name.strip() for name in names), row
        assert not any("\u0370" <= char < "\u1e00" for name in names for char in name), row


def test_originals_are_not_in_latin_script(table: list[dict[str, str]]):
    assert not [row["id"] for row in table if re.search("[A-Za-z]", row["original"])]


def test_parents_exist_and_make_no_circle(table: list[dict[str, str]]):
    ids = {row["id"] for row in table}
    parents = {row["id"]: {row["parent"]} for row in table if row["parent"]}
    assert not {parent for found in parents.values() for parent in found} - ids
    TopologicalSorter(parents).prepare()


def test_no_two_actors_bear_each_others_name(table: list[dict[str, str]]):
    owners = {fold_name(row["name"]): row["id"] for row in table}
    links = {
        (row["id"], owners[key])
        for row in table
        for alias in row["aliases"].split("|")
        if (key := fold_name(alias)) in owners
    }
    assert not [pair for pair in links if pair[::-1] in links]


def test_names_and_notes_judge_nobody(table: list[dict[str, str]]):
    contested = re.compile(
        r"\b(terrorists?|extremists?|so-called|bandits?|thugs?|puppet|regime|militants?)\b", re.IGNORECASE
    )
    official = {
        "anti-terrorist-unit-liberia",
        "anti-terrorist-operation-ukraine",
        "national-anti-terrorism-committee-of-russia",
    }
    found = {row["id"] for row in table if contested.search(f"{row['name']} {row['note']}")}
    assert found <= official


@pytest.mark.parametrize(
    "word",
    ["the front", "the army", "liberation", "the police", "rebels", "the movement", "guardian", "times", "hindu"],
)
def test_ordinary_words_are_no_actors(word: str):
    assert load_actors().find(word) == ()


def test_every_name_finds_its_actor():
    actors = load_actors()
    for actor in actors:
        for name in filter(None, (actor.name, actor.original, *actor.aliases)):
            assert actor in actors.find(name), name
            assert actor in actors.find(name.upper(), cased=False), name


# looking up


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("FMLN", "farabundo-marti-national-liberation-front"),
        ("Frente Farabundo Marti para la Liberacion Nacional", "farabundo-marti-national-liberation-front"),
        ("the Farabundo Martí National Liberation Front", "farabundo-marti-national-liberation-front"),
        ("Sendero Luminoso", "shining-path"),
        ("SHINING PATH", "shining-path"),
        ("Tupac Amaru Revolutionary Movement", "tupac-amaru-revolutionary-movement"),
        ("M-19", "19th-of-april-movement"),
        ("M19", "19th-of-april-movement"),
        ("F.A.R.C.", "revolutionary-armed-forces-of-colombia"),
        ("FARC EP", "revolutionary-armed-forces-of-colombia"),
        ("Atlacatl battalion", "atlacatl-battalion"),
        ("The Extraditables", "extraditables"),
        ("Extraditables", "extraditables"),
        ("Contras", "contras"),
        ("URNG", "guatemalan-national-revolutionary-unity"),
        ("Montoneros", "montoneros"),
        ("Carabineros de Chile", "carabineros"),
        ("COPREFA", "armed-forces-press-committee"),
        ("Hizballah", "hezbollah"),
        ("Hizbullah", "hezbollah"),
        ("حزب الله", "hezbollah"),
        ("al-Qaida", "al-qaeda"),
        ("Al Qaeda", "al-qaeda"),
        ("Daesh", "islamic-state"),
        ("Pasdaran", "islamic-revolutionary-guard-corps"),
        ("Ansar Allah", "houthis"),
        ("Israeli army", "israel-defense-forces"),
        ("Shin Bet", "shin-bet"),
        ("Boko Haram", "boko-haram"),
        ("al Shabab", "al-shabaab"),
        ("Médecins sans frontières", "medecins-sans-frontieres"),
        ("Interahamwe", "interahamwe"),
        ("Tehreek-e-Taliban Pakistan", "tehrik-i-taliban-pakistan"),
        ("Tamil Tigers", "liberation-tigers-of-tamil-eelam"),
        ("Khmer Rouge", "khmer-rouge"),
        ("Sinn Féin", "sinn-fein"),
        ("Euskadi Ta Askatasuna", "eta"),
        ("UÇK", "kosovo-liberation-army"),
        ("Russian Defense Ministry", "russian-ministry-of-defence"),
        ("Федеральная служба безопасности", "federal-security-service"),
        ("Agence France Presse", "agence-france-presse"),
        ("the Times", "the-times"),
        ("U.N.", "united-nations"),
        ("MONUSCO", "united-nations-organization-stabilization-mission-in-the-democratic-republic-of-the-congo"),
    ],
)
def test_a_name_finds_its_actor(name: str, expected: str):
    assert expected in _ids(name)


@pytest.mark.parametrize(
    ("name", "some"),
    [
        (
            "ELN",
            {"national-liberation-army-colombia", "national-liberation-army-peru", "national-liberation-army-bolivia"},
        ),
        ("ERP", {"people-s-revolutionary-army-of-el-salvador", "people-s-revolutionary-army-argentina"}),
        ("PLA", {"people-s-liberation-army", "palestine-liberation-army"}),
        ("FLN", {"national-liberation-front-algeria", "national-liberation-front-rwanda"}),
        ("SLA", {"south-lebanon-army", "sudan-liberation-movement", "symbionese-liberation-army"}),
    ],
)
def test_a_shared_name_is_ambiguous(name: str, some: set[str]):
    assert {word.replace("-s-", "s-") for word in some} <= _ids(name)


@pytest.mark.parametrize(
    ("name", "cased", "found"),
    [
        ("ETA", True, True),
        ("the ETA", True, True),
        ("E.T.A.", True, True),
        ("eta", True, False),
        ("Eta", True, False),
        ("eta", False, True),
        ("fmln", True, True),
        ("LeT", True, True),
        ("let", True, False),
        ("LET", False, True),
    ],
)
def test_short_forms_need_their_capitals(name: str, cased: bool, found: bool):
    assert bool(load_actors().find(name, cased=cased)) is found


@given(st.text(max_size=60))
def test_no_text_breaks_it_and_answers_are_in_order(text: str):
    found = [actor.id for actor in load_actors().find(text)]
    assert found == sorted(set(found))


@pytest.mark.parametrize("name", ["", " ", "the", "…", "\ud800", "x" * 5000])
def test_what_is_no_name_finds_none(name: str):
    assert load_actors().find(name) == ()


def test_get_returns_or_raises():
    assert load_actors().get("eta").name == "ETA"
    with pytest.raises(NotFoundError, match="verra"):
        load_actors().get("verra")


# a user's own file


def _write(folder: Path, text: str | bytes, name: str = "mine.csv") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_a_name_alone_is_enough(tmp_path: Path):
    actors = load_actors().with_file(_write(tmp_path, "name\nVerra Front\n"))
    assert len(actors) == len(load_actors()) + 1
    assert actors.find("the verra front") == (Actor("verra-front", "Verra Front"),)
    assert load_actors().find("Verra Front") == ()


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("a.csv", "name,aliases,kind,country,from,to,note\nVerra Front,VF|Verrans,armed_group,LB,1979,1991,north\n"),
        (
            "a.yaml",
            """
            - name: Verra Front
              aliases: [VF, Verrans]
              kind: armed_group
              country: LB
              from: 1979
              to: 1991
              note: north
            """,
        ),
    ],
)
def test_csv_and_yaml_say_the_same(tmp_path: Path, file: str, text: str):
    found = Actors([]).with_file(_write(tmp_path, text, file)).find("Verrans")
    assert found == (
        Actor(
            "verra-front",
            "Verra Front",
            ("VF", "Verrans"),
            None,
            ActorKind.ARMED_GROUP,
            "LB",
            None,
            1979,
            1991,
            "north",
        ),
    )


def test_an_entry_of_a_known_name_replaces_it(tmp_path: Path):
    actors = load_actors().with_file(_write(tmp_path, "name,note\nthe shining path,ours\n"))
    assert len(actors) == len(load_actors())
    assert actors.get("shining-path") == Actor("shining-path", "the shining path", note="ours")
    assert _names(actors, "Sendero Luminoso") == []


def test_an_entry_of_a_known_id_replaces_it(tmp_path: Path):
    actors = load_actors().with_file(_write(tmp_path, "id,name\neta,Lirren League\n"))
    assert actors.get("eta").name == "Lirren League"
    assert _names(actors, "ETA") == []


def test_children_of_a_replaced_actor_follow_it(tmp_path: Path):
    actors = load_actors().with_file(_write(tmp_path, "id,name\nhamas-of-ours,Hamas\n"))
    assert actors.get("izz-ad-din-al-qassam-brigades").parent == "hamas-of-ours"


def test_a_known_alias_is_not_replaced_but_shared(tmp_path: Path):
    actors = load_actors().with_file(_write(tmp_path, "name,aliases\nVerra League,FMLN\n"))
    assert _names(actors, "FMLN") == ["Farabundo Marti National Liberation Front", "Verra League"]


def test_a_parent_may_be_an_actor_that_ships_or_one_further_down(tmp_path: Path):
    text = "id,name,parent\na,Verra North,b\nb,Verra Front,eta\n"
    actors = load_actors().with_file(_write(tmp_path, text))
    assert (actors.get("a").parent, actors.get("b").parent) == ("b", "eta")


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("id,name,parent\na,Verra,b\nb,Lirren,a\n", 2, "part of the next: a → b → a"),
        ("id,name,parent\nc,Norlan,a\nb,Lirren,x\nx,Verra,b\na,Arva,\n", 3, "part of the next: b → x → b"),
        ("id,name,parent\na,Verra,a\n", 2, "part of the next: a → a"),
        ("name,parent\nVerra,lirren\n", 2, "no actor has the id 'lirren'"),
        ("name,aliases\nVerra,Lirren\nLirren,Verra\n", 2, "the next one's name as alias"),
        ("name,aliases\nVerra,Lirren\nLirren,Norlan\nNorlan,Verra\n", 2, "the next one's name as alias"),
        ("name,aliases\nETA,Hezbollah\nHezbollah,eta\n", 2, "the next one's name as alias"),
        ("name\nVerra\n1979\n", 3, "a name is a number: '1979'"),
        ('name\n"-1,000.5"\n', 2, "a name is a number"),
        ("name\n1e6\n", 2, "a name is a number"),
        ("name\n١٩٧٩\n", 2, "a name is a number"),
        ("name,aliases\nVerra,VF|12\n", 2, "a name is a number: '12'"),
        ("name\n…\n", 2, "a name has no letter"),
        (f"name\n{'v' * 201}\n", 2, "201 characters, more than 200"),
        (f"name,aliases\nVerra,{'v' * 201}\n", 2, "201 characters, more than 200"),
        ("name,kind\nVerra,rebels\n", 2, "unknown kind 'rebels'; known are state,"),
        (b"name\nVerra\nLi\xffren\n", 3, "the byte 0xff is not UTF-8"),
        ("name\nVerra\n".encode("utf-16"), 1, "the byte 0xff is not UTF-8"),
        ("name\nVer\0ra\n", 2, "control character"),
        ('name\n"Ver\nra"\n', 2, "control character"),
        ('name,note\n"Verra","a\nb"\n12,\n', 4, "a name is a number"),
        ("id,name\na,Verra\na,Lirren\n", 3, "the id 'a' stands in line 2 already"),
        ("name\nVerra\nVERRA\n", 3, "stands in line 2 already"),
        ("name,country\nVerra,Lebanon\n", 2, "the country 'Lebanon'"),
        ("name,from\nVerra,79\n", 2, "'79' is no year"),
        ("name,from,to\nVerra,1991,1979\n", 2, "ends in 1979, before 1991"),
        ("name,kind\n,party\n", 2, "the name is empty"),
        ("name,colour\nVerra,red\n", 1, "unknown column 'colour'"),
        ("name,name\nVerra,Verra\n", 1, "the column 'name' stands twice"),
        ("id\na\n", 1, "there is no column 'name'"),
        ("name\nVerra,Lirren\n", 2, "2 cells under 1 columns"),
        ('name\n"Verra\n', 2, "unexpected end of data"),
        ("", 1, "there is no row of column names"),
    ],
)
def test_what_is_wrong_in_a_table_is_named_with_its_line(tmp_path: Path, text: str | bytes, line: int, reason: str):
    path = _write(tmp_path, text)
    with pytest.raises(InputError) as caught:
        load_actors().with_file(path)
    assert str(caught.value).startswith(f"{path}, line {line}: ")
    assert reason in str(caught.value)


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("- name: Verra\n\n- name: 12\n", 3, "a name is a number"),
        ("- name: Verra\n  kind: [party]\n", 2, "kind is no text"),
        ("- name: Verra\n  aliases: [[VF]]\n", 2, "aliases is no text"),
        ("- kind: party\n", 1, "there is no column 'name'"),
        ("- name: Verra\n- Lirren\n", 2, "no set of columns"),
        ("- name: Verra\n  name: Lirren\n", 1, "stands twice"),
        ('- name: "Verra\n', 2, "not YAML"),
        ("name: Verra\n", 1, "a list of entries"),
        ("", 1, "a list of entries"),
        ("[" * 5000, 1, "not YAML"),
    ],
)
def test_what_is_wrong_in_yaml_is_named_with_its_line(tmp_path: Path, text: str, line: int, reason: str):
    path = _write(tmp_path, text, "mine.yaml")
    with pytest.raises(InputError) as caught:
        load_actors().with_file(path)
    assert str(caught.value).startswith(f"{path}, line {line}: ")
    assert reason in str(caught.value)


def test_a_country_is_no_truth_value(tmp_path: Path):
    text = "- {name: Fjell Guard, country: NO}"
    found = Actors([]).with_file(_write(tmp_path, text, "mine.yml")).find("Fjell Guard")
    assert [actor.country for actor in found] == ["NO"]


def test_a_missing_file_is_named(tmp_path: Path):
    with pytest.raises(InputError, match=r"none\.csv"):
        load_actors().with_file(tmp_path / "none.csv")


@given(content=st.binary(max_size=200), suffix=st.sampled_from([".csv", ".yaml"]))
def test_any_bytes_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, content: bytes, suffix: str):
    path = _write(tmp_path_factory.getbasetemp(), content, f"any{suffix}")
    with suppress(InputError):
        assert all(actor.name for actor in Actors([]).with_file(path))


def test_the_order_of_entries_makes_no_difference(tmp_path: Path):
    rows = ["a,Verra,", "b,Lirren,a", "c,Norlan,b"]
    one = Actors([]).with_file(_write(tmp_path, "id,name,parent\n" + "\n".join(rows)))
    other = Actors([]).with_file(_write(tmp_path, "id,name,parent\n" + "\n".join(reversed(rows))))
    assert set(one) == set(other)

"""The parts of a person's name: the names proper, and what stands around them (title, nickname, generation)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from averral.analysis.names.spelling import Word, split_words

__all__ = ["PersonName", "read_person_name"]

_NICKNAME = re.compile(r"[\"“”„«»][^\"“”„«»]*[\"“”„«»]|(?<!\w)['‘][^'‘’]+['’](?!\w)|\([^()]*\)|\[[^\[\]]*\]")
_ELDER = re.compile(r"(?i),?\s+the\s+(elder|younger)\s*$")
_STOP = re.compile(r"(?<=\w)\.(?=\w)")
_GENERATIONS = {
    "jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "filho": "jr", "fils": "jr", "pere": "sr",
    "ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9", "xi": "11", "xii": "12",
    "xiii": "13", "xiv": "14", "xv": "15", "xvi": "16",
}  # fmt: skip
_TITLES_TEXT = """
    mr mrs ms miss mx dr doctor prof professor sir dame lord lady baron baroness count countess gen general col colonel
    lt lieutenant capt captain cpt maj sgt sergeant cpl corporal pvt brig brigadier cmdr commander adm admiral marshal
    field air vice chief acting former late president premier prime minister chancellor secretary senator sen
    congressman congresswoman rep representative gov governor mayor ambassador amb deputy speaker justice hon honourable
    honorable rev reverend fr father bishop archbishop cardinal pastor rabbi ayatollah hojatoleslam hodjatoleslam
    allamah grand herr frau senor senora dona monsieur madame mme ing lic eng engineer comrade his her
    excellency highness majesty spokesman spokeswoman spokesperson the
    army security foreign defence defense interior party opposition rebel militia warlord businessman activist
    pm vp mp ltg mg bg major first lady crown haji hajji hadji alhaji mohtarma shri sri smt
"""
_TITLES = frozenset(_TITLES_TEXT.split())
_SOFT_TITLES_TEXT = """
    sheikh sheik shaikh shaykh cheikh mullah mulla maulana mawlana maulvi imam emir amir prince princess king queen pope
    sultan saint sayyid sayed said syed judge daw u
"""
_SOFT_TITLES = frozenset(_SOFT_TITLES_TEXT.split())
"""Titles that are also names, or all that tells one bearer's name from a common one; dropped only before two names."""
_PARTICLES_TEXT = """
    al el ul ur ud us uz as ash an ar at az ad bin ibn ben bint de da do dos das del della di du la le les van von der
    den ter ten zu zur y e i of
"""
_PARTICLES = frozenset(_PARTICLES_TEXT.split())
_JOINED = frozenset({"abu", "umm", "abd", "abdul", "abdel", "abdal", "abdol"})
_MOST_WORDS = 8


class PersonName(NamedTuple):
    """The names in the order of given name and surname; `soft_titles` are dropped titles that may be names."""

    words: tuple[Word, ...]
    generation: str | None = None
    has_title: bool = False
    has_nickname: bool = False
    soft_titles: tuple[Word, ...] = ()

    def keep_soft_titles(self, other: PersonName) -> PersonName:
        """With its "Sheikh" as a name, where the other name has nothing but that before its last."""
        shared = other.words[0].plain if other.words else ""
        if any(title.plain == shared for title in self.soft_titles):
            return self._replace(words=self.soft_titles + self.words, soft_titles=())
        return self


@lru_cache(maxsize=16384)
def read_person_name(name: str) -> PersonName:
    """Take a clean name apart. A name that is all titles keeps its last word."""
    bare = _NICKNAME.sub(" ", name)
    has_nickname = bare != name
    bare, generation = _take_elder(bare if any(map(str.isalnum, bare)) else name)
    words = split_words(_turn_around(_STOP.sub(". ", bare)))
    words, generation = _take_generation(words, generation)
    titled, soft = _count_titles(words)
    names = _attach_particles(_shorten(_spell_out(words[soft:])))
    return PersonName(tuple(names), generation, soft > 0, has_nickname, tuple(words[titled:soft]))


def _take_elder(name: str) -> tuple[str, str | None]:
    match = _ELDER.search(name)
    if match is None:
        return name, None
    return name[: match.start()], {"elder": "sr", "younger": "jr"}[match[1].lower()]


def _turn_around(name: str) -> str:
    """Turn "Surname, Given" the other way round; what follows a comma may also be a generation or a title."""
    before, comma, after = name.partition(",")
    plain = [word.plain for word in split_words(after)]
    if not comma or not plain or all(word in _GENERATIONS for word in plain):
        return name
    if plain[-1] in _GENERATIONS:
        after, _, generation = after.strip(" ,.").rpartition(" ")
        return f"{after.rstrip(' ,')} {before} {generation}"
    return f"{after} {before}"


def _take_generation(words: list[Word], generation: str | None) -> tuple[list[Word], str | None]:
    if len(words) > 1 and words[-1].plain in _GENERATIONS:
        return words[:-1], _GENERATIONS[words[-1].plain]
    if len(words) > 1 and words[-1].text == "I":
        return words[:-1], "1"
    return words, generation


def _count_titles(words: list[Word]) -> tuple[int, int]:
    """How many words in front are titles, and how many with those that may be names as well."""
    titled = 0
    while titled < len(words) - 1 and words[titled].plain in _TITLES:
        titled += 1
    soft = titled
    while soft < len(words) - 2 and words[soft].plain in _SOFT_TITLES:
        soft += 1
    return titled, soft


def _spell_out(words: list[Word]) -> list[Word]:
    """Initials written together ("APJ") one by one, where the name is not written in capitals throughout."""
    if all(word.text.isupper() for word in words if len(word.text) > 1):
        return words
    spelt: list[Word] = []
    for word in words:
        together = 1 < len(word.plain) < 4 and word.text.isupper() and word.plain not in _PARTICLES
        spelt.extend((Word(letter, letter) for letter in word.plain) if together else (word,))
    return spelt


def _attach_particles(words: list[Word]) -> list[Word]:
    """Put "al-" and "de" with the next word, outside of what is compared; "Abu" and "Abd al-" begin a word."""
    names: list[Word] = []
    particle = front = ""
    for place, word in enumerate(words):
        goes_on = place < len(words) - 1
        if goes_on and word.plain in _JOINED:
            front = "abd" if word.plain.startswith("abd") else word.plain
        elif goes_on and _is_particle(word, first=place == 0):
            particle += word.plain
        else:
            names.append(Word(word.text, front + word.plain, particle))
            particle = front = ""
    return names


def _is_particle(word: Word, *, first: bool) -> bool:
    return word.plain in _PARTICLES and not word.text.endswith(".") and not (first and word.is_initial)


def _shorten(words: list[Word]) -> list[Word]:
    """The first and last few words of a very long name, so that comparing stays cheap."""
    half = _MOST_WORDS // 2
    return words if len(words) <= _MOST_WORDS else words[:half] + words[-half:]

"""A sentence as a string of codes, one for each word, actor or cue, to be matched by patterns.

=====  ==============================================================================================
``A``  an actor; ``U`` a pronoun that stands for nobody known; ``L`` a place; ``D`` a time
``V``  a verb of relation, with its particles; ``N`` a role; ``T`` a tie with its preposition; ``H`` "-backed"
``h``  has; ``e`` is, was; ``m`` will, may, does; ``n`` not, never; ``y`` adverbs
``C``  a verb that governs another one: denied, vowed, stopped (see `Govern`); ``z`` said
``b``  by; ``o`` of; ``t`` to; ``p`` other prepositions; ``&`` and; ``r`` who, which, that; ``c`` if, when, while
``S``  possessive 's; ``d`` the, a, its; ``g`` a head that may stand for the actor beside it: troops, members, targets
``,``  a comma; ``q`` a quotation mark; ``.`` another mark; ``w`` any other word
=====  ==============================================================================================
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from averral.extract.relations.cues import find_compound, find_cues, first_words
from averral.records import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from averral.extract.relations.cues import Cue, Form
    from averral.records import Mention
    from averral.records.ontology.predicates import Predicate

__all__ = ["ACTORS", "PERSONAL", "POSSESSIVE", "Govern", "Line", "Piece", "find_govern", "is_head", "read_line"]

ACTORS: Final = frozenset(("PER", "ORG", "GPE", "NORP", "FAC"))
"""A building is none, but may be what an actor attacks or commands; the types of both sides are checked at the end."""
PERSONAL: Final = frozenset(
    ["i", "me", "we", "us", "he", "him", "she", "her", "it", "they", "them", "you", "who", "ours", "theirs", "mine"]
)
POSSESSIVE: Final = frozenset(["its", "their", "his", "her", "our", "my", "your", "whose"])
Govern = Literal["stopped", "goes_on", "denied", "aimed", "urged", "failed", "accused", "helped", "raised"]
"""What a governing verb says of the one below it."""

_GOVERN: Final[dict[Govern, str]] = {
    "stopped": "stopped stop stops ceased cease ceases ended ends quit halted suspended",
    "goes_on": """
        began begin begins begun started start starts continued continue continues continuing kept keep keeps
        resumed resume resumes managed manages came used proceeded
    """,
    "denied": "denied denies deny denying admitted admits admit acknowledged acknowledges confessed confirmed",
    "aimed": """
        vowed vow vows vowing plans planned plan planning wants want wanted agreed agrees agree threatened
        threatens threaten threatening promised promises promise promising pledged pledges pledge pledging
        intends intended intend hopes hoped hope sought seeks seek offered offers offer decided decides decide
        prepared preparing prepares swore sworn ready willing set due expected committed trying try tries tried
        attempted attempts attempt proposed considering consider determined able unable chance need needs
        required
    """,
    "urged": """
        urged urges urge ordered orders order asked asks ask told tells tell allowed allows allow persuaded
        persuade invited invites invite instructed instructs commanded authorised authorized wants wanted
        encouraged encourages called calls call pressed pressing presses urging asking calling ordering enabled
        enable
    """,
    "failed": "refused refuses refuse refusing declined declines decline failed fails fail failing",
    "accused": """
        accused accuses accuse accusing suspected suspects suspect suspecting charged charges charge charging
        convicted blamed blames blame blaming guilty accusation accusations acquitted cleared
    """,
    "raised": "believed thought alleged reported said known understood suspected rumoured rumored accused",
    "helped": "helped helps help helping forced forces force forcing made makes led saw",
}
_RAISED: Final = frozenset(_GOVERN["raised"].split())
_GOVERNS: Final[dict[str, Govern]] = {
    word: kind for kind, words in _GOVERN.items() for word in words.split() if kind != "raised"
}

_WORDS: Final[dict[str, str]] = {
    "h": "has have had having 've",
    "e": "remain remains remained is are am was were be been being",
    "m": "will would shall should may might can could must do does did cannot",
    "n": "not never neither no hardly n't",
    "y": """
        also now still already then once yesterday today tonight monday tuesday wednesday thursday friday
        saturday sunday both all each together again ever long always often openly later soon just even only too
        jointly first itself themselves himself herself since instead therefore however thus
    """,
    "z": """
        said says say saying told tells added adds stated states reported reports announced announces declared
        insists insisted warned warns claims claimed claim believes believe believed argues argued maintains
        maintained writes wrote
    """,
    "b": "by",
    "o": "of",
    "t": "to",
    "p": """
        in at on for from with against among between into over under behind about near around outside inside
        across through during without within as than per via towards toward beside besides after before despite
        like including upon
    """,
    "&": "and or nor",
    "r": "who which that whom whose",
    "c": """
        if when while because although though where whether unless until but so since whereas how why what yet
        lest
    """,
    "d": """
        the a an this these those some any its their his her our my your another several many two three four
        five six seven eight nine ten dozens hundreds thousands every most
    """,
    "g": """
        members member fighters troops forces soldiers gunmen militants guerrillas men units elements operatives
        rebels army government targets positions convoys convoy bases base camps patrol patrols post posts
        headquarters strongholds hideouts supporters vehicles authorities administration regime commanders
        officers leaders leadership leader police officials insurgents terrorists jets warplanes aircraft planes
        artillery drones gunboats military navy cadres militia militias units formations activists group groups
        movement faction party organisation organization junta intelligence village town city capital province
        district island isles port quarter airstrikes security service services guards front-line frontline
        outpost outposts checkpoint checkpoints camp camps barracks depot depots garrison garrisons trenches hideout
        stronghold boats trucks lorries villages
    """,
}
_CODES: Final = {word: code for code, words in _WORDS.items() for word in words.split()}
_TOKEN: Final = re.compile(r"n['’]t\b|[^\W_]+?(?=n['’]t\b)|[^\W_]+(?:[.'’-](?!s\b)[^\W_]+)*|['’]s?\b|[^\w\s]")
_PAIR: Final = re.compile(r"(?P<ended>no\s+longer)\b|as\s+well\s+as\b|along\s+with\b", re.IGNORECASE)
_PAIRED: Final = frozenset(("no", "as", "along"))
_ALONE: Final = re.compile(r"\s+(?:by|in|at|on|to|from|with|and|or|for|as|when|that)\b|\s*[^\w\s]|\s*$", re.IGNORECASE)
"""Behind "her" where it is an object."""
_PLACING: Final = frozenset(["in", "at", "near", "around", "outside", "inside", "across", "throughout", "into"])


class Piece(NamedTuple):
    """A stretch of the text; `mention` where it is an actor, `cues` where it speaks of a relation, longest first."""

    start: int
    end: int
    word: str
    mention: Mention | None = None
    cues: tuple[Cue, ...] = ()
    compound: Predicate | None = None


class Line(NamedTuple):
    """One sentence: `codes[i]` is the code of `pieces[i]`."""

    text: str
    span: Span
    codes: str
    pieces: tuple[Piece, ...]

    def code(self, at: int) -> str:
        """The code at a place; a full stop beyond both ends."""
        return self.codes[at] if 0 <= at < len(self.codes) else "."

    def mention(self, at: int) -> Mention:
        """The actor at a place that has one."""
        found = self.pieces[at].mention
        assert found is not None
        return found

    def words(self, first: int, last: int) -> str:
        """The text from one piece to another, in lower case."""
        return self.text[self.pieces[first].start : self.pieces[last].end].lower() if first <= last else ""


def find_govern(word: str, *, passive: bool = False) -> Govern | None:
    """What a verb says of a verb below it; `passive` where it stands behind "is": "is said to"."""
    return "raised" if passive and word in _RAISED else _GOVERNS.get(word)


def is_head(word: str) -> bool:
    """Whether a noun may stand for the actor beside it: "members", "troops"."""
    return _CODES.get(word) == "g"


def read_line(
    text: str, sentence: Span, actors: Sequence[Mention], others: Sequence[Mention], known: frozenset[str]
) -> Line:
    """The pieces of a sentence.

    `actors` and `others` (places and times) are in order and do not overlap among themselves; `known` are entities that
    bear a name, for which a pronoun may stand.
    """
    codes: list[str] = []
    pieces: list[Piece] = []
    marked = sorted((*actors, *others), key=lambda m: (m.start, m.type not in ACTORS))
    starts = [m.start for m in marked]
    place = sentence.start
    while match := _TOKEN.search(text, place, sentence.end):
        at = bisect_left(starts, match.start())
        here = (
            marked[at] if at < len(marked) and starts[at] == match.start() and marked[at].end <= sentence.end else None
        )
        limit = min(starts[at] if here is None and at < len(starts) else sentence.end, sentence.end)
        code, piece = (
            _marked(text, here, codes, pieces, known)
            if here
            else _word(text, match, codes, pieces, (limit, sentence.end))
        )
        codes.append(code)
        pieces.append(piece)
        place = max(piece.end, match.end() if here is None else here.end)
        if code in "AU" and piece.word in POSSESSIVE and not _ALONE.match(text, piece.end):
            codes.append("S")
            pieces.append(Piece(piece.end, piece.end, ""))
    return Line(text, sentence, "".join(codes), tuple(pieces))


def _marked(
    text: str, mention: Mention, codes: Sequence[str], pieces: Sequence[Piece], known: frozenset[str]
) -> tuple[str, Piece]:
    words = text[mention.start : mention.end].lower()
    end = mention.end
    if words.endswith(("'s", "’s")) and len(words) > 2:
        end, words = end - 2, words[:-2]
    code = "D" if mention.type == "DATE" else "L"
    if mention.type in ACTORS:
        placed = mention.type in ("GPE", "FAC") and codes and codes[-1] == "p" and pieces[-1].word in _PLACING
        code = "L" if placed else "A"
    if code == "A" and not mention.name and words in PERSONAL | POSSESSIVE and mention.entity not in known:
        code = "U"
    return code, Piece(mention.start, end, words, mention if code == "A" else None)


def _word(
    text: str, match: re.Match[str], codes: Sequence[str], pieces: Sequence[Piece], limits: tuple[int, int]
) -> tuple[str, Piece]:
    piece = Piece(match.start(), match.end(), match.group().lower())
    if piece.word in ("'s", "’s", "'", "’"):
        owned = bool(codes) and codes[-1] in "AULwgNT" and pieces[-1].end == piece.start
        return ("S" if owned else "q" if len(piece.word) == 1 else "w"), piece
    if not piece.word[0].isalnum():
        return _mark(text, match, codes, pieces)
    if piece.word in _PAIRED and (pair := _PAIR.match(text, piece.start)):
        return ("y" if pair["ended"] else "&"), piece._replace(end=pair.end())
    if piece.word in first_words() and (cues := find_cues(text, piece.word, piece.end, *limits)):
        listed = codes[-2:] == ["V", ","]
        before = "V" if listed else codes[-1] if codes else "^"
        return _cued(piece._replace(end=max(cue.end for cue in cues), cues=cues), before)
    return _plain(piece.word), piece


def _plain(word: str) -> str:
    if word in _GOVERNS and word not in _CODES:
        return "C"
    return _CODES.get(word) or ("y" if word.endswith("ly") and len(word) > 4 else "w")


def _cued(piece: Piece, before: str) -> tuple[str, Piece]:
    """The kind of the longest phrase decides; what may be both is a noun behind "the" and "the Front's"."""
    longest = [cue for cue in piece.cues if cue.end == piece.end]
    kinds = {cue.kind for cue in longest}
    verbal = bool(kinds & {"verb", "joint"}) and not ("tie" in kinds and before in "dS")
    if verbal and piece.end - piece.start == len(piece.word):
        form = next(cue.form for cue in longest if cue.kind != "role")
        if _is_noun(before, form, is_role="role" in kinds):
            if "role" not in kinds:
                return ("g" if _CODES.get(piece.word) == "g" else "w"), piece._replace(cues=())
            verbal = False
    code = "V" if verbal else "T" if "tie" in kinds else "N"
    return code, piece._replace(cues=tuple(cue for cue in piece.cues if (cue.kind in ("verb", "joint")) == verbal))


def _is_noun(before: str, form: Form, *, is_role: bool) -> bool:
    """Whether a lone word that may be a verb stands where a noun or attribute does, behind the code `before`."""
    if before in "dS" or (before == "^" and form == "past"):
        return True
    return (form == "present" and before in ("opw," if is_role else "opw")) or (before == "o" and form == "past")


def _mark(text: str, match: re.Match[str], codes: Sequence[str], pieces: Sequence[Piece]) -> tuple[str, Piece]:
    start, end, mark = match.start(), match.end(), match.group()
    if mark == "-" and codes and codes[-1] in "AL" and pieces[-1].end == start:
        half = re.compile(r"[^\W\d_]+").match(text, end)
        if half and (predicate := find_compound(half.group().lower())):
            return "H", Piece(start, half.end(), half.group().lower(), compound=predicate)
    code = "," if mark in ",–—" else "q" if mark in '"“”„«»‘' else "." if mark in ".;:?!()[]" else "w"
    return code, Piece(start, end, mark)

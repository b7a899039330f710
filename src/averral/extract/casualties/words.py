"""Words that say that people were killed, injured, abducted, missing, arrested or displaced, and the small words.

Every word has a code of one character, so that a sentence is a string on which patterns are matched:

=====  =====================================================================================
``V``  past participle or past tense with an object: killed, wounded, abducted
``g``  gerund: killing; ``b`` base form: kill; ``s`` present: kills
``D``  said of those who suffer it: died, disappeared, fled; ``d`` base form: die
``A``  state: dead, missing, homeless
``C``  noun that is counted: deaths, arrests, bodies; also with "of": the deaths of
``O``  noun only with "of": massacre of
``k``  took, taken; ``F`` forced, driven; ``X`` lost: only with the right words behind them
=====  =====================================================================================

Words that leave open what happened ("casualties") are no figures of any kind; "shot", "hit" and
"beaten" are only of several people.
"""

from __future__ import annotations

from typing import Literal

from averral.extract.numerals import word_set

__all__ = [
    "ATTRIBUTES",
    "FUNCTION",
    "HEDGES",
    "HOSPITAL",
    "IRREAL",
    "LOSABLE",
    "PASSIVE",
    "PAST",
    "PHRASES",
    "STRICT",
    "ZERO_NOUNS",
    "Kind",
]

Kind = Literal["killed", "injured", "abducted", "missing", "arrested", "displaced"]

_HOSPITAL = (
    "hospitalised|hospitalized|taken to hospital|rushed to hospital|sent to hospital|brought to hospital|"
    "admitted to hospital|carried to hospital|flown to hospital|taken to the hospital|rushed to the hospital"
)
_FORMS: dict[Kind, dict[str, str]] = {
    "killed": {
        "V": "killed|slain|slew|murdered|assassinated|executed|massacred|slaughtered|butchered|lynched|beheaded|"
        "decapitated|"
        "martyred|hanged|eliminated|liquidated|exterminated|electrocuted|strangled|shot dead|shot and killed|"
        "found shot|shot down|"
        "gunned down|"
        "mowed down|mown down|shot to death|stabbed to death|beaten to death|hacked to death|burned to death|"
        "burnt to death|burned alive|burnt alive|crushed to death|trampled to death|tortured to death|"
        "stoned to death|"
        "knifed to death|blown to pieces|put to death|fatally shot|fatally wounded|fatally injured|fatally stabbed|"
        "mortally wounded|killed off|wiped out|sent to hell|put against a wall|put against the wall|"
        "stood against a wall|"
        "neutralised|neutralized|put out of action|taken out of action|crushed|burned to a cinder|burnt to a cinder|"
        "buried in common graves|buried in a common grave|buried in mass graves|buried in a mass grave|"
        "put up against a wall|put before a firing squad",
        "g": "killing|murdering|assassinating|executing|massacring|slaughtering|butchering|beheading|lynching|"
        "gunning down|"
        "shooting dead|eliminating|wiping out",
        "b": "kill|assassinate|execute|massacre|slaughter|behead|lynch|murder|eliminate|gun down|shoot dead",
        "s": "kills|assassinates|executes|massacres|mourn|mourns",
        "D": "died|dies|fallen|"
        "perished|drowned|succumbed|suffocated|asphyxiated|passed away|lost their lives|lost his life|"
        "lost her life|losing their lives|bled to death|starved to death|froze to death|dropped dead|fell|"
        "did not survive|"
        "not survived|met their deaths|met their death|met his death|met her death|gave their lives|gave his life|"
        "laid down their lives|paid with their lives|paid with his life|paid with her life|lie buried|"
        "never came home|did not come home|never came up again|never came back alive|did not come back alive|"
        "did not come out alive|never came out alive|came home in coffins|came back in coffins|"
        "lie behind|lie under|lie beneath|lay beneath",
        "d": "die|perish|lose their lives",
        "A": "dead|lifeless|deceased|to death|their lives|his life|her life|in the morgue|in the mortuary|"
        "to the graveyard|"
        "to the cemetery|to the morgue|to the mortuary",
        "C": "death|deaths|fatality|fatalities|killings|murders|assassinations|executions|slayings|body|bodies|"
        "corpse|"
        "corpses|coffins|fresh graves|new graves|lives",
        "O": "murder|assassination|execution|massacre|slaughter|slaying|lynching|beheading|cadavers|the remains",
        "E": "own losses|their losses|our losses|its losses",
    },
    "injured": {
        "V": "sickened|poisoned|treated|hit|beaten|beaten up|injured|wounded|hurt|maimed|"
        "stabbed|knifed|hit in the leg|"
        "hit in the arm|hit in the shoulder|shot in the leg|"
        "shot in the arm|blinded|scalded|concussed|cut|harmed|grazed|" + _HOSPITAL,
        "g": "injuring|wounding|hurting|maiming",
        "b": "injure|wound|maim",
        "s": "injures|hurts|wounds",
        "D": "fallen ill|fell ill|falls ill|taken ill|took ill|fallen sick|fell sick|made ill|lie in hospital|"
        "lay in hospital|"
        "lying in hospital|is in hospital|was in hospital|"
        "were in hospital|are in hospital|remain in hospital|remained in hospital|still in hospital|"
        "came to harm|come to harm|lost their legs|lost their sight|lost limbs|lost his sight|"
        "lost an eye|"
        "lost an arm|lost a leg|lost a hand|lost a foot|lost his leg|lost her leg|lost his arm|"
        "lost his eye|"
        "needed hospital treatment|required hospital treatment|needing hospital treatment|needed treatment|"
        "treated in hospital|treated at hospital|sought treatment|sought medical treatment|sought hospital treatment|"
        "sought medical help",
        "A": "sick|ill|unwell|in serious condition|in a serious condition|in critical condition|"
        "in a critical condition|in intensive care|fighting for their lives|fighting for his life|"
        "fighting for her life|"
        "in the leg|in the legs|in the arm|in the shoulder|in the thigh|in the foot|in the hand|in the knee|"
        "with burns|with wounds|with injuries|"
        "with gunshot wounds|with bullet wounds|with shrapnel wounds|with broken bones|with broken legs|"
        "with a broken leg|with a broken arm|with fractures|with concussion|with cuts and bruises|with minor injuries|"
        "with serious injuries|with slight injuries|with severe burns|with head wounds|with head injuries",
        "C": "injury|injuries",
    },
    "abducted": {
        "V": "kidnapped|abducted|snatched|taken hostage|held hostage|taken captive|held captive|took hostage|seized|"
        "carried off|spirited away|kidnaped|led away|led off|drove off|driven off|marched off|marched away|"
        "dragged off|"
        "dragged away|hauled off|bundled away|bundled into|herded away|carried away|driven north|"
        "driven south|driven east|"
        "driven west|grabbed|marched at gunpoint|led off at gunpoint|taken away at gunpoint|marched into captivity",
        "g": "kidnapping|abducting|snatching|taking hostage|holding hostage|seizing|kidnaping",
        "b": "kidnap|abduct|seize|take hostage",
        "s": "kidnaps|abducts",
        "A": "hostage|captive|in captivity|in the hands of|in their hands|in its hands",
        "C": "kidnappings|abductions",
        "O": "abduction|kidnap|seizure",
    },
    "missing": {
        "D": "failed to answer the roll|failed to return|did not return|not returned|never returned|"
        "disappeared|vanished|"
        "not been found|not been seen|not been heard of|not been heard from|forcibly disappeared",
        "A": "feared lost|presumed lost|lost at sea|missing|unaccounted for|untraced",
        "s": "contact was lost with|contact has been lost with|lost contact with|lost touch with",
        "C": "disappearances",
        "O": "disappearance|no trace|no word|no news|the fate",
    },
    "arrested": {
        "V": "arrested|rearrested|re-arrested|recaptured|caught|detained|apprehended|rounded up|taken into custody|"
        "taken prisoner|captured|nabbed|locked up|"
        "placed under arrest|placed under house arrest|picked up|hauled in|interned|imprisoned|"
        "thrown into jail|thrown in jail|"
        "thrown into prison|"
        "led away in handcuffs|led off in handcuffs|taken away in handcuffs|"
        "thrown into cells|remanded in custody|remanded|taken to jail|taken to prison",
        "g": "arresting|detaining|apprehending|rounding up|capturing",
        "b": "arrest|detain|apprehend|round up|capture",
        "s": "arrests|detains|captures",
        "A": "in gaol|under house arrest|in jail|in prison|in cells|in the cells|behind bars|"
        "in custody|under arrest|in detention|into custody|prisoner",
        "C": "arrests|detentions",
        "O": "detention|capture|apprehension",
    },
    "displaced": {
        "V": "driven out|chased out|burned out|burnt out|forced out|"
        "put out of their homes|turned out of their homes|ordered out of their homes|bombed out|displaced|"
        "evicted|evacuated|expelled|uprooted|deported|made homeless|rendered homeless",
        "g": "displacing|uprooting|evicting",
        "b": "displace|uproot|evict",
        "s": "displaces|evicts",
        "D": "fled|ran for their lives|running for their lives|left the quarter|left the village|left the town|"
        "left the valley|left the district|left the area|had to move out|reached the camp|reached the camps|"
        "crossed the border|abandoned their homes|left their homes|fled their homes|fled their villages|"
        "left their villages|"
        "lost their homes|lost their home|taken refuge|took refuge|sought refuge|sought shelter|taken shelter",
        "d": "leave their homes|leave their villages|flee their homes|flee their villages|seek refuge",
        "A": "homeless|sheltering|living in tents|living in camps|living in the open|camped|camping in|sleeping in|"
        "sleeping on",
        "O": "displacement|evacuation|eviction|deportation",
    },
}
_SPECIAL: dict[str, tuple[str, Kind]] = {
    "took": ("k", "abducted"),
    "taken": ("k", "abducted"),
    "forced": ("F", "displaced"),
    "forcing": ("F", "displaced"),
    "drove": ("F", "displaced"),
    "driven": ("F", "displaced"),
    "driving": ("F", "displaced"),
    "turned out": ("F", "displaced"),
    "thrown out": ("F", "displaced"),
    "removed": ("F", "displaced"),
    "shelter": ("F", "displaced"),
    "shelters": ("F", "displaced"),
    "sheltered": ("F", "displaced"),
    "cleared": ("F", "displaced"),
    "lost": ("X", "killed"),
    "losing": ("X", "killed"),
    "loses": ("X", "killed"),
    "loss": ("X", "killed"),
}
PHRASES: dict[tuple[str, ...], tuple[str, Kind]] = {
    tuple(phrase.split()): (code, kind)
    for kind, forms in _FORMS.items()
    for code, phrases in forms.items()
    for phrase in phrases.split("|")
} | {tuple(words.split()): entry for words, entry in _SPECIAL.items()}

ATTRIBUTES = word_set(
    "wounded injured dead missing kidnapped abducted captured arrested detained displaced killed slain murdered "
    "executed "
    "disappeared homeless captive"
)
"""Before a noun these say what happened to the people: "twelve wounded soldiers"."""
STRICT = word_set(
    "off away cut picked hauled wiped driven captured capturing capture captures seized seizing seize "
    "executed execute executing eliminated"
)
"""Also said of towns, weapons and orders: only with a noun for people."""
HOSPITAL = frozenset(_HOSPITAL.split("|"))
"""Whoever is not dead is injured who is brought there."""
PASSIVE = (
    HOSPITAL
    | {"cut", "hit", "beaten", "beaten up", "crushed"}
    | {f"buried in {graves}" for graves in ("common graves", "a common grave", "mass graves", "a mass grave")}
)
"""Of people only in the passive: "two constables were cut", not "cut 20 workers"."""

LOSABLE = word_set(
    "man men soldier soldiers troops fighter fighters policeman policemen officer officers guerrilla guerrillas "
    "rebel rebels "
    "militant militants son sons daughter daughters child children brother brothers sister sisters relative "
    "relatives husband "
    "wife father mother people members comrades marines"
)
"""Whom one can lose: "the army lost five men"; seats, votes and supporters are lost otherwise."""

ZERO_NOUNS: dict[str, tuple[Kind, ...]] = {
    "casualties": ("killed", "injured"),
    "casualty": ("killed", "injured"),
    "deaths": ("killed",),
    "death": ("killed",),
    "fatalities": ("killed",),
    "loss of life": ("killed",),
    "losses": ("killed",),
    "injuries": ("injured",),
    "injury": ("injured",),
    "arrests": ("arrested",),
    "arrest": ("arrested",),
    "lives": ("killed",),
    "victims": ("killed",),
}
HEDGES = word_set(
    "believed feared presumed thought suspected assumed possibly probably perhaps maybe apparently likely may might "
    "must"
)
"""Said of the past, these leave the figure standing but unsure."""

PAST = word_set("managed able continued began helped used proceeded went")
"""Before "to kill" these say that it was done."""

IRREAL = word_set("""
attempt attempts attempted attempting plan plans planned planning plot plots plotted plotting threat threats
threaten threatens threatened threatening threatens avoid avoids avoided avoiding prevent prevented preventing
prevents instead intention intended intent intends hope hopes hoped fail failed failing failure conspiracy
conspired conspiring conspire tried trying try risk risks risked risking possible potential potentially
capable incite incited inciting incitement demand demanded demanding demands urge urged urging call calls
called calling warrant warrants reward rewards aimed aiming aim seek seeks sought seeking vow vowed vows
foiled thwarted averted averting future imminent refuse refused refusing justify consider considered
considering without
""")
"""Before a gerund or a noun these say that it was wanted, feared or prevented, not that it happened."""

_CLASSES = {
    "x": "was were is are am been being be got get gets getting",
    "h": "has have had having did do does",
    "m": "will would could can cannot should shall won't wouldn't couldn't can't shouldn't",
    "M": "may might must",
    "n": "not never wasn't weren't isn't aren't didn't hasn't haven't hadn't don't doesn't nor neither",
    "r": "found known left listed counted recorded considered understood estimated lay lie remain remained "
    "remains gone went go "
    "believed feared presumed declared pronounced thought suspected assumed",
    "S": "said told says say saying reported reports report added confirmed confirms announced stated states "
    "claimed declares "
    "alleged according quoted acknowledged admitted",
    "t": "to",
    "o": "of",
    "p": "in on at by from with near against for between into inside outside behind during through across around "
    "along "
    "among amongst toward towards within without under over beside besides upon off out up down via per like "
    "than beyond",
    "q": "when while as after before because although though since until where once",
    "w": "who which that",
    "e": "them whom us",
    "u": "it they we you these those what",
    "c": "and or & plus",
    "f": "if unless whether",
    "y": "denied denies deny denying rejected rejects dismissed dismisses disputed",
    "-": "the a an his her its their our my your this that these those another no every each any all only just some",
    "N": "themselves many most others everyone everybody numerous countless",
    "a": "also later then already now still again too so far yet ever even soon today yesterday tonight tomorrow "
    "overnight here "
    "there together alone outright instantly monday tuesday wednesday thursday friday saturday sunday morning "
    "afternoon evening "
    "night week weekend month year last next early late ago once first both either earlier separately dead-on "
    "meanwhile "
    "however else nearly almost narrowly probably perhaps possibly maybe likely more well badly",
    "i": "including include includes included",
}
FUNCTION = {word: code for code, words in reversed(_CLASSES.items()) for word in words.split()}

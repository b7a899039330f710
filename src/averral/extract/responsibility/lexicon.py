"""The words of responsibility, each with a code of one character: a sentence is a string, to be matched by patterns.

=====  ==========================================================================================
``C``  claims responsibility, took credit; ``c`` claimed, admitted, confessed: with a deed behind it
``n``  denied, rejected, had no part in
``B``  blamed, accused, attributed, held responsible; ``O`` suspects; ``I`` implicated, linked to
``R``  responsible for, behind, the work of; ``D`` carried out, staged, perpetrated
``v``  threatened, vowed
``S``  said, reported, according to
``h``  allegedly, suspected, is believed to; ``q`` possibly, may have, could have
``Z``  no group has claimed responsibility; ``U`` unknown assailants
=====  ==========================================================================================

And the small ones: ``m`` members, gunmen, troops; ``b`` by; ``f`` for; ``o`` of, from; ``e`` was, been; ``x`` has;
``d`` the, a; ``p`` it, we; ``y`` they, he; ``k`` who, which; ``z`` not, never; ``t`` that, to; ``,`` a mark; ``w`` any
other word. ``A`` is an actor and ``T`` the trigger of an event.
"""

from __future__ import annotations

__all__ = ["CUES", "any_of"]


def any_of(*patterns: str) -> str:
    """A pattern for any of these, as whole words; a space stands for any white space, so a phrase may cross a line."""
    return r"\b(?:" + "|".join(patterns).replace(" ", r"\s+") + r")\b"


_WHOLE = "full |joint |sole |whole |entire |complete |direct |public |and "
_HAVING = rf"(?:{_WHOLE}|the |any |no |their |its |his |her |formally |publicly ){{0,4}}"
_OWN = r"(?:responsibility|credit|authorship|blame)(?! (?:is|was|lies))"
_NOBODY = (
    r"(?:no (?:group|one|organi[sz]ation|faction|party|side|body|person|militant\w*|rebel\w*|armed group)|no-one|"
    r"nobody|none(?: of [\w\s'’-]{1,40}?)?|neither(?: [\w\s'’-]{1,40}?)?)"
)
_CLAIMING = (
    r"(?:claim(?:ed|s|ing)?|tak(?:en|es|e|ing)|took|accept(?:ed|s|ing)?|assum(?:ed?|es|ing)|acknowledg(?:ed?|es|ing)|"
    r"admit(?:ted|s|ting)?|assert(?:ed|s)?)"
)
_PEOPLE = (
    r"(?:gunm[ae]n|assailants?|attackers?|assassins?|killers?|m[ae]n|wom[ae]n|persons?|people|individuals?|"
    r"kidnapp?ers?|abductors?|bombers?|raiders?|bandits?|arsonists?|perpetrators?|militants?|terrorists?|culprits?|"
    r"snipers?|hitm[ae]n|robbers?|group|hands?|subjects?|criminals?|outlaws?|vandals?)"
)
_UNKNOWN = r"(?:unknown|unidentified|unnamed|as yet unidentified|mysterious|masked|hooded)"

CUES: dict[str, str] = {
    "Z": any_of(
        rf"{_NOBODY}(?: in [\w\s]{{1,30}})?,? (?:has |have |had |immediately |so far |yet |to date |as yet "
        rf"|ever |publicly |said (?:it|they) |,){{0,4}}{_CLAIMING} {_HAVING}(?:{_OWN}|it|the \w+|that \w+|the"
        rf" \w+ of [\w\s]{{1,30}})",
        rf"(?:has|have|had) (?:not|yet to|never)(?: yet| so far)? (?:been )?{_CLAIMING} {_HAVING}{_OWN}",
        r"(?:responsibility|credit) (?:has|have|had|was) (?:not (?:yet )?been|not) (?:claimed|taken|admitted)",
        r"no (?:immediate |public |credible |known )?(?:claims?|admissions?|assertions?)(?: of (?:responsibility"
        r"|credit))?",
        rf"{_NOBODY},? (?:has |have |had |so far |yet ){{0,3}}(?:said|declared|announced) (?:that )?(?:it|they) "
        r"(?:was|were) (?:behind|responsible for)",
        r"without (?:any|any ?one|anybody|a group) (?:claiming|claim of) (?:responsibility|credit)?", r"unclaimed",
        r"(?:not|n't) known who", r"unclear who", r"unknown who",
        r"(?:identity|identities) of the [\w\s]{1,20} (?:is|are|was|were|remains?) (?:not|un)\s?known",
    ),
    "U": any_of(
        rf"(?:{_UNKNOWN})(?:,| and| armed| heavily| heavily-armed| young){{0,3}} {_PEOPLE}", r"persons? unknown",
        r"unknown perpetrators?",
    ),
    "C": any_of(
        rf"{_CLAIMING} {_HAVING}{_OWN}", r"claims? of responsibility",
        r"claim(?:ed|s|ing) (?:the|this|these|those|both|it as|them as)(?= )(?! (?:lives?|life))",
        r"(?:responsibility|credit) (?:\w+ ){0,6}?(?:was|were|has been|is) (?:later |also )?(?:claimed|taken"
        r"|accepted|assumed|admitted)",
        r"claim(?:s|ed|ing)? (?:it|them)(?!\W+(?:was|were|is|are|has|have|had|would|will|did|could|never|also)\b)",
        r"own(?:s|ed)? up", r"says? it was behind", r"said (?:it|they) (?:was|were) (?:behind|responsible)",
        r"pleaded guilty", r"(?:was|were|is|are|been) (?:theirs|ours|mine)", r"pleads guilty",
        r"(?:has|have|had) signed for",
    ),
    "c": any_of(
        r"claim(?:ed|s|ing)?(?! (?:the )?lives?)", r"admit(?:s|ted|ting)?", r"admissions?", r"confess(?:ed|es|ing)?",
        r"confessions?", r"acknowledg(?:ed?|es|ing)", r"boast(?:ed|s|ing)?", r"conced(?:ed?|es|ing)",
        r"confirm(?:ed|s|ing)?", r"apologi[sz](?:ed?|es|ing)",
    ),
    "n": any_of(
        r"den(?:y|ies|ied|ying|ials?)", r"reject(?:s|ed|ing)?", r"disclaim(?:s|ed|ing|ers?)?", r"disown(?:s|ed|ing)?",
        r"disavow(?:s|ed|ing|al)?", r"repudiat(?:ed?|es|ing)", r"dismiss(?:es|ed|ing)?", r"refut(?:ed?|es|ing)",
        r"(?:not|n't|never) (?:been )?(?:responsible|involved|behind|ordered?)",
        r"(?:had|has|have|having|took|played) no (?:part|hand|role|involvement|link|connection)(?:s)?",
        r"nothing to do with", r"innocent", r"absolv(?:ed?|es|ing)",
        r"not (?:its|their|our|his|her) (?:work|doing|men|fighters)",
    ),
    "B": any_of(
        r"blam(?:ed?|es|ing)", r"accus(?:ed?|es|ing|ations?)", r"attribut(?:ed?|es|ing|able)",
        r"ascrib(?:ed?|es|ing)", r"h[oe]ld(?:s|ing)? responsible", r"denounc(?:ed?|es|ing)",
        r"point(?:ed|s|ing)? (?:the|a|an accusing)? ?finger", r"charg(?:ed|es|ing) (?:that|with)",
        r"alleg(?:es?|ing|ations?)", r"alleged (?=that)", r"pinn(?:ed|ing) (?:\w+ )?on", r"identified (?:by \w+ )?as",
        r"imput(?:ed?|es|ing)", r"condemn(?:s|ed|ing)?", r"indict(?:ed|s|ments?)", r"convicted", r"guilty",
        r"culpable", r"crimes?", r"culprits?",
    ),
    "O": any_of(
        r"suspicions? (?:of|about|that|fell on|falls on|falling on)", r"suspect(?:s|ed)?(?= (?:that|the|it|an?)\b)",
        r"suspecting",
    ),
    "I": any_of(
        r"any (?:part|role|hand|involvement)",
        r"suspicions?", r"implicat(?:ed?|es|ing)", r"link(?:ed|s|ing)? (?:\w+ )?(?:to|with)", r"involved in",
        r"involvement", r"participat(?:ed?|ion|ing)", r"complicity", r"accomplices?", r"connected (?:to|with)",
        r"connections? (?:to|with|between)", r"wanted (?:in|for)", r"detained (?:in connection|over)", r"hallmarks?",
    ),
    "R": any_of(
        r"responsible", r"(?:was|were|is|are|be|been|being|stood|stands|stand) behind",
        r"the (?:work|handiwork|doing) of", r"authors? of", r"at the hands of", r"masterminds?",
        r"blood on (?:its|their|his) hands",
    ),
    "D": any_of(
        r"carr(?:y|ies|ied|ying) (?:it )?out", r"perpetrat(?:ed?|es|ing|ors?)", r"commit(?:s|ted|ting)?",
        r"stag(?:ed?|es|ing)", r"launch(?:ed|es|ing)?", r"mount(?:ed|s|ing)", r"execut(?:ed|ing)",
        r"conduct(?:ed|s|ing)?", r"orchestrat(?:ed?|es|ing)", r"masterminded",
        r"order(?:ed|ing)(?! (?:that|an? (?:inquiry|investigation|curfew|search)|the (?:release|closure|evacuation)))",
        r"plant(?:ed|ing)?", r"plac(?:ed|ing)", r"set off", r"detonat(?:ed?|es|ing)", r"fired", r"took part",
        r"joined in", r"sent",
    ),
    "v": any_of(
        r"threat(?:s|en|ens|ened|ening)?", r"vow(?:s|ed|ing)?", r"sw(?:ore|ear|ears)", r"warn(?:s|ed|ing)",
        r"ultimatum", r"will (?:bomb|attack|kill|shoot|strike|execute)",
    ),
    "S": any_of(
        r"said", r"says?", r"saying", r"told", r"stat(?:ed|es|ing)", r"report(?:ed|s|ing)?", r"announc(?:ed?|es|ing)",
        r"declar(?:ed?|es|ing)", r"according to", r"add(?:ed|s|ing)", r"reveal(?:ed|s|ing)?", r"disclos(?:ed?|es)",
        r"indicat(?:ed|es|ing)", r"not(?:ed|es|ing)", r"communiques?", r"communiqués?", r"statement",
        r"explain(?:ed|s)?", r"insist(?:ed|s)?", r"maintain(?:ed|s)?", r"assert(?:ed|s)?", r"stress(?:ed|es)?",
        r"learned", r"describ(?:ed?|es)", r"informed", r"recall(?:ed|s)", r"argu(?:ed?|es)", r"writ(?:es?|ten)",
        r"wrote", r"consider(?:s|ed)?", r"think", r"believe",
    ),
    "h": any_of(
        r"alleged(?:ly)?", r"suspected", r"presum(?:ed|ably|edly)", r"presumptive", r"apparent(?:ly)?", r"reportedly",
        r"purported(?:ly)?", r"supposed(?:ly)?", r"probabl[ey]", r"likely", r"seemingly", r"evidently", r"putative",
        r"so-called suspects?",
        r"(?:is|are|was|were|been) (?:widely |generally |also )?(?:believed|thought|assumed|understood|said"
        r"|reported|presumed|considered|rumou?red)",
        r"believed", r"thought to", r"seems?", r"appears? to", r"appeared to", r"suspects?",
        r"possible perpetrators?",
    ),
    "q": any_of(
        r"possibl[ey]", r"possibility", r"perhaps", r"maybe", r"may", r"might", r"could", r"would have", r"if",
        r"whether", r"unclear", r"not (?:been )?ruled? out", r"cannot be (?:ruled|excluded)", r"not known",
        r"investigat(?:ed?|es|ing|ions?)", r"hypothes[ie]s", r"theor(?:y|ies)", r"conjecture", r"rumou?rs?",
    ),
    "m": any_of(
        r"members?", r"guerrill?as?", r"rebels?", r"fighters?", r"militants?", r"terrorists?", r"commandos?",
        r"gunm[ae]n", r"troops?", r"soldiers?", r"insurgents?", r"subversives?", r"extremists?", r"units?", r"forces",
        r"m[ae]n", r"columns?", r"cells?", r"squads?", r"patrols?", r"elements", r"agents?", r"militiam[ae]n",
        r"combatants?", r"volunteers?", r"supporters?", r"followers?", r"guardsm[ae]n", r"riflem[ae]n", r"activists?",
        r"leaders?", r"commanders?", r"chiefs?", r"personnel", r"officers?", r"group",
        r"organi[sz]ation", r"gang", r"faction", r"movement", r"planes?", r"aircraft", r"warplanes?", r"jets?",
        r"helicopters?", r"drones?", r"artillery", r"assassins?", r"traffickers?", r"mafias?", r"bosses",
        r"hitm[ae]n", r"paramilitar(?:y|ies)", r"wing", r"detachment", r"battalion", r"brigade", r"attackers?",
        r"assailants?", r"raiders?", r"individuals?",
    ),
    "b": any_of("by"),
    "f": any_of("for", "on behalf of", "in the name of"),
    "o": any_of("of", "from", "belonging to"),
    "e": any_of("was", "were", "is", "are", "be", "been", "being", "am"),
    "x": any_of("has", "have", "had", "will", "do", "does", "did", "having", "shall"),
    "d": any_of(
        "the", "an?", "this", "that(?= \\w+)", "these", "those", "its", "their", "his", "her", "our", "my", "some",
        "several", "two", "three", "four", "five",
    ),
    "p": any_of("it", "we", "i", "us"),
    "y": any_of("they", "he", "she", "them"),
    "k": any_of("who", "whom", "whose", "which"),
    "z": any_of("not(?! only)", "never", "no(?! doubt)", "nor", "\\w+n['’]t"),
    "t": any_of("that", "to"),
    "w": r"[^\W_]+(?:['’-][^\W_]+)*",
    ",": r"[^\w\s]",
}  # fmt: skip
"""One pattern for each code; where several match at one place, the first of this order does."""

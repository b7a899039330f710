"""Words as deeds: statements, threats, demands, meetings and agreements."""

from __future__ import annotations

from msgspec.structs import replace

from averral.records.ontology.event_type import ATTEMPTED, EXCHANGE, EventType

__all__ = ["TALK"]

_FAILED = (*ATTEMPTED, "collapsed", "broke down", "stalled", "cancelled", "called off", "postponed")

_THREAT = EventType(
    id="threat",
    family="verbal_conflict",
    definition="Somebody announces harm, force or another loss to others, with or without a condition.",
    excludes="Dangers that nobody voices, warnings of dangers that others cause (statement).",
    roles=(*EXCHANGE, "target", "instrument"),
    plover=(
        *("THREATEN", "THREATEN/arrest", "THREATEN/relations", "THREATEN/expel", "THREATEN/territory"),
        *("THREATEN/violence", "THREATEN/restrict"),
    ),
    cameo=("13",),
    acled=("Other",),
    stage="threatened",
)
_DEMAND = EventType(
    id="demand",
    family="verbal_conflict",
    definition="Somebody tells others what they must do, as of right or as an order.",
    excludes="Demands with a threat and a time limit (ultimatum), demands in the street (protest), demand for goods.",
    roles=(*EXCHANGE, "beneficiary"),
    plover=("REQUEST", "REQUEST/change", "REQUEST/yield"),
    cameo=("10",),
    geneva=("Convincing", "Request"),
)
_MEETING = EventType(
    id="meeting",
    family="verbal_cooperation",
    definition="People who speak for somebody meet or confer, in a room, by telephone or in a conference.",
    excludes="Chance meetings, sports meetings, and bodies that hold their usual sessions.",
    roles=EXCHANGE,
    plover=("CONSULT", "CONSULT/third-party", "CONSULT/multilateral", "CONSULT/phone"),
    cameo=("04",),
    geneva=("Come_together", "Communication"),
    attempted=_FAILED,
)
_AGREEMENT = EventType(
    id="agreement",
    family="verbal_cooperation",
    definition="Parties settle something between them: a deal, a treaty, a joint text, its signature or ratification.",
    excludes="Agreement of opinion, contracts of trade between firms, promises of one side (pledge).",
    roles=(*EXCHANGE, "beneficiary"),
    plover=("AGREE", "SUPPORT"),
    cameo=("03", "05"),
    acled=("Agreement",),
    geneva=("Ratification", "Sign_agreement"),
    attempted=_FAILED,
)

TALK = (
    EventType(
        id="statement",
        family="statement",
        definition="Somebody says, claims, denies, accuses, praises or blames; what is said is a claim of its own.",
        excludes="Threats, demands, promises and agreements, which are deeds in words and have types of their own.",
        roles=EXCHANGE,
        plover=("ACCUSE", "ACCUSE/allege", "ACCUSE/disapprove"),
        cameo=("01", "11"),
        geneva=("Adducing", "Judgment_communication", "Labeling", "Protest", "Reveal_secret", "Statement", "Telling"),
    ),
    _THREAT,
    replace(
        _THREAT,
        id="ultimatum",
        parent="threat",
        definition="A demand with a time limit or a last condition, and a threat if it is not met.",
        excludes="Deadlines without a threat, and threats without a demand (threat).",
        plover=("THREATEN", "REQUEST/yield"),
        cameo=("10", "13"),
    ),
    _DEMAND,
    replace(
        _DEMAND,
        id="appeal",
        parent="demand",
        definition="Somebody asks others to do something and leaves it to them: a request, a call, an invitation.",
        excludes="Appeals to a higher court (trial), and orders (demand).",
        plover=("REQUEST", "REQUEST/assist", "REQUEST/meet"),
        cameo=("02",),
        geneva=(),
    ),
    EventType(
        id="rejection",
        family="verbal_conflict",
        definition="Somebody refuses a demand, an offer, a result or a duty, or forbids it by a veto.",
        excludes="Denials of what is said to have happened (statement), and rejected asylum seekers (expulsion).",
        roles=EXCHANGE,
        plover=("REJECT", "REJECT/assist", "REJECT/change", "REJECT/yield", "REJECT/meet"),
        cameo=("12",),
        geneva=("Agree_or_refuse_to_act",),
    ),
    _MEETING,
    replace(
        _MEETING,
        id="negotiation",
        parent="meeting",
        definition="Parties bargain over something that divides them, alone or through a mediator.",
        excludes="The outcome (agreement), and talk of negotiations that nobody has begun (appeal).",
        plover=("CONSULT", "CONSULT/third-party"),
        acled=("Agreement",),
        geneva=(),
    ),
    replace(
        _MEETING,
        id="visit",
        parent="meeting",
        definition="Somebody who speaks for a state or body goes to another and is received there.",
        excludes="Tourism and private travel (movement), and inspections (investigation).",
        plover=("CONSULT/visit",),
        geneva=(),
    ),
    _AGREEMENT,
    replace(
        _AGREEMENT,
        id="ceasefire",
        parent="agreement",
        definition="Sides stop fighting, or agree or declare that they will, for a time or for good.",
        excludes="Calls for a ceasefire (appeal), its breach (ceasefire_violation), lulls that nobody agreed on.",
        plover=("RETREAT/ceasefire", "AGREE"),
        cameo=("03", "08"),
        geneva=(),
    ),
    replace(
        _AGREEMENT,
        id="pledge",
        parent="agreement",
        definition="Somebody promises or offers to do something for others later.",
        excludes="Announcements of harm (threat), and plans of which nobody is promised anything.",
        plover=("AGREE",),
        cameo=("03",),
        acled=(),
        geneva=("Commitment",),
        attempted=(),
    ),
    EventType(
        id="endorsement",
        family="verbal_cooperation",
        definition="Somebody backs another in words or in law: recognition, backing of a candidate, solidarity.",
        excludes="Help in money, arms or goods (support), and praise alone (statement).",
        roles=(*EXCHANGE, "beneficiary"),
        plover=("SUPPORT",),
        cameo=("05",),
    ),
    EventType(
        id="concession",
        family="verbal_cooperation",
        definition="Somebody gives way: grants a demand, lifts a limit, lets observers in, apologises.",
        excludes="Freeing of people (release), laying down of arms (surrender), leaving of a place (withdrawal).",
        roles=(*EXCHANGE, "beneficiary"),
        plover=("CONCEDE", "RETREAT/access"),
        cameo=("08",),
    ),
)

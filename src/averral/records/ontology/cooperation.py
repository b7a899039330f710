"""Help and easing in deeds, and movement: of goods, of forces, of people."""

from __future__ import annotations

from msgspec.structs import replace

from averral.records.ontology.event_type import ABOUT, ATTEMPTED, EXCHANGE, THREATENED, TRANSFER, EventType

__all__ = ["COOPERATION"]

_SUPPORT = EventType(
    id="support",
    family="material_cooperation",
    definition="Somebody helps another with goods, money, shelter, men or services, and no narrower kind is named.",
    excludes="Backing in words (endorsement), and help for people in need (aid).",
    roles=TRANSFER,
    plover=("AID",),
    cameo=("07",),
    geneva=("Assistance", "Giving", "Supply", "Supporting"),
    attempted=(*ATTEMPTED, "blocked"),
)
_RELEASE = EventType(
    id="release",
    family="material_cooperation",
    definition="People who were held are let go, pardoned or exchanged.",
    excludes="Escapes (escape), verdicts of not guilty (acquittal), release of documents.",
    roles=("perpetrator", "beneficiary", "recipient", "place", "time"),
    plover=("RETREAT/release", "CONCEDE"),
    cameo=("08",),
    acled=("Agreement", "Other"),
)
_MOVEMENT = EventType(
    id="movement",
    family="movement",
    definition="People or goods go or are brought from one place to another, and no narrower kind is named.",
    excludes="Flight from danger (displacement), official visits (visit), movements of talk, votes or prices.",
    roles=("perpetrator", "target", "place", "time"),
    geneva=("Arriving", "Bringing", "Departing", "Motion", "Motion_directional", "Self_motion", "Sending", "Traveling"),
)

COOPERATION = (
    _SUPPORT,
    replace(
        _SUPPORT,
        id="aid",
        parent="support",
        definition="People in need get food, medicine, shelter or other relief, or a state gets help to grow.",
        excludes="Arms and fighters' supplies (arms_transfer, support), and aid that is only promised (pledge).",
        geneva=(),
    ),
    replace(
        _SUPPORT,
        id="arms_transfer",
        parent="support",
        definition="Arms, ammunition or military gear pass from one party to another: gift, sale or smuggling.",
        excludes="Arms taken from an opponent or found (seizure), and arms laid down (surrender).",
        cameo=("06", "07"),
        acled=("Other",),
        geneva=(),
    ),
    replace(
        _SUPPORT,
        id="funding",
        parent="support",
        definition="Money passes to a group, person or undertaking so that it can act.",
        excludes="Wages, trade, fines and ransom.",
        geneva=(),
    ),
    replace(
        _SUPPORT,
        id="training",
        parent="support",
        definition="Fighters, police or other people are taught what they need for a task.",
        excludes="Drills of a force by itself (military_exercise).",
        plover=("COOPERATE", "AID"),
        cameo=("06", "07"),
        geneva=("Education_teaching",),
    ),
    EventType(
        id="cooperation",
        family="material_cooperation",
        definition="Parties act together to the gain of each: joint patrols, shared intelligence, trade, extradition.",
        excludes="Help to one side only (support), and agreements to cooperate (agreement).",
        roles=EXCHANGE,
        plover=("COOPERATE",),
        cameo=("06",),
        geneva=("Collaboration",),
    ),
    _RELEASE,
    replace(
        _RELEASE,
        id="rescue",
        parent="release",
        definition="People are freed by others from captivity, or brought out of danger.",
        excludes="Captors who let people go (release), and financial rescues.",
        plover=("AID",),
        cameo=("07",),
        acled=("Other",),
        attempted=ATTEMPTED,
    ),
    EventType(
        id="surrender",
        family="material_cooperation",
        definition="Fighters give up, hand in arms or disband, alone or as a group.",
        excludes="Suspects who report to the police (arrest), and forces that leave (withdrawal).",
        roles=EXCHANGE,
        plover=("RETREAT/disarm",),
        cameo=("08",),
        acled=("Change to group/activity",),
        threatened=(),
    ),
    _MOVEMENT,
    replace(
        _MOVEMENT,
        id="deployment",
        parent="movement",
        definition="Forces, police, peacekeepers or weapons are sent to a place or set up there.",
        excludes="Readiness at home (mobilization), and entry by force (raid, territorial_capture).",
        roles=(*ABOUT, "instrument"),
        plover=("MOBILIZE/troops", "MOBILIZE/police", "MOBILIZE/weapons", "AID"),
        cameo=("15",),
        acled=("Headquarters or base established",),
        geneva=("Arranging",),
        threatened=THREATENED,
    ),
    replace(
        _MOVEMENT,
        id="withdrawal",
        parent="movement",
        definition="Forces, observers or officials leave a place, or a place is handed over without a fight.",
        excludes="Evacuation of inhabitants (displacement), withdrawal of statements, money or candidates.",
        plover=("RETREAT/withdraw", "RETREAT"),
        cameo=("08", "16"),
        acled=("Non-violent transfer of territory",),
        geneva=("Removing",),
    ),
    replace(
        _MOVEMENT,
        id="escape",
        parent="movement",
        definition="Somebody gets away from captivity, pursuit or the scene of an act.",
        excludes="Flight of inhabitants from danger (displacement), and leave from a post (resignation).",
        acled=("Other",),
        geneva=(),
        attempted=ATTEMPTED,
    ),
)

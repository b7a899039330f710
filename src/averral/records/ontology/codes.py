"""The names of the schemes that event types are mapped to: identifiers only.

Sources: the PLOVER manual, draft 0.8 (events and modes that it defines, without those that it has commented out);
CAMEO's twenty root codes; the ACLED codebook of 2024; UCDP's three types of organised violence; slot 4 of the MUC-4
template guide; the 115 event labels that occur in the GENEVA data.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

__all__ = [
    "ACLED_SUB_EVENTS",
    "CAMEO_ROOTS",
    "GENEVA_LABELS",
    "PLOVER_CODES",
    "PLOVER_MODES",
    "MucIncident",
    "UcdpViolence",
]

MucIncident = Literal["ARSON", "ATTACK", "BOMBING", "FORCED WORK STOPPAGE", "HIJACKING", "KIDNAPPING", "ROBBERY"]
UcdpViolence = Literal["state_based", "non_state", "one_sided"]

PLOVER_MODES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "AGREE": (),
        "CONSULT": ("visit", "third-party", "multilateral", "phone"),
        "SUPPORT": (),
        "CONCEDE": (),
        "COOPERATE": (),
        "AID": (),
        "RETREAT": ("withdraw", "release", "disarm", "ceasefire", "access", "resign"),
        "REQUEST": ("assist", "change", "yield", "meet"),
        "ACCUSE": ("disapprove", "investigate", "allege"),
        "REJECT": ("assist", "change", "yield", "meet"),
        "THREATEN": ("restrict", "arrest", "relations", "expel", "territory", "violence"),
        "PROTEST": ("demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"),
        "SANCTION": ("convict", "expel", "withdraw", "discontinue"),
        "MOBILIZE": ("troops", "weapons", "police", "militia"),
        "COERCE": (
            *("seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold"),
            *("misinformation", "cyber"),
        ),
        "ASSAULT": (
            *("abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives"),
            *("suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional"),
        ),
    }
)
"""The modes of each PLOVER event."""

PLOVER_CODES = frozenset(
    code for event, modes in PLOVER_MODES.items() for code in (event, *(f"{event}/{mode}" for mode in modes))
)
"""An event alone (`AGREE`), or with a mode behind a stroke (`ASSAULT/abduct`)."""

CAMEO_ROOTS: Mapping[str, str] = MappingProxyType(
    {
        "01": "Make public statement",
        "02": "Appeal",
        "03": "Express intent to cooperate",
        "04": "Consult",
        "05": "Engage in diplomatic cooperation",
        "06": "Engage in material cooperation",
        "07": "Provide aid",
        "08": "Yield",
        "09": "Investigate",
        "10": "Demand",
        "11": "Disapprove",
        "12": "Reject",
        "13": "Threaten",
        "14": "Protest",
        "15": "Exhibit force posture",
        "16": "Reduce relations",
        "17": "Coerce",
        "18": "Assault",
        "19": "Fight",
        "20": "Use unconventional mass violence",
    }
)

ACLED_SUB_EVENTS: Mapping[str, str] = MappingProxyType(
    {
        "Government regains territory": "Battles",
        "Non-state actor overtakes territory": "Battles",
        "Armed clash": "Battles",
        "Excessive force against protesters": "Protests",
        "Protest with intervention": "Protests",
        "Peaceful protest": "Protests",
        "Violent demonstration": "Riots",
        "Mob violence": "Riots",
        "Chemical weapon": "Explosions/Remote violence",
        "Air/drone strike": "Explosions/Remote violence",
        "Suicide bomb": "Explosions/Remote violence",
        "Shelling/artillery/missile attack": "Explosions/Remote violence",
        "Remote explosive/landmine/IED": "Explosions/Remote violence",
        "Grenade": "Explosions/Remote violence",
        "Sexual violence": "Violence against civilians",
        "Attack": "Violence against civilians",
        "Abduction/forced disappearance": "Violence against civilians",
        "Agreement": "Strategic developments",
        "Arrests": "Strategic developments",
        "Change to group/activity": "Strategic developments",
        "Disrupted weapons use": "Strategic developments",
        "Headquarters or base established": "Strategic developments",
        "Looting/property destruction": "Strategic developments",
        "Non-violent transfer of territory": "Strategic developments",
        "Other": "Strategic developments",
    }
)
"""The event type that each sub-event type of ACLED belongs to."""

_GENEVA = """
    Achieve Action Adducing Agree_or_refuse_to_act Arranging Arrest Arriving Assistance Attack Bearing_arms Becoming
    Becoming_a_member Bodily_harm Bringing Building Catastrophe Causation Cause_change_of_position_on_a_scale
    Cause_to_amalgamate Cause_to_make_progress Change Change_of_leadership Check Choosing Collaboration Come_together
    Coming_to_be Coming_to_believe Commerce_buy Commerce_pay Commerce_sell Commitment Committing_crime Communication
    Competition Confronting_problem Connect Conquering Containing Control Convincing Cost Create_artwork Creating
    Criminal_investigation Cure Damaging Death Deciding Defending Departing Destroying Dispersal Earnings_and_losses
    Education_teaching Emergency Employment Emptying Exchange Expansion Filling GetReady Getting Giving Hindering Hold
    Hostile_encounter Influence Ingestion Judgment_communication Killing Know Labeling Legality Manufacturing Motion
    Motion_directional Openness Participation Perception_active Placing Practice Presence Preventing_or_letting
    Process_end Process_start Protest Quarreling Ratification Receiving Recovering Removing Request Research
    Resolve_problem Response Reveal_secret Revenge Rite Scrutiny Self_motion Sending Sign_agreement Social_event
    Statement Supply Supporting Telling Terrorism Testing Theft Traveling Using Wearing Writing
"""
GENEVA_LABELS = frozenset(_GENEVA.split())
"""All labels; those that no event type lists have no counterpart here."""

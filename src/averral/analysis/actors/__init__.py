"""Who is who across documents: sightings and people's judgements in, actors with reasons and proposals out."""

from averral.analysis.actors.actor import CaseActor, Link, Overruled, Proposal, Resolution
from averral.analysis.actors.likeness import NameRules
from averral.analysis.actors.lookup import ActorIndex
from averral.analysis.actors.resolve import resolve_actors
from averral.analysis.actors.sighting import Cast, Sighting, make_cast, make_sightings

__all__ = [
    "ActorIndex",
    "CaseActor",
    "Cast",
    "Link",
    "NameRules",
    "Overruled",
    "Proposal",
    "Resolution",
    "Sighting",
    "make_cast",
    "make_sightings",
    "resolve_actors",
]

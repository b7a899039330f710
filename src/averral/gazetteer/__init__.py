"""Places, the people called after them, and actors: look-up only, offline, from tables that ship with the package.

The index of places is compiled from GeoNames (https://www.geonames.org, CC BY 4.0) by `training/compile_places.py`.
"""

from averral.gazetteer.actors import Actor, ActorKind, Actors, load_actors
from averral.gazetteer.demonyms import find_demonym
from averral.gazetteer.index import NameKind, PlaceKind
from averral.gazetteer.names import fold_name
from averral.gazetteer.places import Gazetteer, GazetteerPlace, Matches, load_gazetteer

__all__ = [
    "Actor",
    "ActorKind",
    "Actors",
    "Gazetteer",
    "GazetteerPlace",
    "Matches",
    "NameKind",
    "PlaceKind",
    "find_demonym",
    "fold_name",
    "load_actors",
    "load_gazetteer",
]

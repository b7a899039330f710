"""Places and the people called after them: look-up only, offline, from an index that ships with the package.

The index is compiled from GeoNames (https://www.geonames.org, CC BY 4.0) by `training/compile_places.py`.
"""

from averral.gazetteer.demonyms import find_demonym
from averral.gazetteer.index import NameKind, PlaceKind
from averral.gazetteer.names import fold_name
from averral.gazetteer.places import Gazetteer, GazetteerPlace, Matches, load_gazetteer

__all__ = [
    "Gazetteer",
    "GazetteerPlace",
    "Matches",
    "NameKind",
    "PlaceKind",
    "find_demonym",
    "fold_name",
    "load_gazetteer",
]

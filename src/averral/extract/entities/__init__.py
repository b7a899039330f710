"""Which mentions and sources of one document are the same person, organisation or place."""

from averral.extract.entities.antecedents import Antecedent, find_antecedents
from averral.extract.entities.speakers import Speech, fold_article
from averral.extract.entities.table import EntityTable, Surroundings, describe_entities, resolve_entities

__all__ = [
    "Antecedent",
    "EntityTable",
    "Speech",
    "Surroundings",
    "describe_entities",
    "find_antecedents",
    "fold_article",
    "resolve_entities",
]

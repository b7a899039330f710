"""Whether two names, of two documents, may be names of one person, organisation or place.

Names only: nothing is looked up about who bears them, except which country "Iraqi" or "Iraq" means. So the same name
is no proof of the same person, and an analyst has the last word. `name_keys` says which names to compare at all,
`compare_names` how alike two are, and why.
"""

from averral.analysis.names.keys import name_keys
from averral.analysis.names.likeness import SAME, Likeness, compare_names

__all__ = ["SAME", "Likeness", "compare_names", "name_keys"]

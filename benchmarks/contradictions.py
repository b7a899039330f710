"""Agreement and contradiction of dossiers with readings as they are, and whose fault each miss is.

    python benchmarks/contradictions.py --split dev [--by gold|machine] [--readings READINGS.jsonl…] [--errors]

`--by gold` takes the incident clusters and the origins of the gold, so that this step is measured alone: an incident of
a reading belongs to the gold's incident of which it has most mentions (an event in the quotation, else the nearest one
in its sentences). `--by machine` takes those that averral finds itself. What counts as right is told in
dossier_case.py, which measures the whole way.

A miss is "unread" where the testimony has no stance of that kind in the sentences of the gold's quotations, "elsewhere"
where it has one that is of another incident of the case, "other" where incident and words fit and the actor, column
or value does not; the rest is "ours".
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from averral.analysis.actors import CaseActor, make_sightings, resolve_actors
from averral.analysis.agreement import make_testimony, weigh_case
from averral.analysis.incidents import Index, make_happenings, resolve_incidents
from averral.analysis.origins import OriginIndex, compare, make_fingerprint, trace_origins
from averral.gazetteer.actors import load_actors
from averral.records import Reading, decode_reading
from averral.records.agreement import ANSWERS, Stance, Testimony
from averral.records.case_incident import CaseIncident
from averral.records.origin import OriginGraph
from benchmarks.case_incidents import Dossier, find_incident, load_dossiers, widen
from benchmarks.dossier_case import (
    Analysed,
    Cell,
    iter_cells,
    print_scores,
    score_contradictions,
    score_responsibility,
)
from benchmarks.dossier_gold import Clash, Place, find_quote, list_dossiers, read_documents

ROOT = Path(__file__).resolve().parent.parent / "corpus/dossiers"
Found = tuple[tuple[CaseIncident, ...], OriginGraph]
Way = Callable[[Dossier, Mapping[str, str], tuple[CaseActor, ...]], Found]
"""What gives incidents and origins: of a dossier, names of its documents by id, and its actors."""

"""Who speaks in a claim, as the fields of a stance."""

from __future__ import annotations

from averral.analysis.agreement.page import AUTHOR, UNNAMED, Page
from averral.records import Claim, Incident
from averral.records.agreement import Stance

__all__ = ["make_stance", "tell_voice"]


def tell_voice(page: Page, claim: Claim | None) -> dict[str, object]:
    """Who speaks in a claim, and the words; without one, the author."""
    if claim is None:
        return {"speaker": AUTHOR, "voice": AUTHOR}
    chain = page.set_turn(claim.chain or (UNNAMED,), claim.start)
    return {
        "speaker": chain[-1], "voice": page.name(chain[-1]), "chain": tuple(page.name(link) for link in chain),
        "claim": claim.id, "factuality": claim.factuality, "basis": claim.basis,
        "said": page.said.get(claim.attribution) if claim.attribution else None,
    }  # fmt: skip


def make_stance(page: Page, claim: Claim, incident: Incident | None, **fields: object) -> Stance:
    """A stance that a claim takes, of an incident of the reading where there is one."""
    whole = {
        **tell_voice(page, claim), "start": claim.start, "end": claim.end,
        "incident": incident.id if incident else None, **fields,
    }  # fmt: skip
    return Stance(**whole)  # type: ignore[arg-type]

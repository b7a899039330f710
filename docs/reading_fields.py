"""What each field of the reading means, by record; docs/generated.py puts it beside the types of the schema.

A field without a line here, or a line without a field, is an error: `make lint` and the tests then fail.
"""

from __future__ import annotations

__all__ = ["MEANINGS", "PLACES"]

PLACES = {
    "Reading": "the whole line",
    "Document": "`document`",
    "Block": "`document.blocks[]`",
    "Mention": "`mentions[]`",
    "Entity": "`entities[]`",
    "Links": "`entities[].links`",
    "Time": "`times[]`",
    "Place": "`places[]`",
    "Attribution": "`attributions[]`",
    "EntitySpan": "`attributions[].source`",
    "Span": "`attributions[].cue` and `attributions[].content[]`",
    "Event": "`events[]`",
    "Trigger": "`events[].trigger`",
    "Argument": "`events[].arguments[]`",
    "Incident": "`incidents[]`",
    "Perpetrator": "`incidents[].perpetrators[]`",
    "Filler": "`incidents[].targets[]`, `.victims[]` and `.instruments[]`",
    "Casualties": "`incidents[].casualties[]`",
    "Relation": "`relations[]`",
    "Claim": "`claims[]`",
    "Proposition": "`claims[].proposition`",
    "Problem": "`problems[]`",
    "Reader": "`reader`",
}
"""Where each record stands in a reading."""

_START = "First character, counted in code points of `document.text` from 0."
_END = "One past the last character."

MEANINGS: dict[str, dict[str, str]] = {
    "Reading": {
        "schema": "Name and version of this contract.",
        "document": "The report itself.",
        "sentences": "Start and end of each sentence that was read, in order. Comments, boilerplate, bylines and "
        "datelines have none.",
        "mentions": "Names, descriptions, pronouns, dates and numbers, in order of their start.",
        "entities": "The people, organisations and things of this document, in the order in which it brings them up.",
        "times": "Dates, times, durations, sets and intervals, in order of their start.",
        "places": "Where mentions lie, in the order of `mentions`; one that cannot be told has none.",
        "attributions": "Who is credited with which words, in order of their first character.",
        "events": "What happens, one for each word that names it, in order of that word.",
        "incidents": "Happenings as a conflict coder would enter them, each made of the events that tell of it; in "
        "order of the "
        "first of these.",
        "relations": "Ties between entities that a sentence states, in order of their words.",
        "claims": "Everything that a source or the author puts forward: events, casualties, responsibility and "
        "relations, and "
        "what is none of these as a statement; in order of their start, the longer first.",
        "problems": "What could not be read, or should be known before the text is trusted; empty where all went well.",
        "reader": "What made this reading.",
    },
    "Document": {
        "id": "`sha256:` and the digest of the source bytes (of a table: of the row). Where no bytes could be read, "
        "the digest of `unread:` and the uri.",
        "uri": "Where it came from: the path as it was given, `-` for standard input, and for a row of a table its "
        "url, or else the table's path with `#` and the id or number of the row.",
        "media_type": "`text/plain`, `text/markdown` or `text/html`; `application/octet-stream` where nothing was "
        "read; an extension may give another.",
        "text": "What all offsets count in. Of plain text and Markdown the decoded file itself, with CRLF made LF; of "
        "a page its visible text, comments and menus included. Empty where nothing could be read.",
        "text_sha256": "Hexadecimal SHA-256 of `text` in UTF-8.",
        "blocks": "Roles of stretches of the text, in order, without overlaps; white space between them has none.",
        "title": "Null where the document gives none.",
        "byline": "Authors as the document names them; empty where it names none.",
        "publisher": "Null where the document does not say.",
        "published": "EDTF date that the document itself gives (`2019-03-14`, `2019-03`, `2019`); null where it gives "
        "none, or one that can be read in two ways.",
        "language": "ISO 639-1 code; null where the text is too short to tell. Text that is neither `en` nor null is "
        "kept, and nothing is read from it.",
    },
    "Block": {
        "start": _START,
        "end": _END,
        "role": "Claims are read from headline, subheading, body, quotation and caption; mentions also from byline and "
        "dateline; nothing from comment and boilerplate.",
    },
    "Mention": {
        "id": "`m1`, `m2`, …: unique in this reading.",
        "start": _START,
        "end": _END,
        "type": "What it names or describes: a person, organisation, place with people or a government, other place, "
        "building or site, nationality or group, named event, weapon, vehicle, date, number.",
        "name": "True for names and values, false for descriptions and pronouns.",
        "entity": "Id of the entity; null where it is not nearly certain, and for dates and numbers.",
    },
    "Entity": {
        "id": "`e1`, `e2`, …: unique in this reading. The same name in two documents has two ids.",
        "name": "Its longest name in the document; of a source that is only described, the description.",
        "type": "`person`, `organization`, `place`, `facility`, `group`, `event`, `weapon`, `vehicle`, or `unknown`.",
        "subtype": "Of organisations: `state`, `government_body`, `military_unit`, `police`, `intelligence_agency`, "
        "`court`, "
        "`party`, `armed_group`, `militia`, `company`, `media_outlet`, `international_organization`, `ngo` or "
        "`religious_body`; null where its words do not tell, and for all else.",
        "aliases": "Its other names in the document, sorted.",
        "links": "Identifiers in public registers.",
    },
    "Links": {
        "iso3166": "ISO 3166-1 code of an entity that is a country; null for any other.",
        "geonames": "GeoNames id of an entity that is a place; null unless its mentions all lie at one known place.",
    },
    "Time": {
        "start": _START,
        "end": _END,
        "edtf": "The date or interval in EDTF; null where nothing anchors it. From ISO 8601-1 besides: durations "
        "(`P3D`), sets (`R/P1W`), and times of day without a date (`T21:30`).",
        "kind": "What the words give.",
    },
    "Place": {
        "mention": "Id of the mention that names the place, or describes one in it (*a market in Basra*).",
        "geonames": "GeoNames id; null where the place itself has none: a point is then that of what holds it.",
        "lat": "Degrees north (WGS 84); null where unknown.",
        "lon": "Degrees east (WGS 84); null where unknown.",
        "country": "ISO 3166-1 code of the country that it lies in; null where unknown.",
        "precision": "What lies there: `country`, `division` (of the first level), `region`, `district` or "
        "`settlement`; `country` without a point where only the country is sure.",
    },
    "Attribution": {
        "id": "`a1`, `a2`, …: unique in this reading.",
        "source": "Who is credited; null where nobody is named (*reportedly*).",
        "cue": "The words that give the credit (*said*, *according to*, *the claim*); null where there are none.",
        "content": "What the source is credited with: one piece or more, in order. Never empty.",
        "parent": "Id of the attribution whose content holds this one; null for one that stands in no other.",
        "kind": "All of the content in quotation marks, none of it, or some of it.",
        "basis": "How the source would know, as far as the words say; see [explanation](../explanation.md#basis).",
    },
    "EntitySpan": {
        "start": _START,
        "end": _END,
        "entity": "Id of the entity that the source was resolved to; null where that is not nearly certain.",
    },
    "Span": {
        "start": _START,
        "end": _END,
    },
    "Event": {
        "id": "`v1`, `v2`, …: unique in this reading.",
        "type": "What happens, such as `attack`; see the [ontology](ontology.md).",
        "trigger": "The words that name it.",
        "arguments": "Who and what takes part in it.",
        "edtf": "When; null where unknown.",
        "place": "Id of the mention that says where; null where unknown.",
        "factuality": "Whether it happened, as far as the author commits to it; `UU` where the author leaves it to "
        "others.",
    },
    "Trigger": {
        "start": _START,
        "end": _END,
    },
    "Argument": {
        "role": "The part that it takes.",
        "start": _START,
        "end": _END,
        "entity": "Id of the entity; null where it was not resolved.",
    },
    "Incident": {
        "id": "`i1`, `i2`, …: unique in this reading.",
        "type": "What happened, such as `attack`; see the [ontology](ontology.md).",
        "stage": "How far it went.",
        "events": "Ids of the events that tell of it.",
        "edtf": "When; null where unknown.",
        "place": "Id of the mention that says where; null where unknown.",
        "perpetrators": "Who is said to have done it.",
        "targets": "Against what it was directed.",
        "victims": "Who suffered it.",
        "instruments": "What it was done with.",
        "casualties": "Figures, each as one claim gives it; claims that differ stand beside each other.",
    },
    "Perpetrator": {
        "text": "The words of the document.",
        "entity": "Id of the entity; null where it was not resolved.",
        "kind": "A group or body, or a person.",
        "confidence": "On whose word, after the MUC-4 guide, with `denied` added.",
        "claims": "Ids of the claims that say so.",
    },
    "Filler": {
        "text": "The words of the document.",
        "entity": "Id of the entity; null where it was not resolved.",
        "name": "True for a name, false for a description.",
    },
    "Casualties": {
        "kind": "What happened to them.",
        "low": "Least number; null where only a greatest one is given.",
        "high": "Greatest number; null for *at least*.",
        "start": _START,
        "end": _END,
        "claim": "Id of the claim that gives the figure; null where no claim was joined to it.",
    },
    "Relation": {
        "id": "`r1`, `r2`, …: unique in this reading.",
        "subject": "Id of an entity.",
        "predicate": "What ties them, such as `funds`; see the [ontology](ontology.md).",
        "object": "Id of an entity.",
        "start": _START,
        "end": _END,
        "edtf": "When it held; null where unknown.",
    },
    "Claim": {
        "id": "`c1`, `c2`, …: unique in this reading.",
        "start": "First character of the words that make the claim.",
        "end": "One past its last character. Of content in several pieces, the span encloses them all and what stands "
        "between; the pieces are in the attribution.",
        "attribution": "Id of the attribution whose content this is; null for an averral.",
        "chain": "Who relays whom, outermost first: `author`, then an entity id or `unnamed` for each link. `unnamed` "
        "also stands for a source that the text names but that was not resolved: the attribution's `source` tells.",
        "proposition": "What is claimed.",
        "factuality": "Whether it is so, for the innermost source of the chain (FactBank's scale); null for statements"
        " of the author.",
        "tense": "When it is so, seen from the document's day: a claim about the future is a forecast.",
        "basis": "That of the attribution; `none` for an averral.",
        "probability": "Calibrated chance that this was read rightly, 0 to 1; what counts as right is in the "
        "[explanation](../explanation.md#probability). Null where none was computed.",
    },
    "Proposition": {
        "type": "What kind of thing is claimed.",
        "subject": "Id of an entity: of `responsibility` who is said to have done it, of `relation` its subject; null "
        "for other "
        'types, where nobody is named, and of responsibility where "no group has claimed it".',
        "incident": "Id of an incident, of `responsibility` and `casualties`; null for other types, and for a figure "
        "that belongs "
        "to no incident. The numbers stand in the incident's `casualties`, with the id of the claim.",
        "event": "Id of an event, of `event`; null for other types.",
        "relation": "Id of a relation, of `relation`; null for other types.",
    },
    "Problem": {
        "stage": "The part that met it: `ingest` or `extract`.",
        "kind": "A short fixed word that programs may match on; all are in the "
        "[how-to](../how-to.md#what-problems-mean).",
        "message": "A sentence for people; its wording may change.",
        "start": "Where the first such place is in the text; null where there is no where.",
        "end": "One past its last character; null where there is no where.",
    },
    "Reader": {
        "version": "Version of averral; `0` where it failed on the document (problem `internal`).",
        "model": "Name of the model bundle, and the beginning of its manifest's digest; `none` where averral failed.",
    },
}

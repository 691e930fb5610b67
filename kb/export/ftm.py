"""FollowTheMoney 4 entities as JSON lines: what investigators' tools load beside their own data.

Those tools know no standing, so only asserted facts become entities. A linked individual has its Wikidata
identifier for an id, as the entities of OpenSanctions have.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from kb.export.records import Records
from kb.iris import curie

Entity = dict[str, Any]

SCHEMATA: Final[Mapping[str, str]] = {
    "Person": "Person",
    "Organization": "Organization",
    "Country": "Territory",
    "Group": "LegalEntity",
    "Place": "Address",
}
"""The schema of the individuals of each class; Other has none."""
_LEGAL: Final = frozenset({"Person", "Organization", "Group"})
_STATUS: Final = {"current": "current", "acting": "current", "former": "ended"}
_IMPOSED: Final = frozenset({"in_force", "imposed", "extended", "violated", "eased", "lifted"})


def write(records: Records) -> Iterator[str]:
    """One entity per line: individuals that entities refer to, then facts, each id once."""
    writer = _Writer(records)
    found = {entity["id"]: entity for kind in sorted(_WRITERS) for entity in writer.entities(kind)}
    named = {entity["id"]: entity for entity in writer.individuals()}
    for entity in (*named.values(), *found.values()):
        yield json.dumps(entity, ensure_ascii=False, sort_keys=True) + "\n"


class _Writer:
    """Turns records into entities and keeps in mind which individuals they refer to."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self._kinds = {subject: kind for kind in SCHEMATA for subject in records.typed(kind)}
        self._referred: set[str] = set()

    def entities(self, kind: str) -> Iterator[Entity]:
        """The entities of the asserted facts of a class."""
        for fact in self._records.typed(kind):
            if self._records.first(fact, "kb:standing") == curie("kb:Standing-asserted"):
                yield from _WRITERS[kind](self, fact)

    def individuals(self) -> Iterator[Entity]:
        """The individuals that entities refer to."""
        for subject in sorted(self._referred):
            links, kind = self._records.links(subject), self._kinds[subject]
            properties = {
                "name": [self._records.text(subject)],
                "alias": self._records.texts(subject, "skos:altLabel"),
                "wikidataId": [links["wikidata"]] if "wikidata" in links else [],
                "country": self._codes([subject]),
            }
            if kind == "Place":
                properties = {"full": properties["name"], **properties}
            yield _entity(self._id(subject), SCHEMATA[kind], properties)

    def occupancy(self, fact: str) -> Iterator[Entity]:
        """A leadership: who holds which post."""
        person, of = self._filler(fact, "kb:person", {"Person"}), self._records.first(fact, "kb:of")
        status = _STATUS.get("".join(self._records.texts(fact, "kb:status")))
        if (
            person is None
            or of is None
            or status is None
            or self._kinds.get(of) not in ("Country", "Organization")
        ):
            return
        role = "".join(self._records.texts(fact, "kb:role"))
        post = f"{self._id(of)}-{'-'.join(role.casefold().split())}"
        where = {
            "organization": [self._refer(of)] if self._kinds[of] == "Organization" else [],
            "country": self._codes([of]),
        }
        yield _entity(_safe(post), "Position", {"name": [f"{role} of {self._records.text(of)}"], **where})
        dates = {"startDate": "kb:from", "endDate": "kb:to"}
        properties = {name: self._records.texts(fact, slot) for name, slot in dates.items()}
        yield self._fact(
            fact, "Occupancy", {"holder": [person], "post": [_safe(post)], "status": [status], **properties}
        )

    def sanction(self, fact: str) -> Iterator[Entity]:
        """A sanction that is or was in force."""
        target = self._filler(fact, "kb:target", set(SCHEMATA))
        statuses = self._records.texts(fact, "kb:status")
        if target is None or not _IMPOSED.issuperset(statuses):
            return
        slots = {
            "authority": "kb:issuer",
            "provisions": "kb:measure",
            "reason": "kb:reason",
            "program": "kb:instrument",
            "status": "kb:status",
        }
        properties = {name: self._records.texts(fact, slot) for name, slot in slots.items()}
        countries = self._codes(self._records.values(fact, "kb:issuer"))
        yield self._fact(fact, "Sanction", {"entity": [target], "country": countries, **properties})

    def membership(self, fact: str) -> Iterator[Entity]:
        """Who is a member of an organization."""
        member, of = self._filler(fact, "kb:member", _LEGAL), self._filler(fact, "kb:of", {"Organization"})
        if member and of and self._records.texts(fact, "kb:relation") == ["member_of"]:
            yield self._fact(fact, "Membership", {"member": [member], "organization": [of]})

    def meeting(self, fact: str) -> Iterator[Entity]:
        """A meeting as an event."""
        participants = self._records.values(fact, "kb:participants")
        properties = {
            "name": [f"Meeting: {', '.join(self._records.texts(fact, 'kb:participants'))}"],
            "involved": [self._refer(one) for one in participants if self._kinds.get(one) in _LEGAL],
            "country": self._codes(participants),
            "location": self._records.texts(fact, "kb:place"),
            "date": self._records.texts(fact, "kb:date"),
        }
        yield self._fact(fact, "Event", properties)

    def supply(self, fact: str) -> Iterator[Entity]:
        """A supply as a link of a kind that FollowTheMoney does not know."""
        supplier = self._filler(fact, "kb:supplier", set(SCHEMATA))
        recipient = self._filler(fact, "kb:recipient", set(SCHEMATA))
        if supplier and recipient and self._records.texts(fact, "kb:status") in (["delivered"], ["ongoing"]):
            role = f"supplies {'; '.join(self._records.texts(fact, 'kb:item'))}"
            yield self._fact(
                fact, "UnknownLink", {"subject": [supplier], "object": [recipient], "role": [role]}
            )

    def _filler(self, fact: str, slot: str, kinds: frozenset[str] | set[str]) -> str | None:
        """The id of the individual in a slot if it is of one of these classes."""
        found = self._records.first(fact, slot)
        return self._refer(found) if found is not None and self._kinds.get(found) in kinds else None

    def _codes(self, individuals: Iterable[str]) -> list[str]:
        """The codes of those individuals that are countries, as FollowTheMoney writes them."""
        codes = (code for one in individuals for code in self._records.texts(one, "kb:countryCode"))
        return [code.lower() for code in codes]

    def _refer(self, subject: str) -> str:
        self._referred.add(subject)
        return self._id(subject)

    def _id(self, subject: str) -> str:
        """An id as FollowTheMoney allows it."""
        return self._records.links(subject).get("wikidata") or _safe(subject.partition("/id/")[2][:-1])

    def _fact(self, fact: str, schema: str, properties: Mapping[str, list[str]]) -> Entity:
        """An entity for a fact, with the documents that it was read from: where they are, else our pages."""
        claims = self._records.claims.get(fact, ())
        documents = {
            document for claim in claims for document in self._records.values(claim, "prov:wasDerivedFrom")
        }
        source: dict[str, list[str]] = {
            "sourceUrl": [
                url
                for document in documents
                for url in self._records.texts(document, "dcterms:source") or [document[1:-1]]
            ],
            "publisher": [
                name for document in documents for name in self._records.texts(document, "kb:publisher")
            ],
            "recordId": [fact[1:-1]],
            "summary": [self._records.quote(claim) for claim in claims[:1]],
        }
        return _entity(self._id(fact), schema, {**properties, **source})


_WRITERS: Final[Mapping[str, Callable[[_Writer, str], Iterator[Entity]]]] = {
    "Affiliation": _Writer.membership,
    "Leadership": _Writer.occupancy,
    "Meeting": _Writer.meeting,
    "Sanction": _Writer.sanction,
    "Supply": _Writer.supply,
}


def _entity(identifier: str, schema: str, properties: Mapping[str, list[str]]) -> Entity:
    filled = {name: sorted({value for value in values if value}) for name, values in properties.items()}
    return {
        "id": identifier,
        "schema": schema,
        "properties": {name: values for name, values in filled.items() if values},
    }


def _safe(identifier: str) -> str:
    """Letters, digits and hyphens only."""
    return "-".join("".join(c if c.isascii() and c.isalnum() else " " for c in identifier).split())

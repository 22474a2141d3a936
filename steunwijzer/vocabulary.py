"""Every name in the knowledge that a client may use, by kind."""

from collections.abc import Iterator, Mapping

from steunwijzer.knowledge import Knowledge
from steunwijzer.names import Entry, NameIndex
from steunwijzer.schema import Named


def name_index(knowledge: Knowledge) -> NameIndex:
    """Build the index of all names; a new name in the knowledge is found at once."""
    return NameIndex(_entries(knowledge))


def _entries(knowledge: Knowledge) -> Iterator[Entry]:
    table = knowledge.reimbursements
    kinds: dict[str, Mapping[str, Named]] = {
        "term": knowledge.terms,
        "service": knowledge.services,
        "support_form": knowledge.support_forms,
        "sector": knowledge.sectors,
        "life_area": knowledge.life_areas,
        "organisation": knowledge.organisations,
        "delivery_form": knowledge.delivery_forms,
        "insurer": table.insurers,
        "insurer_not_listed": table.not_listed,
        "package": {
            package.id: package
            for insurer in table.insurers.values()
            for package in insurer.packages
        },
    }
    for kind, things in kinds.items():
        for each, thing in things.items():
            yield Entry.of(kind, each, thing)

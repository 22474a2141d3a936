"""What the tests of names share: which names the whole vocabulary finds in a text."""

from steunwijzer.knowledge import installed
from steunwijzer.vocabulary import name_index

INDEX = name_index(installed())


def insurers(text: str) -> set[str]:
    """Give the ids of the insurers that are found, listed or not."""
    return {
        id
        for match in INDEX.find(text)
        if match.kind.startswith("insurer")
        for id in match.ids
    }


def packages(text: str) -> set[str]:
    """Give the ids of the packages that are found."""
    return {
        id for match in INDEX.find(text) if match.kind == "package" for id in match.ids
    }

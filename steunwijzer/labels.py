"""Leaves out the insurer that only tells whose label another is: "IAK van VGZ"."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from steunwijzer.names import Match
from steunwijzer.reimbursement_table import Insurer

_STILL = r"(?:(?:toch|ook|geloof ik|dacht ik|volgens mij|eigenlijk|gewoon)\s+)*"
_A_LABEL = r"(?:een\s+)?(?:(?:label|merk|onderdeel|dochter)\s+)?"
_OF = re.compile(r"\s+van\s+(?:de\s+|het\s+)?", re.IGNORECASE)
# "IAK, dat is toch een label van VGZ"
_IS_OF = re.compile(
    rf",?\s+(?:(?:dat|die)\s+)?(?:is\s+{_STILL}{_A_LABEL}van|hoort\s+{_STILL}bij"
    rf"|valt\s+{_STILL}onder)\s+(?:de\s+|het\s+)?",
    re.IGNORECASE,
)


def labels_only(
    text: str, insurers: Sequence[Match], listed: Mapping[str, Insurer]
) -> list[Match]:
    """Give `insurers`, in which a label and whose it is are one.

    The table tells whose an insurer is. Of one that is not in it only the client does,
    so that "Anderzorg is van Menzis" names both.
    """
    merged: list[Match] = []
    for match in sorted(insurers, key=lambda match: match.start):
        if merged and _is_whose(text, merged[-1], match, listed):
            merged[-1] = replace(merged[-1], end=match.end)
        else:
            merged.append(match)
    return merged


def _is_whose(
    text: str, label: Match, match: Match, listed: Mapping[str, Insurer]
) -> bool:
    """Say whether `match` only tells whose `label` is."""
    between = (text, label.end, match.start)
    parents = [listed[id].parent for id in label.ids if id in listed]
    if not parents:
        return bool(_OF.fullmatch(*between))
    insurers = [listed[id] for id in match.ids if id in listed]
    names = {name for one in insurers for name in (one.name, *one.aliases)}
    if names.isdisjoint(parents):
        return False
    return bool(_OF.fullmatch(*between) or _IS_OF.fullmatch(*between))

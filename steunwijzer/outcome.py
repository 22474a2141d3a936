"""What every decision returns."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any


@dataclass(frozen=True)
class Outcome:
    """A decision: a code, the facts it rests on and the reasons, in order.

    `code` says what was decided and picks the wording. `facts` are ids of facts
    in the knowledge, so that the client can be told where it stands. `reasons`
    are codes in the order in which they count. `values` are what the wording
    needs: amounts in euro cents, ids, numbers; never sentences.
    """

    code: str
    facts: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    values: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))

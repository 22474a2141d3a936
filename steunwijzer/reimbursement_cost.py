"""What the table would give towards the cost of a mantelzorgmakelaar."""

from dataclasses import dataclass

from steunwijzer.reimbursement_table import Package

# Why an amount is not simply "so many euros a calendar year for this help alone".
TOTAL_BUDGET = "total_budget"
SHARED_BUDGET = "shared_budget"
HOURS = "hours"
PERCENTAGE = "percentage"
SEVERAL_YEARS = "several_years"
ONCE_PER_INSURANCE_DURATION = "once_per_insurance_duration"


def limits(package: Package) -> tuple[str, ...]:
    """Give what must be said with the amount of `package`; empty for a plain one."""
    applies = {
        TOTAL_BUDGET: package.budget.kind == "total",
        SHARED_BUDGET: package.budget.kind == "shared",
        HOURS: package.unit == "HOUR",
        PERCENTAGE: package.percent is not None,
        SEVERAL_YEARS: package.period.n > 1,
        ONCE_PER_INSURANCE_DURATION: package.period.unit == "verzekeringsduur",
    }
    return tuple(limit for limit, holds in applies.items() if holds)


@dataclass(frozen=True)
class Payment:
    """What the table gives for one cost, in euro cents.

    `own_share` is what is left to the client. `at_most` says that it may be less,
    as the budget is for other things too; then `own_share` is at least that.
    """

    pays: int
    own_share: int
    at_most: bool


def payment(package: Package, cost: int) -> Payment | None:
    """Compute what `package` gives for `cost` cents; None for an amount in hours.

    A percentage is rounded to whole cents, halves up, before the maximum counts.
    """
    if package.unit == "HOUR":
        return None
    part = (cost * (package.percent or 100) + 50) // 100
    pays = min(part, package.amount)
    return Payment(pays, cost - pays, at_most=package.budget.kind != "own")


def cap_reached_at(package: Package) -> int | None:
    """Give the cost in cents from which the maximum is paid; None for hours."""
    if package.unit == "HOUR":
        return None
    return -(-package.amount * 100 // (package.percent or 100))

"""Whom a row speaks of: what of its values tells one person from another, as people are matched by it."""

from collections.abc import Mapping
from typing import Any

from workbench.sheets.comparison import terms
from workbench.sheets.comparison.matching import Register
from workbench.sheets.comparison.persons import Facts, squeezed
from workbench.sheets.particulars import IDENTIFIERS


def facts_of(values: Mapping[str, Any], stated: Mapping[str, Any], register: Register) -> Facts:
    """The facts of a row, by its values and the credentials that it states."""
    say = values.get
    born = say("provider.birth_date")
    numbers = [
        (t[terms.SORT], (squeezed(t[terms.NUMBER]), t[terms.STATE], t[terms.TITLE]))
        for t in stated.values()
        if t[terms.NUMBER]
    ]
    return Facts(
        say("provider.last", ""),
        say("provider.first", ""),
        say("provider.middle", ""),
        say("provider.suffix", ""),
        say("provider.former_names", ""),
        say("provider.npi", ""),
        born.isoformat() if born else "",
        say("provider.email", ""),
        tuple((sort, values[target]) for target, sort in IDENTIFIERS.items() if target in values),
        tuple(number for sort, number in numbers if sort == register.license),
        tuple(number for sort, number in numbers if sort == register.dea),
        say("provider.id") or register.owner(say("credential.id")),
        values,
    )

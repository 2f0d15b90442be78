"""Cells that are surely one value, written as it is kept, as nearly all are: what is asked of odd ones is not asked of them."""

import re
from collections.abc import Callable, Iterable

from workbench.records import checks
from workbench.sheets.reading import Cell

_FORMS = {
    "npi": r"[12][0-9]{9}",
    "dea": r"[A-Z][A-Z9][0-9]{7}",
    "phone": r"\([2-9][0-9]{2}\) [2-9][0-9]{2}-[0-9]{4}",
    "license": r"[0-9]{3}-(?=[0-9]*[1-9])[0-9]{5,7}|[A-Z]?(?=[0-9]*[1-9])[0-9]{5,7}",
    "email": r"[a-z0-9][a-z0-9._+-]*@(?:[a-z0-9-]+\.)+[a-z]{2,}",
}
"""By type of value; each is narrower than what is read."""
_FAULTS: dict[str, Callable[[str], str]] = {"npi": checks.npi_fault, "dea": checks.dea_fault}
"""What is wrong with a number of a form, or nothing."""


def among(kind: str, cells: Iterable[Cell]) -> dict[Cell, Cell]:
    """Those of some cells of a type of value that are surely one value; each is its own."""
    form, fault = _FORMS.get(kind), _FAULTS.get(kind)
    if form is None:
        return {}
    has_form = re.compile(form).fullmatch
    texts = [cell for cell in cells if type(cell) is str and has_form(cell)]
    return {text: text for text in texts if fault is None or not fault(text)}

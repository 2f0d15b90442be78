"""Cells that are surely one value, written as it is kept, as nearly all are: what is asked of odd ones is not asked of them."""

import re
from collections.abc import Callable

from workbench.records import checks

_FORMS = {
    "npi": r"[12][0-9]{9}",
    "dea": r"[A-Z][A-Z9][0-9]{7}",
    "phone": r"\([2-9][0-9]{2}\) [2-9][0-9]{2}-[0-9]{4}",
    "license": r"[0-9]{3}-(?=[0-9]*[1-9])[0-9]{5,7}|[A-Z]?(?=[0-9]*[1-9])[0-9]{5,7}",
    "email": r"[a-z0-9][a-z0-9._+-]*@(?:[a-z0-9-]+\.)+[a-z]{2,}",
}
"""By type of value; each is narrower than what is read."""
_FAULTS = {"npi": checks.npi_fault, "dea": checks.dea_fault}
"""What is wrong with a number of a form, or nothing."""


def tells(kind: str) -> Callable[[str], object] | None:
    """Says of a text whether it is surely one value of this type, and that text; None where no form is sure."""
    form = _FORMS.get(kind)
    if form is None:
        return None
    has_form, fault = re.compile(form).fullmatch, _FAULTS.get(kind)
    return has_form if fault is None else lambda text: has_form(text) and not fault(text)

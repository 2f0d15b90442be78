"""A cell under "Office" that holds an address with its phone and fax, line by line, taken apart."""

import re
from collections.abc import Sequence
from typing import Any

from workbench.records import places
from workbench.sheets.cell.naming import Column

_PHONE = r"(?:\+?1[\s.-]?)?\(?\d{3}\)?[\s./-]*\d{3}[\s.-]?\d{4}(?:\s*(?:x|ext\.?)\s*\d+)?"
_NUMBER = re.compile(
    rf"(?:\b([A-Za-z]+)\.?|\(([a-z])\))?[\s:#]*({_PHONE})"
    r"(?:\s*\(([a-z])\)| +(cell|mobile|office|fax|pager)(?= *(?:$|[\n;,|/])))?",
    re.IGNORECASE,
)
KINDS = {
    **dict.fromkeys(("o", "p", "t", "w", "ph", "phone", "phones", "tel", "telephone", "office", "ofc", "off"), "phone"),
    **dict.fromkeys(("work", "main", "voice", "bus", "business"), "phone"),
    **dict.fromkeys(("f", "fx", "fax", "facsimile"), "fax"),
    **dict.fromkeys(("c", "m", "cell", "cellphone", "cellular", "mobile", "mob"), "cell"),
    **dict.fromkeys(("pager", "pgr", "beeper"), "pager"),
}
"""By the word beside a phone its sort."""
_EMAIL = re.compile(r"(?:\be-?mail[\s:]*)?([\w.+'-]+@[\w-]+(?:\.[\w-]+)+)", re.IGNORECASE)
_TOWN = re.compile(r"(?:(.+?)[,\n]\s*)?([^\W\d_][^\d,\n]*?),?\s+([A-Za-z]{2})\.?\s+(\d{5}(?:-\d{4})?)\s*$", re.DOTALL)
_LINES = 2
"""The most lines of a street."""


def parts(text: str) -> dict[str, str]:
    """The address, phone, fax, cell, pager and e-mail of a cell by the names of their targets; {} of a cell that is not
    understood whole, or that holds a phone alone."""
    found: dict[str, str] = {}

    def taken(name: str, value: str) -> str:
        if name in found:
            raise ValueError(name)
        found[name] = value
        return "\n"

    def number(match: re.Match[str]) -> str:
        kind = _kind(match) or ("phone" if not _said(match) else "")
        return taken(kind, match[3]) if kind else match[0]

    try:
        rest = _NUMBER.sub(number, _EMAIL.sub(lambda match: taken("email", match[1]), text))
    except ValueError:  # two of a kind: which is whose is not sure
        return {}
    rest = "\n".join(line for each in rest.splitlines() if (line := each.strip(" ,;|/")))
    if rest and not _address(rest, found):
        return {}
    return found if len(found) > 1 and "phone" in found else {}


def numbered(text: str) -> list[tuple[str | None, str]]:
    """The phones of a text that holds nothing else, each with its sort: "" where no word says it, None where one says another;
    empty for any other text."""
    found = [(_kind(match) if _said(match) else "", match[3]) for match in _NUMBER.finditer(text)]
    return [] if any(map(str.isalnum, _NUMBER.sub(" ", text))) else found


def _said(match: re.Match[str]) -> str:
    return (match[1] or match[2] or match[4] or match[5] or "").lower()


def _kind(match: re.Match[str]) -> str | None:
    return KINDS.get(_said(match))


def _address(text: str, found: dict[str, str]) -> bool:
    """Whether a text is an address and nothing else; its lines are added to what was found."""
    match = _TOWN.fullmatch(text)
    if not match or not (state := places.code(match[3])):
        return False
    street = [line.strip() for line in re.split(r"[,\n]", match[1] or "") if line.strip()]
    if len(street) > _LINES or street and not any(map(str.isdigit, street[0])):
        return False
    found.update(zip(("street", "street2"), street, strict=False))
    found.update(city=" ".join(match[2].split()), state=state, zip=match[4])
    return True


def taken_apart(column: Sequence[Any]) -> tuple[list[Any], list[Column]] | None:
    """Phones without what else their cells hold, and that as columns of its own; None where no cell holds an address or more
    numbers whose kinds are said."""
    read = {cell: found for cell in set(column) if isinstance(cell, str) and (found := parts(cell))}
    if not read:
        return None
    names = dict.fromkeys(name for found in read.values() for name in found if name != "phone")
    columns: list[Column] = [
        (f"provider.{name}", [read[cell].get(name) if cell in read else None for cell in column]) for name in names
    ]
    return [read[cell]["phone"] if cell in read else cell for cell in column], columns

"""What stands behind a name or a degree and is neither: fellowships as FACS, Esq. It goes to the remarks, said."""

import re
from collections.abc import Sequence
from typing import Any

from workbench.records.texts import INVISIBLE
from workbench.sheets import targets
from workbench.sheets.cell import cells, words

NO_PART = "is no part of it."
"""How it ends what is told of words that go to the remarks."""
_WORD = re.compile(r"[^\s,;()\[\]/&]+")
_ESQUIRE = re.compile(r"\besq(?:uire)?\b\.?", re.IGNORECASE)


def behind(target: str, text: str) -> str:
    """The honors in a cell of degrees or generations that the value leaves out: "FACS" of "MD, FACS", "Esq." alone."""
    found = [match[0].strip(" .") for match in _ESQUIRE.finditer(text)]
    if target == "provider.degree":
        degrees = words.degrees_in(_ESQUIRE.sub(" ", text)) or []
        honors = [each for each in degrees if each in words.words().fellowships]
        found += honors if len(honors) < len(degrees) else []
    return ", ".join(dict.fromkeys(found))


def taken_out(target: str, column: Sequence[Any], notes: dict[int, list[str]], remarks: dict[int, list[str]]) -> None:
    """Tell of the honors in a column, and keep them as remarks."""
    read = {cell: said for cell in set(column) if isinstance(cell, str) and (said := behind(target, cells.typed(cell)))}
    for index, cell in enumerate(column) if read else ():
        if cell in read:
            remarks.setdefault(index, []).append(read[cell])
            notes.setdefault(index, []).append(f"{targets.title(target)}: “{read[cell]}” {NO_PART}")


def in_name(text: str, parts: Sequence[str]) -> str:
    """The honors in a full name that none of its parts holds."""
    kept = {_bare(word) for part in parts for word in _WORD.findall(part)}
    said = _WORD.findall(text.translate(INVISIBLE))
    return ", ".join(dict.fromkeys(word.strip(" .,") for word in said if _is_honor(word) and _bare(word) not in kept))


def _is_honor(word: str) -> bool:
    found = words.degrees_in(word)
    is_fellow = bool(found) and all(each in words.words().fellowships for each in found or ())
    return is_fellow or word.strip(".").lower() in ("esq", "esquire")


def _bare(word: str) -> str:
    return word.replace(".", "").casefold()

"""What the name of a sheet says of everyone on it: Active, AHP, Resigned, Emergency Department."""

import re
from collections.abc import Collection

from workbench.sheets import likeness
from workbench.sheets.cell import words
from workbench.sheets.column.headings import load_synonyms
from workbench.sheets.reading import Workbook
from workbench.sheets.row import departing, group_names
from workbench.sheets.row.sections import STAFF_WORDS, Sections

_OLD = re.compile(r"\bold\b", re.IGNORECASE)
"""In the name of a file it says which edition it is, and not who is in it."""
_WITH = re.compile(r"\b(?:with|w)\b", re.IGNORECASE)
"""Before what a file has besides its people: "Roster with LOA dates"."""

_SHORT, _SCRATCH = 4, frozenset(["temp", "tmp"])
"""Letters of a file's name that says too little, and names of files that were meant for a moment."""


def says(name: str, workbook: Workbook, targets: Collection[str | None]) -> dict[str, str]:
    """What a sheet's name says of everyone on it, by target, where none of its columns says it."""
    file = _WITH.split(_OLD.sub(" ", workbook.path.stem.replace("_", " ")))[0].strip()
    if name == workbook.path.stem and (short := _of_short_name(file)) is not None:
        return short
    name = file if name == workbook.path.stem else name  # a csv has no sheet but itself
    if departed := departing.carried(name, surely=False):
        return {t: text for t, text in departed.items() if t != "provider.category" or t not in targets}
    plain = STAFF_WORDS.sub(" ", name).strip(" -_")
    category = words.category(name) or words.category(plain) if len(plain) > 2 else None
    status = words.spelled_status(name) or words.spelled_status(plain)
    if category and status:
        category, status = _of_both(name, workbook, category, status)
    if category and "provider.category" not in targets:
        return {"provider.category": category}
    if status and "provider.status" not in targets:
        return {"provider.status": status}
    of_file = departing.carried(file, surely=False)
    gone = {departing.GONE: workbook.path.stem} if of_file else {}
    department = dict(Sections(load_synonyms(), False).of(name)).get("provider.department", "")
    if not status and "provider.department" not in targets:
        if group_names.is_known(department):
            return {"provider.department": department} | gone
        if not gone and _is_beside_departments(name, workbook):
            return {"provider.department": name}
    return gone


def _of_both(name: str, workbook: Workbook, category: str, status: str) -> tuple[str | None, str | None]:
    """ "Active": a category only beside sheets of other categories, and a status elsewhere."""
    others = [STAFF_WORDS.sub(" ", sheet.name).strip() for sheet in workbook.sheets if sheet.name != name]
    beside = any(words.category(other) and not words.status(other) for other in others)
    is_category = beside and not any(words.status(o) for o in others if not words.category(o))
    return (category, None) if is_category else (None, status)


def _of_short_name(file: str) -> dict[str, str] | None:
    """What the short name of a file says of its people: term.csv only asks, temp.csv nothing; None of any other."""
    if file.casefold() in _SCRATCH:
        return {}
    return {departing.GONE: file} if len(file) <= _SHORT and departing.carried(file, surely=False) else None


def _is_beside_departments(name: str, workbook: Workbook) -> bool:
    """Whether a sheet's name is short for a department, and others name departments: "Peds" beside Surgery; the office's list asks."""
    others = [sheet.name for sheet in workbook.sheets if sheet.name != name]
    groups = likeness.data()["short_names"]["groups"]
    return any(map(group_names.is_known, others)) and any(
        group_names.key(name) in map(group_names.key, group) and any(map(group_names.is_known, group))
        for group in groups
    )

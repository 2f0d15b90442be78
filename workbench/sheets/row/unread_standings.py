"""A column of statuses or of actions (Add, Update, Term) that is not read: whoever is gone by it does not come in as active.

What its cells say is asked (settling.py); the rest of the column stays unread, and is shown so.
"""

import re
from collections.abc import Mapping, Sequence

from workbench.sheets import targets
from workbench.sheets.cell import standings, two_standings, words
from workbench.sheets.column.by_place import STATES_OF_A_LICENSE, STATES_OF_BOTH
from workbench.sheets.column.headings import load_synonyms, meaning, normal
from workbench.sheets.reading import Cell
from workbench.sheets.row import called_gone, departing, left_on
from workbench.sheets.row.departing import GONE, STATUS
from workbench.sheets.row.sorting import DataRow

Targets = Mapping[int, str | None]


def carried(rows: Sequence[DataRow], columns: Targets, headings: Mapping[int, str], chosen: Targets) -> list[DataRow]:
    """The rows with what such a column, or a word beside the name, says of whoever is gone; `chosen` are the columns of which
    somebody said what they are."""
    synonyms = load_synonyms()
    found = list(rows)
    for at, heading in headings.items():
        if columns.get(at) is not None or at in chosen:
            continue
        is_standing, is_of_actions = "provider.status" in meaning(heading, synonyms).targets, _is_of_actions(heading)
        if not is_of_actions and (not is_standing or _is_of_a_credential(columns, at)):
            continue
        held = {row.cells[at] for row in rows} - {None}
        is_bare = normal(heading, synonyms.words) in _BARE and not _is_behind_days(columns.get(at - 1))
        if is_bare and all(map(_may_be_a_license, held)):
            continue  # "Provider Status" is of the provider, whatever its words
        gone = {None: "", **{cell: _gone(cell) or (_goes(cell) if is_of_actions else "") for cell in held}}
        for index, row in enumerate(found):
            if gone[row.cells[at]] and GONE not in row.carried and STATUS not in row.carried:
                said = f"{' '.join(heading.split())}: {gone[row.cells[at]]}"
                found[index] = row._replace(carried={**row.carried, GONE: said})
    found = _applying(found, columns, {at: heading for at, heading in headings.items() if at not in chosen})
    found = _ended(found, columns, {at: heading for at, heading in headings.items() if at not in chosen})
    return called_gone.carried(found, columns)


def _applying(found: list[DataRow], columns: Targets, headings: Mapping[int, str]) -> list[DataRow]:
    """The rows of a list of applications: two headings or more tell of the steps of one, and none of a reappointment."""
    said = {at: " ".join(_LETTERS.findall(_CAMEL.sub(" ", heading).casefold())) for at, heading in headings.items()}
    steps = [at for at, text in said.items() if text in words.words().departures.applying and columns.get(at) is None]
    is_again = any(
        word.startswith(("reappo", "reappt", "recred", "renew")) for text in said.values() for word in text.split()
    )
    if len(steps) < 2 or is_again or "provider.status" in columns.values():
        return found
    says = {GONE: " ".join(headings[steps[0]].split())}
    return [
        row if GONE in row.carried or STATUS in row.carried else row._replace(carried={**row.carried, **says})
        for row in found
    ]


def _ended(found: list[DataRow], columns: Targets, headings: Mapping[int, str]) -> list[DataRow]:
    """Rows with a day that has come under an "End Date" behind what is said of the person, where most rows have none."""
    ends = words.words().departures.ends
    for at, heading in headings.items():
        is_end = " ".join(_LETTERS.findall(_CAMEL.sub(" ", heading).casefold())) in ends
        if not is_end or columns.get(at) is not None or not (columns.get(at - 1) or "").startswith("provider."):
            continue
        over = [left_on.has_left(row.cells[at]) for row in found]
        if 2 * sum(over) <= len(found):
            said = {GONE: f"{' '.join(heading.split())} is over"}
            found = [
                row._replace(carried={**row.carried, **said})
                if gone and GONE not in row.carried and STATUS not in row.carried
                else row
                for row, gone in zip(found, over, strict=True)
            ]
    return found


def _is_of_actions(heading: str) -> bool:
    """ "Action", "Change Type": what is to be done with each row of a payer's or a practice's list."""
    return " ".join(_LETTERS.findall(_CAMEL.sub(" ", heading).casefold())) in words.words().departures.actions


def _goes(cell: Cell) -> str:
    """What is to be done with somebody by an action that ends a membership."""
    departures = words.words().departures
    said = _LETTERS.findall(cell.casefold()) if isinstance(cell, str) else []
    first = next((word for word in said if word not in departures.action_leads), "")
    return " ".join(said) if first in departures.action_words else ""


_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LETTERS = re.compile(r"[^\W\d_]+")


def _is_of_a_credential(columns: Targets, at: int) -> bool:
    """Whether a status stands within a credential: behind its number, or before its end. Behind its days it may be the person's."""
    left, right = columns.get(at - 1) or "", columns.get(at + 1) or ""
    sort = targets.plain(left).partition(".")[0]
    is_its = sort in targets.SORTS and sort not in targets.BACKGROUNDS
    return is_its and (not _is_behind_days(left) or right == f"{left.partition('.')[0]}.expires")


def _is_behind_days(left: str | None) -> bool:
    """Whether the column on the left is the last of a credential: its end, its state or the day of issue."""
    part = targets.plain(left or "").partition(".")
    return part[0] in targets.SORTS and part[2] in ("expires", "state", "issued")


def _may_be_a_license(cell: Cell) -> bool:
    return isinstance(cell, str) and (
        standings.is_of_a_license(cell) or words.bare(cell) in STATES_OF_A_LICENSE | STATES_OF_BOTH
    )


_BARE = frozenset(["status", "current status", "stat"])
"""Headings that may be about a license as well as about the person."""


def _gone(cell: Cell) -> str:
    """What a cell says of somebody who is away or gone, without its days; "" where it says nothing of the kind."""
    if not isinstance(cell, str):
        return ""
    told = standings.told(cell)
    status = words.status(told.word if told else cell) or ""
    found = departing.said(cell)
    begins = next(departing.phrases(cell), ("", "", ""))[1]
    is_gone = found.gone and (begins == "gone" or not found.unknown) or standings.says_revoked(cell)
    if status in ("Active", "Pending") and not two_standings.told(cell) or not (status or is_gone):
        return ""
    return " ".join(word for word in cell.lower().split() if not any(map(str.isdigit, word)))

"""Somebody who stands on several sheets that say different statuses, as on Active and on Resigned: it is asked which one holds."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from workbench.sheets import likeness
from workbench.sheets.asking import Option, Question, Replies
from workbench.sheets.plan_row import PlanRow
from workbench.sheets.recognizing import SheetReading
from workbench.sheets.values import Understood

STATUS, SINCE, ACTIVE = "provider.status", "provider.status_since", "Active"
OUT = Option("out", "the status is left as it is, and whoever is new is left out")
_Who = tuple[str, ...]


@dataclass(frozen=True)
class Twice:
    """The rows of people on several sheets, and what is asked of them."""

    statuses: Mapping[tuple[str, int], str] = field(default_factory=dict)
    """By sheet and row the status that holds; "" while that is open."""
    questions: tuple[Question, ...] = ()


def on_several_sheets(
    readings: Sequence[SheetReading], understood: Sequence[Sequence[Understood]], answers: Replies
) -> Twice:
    """Whoever has different statuses on different sheets."""
    if len({row.values.get(STATUS) for rows in understood for row in rows[:1]}) < 2 or len(readings) < 2:
        return Twice()
    seen: dict[_Who, dict[str, str]] = defaultdict(dict)
    places: dict[_Who, list[tuple[str, int]]] = defaultdict(list)
    for reading, rows in zip(readings, understood, strict=True):
        for row in rows:
            if (who := _who(row)) and (status := row.values.get(STATUS)):
                seen[who].setdefault(reading.name, str(status))
                places[who].append((reading.name, row.number))
    groups: dict[tuple[tuple[str, str], ...], list[_Who]] = defaultdict(list)
    for who, said in seen.items():
        if len(set(said.values())) > 1:
            groups[tuple(said.items())].append(who)
    return _asked(groups, places, answers)


def holds(row: PlanRow, status: str, *, known: bool) -> bool:
    """Give a row the status that was chosen, of somebody on several sheets or of whom a cell says two; while it is open nobody new
    comes in. The day of the row is that of its own status: not since when somebody is active who resigned on it."""
    is_its_day = status and row.values.get(STATUS, ACTIVE) in (ACTIVE, status)
    row.values = {
        target: value
        for target, value in row.values.items()
        if target not in (STATUS, SINCE) or is_its_day and target == SINCE
    }
    if status:
        row.values = {**row.values, STATUS: status}
    elif not known:
        row.result = "skipped"
        row.notes.append("Left out until it is said which status holds")
        return False
    return True


def _who(row: Understood) -> _Who:
    """By the NPI, without one by the whole name."""
    if npi := row.values.get("provider.npi"):
        return (str(npi),)
    names = tuple(likeness.fold(str(row.values.get(f"provider.{part}", ""))) for part in ("last", "first", "middle"))
    return names if names[0] and names[1] else ()


def _asked(
    groups: Mapping[tuple[tuple[str, str], ...], list[_Who]],
    places: Mapping[_Who, list[tuple[str, int]]],
    answers: Replies,
) -> Twice:
    statuses: dict[tuple[str, int], str] = {}
    questions = []
    for said, people in groups.items():
        options = (*(Option(sheet, f"as on “{sheet}”: {status}") for sheet, status in said), OUT)
        sheets = " and ".join(f"“{sheet}” ({status})" for sheet, status in said)
        key = "|".join(("twice", *(sheet for sheet, _ in said)))
        chosen = answers.to(key, options, OUT.key)
        rows = [place for who in people for place in places[who]]
        about = f"{len(people):,} {'person stands' if len(people) == 1 else 'people stand'} on {sheets}: which holds?"
        questions.append(Question(said[0][0], about, len(rows), chosen.says, key, options))
        statuses |= dict.fromkeys(rows, dict(said).get(chosen.key, ""))
    return Twice(statuses, tuple(questions))

"""Columns that may mean one of two things: left out until somebody says which, in the window or by --answer."""

from collections.abc import Sequence

from workbench.sheets import targets
from workbench.sheets.asking import Option, Question, Replies, key_of
from workbench.sheets.sheet_reading import SheetReading

OUT = Option("out", "left out")
_POSSIBLE = {
    1: " is possible, and it may be about the column on its left",
    2: " are both possible",
    3: " are possible",
}
_KEYS = {"appointment.ends": "end", "appointment.last_reappointed": "start"}


def settle(reading: SheetReading, answers: Replies) -> None:
    """Ask of each such column what it means, and take it where that was answered."""
    for at, choices in reading.may_mean.items():
        if at in reading.correction.columns:
            continue
        options = (OUT, *(Option(_key(each), f"read as “{targets.title(each)}”") for each in choices))
        key = key_of("means", reading.name, reading.label(at))
        chosen = answers.to(key, options, OUT.key)
        about = f"What does column {reading.label(at)} mean? {' or '.join(map(targets.title, choices))}{_POSSIBLE[len(choices)]}"
        reading.questions.append(Question(reading.name, about, len(reading.rows), chosen.says, key, options))
        if chosen is not OUT:
            reading.columns[at] = choices[options.index(chosen) - 1]


def ask_whose(
    reading: SheetReading, found: Sequence[int], key: str, about: str, options: tuple[Option, Option], answers: Replies
) -> None:
    """Ask of columns that are read whether they are about our own staff; options are that they are left out, until somebody says
    otherwise, and that they are read."""
    out, _ = options
    chosen = answers.to(key, options, out.key)
    which = ", ".join(map(reading.label, found))
    reading.questions.append(Question(reading.name, f"{about} {which}", len(reading.rows), chosen.says, key, options))
    if chosen is out:
        reading.columns.update(dict.fromkeys(found))
        reading.notes += [f"Column {reading.label(at)} is {out.says}." for at in found]


def _key(target: str) -> str:
    return "both" if targets.BOTH in target else _KEYS.get(target, target)

"""A sheet of licenses that says of none of them which state issued it: that is asked once, and guessed from nothing."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from workbench.records import places
from workbench.records.checks import STATES
from workbench.sheets import targets
from workbench.sheets.asking import Option, Question, Replies, key_of
from workbench.sheets.column.layout import one_line
from workbench.sheets.reading import Sheet, Workbook
from workbench.sheets.sheet_reading import SheetReading
from workbench.sheets.values import Understood

ABOUT = "Which state issued these licenses? No column says it"
NONE = Option("none", "not said: they come in without a state")
_GROUPS = ("license", *(f"license{number}" for number in range(2, targets.MOST_OF_A_SORT + 1)))
_ADDRESSES = ("provider.state", "practice.state")
_SHARE = 0.1
"""The share of the addresses that a state has at least where it is proposed by them."""
_WORDS = frozenset(["AL", "AS", "CO", "DE", "HI", "ID", "IN", "LA", "MA", "MD", "ME", "OH", "OK", "OR", "PA"])
"""Codes of states that are words, degrees or names as well."""
_CODE = re.compile(r"\b[A-Z]{2}\b")


def settle(
    workbook: Workbook,
    readings: Sequence[SheetReading],
    understood: Sequence[Sequence[Understood]],
    answers: Replies,
    home: Collection[str],
) -> None:
    """Ask of each such sheet, and give its licenses the state that was answered. Home: the states of the hospital and its sites."""
    named = {sheet.name: sheet for sheet in reversed(workbook.sheets)}
    for reading, rows in zip(readings, understood, strict=True):
        stateless = _stateless(rows)
        if not stateless:
            continue
        options = (NONE, *_proposed(workbook, named[reading.name], reading, rows, home))
        listed = {option.key for option in options}
        more = tuple(Option(code.casefold(), code) for code in sorted(STATES) if code.casefold() not in listed)
        key = key_of("state", reading.name)
        chosen = answers.to(key, (*options, *more), NONE.key)
        reading.questions.append(Question(reading.name, ABOUT, len(stateless), chosen.says, key, options, more=more))
        if chosen is not NONE:
            _give(reading, stateless, chosen.key.upper())


def _stateless(rows: Sequence[Understood]) -> list[Understood]:
    """The rows with a license, where no row of the sheet says a state; else none."""
    found = []
    for row in rows:
        held = [group for group in _GROUPS if f"{group}.number" in row.values]
        if any(f"{group}.state" in row.values for group in _GROUPS):
            return []
        if held and not row.company:
            found.append(row)
    return found


def _give(reading: SheetReading, rows: Iterable[Understood], state: str) -> None:
    """To the rows as they were understood, and to the sheet: what is mended in the review is understood again by it."""
    groups = {group for row in rows for group in _GROUPS if f"{group}.number" in row.values}
    reading.constants |= {f"{group}.state": state for group in sorted(groups)}
    for row in rows:
        row.values |= {f"{group}.state": state for group in groups if f"{group}.number" in row.values}


def _proposed(
    workbook: Workbook, sheet: Sheet, reading: SheetReading, rows: Sequence[Understood], home: Collection[str]
) -> list[Option]:
    """States that something speaks for, each with what does."""
    why: dict[str, list[str]] = {}
    for state in home:
        why.setdefault(state.upper(), []).append("the state of the hospital")
    for state, where in _said(workbook, sheet, reading):
        why.setdefault(state, []).append(where)
    addresses = Counter(str(row.values[target]) for row in rows for target in _ADDRESSES if target in row.values)
    for state, count in addresses.most_common():
        if count >= _SHARE * addresses.total():
            why.setdefault(state, []).append(f"{count:,} of {addresses.total():,} addresses")
    return [
        Option(state.casefold(), f"{state} ({'; '.join(dict.fromkeys(said))})")
        for state, said in why.items()
        if state in STATES
    ]


def _said(workbook: Workbook, sheet: Sheet, reading: SheetReading) -> Iterator[tuple[str, str]]:
    """States that the titles above the rows, the sheet, the file or its folder name."""
    above = sheet.rows[: max(reading.heading_row - sheet.first_row, 0)]
    titles = " ".join(one_line(cell) for row in above for cell in row if isinstance(cell, str))
    for where, text in (
        ("the title", titles),
        ("the sheet's name", sheet.of or sheet.name),
        ("the file's name", workbook.path.stem),
        ("the folder's name", workbook.path.parent.name),
    ):
        for state in _states_in(text):
            yield state, where


def _states_in(text: str) -> Iterator[str]:
    plain = re.sub(r"[\W_]+", " ", text)
    low = f" {plain.casefold()} "
    for name, code in sorted(places.NAMES.items(), key=lambda each: -len(each[0])):
        if f" {name} " in low:
            yield code
            low = low.replace(f" {name} ", " ")  # West Virginia is not Virginia
    yield from (code for code in _CODE.findall(plain) if code in STATES and code not in _WORDS)

"""Licenses that lost zeros to a spreadsheet, told from texts beside them or from the state: 101243979 of Virginia is 0101243979,
and 35.51266 of Ohio 35.512660."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from workbench.sheets import targets
from workbench.sheets.asking import Option, Question, Replies, key_of
from workbench.sheets.cell import cells
from workbench.sheets.cell.written import Written
from workbench.sheets.column.headings import load_synonyms
from workbench.sheets.reading import Cell

ZEROS, AS_WRITTEN = Option("zeros", "the zeros that Excel dropped are put back"), Option("written", "kept as written")
LONG = 6
"""Digits from which numbers of one length are of one manner."""
_LOOKED_AT = 100
_NUMBERS = ("license.number", "cds.number")
_POINTED = re.compile(r"(\d{2,3})\.(\d+)$")
_FEW_PLACES, _MOST = 5, 0.5
"""Places behind a point from which they are a number's own, and the share of a column that has them."""


class Manner(NamedTuple):
    """How texts of a state that begin with zeros are written: their digits, one of them, and the most zeros that they begin with."""

    digits: int
    text: str
    zeros: int


@dataclass(frozen=True)
class Lost:
    """What the numbers of a column lost: zeros where texts beside them have them, places behind the point, or what their states give."""

    manners: Mapping[str, Manner] = field(default_factory=dict)
    """By state, or "" where none is said, how texts are written."""
    places: int = 0
    states: int | None = None
    """The column that says the state."""
    state: str = ""
    """What the heading says of it."""
    texts: bool = False
    """Whether texts are numbers too, as in a file that has nothing else."""

    def mended(self, cell: Cell, state: Cell) -> Cell:
        """A license with its zeros; any other as it is."""
        number = _number(cell, texts=self.texts)
        if number is None:
            return cell
        if self.places:
            found = _POINTED.match(number)
            return f"{found[1]}.{found[2].ljust(self.places, '0')}" if found and len(found[2]) < self.places else cell
        told = self.of(state)
        manner = self.manners.get(told)
        if manner and not isinstance(cell, str) and 0 < manner.digits - len(number) <= manner.zeros:
            return number.zfill(manner.digits)
        full = _of_state(number, told)
        return cell if full is None or full == number and isinstance(cell, (int, str)) else full

    def of(self, state: Cell) -> str:
        """The state of a row, "" where none is said."""
        return _state(state) if self.states is not None else self.state


def told(written: Written, answers: Replies) -> tuple[dict[int, Lost], list[Question]]:
    """By column of licenses what its numbers lost, and what is asked of it."""
    found: dict[int, Lost] = {}
    asked: list[Question] = []
    texts = all(isinstance(cell, str) for row in written.rows[:_LOOKED_AT] for cell in row if cell is not None)
    for at, target in written.columns.items():
        if target is None or targets.plain(target) not in _NUMBERS:
            continue
        column = [row[at] for row in written.rows]
        numbers = [cell for cell in column if _number(cell, texts=texts)]
        lost = numbers and (_short(written, at, target, texts=texts) or _pointed(column))
        if lost:
            how, count, why = lost
            key = key_of("zeros", written.sheet, written.labels[at])
            chosen = answers.to(key, (ZEROS, AS_WRITTEN), ZEROS.key)
            about = f"Column {written.labels[at]}: numbers as {why}"
            if count:
                asked.append(Question(written.sheet, about, count, chosen.says, key, (ZEROS, AS_WRITTEN)))
            found |= {at: how} if chosen is ZEROS or not count else {}
    return found, asked


Told = tuple[Lost, int, str]


def _number(cell: Cell, *, texts: bool) -> str | None:
    """The digits of a number, perhaps with a point among them; None for anything else."""
    if isinstance(cell, bool) or not isinstance(cell, (int, float, str) if texts else (int, float)):
        return None
    text = cells.typed(cell)
    return text if text.isascii() and text.replace(".", "", 1).isdigit() else None


def _manners(rows: Sequence[tuple[Cell, ...]], at: int, lost: Lost) -> dict[str, Manner]:
    """By state how texts are written, where all of one are of one length and begin with a zero."""
    texts: dict[str, set[str]] = {}
    for cell, state in _with_states(rows, at, lost):
        if isinstance(cell, str) and cell.isdigit() and len(cell) >= LONG:
            texts.setdefault(lost.of(state), set()).add(cell)
    return {
        state: Manner(len(min(found)), min(found), max(len(text) - len(text.lstrip("0")) for text in found))
        for state, found in texts.items()
        if len(found) > 1 and len(set(map(len, found))) == 1 and all(text[0] == "0" for text in found)
    }


def _short(written: Written, at: int, target: str, *, texts: bool) -> Told | None:
    """Numbers shorter than texts beside them, or than the licenses of the state that their row or the heading says."""
    said = f"{target.partition('.')[0]}.state"
    lost = Lost(states=written.column_of(said), state=written.constants.get(said, ""), texts=texts)
    lost = replace(lost, manners=_manners(written.rows, at, lost))
    changed = [
        (cell, state) for cell, state in _with_states(written.rows, at, lost) if lost.mended(cell, state) != cell
    ]
    if not changed:
        return None
    short = [(cell, state) for cell, state in changed if lost.mended(cell, state) != cells.typed(cell)]
    examples = {lost.of(state): cells.typed(cell) for cell, state in reversed(short or changed)}
    return lost, len(short), ", and ".join(_why(number, state, lost) for state, number in sorted(examples.items()))


def _why(number: str, state: str, lost: Lost) -> str:
    manner = lost.manners.get(state)
    if manner is None:
        return f"{number} are shorter than a license of {state}"
    how = "a digit short of" if len(number) + 1 == manner.digits else "shorter than"
    return f"{number} are {how} texts as {manner.text}"


def _with_states(rows: Sequence[tuple[Cell, ...]], at: int, lost: Lost) -> Iterator[tuple[Cell, Cell]]:
    for row in rows:
        if row[at] is not None:
            yield row[at], row[lost.states] if lost.states is not None else None


def _of_state(number: str, state: str) -> str | None:
    """The number as licenses of the state are written; None where it can be none of theirs."""
    said: Mapping[str, Any] = load_synonyms().zeros.get(state, {})
    head, point, tail = number.partition(".")
    if point:
        heads = [each for each in said.get("heads", ()) if each.lstrip("0") == head.lstrip("0")]
        return f"{heads[0]}.{tail.ljust(said['places'], '0')}" if heads and len(tail) <= said["places"] else None
    full = number.zfill(said.get("digits", 0))
    zeros = "0" * (len(full) - len(number))
    is_theirs = any(len(each) > len(zeros) and full.startswith(each) for each in said.get("begins", ()))
    return full if is_theirs else None


def _pointed(column: list[Cell]) -> Told | None:
    """Texts with fewer places behind the point than most others: a file of texts that a spreadsheet wrote without the last zeros."""
    found = [(cell, match[2]) for cell in column if isinstance(cell, str) and (match := _POINTED.match(cell.strip()))]
    counted = Counter(len(places) for _, places in found)
    places, count = counted.most_common(1)[0] if counted else (0, 0)
    short = [cell for cell, tail in found if len(tail) < places]
    filled = sum(1 for cell in column if cell is not None)
    if not short or places < _FEW_PLACES or places != max(counted) or count < _MOST * filled:
        return None
    return Lost(places=places, texts=True), len(short), f"{short[0]} have fewer places than the others"


def _state(cell: Cell) -> str:
    try:
        return cells.state(cell) or "" if cell is not None else ""
    except ValueError:
        return ""

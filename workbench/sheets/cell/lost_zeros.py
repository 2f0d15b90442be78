"""Licenses that lost zeros to a spreadsheet, told from texts beside them or from the state: 101243979 of Virginia is 0101243979,
and 35.51266 of Ohio 35.512660."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

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
_POINTED = re.compile(r"(\d{2,3})\.(\d+)$")
_FEW_PLACES, _MOST = 5, 0.5
"""Places behind a point from which they are a number's own, and the share of a column that has them."""


@dataclass(frozen=True)
class Lost:
    """What the numbers of a column lost: a zero where texts beside them have it, places behind the point, or what their states give."""

    digits: int = 0
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
        if self.digits:
            return "0" + number if not isinstance(cell, str) and len(number) == self.digits - 1 else cell
        if self.places:
            found = _POINTED.match(number)
            return f"{found[1]}.{found[2].ljust(self.places, '0')}" if found and len(found[2]) < self.places else cell
        full = _of_state(number, _state(state) if self.states is not None else self.state)
        return cell if full is None or full == number and isinstance(cell, (int, str)) else full


def told(written: Written, answers: Replies) -> tuple[dict[int, Lost], list[Question]]:
    """By column of licenses what its numbers lost, and what is asked of it."""
    found: dict[int, Lost] = {}
    asked: list[Question] = []
    texts = all(isinstance(cell, str) for row in written.rows[:_LOOKED_AT] for cell in row if cell is not None)
    for at, target in written.columns.items():
        if target is None or targets.plain(target) != "license.number":
            continue
        column = [row[at] for row in written.rows]
        numbers = [cell for cell in column if _number(cell, texts=texts)]
        lost = numbers and (_beside_texts(column) or _of_states(written, at, target, texts=texts) or _pointed(column))
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


def _beside_texts(column: list[Cell]) -> Told | None:
    """Numbers one digit short of texts that all begin with a zero."""
    numbers: list[Any] = [cell for cell in column if _number(cell, texts=False)]
    texts = {cell for cell in column if isinstance(cell, str) and cell.isdigit() and len(cell) >= LONG}
    lengths = {len(text) for text in texts}
    short = [cell for cell in numbers if len(cells.typed(cell)) + 1 in lengths]
    if len(lengths) != 1 or len(texts) < 2 or not short or not all(text[0] == "0" for text in texts):
        return None
    why = f"{cells.typed(short[0])} are a digit short of texts as {min(texts)}"
    return Lost(digits=lengths.pop()), len(short), why


def _of_states(written: Written, at: int, target: str, *, texts: bool) -> Told | None:
    """Numbers shorter than the licenses of the state that their row or the heading says."""
    said = f"{target.partition('.')[0]}.state"
    lost = Lost(states=written.column_of(said), state=written.constants.get(said, ""), texts=texts)
    changed = [
        (cell, state) for cell, state in _with_states(written.rows, at, lost) if lost.mended(cell, state) != cell
    ]
    if not changed:
        return None
    short = [(cell, state) for cell, state in changed if lost.mended(cell, state) != cells.typed(cell)]
    cell, state = (short or changed)[0]
    return lost, len(short), f"{cells.typed(cell)} are shorter than a license of {_state(state) or lost.state}"


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

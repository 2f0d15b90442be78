"""What a word of a file means, as somebody said it once for all its rows: "GENSURG" is General Surgery, "tbd" is nothing.

A meaning stands in the place of the cell before anything reads it, so that it is judged like any other value.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from workbench.sheets.comparison import choosing
from workbench.sheets.comparison.categories import likely
from workbench.sheets.known import Known
from workbench.sheets.likeness import meant
from workbench.sheets.plan import Unsettled
from workbench.sheets.plan_row import PlanRow
from workbench.sheets.recognizing import Meanings, folded

LISTED = {
    "provider.department": "department",
    "provider.specialty": "specialty",
    "provider.subspecialty": "specialty",
    "provider.category": "category",
    "appointment.facility": "facility",
}
"""Targets whose words belong to a list of the office's own."""
CHOSEN = {f"provider.{name}": choices for name, choices in choosing.CHOICES.items()}
"""Targets whose words are some of a record's choices."""
AGAIN = 2
"""A wrong value of any other target is asked about once for all from so many rows on."""


def unsettled(
    rows: Sequence[PlanRow], meanings: Meanings, entries: Iterable[tuple[str, str]], known: Known
) -> list[Unsettled]:
    """Every word that waits for a meaning or has one, the most frequent first. Entries: list and name, as the plan adds them."""
    new = {(sort.lower(), name.casefold()) for sort, name in entries}
    counted: Counter[tuple[str, str]] = Counter()
    shown: dict[tuple[str, str], str] = {}
    for row in rows:
        for target, said in _asked(row, meanings, new):
            key = target, folded(said)
            counted[key] += 1
            shown.setdefault(key, said)
    return [
        _told(target, shown[target, said], count, meanings.get((target, said)), known)
        for (target, said), count in counted.most_common()
        if target in LISTED or target in CHOSEN or count >= AGAIN or (target, said) in meanings
    ]


def _asked(row: PlanRow, meanings: Meanings, new: set[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The words of a row to be settled: its wrong values, what was left out of choices, what a list would gain, what was translated."""
    seen = set()
    for target, said in _texts(row, {target for target, _ in meanings}):
        value = row.values.get(target)
        tbl = LISTED.get(target)
        if (
            (target, folded(said)) in meanings
            or tbl
            and isinstance(value, str)
            and (tbl, value.casefold()) in new
            or target in CHOSEN
            and not choosing.choice(target.partition(".")[2], said if value is None else str(value))
        ):
            seen.add(target)
            yield target, said
    for problem in row.problems:
        if problem.typed and problem.target not in seen and problem.target:
            yield problem.target, problem.typed


def _texts(row: PlanRow, meant: set[str]) -> Iterator[tuple[str, str]]:
    """What the row says, for the targets whose words can be settled, and for those that a meaning was given."""
    for at, target in row.reading.columns.items():
        if target in LISTED or target in CHOSEN or target in meant:
            cell = row.cells[at] if at < len(row.cells) else None
            if cell is not None and (said := " ".join(str(cell).split())):
                yield target, said
    for target, said in row.carried.items():
        yield target, said


def _told(target: str, said: str, rows: int, chosen: str | None, known: Known) -> Unsettled:
    tbl = LISTED.get(target)
    if tbl:
        options = tuple(sorted((row[1] for row in known.tables[tbl]), key=str.casefold))
        proposed = (likely(said) or "") if tbl == "category" else meant(said, options)
    else:
        options = tuple(CHOSEN.get(target, ()))
        proposed = meant(said, options)
    return Unsettled(target, said, rows, chosen, proposed if proposed in options else "", options)

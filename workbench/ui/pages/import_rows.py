"""The rows of an import's plan as a list, so that the one table shows them: texts are made when they are shown."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from workbench.store import alphabet
from workbench.ui.kit.plain import Column, Row

if TYPE_CHECKING:  # what the plan is made with costs a third of the start, and is loaded with the first file
    from workbench.sheets.painted import Mark
    from workbench.sheets.plan import Plan
    from workbench.sheets.plan_row import PlanRow

RESULTS = {
    "new": ("new", "new", "New"),
    "changed": ("changed", "changed", "Changed"),
    "same": ("same", "same", "Same"),
    "doubtful": ("same person?", "doubt", "Same person?"),
    "asks": ("", "", "Which one?"),
    "rejected": ("cannot", "bad", "Cannot import"),
    "skipped": ("left out", "quiet", "Left out"),
    "kept": ("ours kept", "warn", "Ours kept"),
    "absent": ("not named", "quiet", "Not in the file"),
}
"""By result: its word in a row, its tone, its chip."""

COLUMNS = (
    Column("row", "Row", align="right"),
    Column("result", "Result", pill=True),
    Column("provider", "Provider", bold=True),
    Column("happens", "What happens"),
    Column("expires", "License expires"),
    Column("npi", "NPI"),
    Column("specialty", "Specialty"),
)
_TARGETS = {"expires": "license.expires", "npi": "provider.npi", "specialty": "provider.specialty"}
"""The columns that show a value of the file, in order, and what it is a value of."""


MANY = 500
"""Rows that say what most of them add."""
LONGEST = 150
"""Letters of what happens that the list shows; the card says all of it."""


def short(text: str) -> str:
    """What fits in a few lines of the list."""
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rsplit(' ', 1)[0].rstrip(' ,;:')} …"


def marked(mark: Mark | None) -> str:
    """The view of the rows that the file's formatting sets apart by a mark."""
    return f"{mark.key} in {mark.sheet}" if mark else ""


def with_room(columns: tuple[Column, ...], words: Collection[str]) -> tuple[Column, ...]:
    """The columns of a plan, the one of results with room for the longest of these words: half of one says nothing."""
    longest = max(words, key=len, default="")
    return tuple(replace(each, longest=longest) if each.key == "result" else each for each in columns)


def _keeps_ours(row: PlanRow) -> bool:
    effects = getattr(row, "effects", ())  # a row of a list of ours that came back has edits instead
    return row.result == "same" and bool(effects)


def shown(row: PlanRow) -> str:
    """The result as the eye sees it: a row that says otherwise and changes nothing is not the same."""
    return "kept" if _keeps_ours(row) else row.result


class PlanList:
    """A plan with the face of any other list; a row's id is its place in the plan, from 1."""

    name, title = "import", "Import roster"
    columns: tuple[Column, ...] = COLUMNS

    def __init__(self, plan: Plan | None) -> None:
        self.rows = [*plan.rows, *plan.absent] if plan else []
        self.differing = sum(1 for row in self.rows if _keeps_ours(row))
        """How many rows change nothing although they say otherwise."""
        self.kept = [n for n, row in enumerate(self.rows, 1) if row.disputed and row.result != "absent"]
        """The places of the rows where a value of ours stays although the file says otherwise, or stayed until somebody chose."""
        self.asking = [n for n, row in enumerate(self.rows, 1) if row.open_asks]
        """The places of the rows that ask of which license or the like a day is."""
        self._most: Mapping[str, int] | None = None
        """What most of the new ones add: of each the list says how that is different."""
        if plan:
            from workbench.sheets import brief  # with the plan it is loaded anyhow

            self._brief = brief.in_brief
            self._most = brief.usual(self.rows[:MANY])
        self._several = len({row.sheet for row in self.rows}) > 1
        self.columns = with_room(COLUMNS, {RESULTS[shown(row)][0] for row in self.rows})

    def ids(
        self,
        *,
        today: date,
        search: str = "",
        view: str = "",
        order: tuple[tuple[str, bool], ...] = (),
        filters: dict[str, str] | None = None,
        limit: int | None = None,
    ) -> array[int]:
        """The places of the rows with a result, that hold every word, in the order asked for."""
        some = {"kept": self.kept, "asks": self.asking}.get(view)
        places = [n for n, row in enumerate(self.rows, 1) if self._is_in(row, view)] if some is None else list(some)
        if words := search.casefold().split():
            places = [n for n in places if all(word in self._words(n) for word in words)]
        for key, wanted in (filters or {}).items():
            column = self._place(key)
            places = [n for n in places if wanted.casefold() in self._row(n).texts[column].casefold()]
        for key, descending in reversed(order):
            if key == "row":
                places.sort(reverse=descending)
            else:
                column = self._place(key)
                places.sort(key=lambda n: alphabet.place(self._row(n).texts[column]), reverse=descending)
        return array("q", places[:limit])

    @staticmethod
    def _is_in(row: PlanRow, view: str) -> bool:
        return view in (shown(row), marked(getattr(row, "mark", None))) if view else row.result != "absent"

    def page(self, ids: Sequence[int], today: date) -> list[Row]:
        """The texts and tones of these rows."""
        return [self._row(place) for place in ids]

    def at(self, place: int) -> PlanRow:
        """The row of the plan behind an id."""
        return self.rows[place - 1]

    def _row(self, place: int) -> Row:
        row = self.at(place)
        word, tone, _ = RESULTS[shown(row)]
        number = f"{row.sheet} {row.number}" if self._several else str(row.number)
        if row.result == "absent":
            number = "—"
        texts = (
            number,
            word,
            row.provider or "—",
            short(self._brief(row, self._most)),
            self._told(row, "expires", row.license_expires),
            self._told(row, "npi", row.npi),
            self._told(row, "specialty", row.specialty),
        )
        tones = ("quiet", tone, "", self._tone_of_words(row), *(self._tone(row, key) for key in _TARGETS))
        return Row(place, texts, tones)

    @staticmethod
    def _told(row: PlanRow, key: str, now: str) -> str:
        was = row.was(_TARGETS[key])
        return f"{was} ⇒ {now}" if was and was != now else now or "—"

    @staticmethod
    def _tone(row: PlanRow, key: str) -> str:
        return "bad" if row.result == "rejected" and row.wrong(_TARGETS[key]) else ""

    @staticmethod
    def _tone_of_words(row: PlanRow) -> str:
        return {"rejected": "bad", "doubtful": "warn"}.get(row.result, "warn" if row.open_asks else "quiet")

    def _words(self, place: int) -> str:
        row = self.at(place)
        return f"{row.provider} {row.npi} {row.specialty} {row.happens} {row.number}".casefold()

    def _place(self, key: str) -> int:
        return next(n for n, column in enumerate(self.columns) if column.key == key)

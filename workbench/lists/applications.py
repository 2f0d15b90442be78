"""The list of applications: what is in process, what it lacks, how long it takes, which meeting it can make."""

from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from peewee import Expression

from workbench.lists import in_process
from workbench.lists.columns import Column, column
from workbench.lists.in_process import Standing
from workbench.lists.joining import Joined
from workbench.lists.listing import ListOf, Order, Row, View
from workbench.lists.staff import person
from workbench.records.application import APPLICATIONS, Application
from workbench.records.policy import Policy

STUCK_DAYS = 30
SPAN, MOST = 30, 120
"""Days in process that are one group; longer than the most is one too."""
"""In the same stage for longer: somebody should ask."""
SHORT = {"Medical executive committee": "MEC"}
"""Stages whose full name no column can hold."""
SHORTER = SHORT | {"Department chair": "Chair", "Credentials committee": "Credentials", "Governing board": "Board"}
"""The same where even less can."""
_STAGE_TONES = {"Closed": "quiet", "Requested": "quiet", "Received": "quiet"}


def _days(each: Standing) -> tuple[str, str]:
    return f"{each.days:,}", ""


def _missing(each: Standing) -> tuple[str, str]:
    return each.missing or "Nothing", in_process._tone(each.kept[0], each.stage) if each.kept else "good"


def _meeting(each: Standing) -> tuple[str, str]:
    return each.lapses or each.reach or "—", "bad" if each.lapses else ""


def _review(each: Standing) -> tuple[str, str]:
    return each.category.removeprefix("Category "), ""


def _holds(each: Standing, key: str, wanted: str) -> bool:
    """Whether a column of the rules holds what is wanted; Dec 1 is not Dec 15, and a file that will lapse has a meeting too."""
    return wanted == each.goal_day.casefold() if key == "meeting" else wanted in _JUDGED[key](each)[0].casefold()


def _in_group(key: str, each: Standing) -> tuple[Any, str]:
    """What orders a group among others, and what it is called: days by the month, meetings by their day."""
    said = _JUDGED[key](each)[0].replace("—", "")
    if key == "days":
        span = min(max(each.days - 1, 0) // SPAN, MOST // SPAN)
        said = f"Over {MOST} days" if span * SPAN >= MOST else f"{span * SPAN + 1} to {span * SPAN + SPAN} days"
        return span, said if span else f"Up to {SPAN} days"
    if key == "meeting":
        return (each.goal.held if each.goal else date.max, said), said
    return said.casefold(), said


_JUDGED = {"days": _days, "missing": _missing, "meeting": _meeting, "review": _review}
"""Columns whose cells come from the rules, by key."""


def _judged(key: str, heading: str, sort: str, **how: Any) -> Column:
    """A column that the rules fill; it is ordered by a field that goes with it."""
    return Column(
        key, heading, ("id",), Application._meta.fields["stage"], lambda *_: "", sort=(sort,), judged=True, **how
    )


def _stage_tone(values: Any, today: date, policy: Policy) -> str:
    return _STAGE_TONES.get(values[0], "info")


def _stage(values: Any, today: date) -> str:
    return SHORT.get(values[0], str(values[0]))


def _sort(values: Any, today: date) -> str:
    return "Initial" if values[0] == "Initial appointment" else str(values[0])


@dataclass(frozen=True)
class _Applications(ListOf):
    """The rows of applications, with what the rules say of those in process."""

    known: dict[int, Standing] = field(default_factory=dict, compare=False)
    """How those stand that somebody had judged before: their rows are shown without judging them again."""
    printed_too: tuple[str, ...] = ("specialty",)
    """Columns that paper has although a small screen has no room for them, unless the user chose which show."""

    def judged(self, found: Mapping[int, Standing]) -> None:
        """Show the rows by these from now on."""
        self.known.clear()
        self.known.update(found)

    def ids(
        self,
        *,
        today: date,
        search: str = "",
        view: str = "",
        order: Order = (),
        filters: Mapping[str, str] | None = None,
        limit: int | None = None,
    ) -> "array[int]":
        """As of any list; what the rules fill can be ordered and filtered by too."""
        judged = {key: wanted.casefold() for key, wanted in (filters or {}).items() if key in _JUDGED}
        plain = {key: wanted for key, wanted in (filters or {}).items() if key not in _JUDGED}
        by, descending = order[0] if order and order[0][0] in _JUDGED else ("", False)
        if not judged and not by:
            return super().ids(today=today, search=search, view=view, order=order, filters=plain, limit=limit)
        found = in_process.standings(today, super().ids(today=today, search=search, view=view, filters=plain))
        for key, wanted in judged.items():
            found = [each for each in found if _holds(each, key, wanted)]
        if by:
            found.sort(
                key=lambda each: (each.days, "") if by == "days" else (0, _JUDGED[by](each)[0]), reverse=descending
            )
        return array("q", (each.id for each in found[:limit]))

    def count(self, *, today: date, view: str = "", search: str = "", filters: Mapping[str, str] | None = None) -> int:
        """As of any list; what the rules fill is judged row by row."""
        if not _JUDGED.keys() & (filters or {}).keys():
            return super().count(today=today, view=view, search=search, filters=filters)
        return len(self.ids(today=today, view=view, search=search, filters=filters))

    def judged_as(self, key: str, ids: Sequence[int], today: date) -> Mapping[int, tuple[Any, str]]:
        """By application what a column of the rules says of it, while it is in process."""
        found = self._standings(ids, today)
        return {id: _in_group(key, found[id]) for id in ids if id in found and found[id].stage != "Closed"}

    def page(self, ids: Sequence[int], today: date) -> list[Row]:
        found = self._standings(ids, today)
        return [self._with(row, found.get(row.id)) for row in super().page(ids, today)]

    def _standings(self, ids: Sequence[int], today: date) -> dict[int, Standing]:
        unknown = [each for each in ids if each not in self.known]
        return self.known | ({each.id: each for each in in_process.standings(today, unknown)} if unknown else {})

    def values(self, ids: Sequence[int], today: date | None = None) -> Iterator[list[Any]]:
        """As of any list; the columns of the rules are filled for the day that is given."""
        found = {each.id: each for each in in_process.standings(today, ids)} if today else {}
        places = {n: c.key for n, c in enumerate(self.sheet, 1) if c.key in _JUDGED}
        for values in super().values(ids):
            each = found.get(values[0])
            if each is not None and each.stage != "Closed":
                for place, key in places.items():
                    values[place] = _JUDGED[key](each)[0].replace("—", "")
            yield values

    def _with(self, row: Row, each: Standing | None) -> Row:
        shown, tones = list(row.texts), list(row.tones)
        if each is not None and each.stage != "Closed":
            for place, column_ in enumerate(self.columns):
                if column_.key in _JUDGED:
                    shown[place], tones[place] = _JUDGED[column_.key](each)
        return replace(row, texts=tuple(shown), tones=tuple(tones))


def _open(joined: Joined, today: date, policy: Policy) -> Expression:
    return joined.model.stage != "Closed"


def _of_sort(sort: str) -> Any:
    return lambda joined, today, policy: (joined.model.stage != "Closed") & (joined.model.sort == sort)


def _ready(joined: Joined, today: date, policy: Policy) -> Expression:
    return joined.model.id.in_(list(in_process.ready_ids(today)))


def _stuck(joined: Joined, today: date, policy: Policy) -> Expression:
    return (joined.model.stage != "Closed") & (joined.model.stage_since < today - timedelta(days=STUCK_DAYS))


IN_PROCESS = _Applications(
    kind=APPLICATIONS,
    columns=(
        replace(person("provider."), heading="Applicant"),
        column(Application, "sort", "Kind", reads=_sort),
        column(Application, "provider.specialty.name", "Specialty", "specialty"),
        column(Application, "stage", reads=_stage, tone=_stage_tone, pill=True),
        _judged("days", "Days", "received"),
        _judged("missing", "What is missing", "stage", pill=True),
        _judged("meeting", "Meeting", "stage"),
        _judged("review", "Category", "review"),
        column(Application, "department.name", "Department", "department"),
    ),
    sheet=(
        column(Application, "provider.npi"),
        column(Application, "provider.last"),
        column(Application, "provider.first"),
        column(Application, "provider.degree"),
        column(Application, "provider.specialty.name", "Specialty"),
        column(Application, "sort", "Kind"),
        column(Application, "stage"),
        column(Application, "stage_since"),
        _judged("days", "Days in process", "received"),
        _judged("missing", "What is missing", "stage"),
        _judged("meeting", "Meeting", "stage"),
        _judged("review", "Category 1 or 2", "review"),
        column(Application, "review", "Review decided", "decided_review"),
        column(Application, "department.name", "Department"),
        column(Application, "category.name", "Category asked for"),
        column(Application, "facility.name", "Facility"),
        *(column(Application, name) for name in ["term_starts", "term_ends", "requested", "received", "complete"]),
        *(column(Application, name) for name in ["attested", "chair", "chair_view", "chair_on", "outcome", "decided"]),
    ),
    order=(("provider", False),),
    views=(
        View("in_process", "In process", _open),
        View("initial", "Initial", _of_sort("Initial appointment")),
        View("reappointment", "Reappointment", _of_sort("Reappointment")),
        View("added", "Added privileges", _of_sort("Added privileges")),
        View("ready", "Ready", _ready),
        View("stuck", f"Over {STUCK_DAYS} days in a stage", _stuck),
        View("closed", "Closed", lambda joined, today, policy: joined.model.stage == "Closed", (("decided", True),)),
    ),
    filtered_too=("facility_name", "category_name"),
    found_by=("provider", "department"),
    always=_open,
)


def in_process_judged() -> _Applications:
    """The same list for somebody who judges its rows themselves, and shows them by judged()."""
    return replace(IN_PROCESS, known={})

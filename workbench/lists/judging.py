"""Findings kept up to date: judged again are the files that a step touched since, and those whose day has come."""

from collections.abc import Iterable
from datetime import date
from itertools import chain
from typing import Any

from peewee import OperationalError

from workbench.errors import Progress, quiet
from workbench.records.application import Application
from workbench.records.finding import KeptFinding
from workbench.records.policy import Policy
from workbench.records.privilege import PrivilegeRequest
from workbench.rules import standing
from workbench.rules.findings import Judge, Judged
from workbench.rules.judging import Finding
from workbench.store import bulk, database, derived, settings
from workbench.store.derived import State

EVERYBODY = frozenset({"requirement", "verification_source", "facility", "credential_sort", "department"})
"""Tables of which a row may change what is found in any file."""
APPLICANTS = frozenset({"meeting", "committee", "privilege", "privilege_form", "category", "specialty"})
"""Tables of which a row may change what is found in the file of whoever has an application under way."""
TOO_MANY = 20_000
"""From so many on it is no slower to judge everybody."""
WAITS = date(1, 1, 1)
"""Until when the findings stand of a file that is still to be judged."""
_COLUMNS = tuple(field.column_name for field in KeptFinding._meta.sorted_fields)


def bring_up_to_date(today: date, progress: Progress = quiet, most: int = 0) -> int:
    """Judge again what must be; how many files that were, at most so many if most is given: left() says how many wait then.
    Of an office that is open for reading only, for this connection alone. Inside a step nothing is done: what it wrote may
    be undone. Nor while something of the office is left out: what is hidden would be found missing."""
    if database.transaction_depth() or database.veil is not None:
        return 0
    policy = settings.load(Policy)
    now = State(bulk.newest_step(), today, repr(policy))
    before = derived.state()
    if before == now and not left(today):
        return 0
    again = _again(before, now)
    judge = Judge(today, policy)
    ids = standing.everybody()
    all = ids if again is None else [id for id in ids if id in again]
    wanted = all[:most] if most else all
    rows, judged = _made(chain([judge.office()], judge.people(wanted)), len(wanted), progress)
    judged += [(id, WAITS) for id in all[len(wanted) :]]
    return len(wanted) if _kept(None if again is None else {0, *again}, rows, judged, now) else 0


def judged_on(today: date) -> date:
    """The day that the findings are of: today, but while something is left out the day on which that began."""
    state = derived.state() if database.veil is not None else None
    return state.day if state is not None else today


def _kept(gone: set[int] | None, rows: list[tuple[Any, ...]], judged: list[tuple[int, date]], now: State) -> bool:
    """Write it, and not for long: others write meanwhile. Whether it was written; while an import holds the office it is not,
    and whoever asks next judges again."""
    derived.begin()
    try:
        with database.atomic():
            derived.take_out(gone)
            first = derived.next_id()
            derived.put_in(_COLUMNS, [(first + place, *row) for place, row in enumerate(rows)], judged)
            derived.keep(now)
    except OperationalError as error:
        if "locked" not in str(error):
            raise
        return False
    return True


def left(today: date) -> int:
    """How many files wait to be judged for a day."""
    return 0 if database.veil is not None else len(derived.overdue(today))


def _again(before: State | None, now: State) -> set[int] | None:
    """Whose files are judged again; None for everybody's."""
    if before is None or before.policy != now.policy or before.day > now.day or before.step > now.step:
        return None
    rows = derived.touched(before.step)
    if len(rows) > TOO_MANY or any(row[0] in EVERYBODY for row in rows):
        return None
    people = {who for _, _, was, became, _ in rows for who in (was, became) if who is not None}
    people |= {row for tbl, row, *_ in rows if tbl == "provider"}
    applications = {asked for *_, asked in rows if asked is not None} | _of_requests(rows)
    people |= _whose(Application.id.in_(applications)) if applications else set()
    if any(row[0] in APPLICANTS for row in rows):
        people |= _whose(Application.stage != "Closed")
    return people | derived.overdue(now.day)


def _of_requests(rows: Iterable[tuple[Any, ...]]) -> set[int]:
    """What was shown for a criterion names the request alone."""
    if not any(row[0] == "criterion_shown" for row in rows):
        return set()
    return {row[0] for row in PrivilegeRequest.select(PrivilegeRequest.application).distinct().tuples()}


def _whose(where: Any) -> set[int]:
    return {row[0] for row in Application.select(Application.provider).where(where).tuples()}


def _made(
    all: Iterable[Judged], count: int, progress: Progress
) -> tuple[list[tuple[Any, ...]], list[tuple[int, date]]]:
    """The rows of all that is found, and until when each file's stand."""
    rows: list[tuple[Any, ...]] = []
    judged: list[tuple[int, date]] = []
    for done, each in enumerate(all):
        rows += [_row(each, finding) for finding in each.findings]
        judged.append((each.provider, each.until))
        if done and done % 500 == 0:
            progress(done, count)
    return rows, judged


def _row(file: Judged, each: Finding) -> tuple[Any, ...]:
    return (
        file.provider,
        file.title or "The office",
        file.department,
        each.rule,
        each.title,
        each.severity,
        each.message,
        each.why,
        each.citation,
        each.remedy,
        each.worse_on,
        each.credential,
        each.application,
    )

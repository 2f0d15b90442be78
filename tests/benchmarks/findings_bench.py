"""How fast files are judged: `uv run python -m tests.benchmarks.findings_bench [FILE] [PEOPLE]`.

Makes a large sample hospital when FILE is not there. Prints seconds, and ratios to a bare SQL scan of the same rows: reading
every row of the tables that are judged, with nothing made of it."""

import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import Any

from workbench.actions import offices, sample
from workbench.lists import file, judging, standards, worsening
from workbench.lists.expirables import EXPIRABLES
from workbench.lists.findings import FINDINGS_LIST
from workbench.lists.staff import STAFF
from workbench.lists.verifications import VERIFICATION_LOG
from workbench.records.credential import Credential
from workbench.records.policy import Policy
from workbench.records.provider import Provider
from workbench.rules import packs, standing, survey
from workbench.rules.findings import Judge
from workbench.store import database, history, settings, veil
from workbench.store.office import Seat

AT_ONCE = 1_000
"""Files that the page judges ahead before another question has its turn."""
TODAY = date(2026, 11, 24)
ALL, DAY, ONE = 20.0, 1.0, 0.030
"""Seconds that issue 6 asks for, of 50,000 people: everybody, one day's change, one file."""
TABLES = (
    *(
        "provider",
        "appointment",
        "credential",
        "npdb_query",
        '"check"',
        "oppe",
        "held_privilege",
        "verification",
        "fppe",
    ),
    *(
        "adverse_action",
        "temporary_privilege",
        "disaster_privilege",
        "education",
        "work_history",
        "affiliation",
        "application",
    ),
)


def main(path: Path, people: int) -> None:
    """Print every figure."""
    seat = Seat("Bench", lambda: datetime(2026, 11, 24, 9))
    if not path.exists():
        office = offices.new_office(path, seat)
        sample.fill(TODAY, providers=people)
        office.close()
    office = offices.open_office(path, seat)
    with history.step("All packs"):
        settings.save(packs=", ".join(packs.shipped()))
    print(
        f"{Provider.select().count():,} people, {Credential.select().count():,} credentials, {len(packs.shipped())} packs"
    )
    bare = _took(_scan)
    print(f"{'a bare scan of the same rows':44} {bare:8.3f} s")
    database.execute_sql("DELETE FROM judging")  # as if nobody was judged yet
    _say("everybody, judged and kept", _took(lambda: judging.bring_up_to_date(TODAY)), ALL, bare)
    _say("nothing changed", _took(lambda: judging.bring_up_to_date(TODAY)), DAY, bare)
    _edit(40)
    _say("a day's work: 40 files touched", _took(lambda: judging.bring_up_to_date(TODAY)), DAY, bare)
    _say("the next day", _took(lambda: judging.bring_up_to_date(TODAY + timedelta(days=1))), DAY, bare)
    judge = Judge(TODAY, settings.load(Policy))
    ids = standing.everybody()[:: max(len(standing.everybody()) // 60, 1)]
    _say("one file (median)", median(_took(lambda id=id: list(judge.people([id]))) for id in ids), ONE, bare)  # type: ignore[misc]
    _worsens(bare)
    _surveyed(bare)
    office.close()


def _worsens(bare: float) -> None:
    """What becomes worse by the planned meetings: in all, and the longest that another question waits for it."""
    _stand()
    longest = whole = 0.0
    days = worsening.days(TODAY)
    for on in days:
        ids = worsening.waiting(on)
        print(f"{'worsens by ' + on.isoformat():44} {len(ids):8,} files to judge")
        took = [
            _took(lambda some=ids[at : at + AT_ONCE]: worsening.by_rule(some, on))  # type: ignore[misc]  # noqa: B023
            for at in range(0, len(ids), AT_ONCE)
        ]
        whole, longest = whole + sum(took), max([longest, *took])
    _say("what worsens, all meetings", whole, ALL, bare)
    _say("what worsens, the longest portion", longest, DAY, bare)


def _stand() -> None:
    """Judge for today again: the next day's findings stood before."""
    while judging.left(TODAY) or judging.bring_up_to_date(TODAY):
        judging.bring_up_to_date(TODAY)


def _surveyed(bare: float) -> None:
    """What the pages of survey mode ask for, with nothing hidden and with the veil on: each beside the other."""
    person = standing.everybody()[77]
    asked: dict[str, Callable[[], object]] = {
        "the board": lambda: standards.read(TODAY),
        "the first findings": lambda: _page(FINDINGS_LIST),
        "all findings counted": lambda: FINDINGS_LIST.count(today=TODAY),
        "the first providers": lambda: _page(STAFF),
        "a word among providers": lambda: STAFF.ids(today=TODAY, search="smith"),
        "the first credentials": lambda: _page(EXPIRABLES),
        "all credentials counted": lambda: EXPIRABLES.count(today=TODAY),
        "the first verifications": lambda: _page(VERIFICATION_LOG),
        "a file": lambda: file.read(person, TODAY),
    }
    open_ = {what: _first_and_again(call) for what, call in asked.items()}
    _say("survey mode, put on", _took(lambda: veil.change(survey.VEIL)), DAY, bare)
    for what, call in asked.items():
        took = _first_and_again(call)
        print(f"{'  ' + what:44} {took:8.3f} s   {took / open_[what]:6.2f} x without it ({open_[what]:.3f} s)")
    veil.change(None)


def _first_and_again(call: Callable[[], object]) -> float:
    """The longest of three: what a connection keeps of an answer is not there the first time."""
    return max(_took(call) for _ in range(3))


def _page(listed: Any) -> object:
    return listed.page(listed.ids(today=TODAY)[:60], TODAY)


def _scan() -> None:
    for table in TABLES:
        for _ in database.execute_sql(f"SELECT * FROM {table}"):
            pass


def _edit(count: int) -> None:
    with history.step("A day's work"):
        for each in Credential.select().where(~Credential.past).order_by(Credential.id).limit(count * 97):
            if each.id % 97 == 0:
                each.expires = (each.expires or TODAY) + timedelta(days=1)
                each.save()


def _took(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def _say(what: str, took: float, most: float, bare: float) -> None:
    print(f"{what:44} {took:8.3f} s   {took / bare:6.2f} x the scan   (asked: {most:g} s)")


if __name__ == "__main__":
    given = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        main(Path(given[0]) if given else Path(folder) / "bench.workbench", int(given[1]) if given[1:] else 50_000)

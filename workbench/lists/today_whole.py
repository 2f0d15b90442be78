"""Today with its applications: what each waits for, and how they stand together."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from statistics import median

from workbench.lists import in_process, standards, today, today_found
from workbench.lists.in_process import Standing
from workbench.lists.today import Doing, Process, Today
from workbench.records import texts
from workbench.records.application import STAGES
from workbench.records.policy import Policy
from workbench.rules.lack import OFFICE
from workbench.store import settings


def read(on: date) -> Today:
    """The whole page, for a day."""
    standings, dated = in_process.standings(on), today.read(on)
    found = today_found.doings(on, settings.load(Policy))
    doings = today.in_order((*dated.doings, *_applications(standings, on), *_not_ready(on), *found))
    return replace(dated, process=_process(standings), doings=doings)


def _applications(standings: Iterable[Standing], on: date) -> Iterator[Doing]:
    """What each application waits for; one whose meeting is far off comes up when its packet is near."""
    for each in standings:
        first = next((lack for lack in each.kept if lack.waits == OFFICE), each.kept[0] if each.kept else None)
        due = each.goal.held if each.goal else None
        who = f"{each.applicant} · {each.specialty}" if each.specialty else each.applicant
        opened = {"application": each.id}
        if each.lapses:
            yield Doing(on, "Decide before the term ends", who, each.lapses, "Open", "application", opened, stands=True)
        elif first is not None:
            waits = first.waits != OFFICE
            more = f"; {len(each.kept) - 1} more" if len(each.kept) > 1 else ""
            why = (
                f"{first.remedy.rstrip('.')}{more}" if not waits else f"{each.waits[:1].upper()}{each.waits[1:]}{more}"
            )
            yield Doing(due, first.what, who, why, "Follow up" if waits else "Open", "application", opened, waits)
        elif each.goal and not each.booked:
            why = f"The file is ready for {each.goal.committee} {texts.day(each.goal.held)}"
            yield Doing(due, "Put on the agenda", who, why, "Open agenda", "meeting", {"meeting": each.goal.meeting})


def _not_ready(on: date) -> Iterator[Doing]:
    """The file that most keeps from being ready, once the standards judged them."""
    if worst := standards.furthest(on):
        provider, person, count, files = worst
        found = "A finding keeps" if count == 1 else f"{count} findings keep"
        others = "" if files == 1 else f"; {files:,} files are not ready"
        opened = {"provider": provider, "tab": "credentials"}
        yield Doing(
            on,
            "Bring the file to the standards",
            person,
            f"{found} it from being ready{others}",
            "Open",
            "file",
            opened,
            stands=True,
        )


def _process(standings: Sequence[Standing]) -> Process:
    stages = Counter(each.stage for each in standings)
    days = [each.days for each in standings]
    return Process(
        len(standings),
        round(median(days)) if days else 0,
        max(days, default=0),
        tuple((stage, stages[stage]) for stage in STAGES if stage != "Closed"),
        sum(each.ready for each in standings),
    )

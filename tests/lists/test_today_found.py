"""Today is fed by findings: what blocks stands there with its person, and what many are short of in one line."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from tests.rules.files_by_hand import Clean, back, change
from workbench.lists import judging, today, today_found
from workbench.lists.today import Doing
from workbench.records.policy import Policy

ON = date(2026, 11, 24)


def told(office: Any) -> list[tuple[str, str, str]]:
    return [(each.what, each.who, each.page) for each in today_found.doings(ON, Policy())]


def test_what_blocks_is_told_by_person_and_of_many_in_one_line(office: Any, make: Any) -> None:
    assert told(office) == [], "nobody judged yet, and Today does not wait"
    for number in range(today_found.FEW):
        file = Clean(make, f"Overdue {number}")
        change(file.query, queried=back(1, 24))
    judging.bring_up_to_date(ON)
    overdue = "NPDB query within 24 months, or continuous"
    npdb = [each for each in told(office) if each[0] == overdue]
    assert len(npdb) == today_found.FEW and {page for *_, page in npdb} == {"file"}
    change(Clean(make, "One more").query, queried=back(1, 24))
    judging.bring_up_to_date(ON)
    assert [each for each in told(office) if each[0] == overdue] == [
        (overdue, f"{today_found.FEW + 1} files short of it", "standards")
    ]


def test_what_a_standard_finds_shows_no_day_that_is_not_its_own_and_stands_with_what_is_due(
    office: Any, make: Any
) -> None:
    change(Clean(make, "Overdue").query, queried=back(1, 24))
    judging.bring_up_to_date(ON)
    found = [*today_found.doings(ON, Policy())]
    assert [(each.due, each.when(ON)) for each in found if each.stands] == [(ON, ("", ""))]
    task = Doing(ON, "Call", "Zeller", "A task", "Done", "tasks")
    later = replace(task, due=ON + timedelta(days=1))
    assert [each.what for each in today.in_order([later, task, *found])] == [
        *(each.what for each in found),
        "Call",
        "Call",
    ]
    assert task.when(ON) == ("Today", "warn")

"""Today is fed by findings: what blocks stands there with its person, and what many are short of in one line."""

from datetime import date
from typing import Any

from tests.rules.files_by_hand import Clean, back, change
from workbench.lists import judging, today_found
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
        (overdue, f"{today_found.FEW + 1} files", "standards")
    ]

"""A coordinator without a mouse makes a committee, seats it, plans its year and records who came; then the office is asked."""

from datetime import date
from pathlib import Path
from typing import Any

from workbench.actions import offices
from workbench.records.committee import Committee, Seat
from workbench.records.meeting import Attendance, Meeting


def test_a_committee_from_its_name_to_its_first_quorum(journey: Any, seat: Any, tmp_path: Path) -> None:
    office, year = tmp_path / "r.workbench", date.today().year + 1
    offices.new_office(office, seat, "Riverbend").close()

    said = journey("committee_by_keys.py", year, office=office)

    assert said.endswith(" 0 clicks\ndone\n")
    opened = offices.open_office(office, seat)
    (committee,) = Committee.select()
    assert (committee.level, committee.quorum) == ("Credentials committee", 100)
    named = {each.name: each for each in Seat.select()}
    assert [named[name].role for name in ("Marsh, Helen, MD", "Ngo, Binh, MD", "Ito, Naomi, MD")] == [
        "Chair",
        "Member",
        "Alternate",
    ]
    assert named["Ito, Naomi, MD"].stands_in_for == named["Ngo, Binh, MD"]
    assert Meeting.select().where(Meeting.held.between(date(year, 1, 1), date(year, 12, 31))).count() == 12
    assert Meeting.select().where(Meeting.held == date.today()).count() == 1
    assert [each.presence for each in Attendance.select().order_by(Attendance.id)] == ["Present", "Excused", "Present"]
    opened.close()

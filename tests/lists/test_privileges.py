"""Who holds what on a day: by the days of the records, and as the office knew them on a day."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from workbench.actions import privileging
from workbench.lists import asked, delineation, file
from workbench.lists.file_parts import HELD_PART
from workbench.lists.named import list_named
from workbench.lists.privileges import HELD
from workbench.records.application import Application
from workbench.records.conduct import AdverseAction
from workbench.records.evidence import Activity
from workbench.records.policy import Policy
from workbench.records.privilege import HeldPrivilege, Privilege, PrivilegeForm, PrivilegeRequest
from workbench.records.provider import Provider
from workbench.store import asof


@pytest.fixture
def line(office: Any, make: Any) -> Privilege:
    return make(Privilege, form=make(PrivilegeForm, name="Surgery"), name="Robotics", sort="Special")


@pytest.fixture
def held(make: Any, line: Privilege, TODAY: date) -> dict[str, HeldPrivilege]:
    """One of each: by name, when it starts and ends from today."""
    days = {"forever": (-9, None), "soon": (-9, 90), "later": (-9, 91), "over": (-9, -1), "to come": (1, 400)}
    return {
        name: make(
            HeldPrivilege,
            provider=make(Provider, last=name.title()),
            privilege=line,
            starts=TODAY + timedelta(starts),
            ends=None if ends is None else TODAY + timedelta(ends),
            conditions="A proctor" if name == "later" else "",
        )
        for name, (starts, ends) in days.items()
    }


def last_names(view: str, day: date) -> list[str]:
    return [row.texts[0].rstrip(",") for row in HELD.page(HELD.ids(today=day, view=view), day)]


@pytest.mark.parametrize(
    ("view", "names"),
    [
        ("in_force", ["Forever", "Later", "Soon"]),
        ("ending", ["Soon"]),
        ("conditional", ["Later"]),
        ("upcoming", ["To Come"]),
        ("ended", ["Over"]),
        ("standing", []),
        ("", ["Forever", "Later", "Over", "Soon", "To Come"]),
    ],
)
def test_each_view_holds_what_it_says(held, TODAY, view, names):
    assert last_names(view, TODAY) == names


def test_another_day_has_other_holders(held, TODAY):
    assert last_names("in_force", TODAY - timedelta(1)) == ["Forever", "Later", "Over", "Soon"]
    assert last_names("in_force", TODAY + timedelta(91)) == ["Forever", "Later", "To Come"]
    assert last_names("in_force", TODAY + timedelta(92)) == ["Forever", "To Come"]


def test_who_left_and_still_holds_something_is_found(held, make, TODAY, line):
    make(HeldPrivilege, provider=make(Provider, last="Gone", status="Resigned"), privilege=line, starts=TODAY)
    assert last_names("standing", TODAY) == ["Gone"]


def test_the_sheet_has_the_name_in_parts_and_nothing_masked(held, TODAY):
    assert list_named("privileges") is HELD
    assert [column.heading for column in HELD.sheet] == [
        *("Last name", "First name", "Middle name", "Suffix", "Degree", "NPI", "Specialty", "Form", "Privilege"),
        *("Core or special", "Facility", "From", "To", "Conditions", "Status"),
    ]
    row = next(HELD.values([held["later"].id]))
    assert row[0] == held["later"].id and row[1] == "Later" and row[8:11] == ["Surgery", "Robotics", "Special"]
    assert row[12:15] == [TODAY - timedelta(9), TODAY + timedelta(91), "A proctor"]


def test_a_search_finds_by_person_and_by_privilege(held, TODAY):
    assert list(HELD.ids(today=TODAY, search="forev")) == [held["forever"].id]
    assert len(HELD.ids(today=TODAY, search="robot")) == 5


def test_as_of_a_day_shows_what_the_office_knew_then(held, clock, TODAY):
    clock.now = datetime(2026, 11, 27, 9)
    later = TODAY + timedelta(3)
    privileging.end([held["forever"].id], TODAY - timedelta(5))
    assert last_names("in_force", TODAY) == ["Later", "Soon"]
    with asof.as_of(TODAY):
        assert last_names("in_force", TODAY) == ["Forever", "Later", "Soon"]
    with asof.as_of(later):
        assert last_names("in_force", TODAY) == ["Later", "Soon"]


def test_a_file_shows_what_its_person_holds_and_held(held, make, line, TODAY):
    person = held["over"].provider
    make(HeldPrivilege, provider=person, privilege=line, starts=TODAY, conditions="A proctor")
    shown = file.read(person.id, TODAY)
    assert [(each.texts[0], each.texts[1], each.tones[1]) for each in shown.parts["held"]] == [
        ("Robotics", "Conditional", "warn"),
        ("Robotics", "Ended", "quiet"),
    ]


def test_what_stops_the_privileges_of_a_person_is_asked_once_for_all_of_them(held, make, line, TODAY, queries):
    one = held["forever"].provider

    def states() -> list[str]:
        return [each.texts[1] for each in HELD_PART.lines(one.id, TODAY, Policy())]

    count = queries(states)
    for name in ("Bariatric", "Hernia"):
        other = make(Privilege, form=line.form, name=name, sort="Special")
        make(HeldPrivilege, provider=one, privilege=other, starts=TODAY)
    assert queries(states) == count == 2 and states() == ["In force"] * 3
    make(AdverseAction, provider=one, sort="Suspension", imposed=TODAY)
    assert states() == ["Suspended"] * 3


def test_a_form_shows_its_lines_with_holders_and_findings(held, make, line, TODAY):
    (form,) = [row for row in delineation.forms() if row.name == "Surgery"]
    assert (form.state, form.tone, form.lines) == ("Draft", "info", 1)
    rows, of_form = delineation.lines(form.id, TODAY)
    assert [(row.name, row.holders, row.mend) for row in rows] == [("Robotics", 3, ("No criteria +1", "warn"))]
    assert [each.short for each in of_form] == ["No core"]
    assert rows[0].criteria == "Nothing in particular"


def test_criteria_read_as_one_sentence(make, line):
    told = Privilege(name="x", cases=50, months=24, counted="Replacements", life_support="ACLS", training="A residency")
    assert delineation.criteria(told) == "50 cases in 24 months (Replacements) · ACLS · A residency"


def test_what_an_application_asks_for_says_what_is_new(held, make, line, TODAY):
    person = held["forever"].provider
    other = make(Privilege, form=line.form, name="Colonoscopy", cases=10, months=12, counted="Colonoscopies")
    make(Activity, provider=person, name="Colonoscopies", number=9, starts=date(2025, 11, 1), ends=date(2026, 10, 31))
    about = make(Application, provider=person)
    for each in (line, other):
        make(PrivilegeRequest, application=about, privilege=each, chair_view="Recommend")
    found = {each.name: each for each in asked.read(about.id, TODAY)}
    assert (found["Robotics"].new, found["Robotics"].verdict) == (False, "nothing asked")
    assert (found["Colonoscopy"].new, found["Colonoscopy"].verdict, found["Colonoscopy"].verdict_tone) == (
        True,
        "not met",
        "bad",
    )
    assert asked.read(0, TODAY) == ()

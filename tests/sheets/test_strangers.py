"""A list of anybody becomes no medical staff without a question."""

from dataclasses import replace

import pytest

from tests.conftest import TODAY
from workbench.actions import importing
from workbench.records.provider import Provider
from workbench.sheets.asking import Replies
from workbench.sheets.comparison.strangers import ABOUT, IN, OUT

NAMES = ["Okafor,Adaeze", "Adams,Bo", "Young,Cy"]


def prepared(folder, heads, rows, name="people.csv", above=""):
    path = folder / name
    path.write_text(above + "\n".join([heads, *rows]) + "\n", "utf-8")
    return importing.prepare(path, today=TODAY)


def asked(made):
    return [each for each in made.plan.questions if each.about == ABOUT]


def test_names_alone_are_asked_about_and_stay_out(office, tmp_path):
    made = prepared(tmp_path, "Last Name,First Name", NAMES)
    [question] = asked(made)
    assert (question.rows, question.chosen) == (3, OUT.says)
    assert [row.result for row in made.plan.rows] == ["skipped"] * 3 and made.plan.counts["new"] == 0
    assert len([each for each in made.plan.questions if not each.takes_day]) == 1, (
        "the group is told once, not row by row"
    )
    assert not made.plan.writes


def test_they_come_in_once_somebody_says_so(office, tmp_path):
    made = prepared(tmp_path, "Last Name,First Name", NAMES)
    replies = Replies({asked(made)[0].key: IN.key})
    answers = replace(made.choices.answers, replies=replies)
    made = importing.replan(made, choices=replace(made.choices, answers=answers))
    assert asked(made)[0].chosen == IN.says and made.plan.counts["new"] == 3
    importing.apply(made.plan, today=TODAY)
    assert Provider.select().count() == 3


def test_somebody_known_is_not_touched_by_a_list_of_anybody(office, tmp_path, make):
    make(Provider, last="Adams", first="Bo", phone="(312) 555-0101")
    made = prepared(tmp_path, "Last Name,First Name,Phone", ["Adams,Bo,312-555-0102"])
    assert asked(made) and made.plan.counts["changed"] == 0


@pytest.mark.parametrize(
    ("heads", "rows", "name", "above"),
    [
        ("Last Name,First Name,NPI", ["Okafor,Adaeze,1477552867"], "people.csv", ""),
        ("Last Name,First Name,Department", ["Okafor,Adaeze,Surgery"], "people.csv", ""),
        ("Last Name,First Name,Degree", ["Okafor,Adaeze,MD"], "people.csv", ""),
        ("Name,Phone", ['"Okafor, Adaeze, MD",312-555-0101'], "people.csv", ""),
        ("Provider Last Name,Provider First Name", NAMES, "people.csv", ""),
        ("Last Name,First Name", NAMES, "Medical_Staff_2026.csv", ""),
        ("Last Name,First Name", NAMES, "credentialing list.csv", ""),
        ("Last Name,First Name", NAMES, "people.csv", "Medical Staff of Riverbend\n"),
    ],
)
def test_what_tells_of_a_clinician_or_of_the_staff_asks_nothing(office, tmp_path, heads, rows, name, above):
    made = prepared(tmp_path, heads, rows, name, above)
    assert not asked(made) and made.plan.counts["new"] == len(rows)


@pytest.mark.parametrize(
    ("heads", "rows", "name", "above"),
    [
        ("Last Name,First Name,NPI", ["Okafor,Adaeze,1477552867"], "Excluded Providers 2026.csv", ""),
        ("Last Name,First Name,NPI", ["Okafor,Adaeze,1477552867"], "p.csv", "Office of Inspector General\n"),
        ("Provider Name,NPI,SANCDATE", ['"Okafor, Adaeze",1477552867,20200101'], "people.csv", ""),
        ("LASTNAME,FIRSTNAME,NPI,EXCLTYPE,EXCLDATE", ["Okafor,Adaeze,1477552867,1128a1,20200101"], "p.csv", ""),
    ],
)
def test_a_list_of_the_excluded_is_asked_about(office, tmp_path, heads, rows, name, above):
    made = prepared(tmp_path, heads, rows, name, above)
    (question,) = [each for each in made.plan.questions if each.key.startswith("whose")]
    assert "excluded or sanctioned" in question.about and made.plan.counts["skipped"] == 1


@pytest.mark.parametrize(
    ("heads", "rows", "name"),
    [
        ("Provider Name,NPI,Sanction Check", ['"Okafor, Adaeze",1477552867,11/1/2026'], "people.csv"),
        ("Provider Name,NPI,Exclusion Date", ['"Okafor, Adaeze",1477552867,'], "people.csv"),
        ("Provider Name,NPI", ['"Okafor, Adaeze",1477552867'], "Exclusion screening 2026-11.csv"),
        ("Provider Name,NPI", ['"Okafor, Adaeze",1477552867'], "Roster - no sanctions.csv"),
    ],
)
def test_a_roster_that_was_checked_for_exclusions_is_none(office, tmp_path, heads, rows, name):
    made = prepared(tmp_path, heads, rows, name)
    assert made.plan.counts["new"] == 1 and not [q for q in made.plan.questions if q.key.startswith("whose")]


def test_the_list_of_georgia_brings_in_nobody(office, shared):
    plan = importing.prepare(shared / "real" / "exclusions" / "states" / "Georgia List.xlsx", today=TODAY).plan
    assert plan.counts["skipped"] == len(plan.rows) == 1370 and not plan.writes


@pytest.mark.parametrize(("name", "people"), [("minimal_package.xlsx", 193), ("issue444.xls", 9)])
def test_a_booking_log_and_a_table_of_strangers_are_left_out(office, shared, name, people):
    plan = importing.prepare(shared / "real" / "bad" / "calamine" / name, today=TODAY).plan
    assert plan.counts["skipped"] == people == len(plan.rows)

"""What comes in with less than a whole name, and lines of two hospitals: neither passes without a word."""

import pytest

from tests.conftest import TODAY
from workbench.actions import importing
from workbench.records.provider import Provider


def abouts(folder, *lines):
    path = folder / "r.csv"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    plan = importing.prepare(path, today=TODAY).plan
    importing.apply(plan, today=TODAY)
    return [question.about for question in plan.questions]


def test_somebody_new_without_a_first_name_is_said(office, tmp_path):
    said = abouts(tmp_path, "Last Name,First Name,NPI", "Ngo,,1382810863", "Bell,Ed,1567686682")
    alone = "Row 2, Ngo: Somebody new comes in with a last name alone: the row has no first name."
    assert [about for about in said if "last name alone" in about] == [alone]
    assert Provider.select().count() == 2


def test_a_known_person_without_a_first_name_is_not(office, tmp_path):
    for first in ("Ruth", ""):
        said = abouts(tmp_path, "Last Name,First Name,NPI", f"Ngo,{first},1382810863")
    assert not any("last name alone" in about for about in said) and Provider.get().first == "Ruth"


@pytest.mark.parametrize(
    "houses",
    [
        ("MERCY HOSPITAL", "LAKESIDE MEDICAL CENTER"),
        ("ST. MARY'S", "GOOD SAMARITAN HOSPITAL"),
    ],
)
def test_lines_of_two_hospitals_are_said(office, tmp_path, houses):
    said = abouts(
        tmp_path,
        "Name,NPI,Category",
        f"{houses[0]},,",
        '"Ngo, Ruth, MD",1382810863,Active',
        f"{houses[1]},,",
        '"Bell, Ed, DO",1567686682,Courtesy',
    )
    for row, house in zip((2, 4), houses, strict=True):
        assert f"Row {row} “{house}” stands alone" in said


def test_last_and_first_names_of_apps_are_read(office, tmp_path):
    abouts(tmp_path, "APP Last,APP First,Cred,NPI", "Ngo,Ruth,NP,1382810863", "Bell,Ed,PA,1567686682")
    assert {(each.last, each.first) for each in Provider.select()} == {("Ngo", "Ruth"), ("Bell", "Ed")}

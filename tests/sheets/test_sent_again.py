"""Files that come again: an older list brings back nothing that a later one ended; each hospital's row says its own category."""

from tests.conftest import TODAY
from workbench.actions import importing
from workbench.records.appointment import Appointment
from workbench.records.credential import Credential

HEADS = "Last Name,First Name,NPI,Carrier,Policy #,Ins Exp"


def brought(folder, *lines, title=""):
    path = folder / "r.csv"
    path.write_text("\n".join([*([title, ""] if title else []), *lines]) + "\n", "utf-8")
    importing.apply(importing.prepare(path, today=TODAY).plan, today=TODAY)


def test_an_earlier_policy_does_not_come_back(office, tmp_path):
    old = (HEADS, "Ngo,Ruth,1382810863,ISMIE,P1,7/1/2026")
    new = (HEADS, "Ngo,Ruth,1382810863,ISMIE,P1-27,7/1/2027")
    for lines, title in ((old, "As of 03/01/2026"), (new, "As of 06/01/2026"), (old, "As of 03/01/2026")):
        brought(tmp_path, *lines, title=title)
    assert [(each.number, each.past) for each in Credential.select().order_by(Credential.id)] == [
        ("P1", True),
        ("P1-27", False),
    ]


def test_each_hospital_s_row_says_the_category_there(office, tmp_path):
    brought(
        tmp_path,
        "Name,NPI,Hospital,Category,Appt Date",
        '"Ngo, Ruth, MD",1382810863,Mercy Hospital,Active,1/1/2020',
        '"Ngo, Ruth, MD",1382810863,Lakeside Medical Center,Courtesy,2/1/2021',
    )
    held = {each.facility.name: each.category.name for each in Appointment.select()}
    assert held == {"Mercy Hospital": "Active", "Lakeside Medical Center": "Courtesy"}


TERMED = "Last Name,First Name,NPI,Category,Reappt Due"


def held():
    return [(each.category.name, each.provider.category.name) for each in Appointment.select().order_by(Appointment.id)]


def test_a_new_category_is_that_of_the_appointment_too(office, tmp_path):
    brought(tmp_path, TERMED, "Ngo,Ruth,1382810863,Courtesy,6/30/2027")
    assert held() == [("Courtesy", "Courtesy")]
    brought(tmp_path, "Last Name,First Name,NPI,Category", "Ngo,Ruth,1382810863,Active")
    assert held() == [("Active", "Active")]


def test_of_several_appointments_none_gets_a_category_that_names_no_place_and_it_says_so(office, tmp_path):
    rows = [f"Ngo,Ruth,1382810863,Courtesy,{place},6/30/2027" for place in ("Mercy Hospital", "Lakeside Hospital")]
    brought(tmp_path, "Last Name,First Name,NPI,Category,Hospital,Reappt Due", *rows)
    path = tmp_path / "r.csv"
    path.write_text("Last Name,First Name,NPI,Category\nNgo,Ruth,1382810863,Active\n", "utf-8")
    plan = importing.prepare(path, today=TODAY).plan
    assert [row.notes for row in plan.rows] == [
        ["The appointments at several places keep their categories, also those as Courtesy."]
    ]
    importing.apply(plan, today=TODAY)
    assert held() == [("Courtesy", "Active")] * 2


def test_a_row_of_a_hospital_changes_the_category_there(office, tmp_path):
    heads = "Last Name,First Name,NPI,Category,Hospital,Reappt Due"
    for category in ("Courtesy", "Active"):
        brought(tmp_path, heads, f"Ngo,Ruth,1382810863,{category},Mercy Hospital,6/30/2027")
    assert held() == [("Active", "Active")]

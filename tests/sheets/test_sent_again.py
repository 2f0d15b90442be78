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

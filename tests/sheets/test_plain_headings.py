"""What offices plainly call their columns, as a table of headings, cells and meanings."""

from datetime import date

import pytest

from tests.sheets.sheet_tables import book
from tests.sheets.test_by_values import NAMES, NPIS
from tests.sheets.test_whose_column import columns_of
from workbench.sheets.recognizing import recognize

PAST, DAY = date(2020, 1, 1), date(2029, 12, 31)
# Meaning, cells of a row or some, headings
PLAIN = (
    ("affiliation.hospital", ("Mercy Hospital",), (
        "Hospital Affil", "Hosp Affil", "Other Hospital", "Admitting Hospital", "Hospital Privileges", "Affiliations",
        "Privileges At",
    )),
    ("affiliation.hospital", ("Mercy",), ("Hospital Affil", "Other Hospital", "Admitting Hospital")),
    (None, ("Yes",), ("Hospital Privileges", "Affiliations", "Privileges At")),
    (None, ("Acme Clinic PC",), ("Affiliations",)),
    ("identifier.caqh", ("12345678",), ("CAQH ProView ID", "CAQHID", "CAQH Number (ProView)")),
    ("provider.degree", ("MD", "NP"), ("MD/DO/NP/PA", "MD/DO/PA")),
    ("provider.specialty", ("Cardiology", "Urology"), ("Prim Spec", "Credentialed Specialty")),
    ("provider.department", ("Medicine", "Surgery"), ("MS Dept",)),
    ("provider.zip", ("46402",), ("Zip/Postal",)),
    ("provider.cell", ("312-555-0100",), ("Cell/Mobile",)),
    ("provider.pager", ("312-555-0100",), ("Pager/Beeper",)),
    ("liability.aggregate", ("3000000",), ("Agg Limit", "Coverage Amount Aggregate")),
    ("liability.per_claim", ("1000000",), ("Per Occ", "Occ Limit", "Coverage Amount Per Occurrence")),
    ("practice.tin", ("12-3456789",), ("Practice Tax ID #",)),
    ("liability.issuer", ("ISMIE Mutual", "MedPro Group"), ("Insurance", "COI")),
    (None, ("Aetna", "Blue Cross"), ("Insurance", "COI")),
    ("board.issuer", ("American Board of Surgery", "American Board of Urology"), (
        "Name of Certifying Board", "Specialty Board Certification", "Board Certification Name",
    )),
    ("board.title", ("Cardiology", "Urology"), ("Specialty Board Certification",)),
    ("board.expires", (DAY,), ("Board Recert Due",)),
    ("appointment.initial", (PAST,), ("Date First Appointed", "Med Staff Appt Date", "Original Credentialing Date")),
    ("appointment.starts", (PAST,), ("Current Term From",)),
    ("appointment.ends", (DAY,), (
        "Current Term To", "Reappt Date Due", "Privilege Expiration Date", "Membership Expires", "Credentials Expire",
        "Next Recred",
    )),
    ("appointment.last_reappointed", (PAST,), ("Last Credentialed",)),
    ("provider.languages", ("Spanish", "Hindi"), ("Languages Spoken (other than English)",)),
    ("provider.category", ("Active", "Courtesy"), ("Standing", "Category of Membership", "Staff Level")),
    (None, ("1", "2"), ("Staff Level", "Type of Appointment")),
    ("license.number", ("T6673", "L5375"), (
        "Medical Board License", "Texas Medical Board License", "State Board License #", "Board License",
    )),
    ("license.number", ("036-112233", "019-112234"), ("Temp License", "Temporary License", "Dental License", "RN/APN License")),
    ("dea.number", ("BA1111119", "FP1234563"), ("New DEA", "New DEA #")),
    (None, (PAST,), ("Renewed DEA",)),
    ("cds.number", ("336-112233", "336-112234"), ("Controlled Sub#",)),
    ("board.issuer", ("ANCC", "AANP"), ("National Certification",)),
    ("practice.name", ("Oak Clinic", "Elm Clinic"), ("Primary Practice Name",)),
    ("practice.tin", ("36-1234567",), ("Primary Practice TIN", "Primary Practice Tax ID")),
    ("provider.fax", ("312-555-0100",), ("Fx",)),
    ("provider.phone", ("312-555-0100",), ("Direct Line", "Direct #")),
    ("provider.department", ("Medicine", "Surgery"), ("Dept/Div", "Privileging Dept")),
    ("identifier.employee", ("123456", "123457"), ("Employee ID", "Emp #")),
    (None, ("Full", "Limited"), ("License Type",)),
)  # fmt: skip


@pytest.mark.parametrize(("meant", "cells", "heading"), [(m, c, h) for m, c, heads in PLAIN for h in heads])
def test_a_plain_heading_is_read_as_what_its_cells_agree_with(meant, cells, heading):
    assert columns_of(heading, cells=[(cells[n % len(cells)],) for n in range(6)]) == [meant]


def test_the_standing_at_another_hospital_is_of_that():
    cells = [("Mercy Hospital", standing) for standing in ["Active", "Courtesy"] * 3]
    assert columns_of("Hospital Affiliation", "Standing", cells=cells)[1] == "affiliation.standing"


OURS = ("Mercy Hospital", "Lakeside Medical Center")
# Headings, the facilities in the cells, what the first means where the office has those of `OURS`
FACILITIES = {
    "ours": (("Primary Hospital",), OURS, "appointment.facility"),
    "ours under another heading": (("Hospitals",), OURS, "appointment.facility"),
    "hospitals elsewhere": (("Primary Hospital",), (OURS[0], "St. Luke's"), "affiliation.hospital"),
    "names of hospitals": (("Hospital Name",), ("County General",), "affiliation.hospital"),
    "the first of several": (("Hospital 1",), ("County General",), "affiliation.hospital"),
    "hospitals called facilities": (("Primary Facility",), ("County Hospital",), "affiliation.hospital"),
    "a practice": (("Primary Facility",), ("Prairie Orthopaedics",), None),
    "a payer's practice": (("Facility Name", "Address", "City"), ("Prairie Orthopaedics",), None),
    "a facility of ours with its address": (("Facility Name", "Address", "City"), OURS, "appointment.facility"),
    "practices called facilities": (("Facility Name",), ("Lakeside Medical Group", "Heartland Cardiology"), None),
    "a house among practices": (("Facility Name",), ("Lakeside Medical Group", OURS[0]), "appointment.facility"),
    "a surgery center": (("Facility Name",), ("Lake Surgery Center", "Mercy Clinic"), "appointment.facility"),
    "a new facility": (("Facility",), ("North Campus",), "appointment.facility"),
}


@pytest.mark.parametrize("name", FACILITIES)
def test_a_hospital_is_a_facility_only_where_the_office_has_all(name):
    heads, named, truth = FACILITIES[name]
    rest = ("1 Oak St", "Gary")[: len(heads) - 1]
    rows = [[who, npi, named[n % len(named)], *rest] for n, (who, npi) in enumerate(zip(NAMES, NPIS, strict=False))]
    (reading,) = recognize(book([["Name", "NPI", *heads], *rows]), facilities_of_office=OURS)
    assert reading.columns[2] == truth


# What stands under a license's name, the headings beside it, what both mean
LICENSED = {
    "degrees": (("Licensure", "License No"), ["DO", "NP", "PA-C"], ["provider.degree", "license.number"]),
    "degrees alone": (("License",), ["MD", "CRNA"], ["provider.degree"]),
    "degrees that are states too": (("Licensure", "License No"), ["MD", "PA"], [None, "license.number"]),
    "states": (("License", "License No"), ["MD", "VA"], ["license.state", "license.number"]),
    "states by their heading": (("License State", "License No"), ["MD"], ["license.state", "license.number"]),
    "states beside a degree": (("License", "Degree"), ["MD"], ["license.state", "provider.degree"]),
}


@pytest.mark.parametrize("name", LICENSED)
def test_degrees_under_a_license_are_no_states(name):
    heads, said, truth = LICENSED[name]
    rest = {"License No": "036-1234", "Degree": "DO"}
    cells = [(said[n % len(said)], *(rest[head] for head in heads[1:])) for n in range(6)]
    assert columns_of(*heads, cells=cells) == truth


def test_a_direct_line_gives_way_to_the_phone_of_the_office():
    found = columns_of("Direct Line", "Office Phone", cells=("312-555-0100", "312-555-0199"))
    assert found == [None, "provider.phone"]


# Headings and cells in which something stands between a credential and its end, or a newer number beside an older one
AMONG_OTHERS = {
    "a last renewal": (
        ("License Number", "Original Issue Date", "Last Renewal Date", "Expiration Date"),
        ("036-112233", date(2005, 3, 1), date(2023, 3, 2), DAY),
        ["license.number", "license.issued", None, "license.expires"],
    ),
    "last renewed": (
        ("DEA Number", "Last Renewed", "Expiration Date"), ("BA1111119", date(2023, 3, 2), DAY),
        ["dea.number", None, "dea.expires"],
    ),
    "an old number": (
        ("Old DEA", "New DEA", "DEA Exp"), ("FP1234563", "BA1111119", DAY), [None, "dea.number", "dea.expires"],
    ),
    "a number and a new one": (
        ("DEA", "New DEA", "DEA Exp"), ("FP1234563", "BA1111119", DAY), ["dea.number", None, "dea.expires"],
    ),
    "a certificate of nurses": (
        ("National Certification", "Cert Exp"), ("ANCC", DAY), ["board.issuer", "board.expires"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", AMONG_OTHERS)
def test_a_credential_keeps_its_number_and_its_end(name):
    heads, cells, meant = AMONG_OTHERS[name]
    assert columns_of(*heads, cells=cells) == meant

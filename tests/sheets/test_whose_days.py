"""Whose a bare day is: "Effective Date, Expiration Date" behind a license, a policy, a network or an appointment."""

from datetime import date

import pytest

from tests.sheets.test_whose_column import columns_of

PAST, DAY, LATER, LAST = date(2026, 1, 1), date(2029, 12, 31), date(2028, 1, 4), date(2001, 1, 1)
SAID = {
    "license": "036-1", "dea": "BA1111119", "carrier": "ISMIE", "board": "American Board of Surgery",
    "medicaid": "0123456", "category": "Courtesy", "hospital": "Mercy Hospital", "practice": "Acme Clinic",
    "policy": "P-1", "limits": "1M/3M", "employment": "FT", "caqh": "12345678", "coverage": "1000000",
    "visa": "H1B", "faculty": "Clinical Instructor", "academic": "Professor", "credentials": "Approved", "committee": "MEC",
    "chair": "Dr. Hill", "privilege ": "Moderate sedation",
    "role": "Chair", "payer": "Aetna", "plan": "Cigna", "payor": "Humana", "kind": "UHC",
    "location": "North", "clinic": "North Clinic", "fax": "312-555-0101", "taxonomy": "207R00000X", "supervising": "Hill, Al MD", "contract": "C-77", "permit": DAY, "bls": DAY, "par status": "Par",
}  # fmt: skip
POLICY = {"Malpractice Carrier": "liability.issuer", "Policy #": "liability.number"}
TERM = {"Effective Date": "appointment.starts", "Expiration Date": "appointment.ends"}
NOBODYS = {"Eff Date": None, "Exp Date": None}

NO_TERM = {"Term Start": None, "Term End": None}
OWN_TERM = {"Term Start": "appointment.starts", "Term End": "appointment.ends"}


def of(sort):
    return {"Effective Date": f"{sort}.issued", "Expiration Date": f"{sort}.expires"}


# Headings behind name and NPI, and what they mean
MEANT = {
    "a coverage": {
        "Malpractice Carrier": "liability.issuer", "Coverage Amount Per Occurrence": "liability.per_claim", **of("liability"),
    },
    "a policy with its certificate": {**POLICY, "Limits": "liability.limits", "Certificate on File": None, **of("liability")},
    "a retroactive date": {**POLICY, "Retro Date": None, **of("liability")},
    "a tail": {**POLICY, "Tail Coverage": None, **of("liability")},
    "a carrier of before": {
        **POLICY, "Prior Carrier": None, "Prior Policy No": None, "Effective Date": None, "Expiration Date": None,
    },
    "a carrier of before the current one": {"Previous Insurer": None, "Exp Date": None, **POLICY, **of("liability")},
    "an agent": {**POLICY, "Agent": None, **of("liability")},
    "a carrier's phone": {**POLICY, "Carrier Phone": None, **of("liability")},
    "a board's kind": {"Board": "board.issuer", "Cert Type": None, **of("board")},
    "a board again": {"Board": "board.issuer", "Board Cert Date": "board.issued", "Recertified": None, "Expires": "board.expires"},
    "a schedule": {"DEA #": "dea.number", "DEA State": "dea.state", "Sched": None, **of("dea")},
    "a waiver": {"DEA #": "dea.number", "Waiver": None, "Exp": "dea.expires"},
    "a license with its issue": {
        "License #": "license.number", "License State": "license.state", "License Type": None,
        "Original Issue Date": "license.issued", "Effective Date": None, "Expiration Date": "license.expires",
    },
    "a license whose days say how they are written": {
        "License Number": "license.number", "Effective Date (mm/dd/yyyy)": "license.issued",
        "Expiration Date (mm/dd/yyyy)": "license.expires",
    },
    "a license whose state stands between": {
        "License Number": "license.number", "State Where Issued": "license.state", **of("license"),
    },
    "a network whose days say how they are written": {
        "Network": None, "Eff Date (MM/DD/YY)": None, "Exp Date (required)": None,
    },
    "a license beside the term": {
        "License #": "license.number", "License Type": None, **of("license"),
        "Appt From": "appointment.starts", "Appt To": "appointment.ends",
    },
    "a policy beside the next term": {**POLICY, "Copy on File": None, **of("liability"), "Next Reappt": "appointment.ends"},
    "another number": {"CLIA #": None, **NOBODYS},
    "a number of a program": {"Medicaid ID": "identifier.medicaid", **NOBODYS},
    "a number of ours": {"CAQH ID": "identifier.caqh", **NOBODYS},
    "an employment": {"Employment Type": "provider.employment", "Effective Date": None, "End Date": None},
    "a network": {"Network": None, "Product": None, **NOBODYS},
    "a network that ended": {"Network": None, "Eff Date": None, "Term Date": None},
    "a payer that credentials too": {"Payer": None, "Provider ID": None, "Effective Date": None, "Recred Date": None},
    "a plan's status": {"Insurance Plan": None, "Provider Status": None, "Effective Date": None, "Termed": None},
    "the status of an application": {"Application": None, "Status": None, "Status Date": None},
    "the status of a focused review": {"FPPE": None, "Status": None, "Start": None, "End": None},
    "a plan that ended": {"Plan": None, "Eff Date": None, "Term Date": None, "Recred Due": None},
    "a payor's standing": {"Payor Name": None, "Par Status": None, "Par Effective": None, "Next Recred": None},
    "plans by their names": {"Appl. Kind": None, "Eff. Date": None, "Recred Date": None},
    "a number of ours that is credentialed again": {"CAQH ID": "identifier.caqh", "Eff Date": None, "Recred Date": None},
    "a number of a program that is credentialed again": {
        "Medicaid ID": "identifier.medicaid", "Eff Date": None, "Recred Date": None,
    },
    "a taxonomy that is credentialed again": {"Taxonomy": None, "Eff Date": None, "Recred Date": None},
    "a permit that is credentialed again": {"Fluoro Permit": "fluoroscopy.expires", "Eff Date": None, "Recred Date": None},
    "a supervisor who is credentialed again": {
        "Supervising Physician": "provider.supervisor", "Eff Date": None, "Recred Date": None,
    },
    "a card that is credentialed again": {"BLS": "bls.expires", "Eff Date": None, "Recred Date": None},
    "a policy that is credentialed again": {**POLICY, "Eff Date": "liability.issued", "Recred Date": None},
    "a board that is credentialed again": {"Board": "board.issuer", "Eff Date": "board.issued", "Recred Date": None},
    "a contract that is credentialed again": {"Contract #": None, "Eff Date": None, "Recred Date": None},
    "an affiliation that is credentialed again": {
        "Hospital Affiliation": "affiliation.hospital", "Eff Date": "affiliation.started", "Recred Date": None,
    },
    "a license beside a term that is credentialed again": {
        "License #": "license.number", "Lic Exp": "license.expires", "Effective Date": "appointment.starts",
        "Recred Date": "appointment.ends",
    },
    "a category that is credentialed again": {
        "Staff Category": "provider.category", "Effective Date": "appointment.starts", "Recred Date": "appointment.ends",
    },
    "the own day before a plan's": {"Next Recred": "appointment.ends", "Payer": None, "Recred Date": None},
    "the own day behind a plan's": {"Payer": None, "Effective Date": None, "Staff Category": "provider.category",
        "Reappt Date": "appointment.ends",
    },
    "a seat": {"Committee": None, "Role": None, "Appointed": None, "Term Ends": None},
    "a practice": {"Practice": "practice.name", **NOBODYS},
    "a number far from a license": {"License #": "license.number", "CLIA #": None, **NOBODYS},
    "an end that says elsewhere": {"CLIA #": None, **NOBODYS, "Appt To": "appointment.ends"},
    "a category": {"Staff Category": "provider.category", **TERM},
    "a visa": {"Visa Type": None, **NOBODYS},
    "a visa beside the term": {"Visa Type": None, **NOBODYS, "Appt From": "appointment.starts", "Appt To": "appointment.ends"},
    "a faculty": {"Faculty Appointment": None, **NOBODYS},
    "an academic rank": {"Academic Rank": None, "Start Date": None, "End Date": None},
    "temporary privileges": {"Temporary Privileges": None, **NOBODYS},
    "admitting privileges": {"Admitting Privileges": None, **NOBODYS},
    "a committee": {"Committee Role": None, **NOBODYS},
    "a committee's term": {"Committee": None, **NO_TERM},
    "a committee's term beside the own": {
        "Committee": None, **NO_TERM, "Appt From": "appointment.starts", "Appt To": "appointment.ends",
    },
    "the term behind a committee's": {
        "Committee": None, **NO_TERM, "Staff Category": "provider.category", "Effective Date": "appointment.starts",
    },
    "a chair's term": {"Dept Chair": None, **NO_TERM},
    "the own term": {"Staff Category": "provider.category", **OWN_TERM},
    "the own term behind what is not known": {"Parking": None, "Notes 7": None, **OWN_TERM},
    "a single privilege": {"Privilege": None, **NOBODYS},
    "what a committee decided": {"Credentials Committee": None, **TERM},
    "privileges": {"Privileges Granted": None, **TERM},
    "a last credential before the term": {
        "License #": "license.number", "Lic Exp": "license.expires", "Effective Date": "appointment.starts",
        "Next Reappt": "appointment.ends",
    },
    "a numbered day of a license": {
        "License Number": "license.number", "Effective Date 1": "license.issued", "Expiration Date 1": "license.expires",
    },
    "the current days of a license": {
        "License Number": "license.number", "Current Effective Date": "license.issued",
        "Current Expiration Date": "license.expires",
    },
    "the current days of the staff": {
        "Staff Category": "provider.category", "Current Effective Date": "appointment.starts",
        "Current Expiration Date": "appointment.ends",
    },
    "a last credential": {"License #": "license.number", "Lic Exp": "license.expires", "Effective Date": None},
    "the person's e-mail": {"Email": "provider.email", "Effective Date": None},
    "a term behind the person's e-mail": {
        "Email": "provider.email", "Effective Date": "appointment.starts", "Next Reappt": "appointment.ends",
    },
    "a term said twice": {"Appt From": "appointment.starts", "Appt To": "appointment.ends", "Staff Category": "provider.category",
        "Effective Date": None,
    },
    "the status of a license": {"License #": "license.number", "Status": None, "Status Date": None},
    "a status that is left out": {"CAQH ID": "identifier.caqh", "Provider Status": None, "Provider Status Date": None},
    "a status that is no standing": {"Status": None, "Status Date": None},
    "the status of a vendor's access": {"Vendor": None, "Status": None, "Access Start": None, "Access End": None},
    "the status of a block of an operating room": {"Block Day": None, "Status": None, "Released": None},
    "the status at a location": {"Location": None, "Status": None, "Start Date": None, "End Date": None},
    "the status at a clinic": {"Clinic": "practice.name", "Status": None, "Eff Date": None, "Term Date": None},
    "the status behind a location": {"Location": None, "Status": "provider.status", "Fax": "provider.fax"},
    "the status before a term": {
        "Practice": "practice.name", "Status": "provider.status", "Effective Date": "appointment.starts",
        "Reappt Date": "appointment.ends",
    },
    "the status of a course": {"Course": None, "Status": None, "Completed": None, "Expires": None},
    "the status of somebody": {
        "License #": "license.number", "Lic Exp": "license.expires", "Staff Status": "provider.status",
        "Status Date": "provider.status_since",
    },
}  # fmt: skip
OVER = {
    "Original Issue Date": LAST,
    "Board Cert Date": LAST,
    "Recertified": LAST,
    "Retro Date": LAST,
    "Term Date": LAST,
}


def cell(heading, name=""):
    said = heading.lower()
    if "state" in said:
        return "IL"
    if heading in OVER:
        return OVER[heading]
    if said in ("provider status", "status") and name.startswith("a status"):
        return "Awaiting refs"
    if "status" in said and "date" not in said:
        return "Active"
    if "type" in said and "employ" not in said:
        return "Full"
    if any(word in said for word in ("exp", "end", " to", "next")):
        return LATER if "appt" in said else DAY
    if "recred" in said or "reappt" in said:
        return LATER
    if "par status" in said:
        return "Par"
    if any(word in said for word in ("date", "from", "term start", "appointed", "effective")):
        return PAST
    if "email" in said:
        return "ann@example.org"
    if "phone" in said:
        return "800-555-0101"
    return next((value for word, value in SAID.items() if word in f"{said} ".replace("#", " #")), "Y")


@pytest.mark.parametrize("name", MEANT)
def test_a_bare_day_is_about_what_stands_on_its_left(name):
    heads = MEANT[name]
    found = columns_of(*heads, cells=tuple(cell(head, name) for head in heads))
    assert dict(zip(heads, found, strict=True)) == heads


@pytest.mark.parametrize("word", ["Verified", "Verif.", "Verif'd", "Vfd", "PSV", "Confirmed", "Checked"])
def test_when_something_was_verified_stands_before_when_it_ends(word):
    heads = ["License #", word, "Exp", "DEA", word, "Exp", "CDS"]
    found = columns_of(*heads, cells=("036-1", PAST, LATER, "BA1111119", PAST, DAY, "336123456"))
    assert found == ["license.number", None, "license.expires", "dea.number", None, "dea.expires", "cds.number"]


@pytest.mark.parametrize("end", ["Exp. Date", "Appt Expires", "Reappt Due"])
@pytest.mark.parametrize(
    ("joined", "due", "meant"),
    [
        (date(2025, 3, 1), date(2027, 2, 28), "appointment.starts"),
        (date(2026, 3, 1), date(2027, 2, 28), "appointment.starts"),
        (date(2024, 3, 1), date(2027, 2, 28), "appointment.starts"),
        (date(2011, 3, 1), date(2027, 2, 28), "appointment.initial"),
    ],
)
def test_an_appointment_a_term_before_its_end_is_the_start_of_that_term(end, joined, due, meant):
    found = columns_of("Appt. Date", end, "Category", cells=(joined, due, "Active"))
    assert found == [meant, "appointment.ends", "provider.category"]


def test_an_appointment_beside_the_start_of_the_term_is_the_initial_one():
    found = columns_of("Appt. Date", "Exp. Date", "Appt Start", cells=(date(2025, 3, 1), LATER, PAST))
    assert found[0] == "appointment.initial"
    assert found[2] == "appointment.starts"

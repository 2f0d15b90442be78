"""Which documents stay in the office: what the office says decides, then what one proves, then what it is called."""

from types import SimpleNamespace

import pytest

from workbench.records.desk import KEPT, PRINTED
from workbench.rules import kept_back


@pytest.mark.parametrize(
    "title",
    (
        "Data Bank response", "Databank", "NPDB response", "NPDB_2026-10", "NpdbResponse", "Self-query result",
        "Tuberculosis screening", "TB test 2026", "TB-Test", "Quantiferon", "Chest X-ray", "Chest xray", "CXR chest film",
        "Hepatitis B titer", "Flu shot", "Tdap", "Fit test", "Psychiatric evaluation", "Neuropsychological testing",
        "Fitness for duty evaluation", "Return to work note", "Drug screen", "Urine toxicology", "Rehab discharge summary",
        "Employee health clearance", "Health questionnaire", "Medical history", "Annual physical", "Physical 2026",
        "Maternity leave letter", "ADA accommodation", "Physician health program letter", "PHP contract",
        "Permanent resident card", "Green card", "Driver's license", "Drivers_license_photo", "Passport copy", "Photo",
        "Photo ID", "Headshot", "SSN card", "W-9", "I-9", "Form I-94", "Birth certificate", "Marriage certificate",
        "Certificate of naturalization", "Fingerprints", "Background check", "Voided check", "Utility bill",
        "birthcertificate", "Socialsecuritycard", "Soc Sec card", "DL", "Dr Morris DL", "drugscreen", "tbscreen2026", "TBtest", "hepb",
        "Vax record", "portrait", "pass port", "EAD", "DMV printout", "cedula", "NPDBresponse", "N.P.D.B. response", "TB2026",
        "Curriculum vitae", "CV", "CV with DOB", "Application form", "CAQH profile", "Resume 2026",
    ),
)  # fmt: skip
def test_identity_papers_health_records_and_the_data_bank_stay_in_the_office(title: str):
    assert kept_back.topic_of(title)


@pytest.mark.parametrize(
    "title",
    (
        "State medical license", "Photo of a letter", "Health Partners affiliation", "Reference of Dr. Visalia",
        "Board certificate", "Department of Health license", "Physical Medicine and Rehabilitation diploma",
        "Physical therapy license", "DEA registration", "Certificate of insurance", "Residency evaluation",
        "Robotic criteria", "ACLS card", "Case log 2026", "Verification of Physician and Surgeon 036-151822",
        "American Board of Psychiatry and Neurology", "Expirables 2026-11-24", "Medical school diploma",
        "Chemical dependency policy", "Hepatology fellowship", "Medical staff bylaws",
    ),
)  # fmt: skip
def test_what_a_committee_reads_is_printed(title: str):
    assert kept_back.topic_of(title) == ""


@pytest.mark.parametrize(
    "name",
    (
        "scan 012",
        "IMG 4471",
        "colonoscopy",
        "AA attendance",
        "Vehicle registration",
        "letter",
        "Documents",
        "page1",
        "INE",
    ),
)
def test_what_nobody_can_tell_from_its_name_stays_in_the_office_until_the_office_says_so(name: str):
    document = SimpleNamespace(title=name, file_name=f"{name}.pdf", packet="", prints="", credential=None)
    assert kept_back.why(document)
    document.packet = PRINTED
    assert kept_back.why(document) == ""


@pytest.mark.parametrize(
    "name",
    (
        "State medical license", "License036", "Board certificate", "DEA registration", "Diploma of medical school", "ECFMG",
        "Reference of Dr. Lang", "Insurance face sheet", "Certificate of insurance", "Case log 2026", "Caselog", "ACLS card",
        "Residency verification", "OPPE summary", "Delineation of privileges", "CME transcript", "Malpractice claims history",
    ),
)  # fmt: skip
def test_what_a_committee_is_there_to_read_is_printed_unasked(name: str):
    document = SimpleNamespace(title=name, file_name="scan0012.pdf", packet="", prints="", credential=None)
    assert kept_back.why(document) == ""


def test_what_proves_a_credential_or_was_put_on_the_agenda_needs_no_name():
    document = SimpleNamespace(title="scan 1", file_name="scan1.pdf", packet="", prints="", credential=7)
    assert kept_back.why(document) == ""
    document.credential = None
    assert kept_back.why(document) == kept_back.UNKNOWN and kept_back.why(document, enclosed=True) == ""
    document.title = "Passport"
    assert kept_back.why(document, enclosed=True) == "identity"


def test_a_file_name_speaks_too_and_what_the_office_says_goes_before_both():
    document = SimpleNamespace(title="Scan 4", file_name="tuberculosis.pdf", packet="", prints="", credential=None)
    assert kept_back.why(document) == "health"
    document.packet = PRINTED
    assert kept_back.why(document) == ""
    document.file_name, document.packet = "scan4.pdf", KEPT
    assert kept_back.why(document) == kept_back.SAID


def test_the_proof_of_a_health_requirement_is_never_printed_whatever_is_said_of_it():
    document = SimpleNamespace(title="Scan", file_name="scan.pdf", packet=PRINTED, prints="", credential=7)
    assert kept_back.why(document, {7}) == "health" and kept_back.why(document, {8}) == ""

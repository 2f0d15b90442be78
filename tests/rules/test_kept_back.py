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


@pytest.mark.parametrize(
    "name",
    (
        "operators license", "operator license", "Op lic", "CDL license", "chauffeur license", "concealed carry license", "CCW lic",
        "residency permit", "learner permit", "License photo", "license back", "marriage cert", "Birth cert", "SSA verification",
        "name change verification", "Verification of identity", "Okafor DL lic", "Reference with DOB", "Evaluation PTSD",
        "Neurology evaluation", "colonoscopy evaluation", "Sleep study evaluation", "Peer review committee minutes", "Board minutes",
        "Peer review case file", "license app", "License application", "Health insurance", "Insurance card", "Explanation of benefits",
        "Certificate of good health", "Gap letter maternity", "Covid cert", "Reference Dr Smith re depression",
        "Addiction treatment completion certificate", "Addiction evaluation certificate", "Cancer explanation letter",
        "ID verification", "Counseling reference", "AA certificate", "MRI report of fellowship", "Psychiatric evaluation board",
    ),
)  # fmt: skip
def test_what_is_said_of_identity_health_and_peer_review_goes_before_what_else_is_said(name: str):
    document = SimpleNamespace(title=name, file_name=f"{name}.pdf", packet="", prints="", credential=7)
    assert kept_back.why(document) not in ("", kept_back.UNKNOWN), "also where it was tied to a credential"


@pytest.mark.parametrize(
    "name",
    (
        "Addiction Medicine board certification", "Pain medication management CME certificate", "Psychiatric NP certification",
        "Residency verification Fox Chase Cancer Center", "Blood bank certification", "MRI training certificate",
        "Mental health NP license", "Occupational health fellowship", "Brain injury medicine board", "EEG privileges",
        "Texas training permit", "Social work license", "APP supervision agreement",
        "Ref letter Dr Jones", "Peer ref 1", "ref1", "Insurance 2026", "Cert of ins", "Malp", "PLI", "MO Med Lic exp 2027", "MO lic",
        "BC cert", "ABIM", "Gap letter", "Claim explanation", "Chair letter", "chair's letter", "Work history explanation", "SAM",
        "SAM 2026", "Colonoscopy case log", "Respiratory therapist license", "Genetic counseling license", "Permit to practice",
    ),
)  # fmt: skip
def test_specialties_and_everyday_short_names_are_printed(name: str):
    document = SimpleNamespace(title=name, file_name=f"{name}.pdf", packet="", prints="", credential=None)
    assert kept_back.why(document) == ""


@pytest.mark.parametrize("name", ("Sam Okafor", "Evaluation Dr Shrink", "Jones letter", "Scan_0012", "ABO"))
def test_a_first_name_and_an_evaluation_by_anybody_tell_nothing(name: str):
    assert not kept_back.is_fit(name) and not kept_back.topic_of(name)


@pytest.mark.parametrize(
    ("name", "sort"),
    (
        ("Insurance 2026", "liability"), ("Cert of ins", "liability"), ("malp", "liability"), ("MO lic", "license"), ("BC cert", "board"),
        ("ABIM", "board"), ("BLS cert", "life_support"), ("DEA 2026", "dea"), ("operators license", ""), ("ref ABIM", ""),
        ("Insurance claim history", ""), ("license and DEA", ""), ("License app", ""), ("Scan", ""),
    ),
)  # fmt: skip
def test_the_sort_that_a_name_says_it_proves(name: str, sort: str):
    assert kept_back.sort_proved(name) == sort


def test_minutes_stand_on_the_agenda_and_in_nobodys_file():
    document = SimpleNamespace(title="Minutes of Nov 3", file_name="m.pdf", packet="", prints="", credential=None)
    assert kept_back.why(document) == kept_back.PEER_REVIEW and kept_back.why(document, enclosed=True) == ""

"""What somebody typed into whatever field: no paper shows a social security number or a birth date, and whoever prints is told."""

import re
import subprocess
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from peewee import Model, TextField

from tests.papers.packet_office import TODAY, PacketOffice
from tests.papers.small_pdf import small_pdf
from workbench.actions import inviting, taking_minutes
from workbench.papers import binding, flow, fonts, invitation, letter, packet, private
from workbench.papers.blocks import text
from workbench.papers.frame import Running
from workbench.papers.tables import Column, Table
from workbench.records.application import Application, Claim, Disclosure, RedFlag, Reference
from workbench.records.background import Affiliation, Education, WorkHistory
from workbench.records.committee import Committee, Seat
from workbench.records.credential import Credential
from workbench.records.desk import Document
from workbench.records.evidence import Activity, Check, NpdbQuery, Oppe
from workbench.records.meeting import ActionItem, AgendaItem, Meeting
from workbench.records.office_lists import Category, Department, Specialty
from workbench.records.privilege import CriterionShown, Privilege, PrivilegeForm, PrivilegeRequest
from workbench.records.provider import OtherName, Provider
from workbench.records.verification import Verification, VerificationSource
from workbench.store import history

SEEDED = (
    *(Application, Claim, Disclosure, RedFlag, Reference, Affiliation, Education, WorkHistory, Committee, Seat, Credential),
    *(Document, Activity, Check, NpdbQuery, Oppe, ActionItem, AgendaItem, Meeting, Category, Department, Specialty),
    *(CriterionShown, Privilege, PrivilegeForm, PrivilegeRequest, OtherName, Provider, Verification, VerificationSource),
)  # fmt: skip
SSN, BIRTH = re.compile(r"\d{3}-\d{2}-\d{4}"), re.compile(r"0?3/1\d/1979")
SAID = "SSN 219-09-9999, DOB 3/14/1979"
CODES = re.compile(r"sha256|uid|^(?:starts|ended|started|occurred|closed|opened|adjourned|observed_\w+|key|element)$")


def _free(model: type[Model]) -> list[Any]:
    """The fields of a record into which anything can be typed."""
    return [
        field
        for field in model._meta.sorted_fields
        if isinstance(field, TextField) and not field.choices and not field.unique and not CODES.search(field.name)
    ]


@pytest.fixture
def seeded(packet_office: PacketOffice) -> PacketOffice:
    """Every text of every record says a number and a day besides what it said."""
    packet_office.attach(packet_office.clean.provider, "diploma.pdf", small_pdf(says=("a diploma",)), title="Diploma")
    report = packet_office.attach(None, "report.pdf", small_pdf(says=("a report",)), title="Report")
    packet_office.put("Reports", title="Case numbers", document=report)
    with history.step("Seed"):
        for model in SEEDED:
            for field in _free(model):
                long = field.concat(f" {SAID}")
                model.update({field: long}).where(field != "").execute()
    return packet_office


def _all_of(file: Path) -> str:
    """Its text, its bookmarks and what it says of itself."""
    said = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, text=True, check=True).stdout
    with pikepdf.open(file) as pdf:
        told = [str(each) for each in pdf.docinfo.values()]
        with pdf.open_outline() as outline:
            waiting = [*outline.root]
            while waiting:
                each = waiting.pop()
                told.append(each.title)
                waiting += each.children
    return " ".join([*said.split(), *told])


@pytest.mark.parametrize("edition", ("Committee", "Survey", "Open", "Action sheet"))
def test_no_edition_shows_what_reads_like_a_number_or_a_birth_date(seeded: PacketOffice, tmp_path: Path, edition: str):
    made = packet.packet_of(seeded.meeting.id, TODAY, edition)
    bound = binding.bind(made, file := tmp_path / "packet.pdf", binding.Copy(1, 1, f"Dr. Marsh {SAID}"))
    text = _all_of(file)
    assert not SSN.search(text) and not BIRTH.search(text) and "SSN ••••" in text
    told = [each for each in bound.warnings if "reads like a Social Security number" in each]
    assert told and not SSN.search(" ".join(told))
    if edition == "Committee":
        assert any(each.startswith("Morris") and "claims “Wrong implant size" in each for each in told)


def test_minutes_mask_and_say_so(seeded: PacketOffice, tmp_path: Path):
    (tmp_path / "minutes.pdf").write_bytes(taking_minutes.minutes_pdf(seeded.before.id, TODAY))
    text = _all_of(tmp_path / "minutes.pdf")
    assert "SSN ••••" in text and not SSN.search(text) and not BIRTH.search(text)
    assert any("prints as dots" in each for each in taking_minutes.lacks(seeded.before.id, TODAY))


def test_invitations_letters_and_the_names_of_files_mask(seeded: PacketOffice):
    made = invitation.invitation_of(seeded.meeting.id, datetime(2026, 11, 24, tzinfo=UTC))
    calendar = invitation.ics(made).decode()
    draft = letter.Draft(
        (("Dr. Marsh", "m@example.org"),), f"About {SAID}", f"Dear Dr. Marsh,\n{SAID}\n", (letter.Attachment(f"{SAID}.pdf", b"%PDF"),)
    )  # fmt: skip
    message = letter.eml(draft).decode()
    for said in (calendar, message, inviting.file_name(seeded.meeting.id)):
        assert not SSN.search(said) and not BIRTH.search(said)


def test_whatever_is_drawn_is_masked_even_where_a_line_ends_inside_a_number(tmp_path: Path):
    fonts.ready()
    drawn = (
        text(f"A long text before it, {'word ' * 14}her number is 219 09 9999, and that is all."),
        text("Born on\nMarch 3, 1979"),
        Table([Column("", 1)], [(SAID,), ((SAID, "bad"),)]),
    )
    flow.write(tmp_path / "a.pdf", drawn, Running("Left 219-09-9999", "Right 219-09-9999"), title=SAID)
    said = _all_of(tmp_path / "a.pdf")
    assert "9999" not in said and "1979" not in said and "••••" in said


@dataclass(frozen=True)
class _Part:
    name: str
    explanation: str
    lines: tuple[tuple[str, str], ...]


def test_a_paper_without_any_is_itself_and_one_with_some_is_told_of_by_part_and_text():
    clean = _Part("Morris", "Nothing.", (("a", "b"),))
    assert private.veiled(clean) is clean and private.sentences(clean) == ()
    held = _Part("Morris", "Her SSN is 219-09-9999.", (("a", "DOB 3/14/1979"),))
    assert private.veiled(held) == _Part("Morris", "Her SSN is ••••.", (("a", "DOB ••••"),))
    (said,) = private.sentences((held, date(1979, 3, 3)))
    assert said.startswith("Morris: ") and "explanation “Her SSN is ••••.”" in said and "lines “DOB ••••”" in said


@dataclass(frozen=True)
class _Whole:
    title: str
    key: str
    parts: list[_Part]
    left_out: tuple[str, ...] = ()


def test_what_is_told_of_is_what_is_masked_however_it_lies():
    part = _Part("Morris", "Nothing.", (("a", "DOB 3/14/1979"),))
    held = _Whole("Minutes", SAID, [part, _Part("Ito", "", ())], (SAID,))
    made = private.veiled(held)
    assert [each.lines for each in made.parts] == [(("a", "DOB ••••"),), ()] and made.parts[1] is held.parts[1]
    assert (made.key, made.left_out) == (held.key, held.left_out), "neither is printed, and a key leads somewhere"
    assert private.held_in(held) == (("Minutes", "lines", "DOB ••••"),) and private.held_in(made) == ()
    unprinted = _Whole("Minutes", SAID, [], (SAID,))
    assert private.veiled(unprinted) is unprinted and private.held_in(unprinted) == ()


AGES = (
    "{}-year-old anesthesiologist", "She is {} y/o and in good health", "Aged {}, retiring", "age {}", "Age: {}", "his age is {}",
    "at age {} he had surgery", "{}yo", "{} y.o.", "{} yrs old", "{} years of age", "at the age of {}", "Dr. Ito (age {}) asks",
    "AGE {} AND WELL", "{}-yr-old",
    "He is well and {} years old", "A woman, age {}", "The holder of the license is {} years old", "A surgeon without a license is {} y/o",
    "The woman running this clinic is {} years old", "He left the practice and is {} years old", "Her practice: age {}",
    "The license is old, and she is {} years old", "The license was issued when he was {} years old", "The license holder is {} years old",
    "At age {} claims were made", "{}-year-old practices in Peoria", "The surgeon in our practice is {} years old",
    "The nurse in the old clinic was {} years old", "In private practice, aged {}",
)  # fmt: skip


@pytest.mark.parametrize("said", AGES)
def test_an_age_is_masked_as_a_birth_date_is(said: str):
    paper = _Part("Morris", said.format(47), ())
    assert private.veiled(paper).explanation == said.format("••••") == private.dotted(said.format(47))
    assert "an age" in private.sentences(paper)[0]


@pytest.mark.parametrize(
    "said",
    (
        "age 12 and over", "ages 0-17", "adults age 18+", "Patients age 65 and older", "aged 18 years or older", "age 18 to 64",
        "under age 18", "over the age of 21", "children up to 17 years old", "patients 18 years of age and older", "age 18 or above",
        "from age 12", "adolescents aged 13", "age 2", "a 6-year-old", "a 20-year-old license", "retirement age 65", "age 18–64",
        "age ≥ 18", "age >65", "patients 12-17 years old", "at least 18 years of age", "page 47", "stage 47", "47 years of practice",
        "Age-related care", "coverage 47", "until age 26", "between ages 18 and 64 years old", "neonates through age 18", "age 18 & up",
        "minimum age 21", "management 47", "women aged 40", "age 65 limit", "newborn to 21 years of age", "12 y/o and up",
        "practitioners age 70", "of an age of 45 days", "Late career policy (age 70)", "age 12-adult", "age 18 yrs+",
        "a 62-year-old female patient", "the license is 25 years old", "Her license was 25 years old; renewed.", "a 30-year-old claim",
        "Dr. Ito’s practice is now 30 yrs old", "Explained: the malpractice claim is about 22 years old", "Licenses are 20 years old",
        "She says that the state license is 25 years old", "The other one, whose certification is almost 30 years old",
        "Both hospitals' buildings were 40 years old",
    ),
)  # fmt: skip
def test_a_scope_of_practice_prints_whole(said: str):
    assert private.dotted(said) == said
    assert private.held_in(_Part("Form", said, ())) == ()


def test_a_scope_in_one_text_says_nothing_of_the_next():
    assert len(private.held_in(_Part("Over", "patients", (("Age 47", "and older"), ("Age 48.", ""))))) == 2

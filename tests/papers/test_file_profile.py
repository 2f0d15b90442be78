"""A person's file on paper: the office, the label and the page on every page; what is masked or noted for oneself on none."""

from datetime import timedelta
from io import BytesIO

import pytest

from workbench.actions import offices
from workbench.lists import file
from workbench.papers import file_profile
from workbench.papers.pictures import Pages
from workbench.records.background import WorkHistory
from workbench.records.credential import Credential
from workbench.records.desk import Document, Note
from workbench.records.office_lists import CredentialSort
from workbench.records.practice import Practice, PracticeMember
from workbench.records.provider import Provider


@pytest.fixture
def person(office, make, TODAY):  # noqa: N803
    made = make(Provider, last="Okafor", first="Adaeze", degree="MD", npi="1477552867", status="Active", ssn4="4711")
    license = CredentialSort.get(CredentialSort.key == "license")
    ends = TODAY - timedelta(days=4)
    make(Credential, provider=made, sort=license, number="036-119204", state="IL", expires=ends)
    make(Note, provider=made, said=TODAY, by="Ann", text="Called about the pager <b>twice</b>")
    return made


def pages_of(made):
    to = BytesIO()
    count = file_profile.draw(made, to)
    with Pages(to.getvalue()) as pages:
        sizes = {pages.size(n) for n in range(1, count + 1)}
        return [pages.text(n) for n in range(1, count + 1)], sizes


def test_it_says_who_how_they_stand_and_what_they_hold(person, TODAY):  # noqa: N803
    (text,), sizes = pages_of(file_profile.file_profile_of(file.read(person.id, TODAY), TODAY))
    assert sizes == {(792.0, 612.0)}
    for said in ("Okafor, Adaeze, MD", "036-119204", "Expired", "1477552867", "Active", "Page 1 of 1"):
        assert said in text
    for framed in ("St. Example Hospital · Provider file", "CONFIDENTIAL: for the medical staff office"):
        assert framed in text
    assert "Nothing on file: " in text and "Education and training" in text


def test_what_is_masked_and_what_the_office_noted_for_itself_is_not_printed(person, TODAY):  # noqa: N803
    (text,), _ = pages_of(file_profile.file_profile_of(file.read(person.id, TODAY), TODAY))
    assert "4711" not in text and "pager" not in text


def test_every_page_has_the_headings_and_its_number(person, make, TODAY):  # noqa: N803
    for n in range(90):
        make(
            WorkHistory, provider=person, employer=f"Clinic {n:02} & Sons", started=TODAY - timedelta(days=40 * n + 400)
        )
    pages, _ = pages_of(file_profile.file_profile_of(file.read(person.id, TODAY), TODAY))
    assert len(pages) > 2
    for n, text in enumerate(pages, 1):
        assert f"Page {n} of {len(pages)}" in text and "St. Example Hospital" in text and "CONFIDENTIAL" in text
        assert "Employer" in text or n in (1, len(pages))
    assert sum(text.count("& Sons") for text in pages) == 90


def test_as_of_a_day_it_says_so(person, TODAY):  # noqa: N803
    offices.set_policy(hospital="Riverbend")
    day = TODAY - timedelta(days=30)
    made = file_profile.file_profile_of(file.read(person.id, TODAY), TODAY, day)
    (text,), _ = pages_of(made)
    assert "As it stood at the end of Oct 25 2026." in text and "Riverbend" in text and "as of Oct 25 2026" in text


def test_columns_are_as_wide_as_what_they_hold_and_say_nothing_of_files(person, make, TODAY):  # noqa: N803
    practice = make(Practice, name="Riverbend Medical Group", email="credentialing@riverbendmedicalgroup.example.org")
    make(PracticeMember, provider=person, practice=practice)
    for n in range(9):
        make(Document, provider=person, title=f"Certificate {n}", file_name=f"certificate-of-insurance-{n}.pdf", size=9)
    pages, _ = pages_of(file_profile.file_profile_of(file.read(person.id, TODAY), TODAY))
    text = "\n".join(pages)
    assert "credentialing@riverbendmedicalgroup.example.org" in text
    assert "certificate-of-insurance" not in text and "Size" not in text and text.count("Certificate ") == 9

"""What a reappointment's profile must show and the office does not have is said, as for the NPDB and gaps, on the same page."""

import re
from pathlib import Path
from typing import Any

import pytest

from tests.papers.conftest import pages_of
from tests.papers.packet_office import TODAY, PacketOffice
from workbench.papers import binding, packet
from workbench.records.background import Affiliation
from workbench.records.evidence import Activity, Oppe
from workbench.store import history


@pytest.fixture
def profile(packet_office: PacketOffice, tmp_path: Path):
    """profile(application, edition): the pages of a practitioner's profile, in one line each."""

    def read(application: Any, edition: str = "Committee") -> list[str]:
        path = tmp_path / "packet.pdf"
        binding.bind(packet.packet_of(packet_office.meeting.id, TODAY, edition), path)
        number = "6.1" if application.sort == "Reappointment" else "4.1"
        return [re.sub(r"\s+", " ", page) for page in pages_of(path) if f"Item {number}" in page]

    return read


def forget(office: PacketOffice, *models: Any) -> None:
    """The office keeps nothing of these sorts about the one who is reappointed."""
    with history.step("Forget"):
        for model in models:
            model.delete().where(model.provider == office.renewed.provider).execute()
        office.renewed.changes = ""
        office.renewed.save()


def test_a_reappointment_says_what_is_not_on_file_on_its_one_page(packet_office: PacketOffice, profile: Any):
    assert "Not on file" not in profile(packet_office.renewed)[0]
    forget(packet_office, Oppe, Activity, Affiliation)
    pages = profile(packet_office.renewed)
    assert len(pages) == 1
    said = "Not on file: affiliations · OPPE · activity numbers · CME · changes since the last term"
    assert said in pages[0]


def test_cme_and_numbers_are_missed_apart(packet_office: PacketOffice, profile: Any):
    with history.step("No CME"):
        Activity.delete().where(Activity.sort == "CME credits").execute()
    assert re.search(r"Not on file: CME (?!·)", profile(packet_office.renewed)[0])


def test_a_survey_misses_only_what_it_would_show(packet_office: PacketOffice, profile: Any):
    forget(packet_office, Oppe, Activity, Affiliation)
    said = profile(packet_office.renewed, "Survey")[0]
    assert "Not on file: affiliations · OPPE" in said
    assert "activity numbers" not in said and "changes since" not in said


def test_of_a_new_applicant_only_affiliations_are_missed(packet_office: PacketOffice, profile: Any):
    assert "Not on file" not in profile(packet_office.clean)[0]
    with history.step("None"):
        Affiliation.delete().where(Affiliation.provider == packet_office.clean.provider).execute()
    said = profile(packet_office.clean)[0]
    assert "Not on file: affiliations" in said and "OPPE" not in said

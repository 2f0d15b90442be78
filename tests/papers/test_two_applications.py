"""Two applications of one person on one agenda share a profile: what it says of one it says of that one alone."""

from datetime import date
from typing import Any

import pytest

from tests.papers.packet_office import HELD, TODAY, PacketOffice
from workbench.papers import changed, packet
from workbench.papers.profile import Profile
from workbench.records.application import Application, Disclosure, Reference
from workbench.records.meeting import AgendaItem
from workbench.store import history


@pytest.fixture
def second(packet_office: PacketOffice, make: Any) -> Application:
    """For added privileges, of the person whose first file is clean: never attested, without a reference, with one yes."""
    made = make(
        Application, provider=packet_office.clean.provider, sort="Added privileges", stage="Credentials committee",
        review="", attested=None, received=date(2026, 11, 1), complete=None, review_reason="",
    )  # fmt: skip
    make(Disclosure, application=made, question="Were you limited?", answer=True, health=False, explanation="Once.")
    packet_office.put("Added privileges", application=made)
    return made


def profile(office: PacketOffice) -> Profile:
    made = packet.packet_of(office.meeting.id, TODAY)
    return next(each for each in made.profiles if each.provider == office.clean.provider.id)


def test_each_has_its_own_attestation_references_and_review(packet_office: PacketOffice, second: Application) -> None:
    said = profile(packet_office)
    first, disclosed = packet_office.clean, said.disclosed
    assert disclosed and disclosed.tone == "warn"
    assert "Added privileges: 1 question, 1 answered yes. Not attested." in disclosed.summary
    assert f"{first.sort}: " in disclosed.summary and "Attestation signed" in disclosed.summary
    assert ("Added privileges: Were you limited?", "Once.") in disclosed.yes
    wanted = [each for each in said.referee_warnings if "references are in" in each]
    assert wanted and all(each.startswith("Added privileges: 0 of ") for each in wanted)
    whose = Reference.select().where(Reference.application == first).count()
    assert sum(each.name.startswith(f"{first.sort}: ") for each in said.referees) == whose > 0
    tone, heading, words = said.review
    assert tone == "warn" and heading == "Each application by itself."
    assert f"{first.sort}: Category 1, expedited review possible." in words and "although" not in words
    assert "Added privileges: Category 2, full review." in words


def test_that_the_agenda_is_ordered_otherwise_is_no_other_word(
    packet_office: PacketOffice, second: Application
) -> None:
    before = profile(packet_office)
    with history.step("Order"):
        AgendaItem.update(position=99).where(AgendaItem.application == second).execute()
    after = profile(packet_office)
    assert (before.review, before.disclosed, before.referee_warnings) == (
        after.review, after.disclosed, after.referee_warnings,
    )  # fmt: skip
    assert changed.form() and HELD > TODAY

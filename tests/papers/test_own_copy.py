"""The copy of a reader who is on the agenda withholds what is said of the reader, and keeps every page number."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from tests.papers.conftest import assert_sound, pages_of
from tests.papers.packet_office import TODAY
from tests.papers.small_pdf import small_pdf
from workbench.actions import checking, mailing, packets
from workbench.actions.packets import Reader
from workbench.errors import WorkbenchError
from workbench.papers import own_copy, packet
from workbench.records.committee import Seat
from workbench.records.meeting import AgendaItem, PacketCopy
from workbench.store import history

CANARY = "an owncanary of the scan"


@pytest.fixture
def sits(packet_office: Any, make: Any) -> Seat:
    """The flagged applicant sits on the committee, has a scan, and was spoken of at the meeting before."""
    person = packet_office.flagged.provider
    packet_office.attach(
        person, "letter of owncanary.pdf", small_pdf((612, 792), (792, 612), says=(CANARY, "lying owncanary"))
    )
    make(
        AgendaItem, meeting=packet_office.before, section="Initial appointments", application=packet_office.flagged, title="",
        outcome="Deferred", reason="owncanary: a third reference.", position=9,
    )  # fmt: skip
    return make(
        Seat, committee=packet_office.committee, name=person.title, provider=person, role="Member", votes=True,
        email="morris@example.org", ends=date(2027, 12, 31), stands_in_for=None,
    )  # fmt: skip


@pytest.fixture
def copies(packet_office: Any, sits: Seat, tmp_path: Path) -> tuple[Path, Path]:
    """Of the applicant, and of somebody else."""
    folder = tmp_path / "copies"
    folder.mkdir()
    readers = [Reader(sits.name, sits.id), Reader("H. Marsh, MD"), Reader("Morris, Kevin T., DO")]
    own, other, named = packets.issue(packet_office.meeting.id, folder, readers, TODAY).files
    assert "owncanary" not in " ".join(pages_of(named)), "known by the whole name too"
    return own, other


def test_the_readers_own_file_is_withheld_and_page_numbers_agree(copies: tuple[Path, Path]) -> None:
    own, other = copies
    assert_sound(own)
    mine, theirs = pages_of(own), pages_of(other)
    assert len(mine) == len(theirs)
    assert sum("owncanary" in page for page in theirs) == 4, "the profile, the scan, the minutes"
    assert "owncanary" not in " ".join(mine)
    for number, (page, whole) in enumerate(zip(mine, theirs, strict=True), 1):
        assert f"Page {number} of {len(mine)}" in page and "CONFIDENTIAL PEER REVIEW" in page
        if own_copy.WITHHELD in page and "Minutes" not in page:
            assert "Morris" in whole or "owncanary" in whole
    assert sum(own_copy.WITHHELD in page for page in mine) >= 4
    assert any("Banerjee" in page and "Initial appointment ·" in page for page in mine)


def test_what_was_withheld_lies_nowhere_in_the_file(copies: tuple[Path, Path]) -> None:
    held = []
    for path in copies:
        with pikepdf.open(path) as pdf:
            with pdf.open_outline() as outline:
                titles = [each.title for top in outline.root for part in top.children for each in part.children]
            streams = b" ".join(each.read_bytes() for each in pdf.objects if isinstance(each, pikepdf.Stream))
            sizes = [tuple(map(float, page.mediabox)) for page in pdf.pages]
            held.append((titles, streams, sizes))
    (mine, bare, sizes), (theirs, whole, same) = held
    assert b"owncanary" in whole and b"owncanary" not in bare
    assert any("owncanary" in title for title in theirs) and not any("owncanary" in title for title in mine)
    assert sizes == same


def test_the_agenda_says_who_is_on_it_and_not_how_the_file_was_judged(copies: tuple[Path, Path]) -> None:
    mine, theirs = (pages_of(path)[1] for path in copies)
    assert "Morris, Kevin T., DO" in mine and "Morris, Kevin T., DO" in theirs
    line = lambda page: next(each for each in page.splitlines() if "Morris" in each)  # noqa: E731
    assert re.search("Discuss|Category", line(theirs)) and not re.search("Discuss|Category", line(mine))


def test_such_a_copy_is_checked_mailed_and_sealed_like_the_others(copies: tuple[Path, Path], tmp_path: Path) -> None:
    own, other = copies
    assert {checking.check_copy(path).verdict for path in copies} == {checking.UNTOUCHED}
    assert len({PacketCopy.get_by_id(each).packet.seal for each in (1, 2)}) == 1
    with pikepdf.open(own) as pdf:
        pdf.pages.reverse()
        pdf.save(tmp_path / "turned.pdf")
    assert checking.check_copy(tmp_path / "turned.pdf").verdict == checking.CHANGED
    draft = mailing.draft_copy(1, own, tmp_path / "own.eml")
    assert draft.path.exists()


def test_the_insert_of_an_applicant_withholds_the_own_response(packet_office: Any, sits: Seat, tmp_path: Path) -> None:
    made = packets.issue(packet_office.meeting.id, tmp_path, [Reader(sits.name, sits.id)], TODAY, "NPDB insert")
    said = pages_of(made.files[0])
    assert "canarysealed" not in " ".join(said) and sum(own_copy.WITHHELD in page for page in said) >= 2


def test_whoever_issues_it_is_told(packet_office: Any, sits: Seat) -> None:
    said = f"{sits.name} sits on this committee: that copy withholds their own file."
    assert said in packet.packet_of(packet_office.meeting.id, TODAY).warnings
    with history.step("Over"):
        Seat.update(ends=date(2026, 11, 30)).where(Seat.id == sits.id).execute()
    assert said not in packet.packet_of(packet_office.meeting.id, TODAY).warnings


@pytest.fixture
def unlinked(packet_office: Any, make: Any) -> Any:
    """A seat that is nobody's file, under some name."""
    values = {"role": "Member", "votes": True, "provider": None, "ends": date(2027, 12, 31), "stands_in_for": None}
    return lambda name: make(Seat, committee=packet_office.committee, name=name, **values)


@pytest.mark.parametrize("name", ["Morris, Kevin T., DO", "Kevin Tolliver, DO", "Tolliver, Kevin"])
def test_a_reader_is_known_by_a_former_name_too(packet_office: Any, unlinked: Any, tmp_path: Path, name: str) -> None:
    seat = unlinked(name)
    assert (
        "Morris, Kevin T., DO sits on this committee: that copy withholds their own file."
        in packet.packet_of(packet_office.meeting.id, TODAY).warnings
    )
    made = packets.issue(packet_office.meeting.id, tmp_path, [Reader(name, seat.id), Reader(name)], TODAY)
    for file in made.files:
        assert "canaryflag" not in " ".join(pages_of(file)) and own_copy.WITHHELD in " ".join(pages_of(file))


@pytest.mark.parametrize("name", ["K. Morris, DO", "Dr. Morris", "Dr. Tolliver"])
def test_no_copy_goes_to_whoever_may_be_on_the_agenda(
    packet_office: Any, unlinked: Any, tmp_path: Path, name: str
) -> None:
    seat = unlinked(name)
    said = f"“{name}” may be Morris, Kevin T., DO, who is on the agenda, and nobody reads their own file."
    assert packet.packet_of(packet_office.meeting.id, TODAY).warnings[0].startswith(said)
    for reader in (Reader(name, seat.id), Reader(name)):
        with pytest.raises(WorkbenchError, match="write the reader's whole name. Nothing was written") as refused:
            packets.issue(packet_office.meeting.id, tmp_path, [Reader("H. Marsh, MD"), reader], TODAY)
        assert str(refused.value).startswith(said)
    assert not list(tmp_path.glob("*pdf*")) and not PacketCopy.select().exists()
    with history.step("Link"):
        Seat.update(provider=packet_office.flagged.provider).where(Seat.id == seat.id).execute()
    made = packets.issue(packet_office.meeting.id, tmp_path, [Reader(name, seat.id)], TODAY)
    assert "canaryflag" not in " ".join(pages_of(made.files[0]))


def test_others_of_that_name_and_editions_that_tell_nothing_of_anybody_are_not_held_up(
    packet_office: Any, tmp_path: Path
) -> None:
    packets.issue(packet_office.meeting.id, tmp_path, [Reader("Morris, Reza, MD"), Reader("R. Morris")], TODAY)
    packets.issue(packet_office.meeting.id, tmp_path, [Reader("Dr. Morris")], TODAY, "Open")

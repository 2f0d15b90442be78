"""The packet command: a fixed contract."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from tests.papers.conftest import text_of
from workbench import cli
from workbench.actions import offices, packets
from workbench.cli import printing
from workbench.records.meeting import PacketCopy


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setattr(printing, "today", lambda: date(2026, 11, 24))


def _run(packet_office, tmp_path, capsys, *more: str) -> tuple[int, str, str]:
    meeting, office = str(packet_office.meeting.id), str(tmp_path / "packet.workbench")
    code = cli.main(["packet", meeting, "-o", str(tmp_path / "p.pdf"), "--office", office, *more])
    return code, *capsys.readouterr()


def test_a_packet_is_written_while_the_window_holds_the_office(packet_office, tmp_path, capsys):
    packet_office.attach(packet_office.clean.provider, "bad.pdf", b"")
    code, out, _ = _run(packet_office, tmp_path, capsys, "--json")
    said = json.loads(out)
    assert code == 0 and set(said) == {"pages", "items", "placeholders"}
    assert text_of(tmp_path / "p.pdf").count("\f") == said["pages"]
    assert set(said["items"][0]) == {"number", "title", "provider", "page"}
    people = [each for each in said["items"] if each["provider"]]
    assert people[0]["title"].startswith("Banerjee, Arjun") and people[0]["page"] == 6
    assert len(said["placeholders"]) == 1 and "bad.pdf" in said["placeholders"][0]


def test_a_survey_edition_leaves_out_what_was_said_in_confidence(packet_office, tmp_path, capsys):
    for edition, told in ((), True), (("--survey",), False):
        assert _run(packet_office, tmp_path, capsys, *edition)[0] == 0
        assert ("canaryclaim" in text_of(tmp_path / "p.pdf")) is told, edition


def test_a_meeting_that_is_not_there_is_one_sentence(packet_office, tmp_path, capsys):
    packet_office.meeting.id = 9999
    code, out, error = _run(packet_office, tmp_path, capsys, "--json")
    assert code == 1 and out == "" and "no meeting 9999" in error and not (tmp_path / "p.pdf").exists()


def test_the_office_itself_is_never_written_over(packet_office, tmp_path, capsys):
    meeting, office = str(packet_office.meeting.id), str(tmp_path / "packet.workbench")
    before = (tmp_path / "packet.workbench").read_bytes()
    assert cli.main(["packet", meeting, "-o", office, "--office", office]) == 1
    assert (tmp_path / "packet.workbench").read_bytes() == before


def test_a_name_that_is_none_of_a_pdf_is_refused(packet_office, tmp_path, capsys):
    meeting, office = str(packet_office.meeting.id), str(tmp_path / "packet.workbench")
    for name in ("x.txt", "x"):
        assert cli.main(["packet", meeting, "-o", str(tmp_path / name), "--office", office]) == 1
        out, error = capsys.readouterr()
        assert out == "" and f"{name} does not end in .pdf" in error and not (tmp_path / name).exists()


def test_undo_by_the_command_line_recalls_an_original_too(packet_office_once, seat, tmp_path, capsys):
    path = Path(shutil.copyfile(packet_office_once[0], tmp_path / "own.workbench"))
    meeting = packet_office_once[1].meeting.id
    office = offices.open_office(path, seat)
    packets.issue(meeting, tmp_path, [packets.Reader("Dr. Marsh")], date(2026, 11, 24), "Action sheet")
    office.close()
    assert cli.main(["undo", "--office", str(path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["undone"].endswith("original no. 1 to Dr. Marsh")
    assert cli.main(["redo", "--office", str(path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"redone": None}
    office = offices.open_office(path, seat)
    assert [each.recalled is not None for each in PacketCopy.select()] == [True]
    again = packets.issue(meeting, tmp_path, [packets.Reader("Dr. Ngo")], date(2026, 11, 24), "Action sheet")
    assert "original no. 2" in again.files[0].name
    office.close()

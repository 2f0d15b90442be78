"""Ctrl-C in a command: the same as Cancel. A sentence, exit code 1, and nothing half made stays."""

import os
import re
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from workbench.actions import offices, sample
from workbench.records.meeting import AgendaItem
from workbench.records.provider import Provider
from workbench.store import database

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(os.name == "nt", reason="progress is read from a terminal of Unix")


def stopped(sign: str, *words: object, folder: Path) -> tuple[int, str]:
    """Run a command at a terminal, press Ctrl-C when its progress says the sign; its exit code and what it said after that.

    As a terminal does, it signals the whole group: the child that reads a spreadsheet as well.
    """
    terminal, theirs = os.openpty()
    call = [sys.executable, str(ROOT / "main.py"), *map(str, words)]
    with subprocess.Popen(
        call, cwd=folder, stdin=subprocess.DEVNULL, stdout=theirs, stderr=theirs, start_new_session=True
    ) as running:
        os.close(theirs)
        before, after, pressed = "", "", False
        while part := _read(terminal):
            before, after = (before, after + part) if pressed else (before + part, after)
            if not pressed and re.search(sign, before):
                os.killpg(running.pid, signal.SIGINT)
                pressed = True
        os.close(terminal)
        code = running.wait(60)
    assert pressed, f"it ended before Ctrl-C: {before}"
    return code, after.replace("\r\n", "\n")


def _read(terminal: int) -> str:
    try:
        return os.read(terminal, 4096).decode()
    except OSError:  # Linux says so when the last writer has gone
        return ""


def _says_so(code: int, said: str) -> None:
    assert code == 1, said
    assert said.split("\r")[-1] == "Stopped. Nothing half done was kept.\n"


def test_a_sample_office_that_is_stopped_is_not_made(tmp_path: Path) -> None:
    _says_so(*stopped(r"Sample hospital \d", "sample", "a.workbench", "--providers", 4000, folder=tmp_path))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("sign", [r"Reading \d", r"Importing [1-9]"])
def test_an_import_that_is_stopped_leaves_the_office_as_it_was(plain_path: Path, seat: Any, sign: str) -> None:
    roster = plain_path.with_name("roster.csv")
    lines = [f"Person{n},Given{n % 97},036-{n:06d},IL,7/31/2029" for n in range(12_000)]
    roster.write_text("\n".join(["Last Name,First Name,License #,Lic State,Lic Exp", *lines]), "utf-8")
    before = sorted(plain_path.parent.iterdir())
    _says_so(*stopped(sign, "import", roster, "--office", plain_path, folder=plain_path.parent))
    assert sorted(plain_path.parent.iterdir()) == before
    office = offices.open_office(plain_path, seat)
    assert Provider.select().count() == 0
    assert database.execute_sql("SELECT count(*) FROM open_step").fetchone()[0] == 0
    office.close()


def test_a_packet_that_is_stopped_leaves_no_file_and_the_one_before(tmp_path: Path, seat: Any) -> None:
    path = tmp_path / "riverbend.workbench"
    office = sample.make(path, seat, date(2026, 11, 24))
    meeting = AgendaItem.select(AgendaItem.meeting).where(AgendaItem.application.is_null(False)).first().meeting_id
    office.close()
    (tmp_path / "packet.pdf").write_bytes(b"the packet of yesterday")
    before = {each: each.read_bytes() for each in tmp_path.iterdir()}
    _says_so(*stopped(r"Packet \d", "packet", meeting, "-o", "packet.pdf", "--office", path, folder=tmp_path))
    assert {each: each.read_bytes() for each in tmp_path.iterdir()} == before

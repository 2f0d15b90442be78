"""The first morning of a new office, done by somebody else's program without a mouse; then the files and the office are asked."""

import subprocess
import sys
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import openpyxl

from tests import needs
from workbench.actions import offices
from workbench.actions.touring import HEADINGS
from workbench.records.credential import Credential
from workbench.records.provider import Provider

ZONE = "America/Chicago"
"""Told to the program by its computer, so that nobody chooses it; and the day is that of this zone."""
MOST_KEYS = 8
"""For the renewal of one credential."""
MENDED = ("Abbott", "Acker", "Adair")
WRONG_DAYS, WRONG_NUMBERS, RIGHT = 6, 6, 20


def test_a_new_office_gets_its_roster_and_does_its_first_work(journey: Any, seat: Any, tmp_path: Path) -> None:
    needs.nothing_of(needs.programs("pdftotext"))
    roster, today = tmp_path / "roster.xlsx", datetime.now(ZoneInfo(ZONE)).date()
    _write(roster, today)
    days = ",".join(f"{last}={today + timedelta(days=5 + n):%m/%d/%Y}" for n, last in enumerate(MENDED))
    editor = Path(__file__).parent / "edit_list.py"
    edit = [sys.executable, editor, "Phone", "(312) 555-0100", "Abbott"]

    said = journey("first_morning.py", roster, tmp_path, days, *edit, environment={"TZ": ZONE}, seconds=420)

    assert said.endswith("done\n")
    lines = said.splitlines()
    assert [line.split(",")[0] for line in lines[:3]] == list(MENDED)
    keys = {line.split(": ")[0]: int(line.split(": ")[1].split()[0]) for line in lines if " keys, 0 clicks" in line}
    assert keys["renewed"] <= MOST_KEYS and "a new provider with six credentials" in keys
    _check_paper(tmp_path / "providers.pdf")
    opened = offices.open_office(next(tmp_path.rglob("Riverbend.workbench")), seat)
    assert Provider.select().count() == RIGHT + len(MENDED) + 1
    assert Provider.get(last="Abbott").phone == "(312) 555-0100"
    assert Credential.select().where(Credential.past).count() == 0, "the renewal was taken back"
    somebody = Provider.get(last="Zielinski", first="Wanda")
    assert len({each.sort_id for each in Credential.select().where(Credential.provider == somebody)}) == 6
    opened.close()


def _write(path: Path, today: date) -> None:
    """Twelve rows with an error each on top, then those without."""
    book, ends = openpyxl.Workbook(), today + timedelta(days=500)
    sheet = book.active
    assert sheet is not None
    sheet.append(HEADINGS)
    names = [*MENDED, *(f"Bell{chr(97 + n)}" for n in range(9)), *(f"Clay{chr(97 + n)}" for n in range(RIGHT))]
    for n, last in enumerate(names):
        wrong_day, wrong_number = n < WRONG_DAYS, WRONG_DAYS <= n < WRONG_DAYS + WRONG_NUMBERS
        day = f"02/30/{ends.year}" if wrong_day else f"{ends:%m/%d/%Y}"
        npi = _npi(n, wrong=wrong_number)
        told = ("Medicine", "Internal Medicine", "Active", "Active", f"036-77{n:04}", day, "", "")
        sheet.append((f"{last}, Ann, MD", npi, *told))
    book.save(path)


def _npi(n: int, wrong: bool) -> str:
    """A number with its check digit, or with the one after it."""
    body = f"19{n:07}"
    total = 24
    for place, digit in enumerate(reversed(body)):
        twice = int(digit) * (2 if place % 2 == 0 else 1)
        total += twice - 9 if twice > 9 else twice
    return body + str((10 - total % 10 + wrong) % 10)


def _check_paper(path: Path) -> None:
    text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout
    pages = text.split("\f")[:-1]
    for number, page in enumerate(pages, 1):
        assert "Riverbend · Providers" in page and "CONFIDENTIAL" in page and f"Page {number} of {len(pages)}" in page
        assert "Provider" in page and "NPI" in page
    assert "Abbott, Ann, MD" in text and "(312) 555-0100" in text

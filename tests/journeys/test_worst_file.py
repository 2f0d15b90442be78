"""A coordinator opens the worst file from Today, verifies its license with a PDF and prints the tracer sheet; then the office
and the paper are asked."""

import subprocess
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests import needs
from tests.conftest import make_record
from tests.papers.small_pdf import small_pdf
from tests.rules import files_by_hand
from tests.rules.files_by_hand import Clean, change
from workbench.actions import offices
from workbench.records.desk import Document
from workbench.records.verification import Verification
from workbench.store import history

WHO = "Okafor, MD"


def _person(last: str) -> Clean:
    """Somebody whose file lacks nothing today, whenever that is."""
    today = date.today()
    made = Clean(make_record, last)
    starts, ends = today - timedelta(days=300), today + timedelta(days=700)
    for record, days in (
        (made.term, {"starts": starts, "ends": ends}),
        (made.held, {"starts": starts, "ends": ends}),
        (made.plan, {"starts": starts, "concluded": today - timedelta(days=100)}),
        (made.license, {"expires": ends}),
        (made.coverage, {"expires": ends}),
    ):
        change(record, **days)
    return made


def test_the_worst_file_is_verified_and_traced(
    journey: Any, seat: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    needs.nothing_of(needs.programs("pdftotext"))
    monkeypatch.setattr(files_by_hand, "ON", date.today())
    path, evidence, sheet = tmp_path / "r.workbench", tmp_path / "lookup.pdf", tmp_path / "tracer.pdf"
    evidence.write_bytes(small_pdf(says=["License of Okafor as the board shows it"]))
    opened = offices.new_office(path, seat, "Riverbend", state="IL")
    people = [_person(last) for last in ("Okafor", "Chen")]
    change(people[0].license, verified=None, source="")
    opened.close()

    said = journey("worst_file.py", evidence, sheet, WHO, office=path)

    assert said.endswith(" keys, 0 clicks\ndone\n")
    opened = offices.open_office(path, seat)
    kept = Verification.get()
    assert (kept.credential_id, kept.done) == (people[0].license.id, date.today())
    assert Document.get_by_id(kept.document_id).file_name == "lookup.pdf"
    assert history.newest().name.startswith("Verify State license")  # type: ignore[union-attr]
    opened.close()
    text = subprocess.run(["pdftotext", "-layout", sheet, "-"], capture_output=True, text=True, check=True).stdout
    assert WHO in text and "Tracer sheet" in text and "Ready on " in text
    assert "State license" in text and "licensing" in text, "what was looked at, and where"

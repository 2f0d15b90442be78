"""The main job from end to end, done in the window by somebody else's program; then the paper and the office are asked."""

import subprocess
from datetime import date
from pathlib import Path
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from tests import needs
from workbench.actions import offices, sample, touring
from workbench.records.appointment import Appointment
from workbench.records.meeting import AgendaItem
from workbench.records.privilege import HeldPrivilege
from workbench.records.provider import Provider

APPLICANT = "Tehrani, Fatima W., MD"
"""Of the sample: ready for the credentials committee, and on no agenda yet."""


def test_from_a_roster_to_the_packet_and_the_appointment(journey: Any, seat: Any, tmp_path: Path) -> None:
    needs.nothing_of(needs.programs("pdftotext"))
    office, roster, packet = tmp_path / "r.workbench", tmp_path / "roster.xlsx", tmp_path / "packet.pdf"
    opened = sample.make(office, seat, date.today())
    person = Provider.get(last="Tehrani", first="Fatima")
    before = [each.ends for each in person.appointments]
    touring.make_roster(roster, date.today())
    opened.close()
    scans = _scans(tmp_path)

    said = journey("packet_out.py", roster, ",".join(map(str, scans)), packet, APPLICANT, office=office, seconds=420)

    assert said.endswith("done\n")
    _check_paper(packet)
    opened = offices.open_office(office, seat)
    terms = list(Appointment.select().where(Appointment.provider == person).order_by(Appointment.ends))
    decided = AgendaItem.select().where(
        (AgendaItem.provider == person) | AgendaItem.application.in_(person.applications)
    )
    held = HeldPrivilege.select().where(HeldPrivilege.provider == person, HeldPrivilege.starts == terms[-1].starts)
    assert len(terms) == len(before) + 1
    assert terms[-1].ends > max(before)
    assert [item.outcome for item in decided] == ["Approved"] * 3
    assert held.exists()
    opened.close()


def _scans(folder: Path) -> list[Path]:
    """A good one, a damaged one, and a picture."""
    good, damaged, picture = folder / "license.pdf", folder / "letter.pdf", folder / "diploma.jpg"
    canvas = Canvas(str(good))
    canvas.drawString(100, 700, "The license of Fatima Tehrani, scanned")
    canvas.showPage()
    canvas.save()
    damaged.write_bytes(b"%PDF-1.4 and then nothing more")
    from PIL import Image

    Image.new("RGB", (900, 600), "white").save(picture)
    return [good, damaged, picture]


def _check_paper(packet: Path) -> None:
    text = subprocess.run(["pdftotext", "-layout", packet, "-"], capture_output=True, text=True, check=True).stdout
    pages = text.split("\f")[:-1]
    assert len(pages) > 10
    for number, page in enumerate(pages, 1):
        assert "CONFIDENTIAL PEER REVIEW" in page
        assert f"Page {number} of {len(pages)}" in page
    titled = [
        page for page in pages if APPLICANT in map(str.strip, page.splitlines())
    ]  # she signs as a chair elsewhere
    assert sum("Reappointment ·" in page for page in titled) == 1
    assert any("The license of Fatima Tehrani, scanned" in page for page in pages)
    assert any("letter.pdf" in page and "damaged" in page.lower() for page in pages)

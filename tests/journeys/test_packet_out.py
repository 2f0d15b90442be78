"""The main job from end to end, done in the window by somebody else's program; then the paper and the office are asked."""

import subprocess
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from tests import needs
from tests.rules.ready_file import refer, see_everything
from workbench.actions import offices, sample, touring
from workbench.records.application import Application, Disclosure
from workbench.records.appointment import Appointment
from workbench.records.committee import Committee
from workbench.records.credential import Credential
from workbench.records.meeting import AgendaItem, Meeting
from workbench.records.privilege import HeldPrivilege, Privilege, PrivilegeForm, PrivilegeRequest
from workbench.records.provider import Provider
from workbench.store import history

APPLICANT, NPI = "Brandvold, Erik, DO", "1992000020"
"""Nobody of the sample: the roster brings him."""


def test_from_a_roster_to_the_packet_and_the_appointment(journey: Any, make: Any, seat: Any, tmp_path: Path) -> None:
    needs.nothing_of(needs.programs("pdftotext"))
    office, roster, packet = tmp_path / "r.workbench", tmp_path / "roster.xlsx", tmp_path / "packet.pdf"
    opened = sample.make(office, seat, date.today())
    assert not Provider.select().where(Provider.npi == NPI).exists()
    touring.make_roster(roster, date.today())
    opened.close()

    said = journey(
        "application_in.py", roster, ",".join(map(str, _scans(tmp_path))), APPLICANT, office=office, seconds=240
    )

    assert said.endswith("done\n")
    opened = offices.open_office(office, seat)
    _weeks_pass(make)
    opened.close()

    said = journey("packet_out.py", packet, APPLICANT, office=office, seconds=300)

    assert said.endswith("done\n")
    _check_paper(packet)
    opened = offices.open_office(office, seat)
    asked = Application.get(Application.provider == _person())
    (term,) = Appointment.select().where(Appointment.provider == _person())
    held = HeldPrivilege.select().where(HeldPrivilege.provider == _person(), HeldPrivilege.starts == term.starts)
    assert (asked.stage, asked.outcome) == ("Closed", "Approved")
    assert [item.outcome for item in AgendaItem.select().where(AgendaItem.application == asked)] == ["Approved"] * 3
    assert term.ends == asked.term_ends and held.exists()
    opened.close()


def _person() -> Provider:
    return Provider.get(Provider.npi == NPI)


def _weeks_pass(make: Any) -> None:
    """What the office works for weeks on: everything is seen at its source, the references come, the chair reports. A file of the
    sample that is ready meanwhile makes no difference."""
    person = _person()
    asked = Application.get(Application.provider == person)
    assert (asked.sort, asked.stage) == ("Initial appointment", "Requested")
    held = (
        Meeting.select().join(Committee).where(Committee.level == "Credentials committee", Meeting.held > date.today())
    )
    meeting = held.order_by(Meeting.held).get().held
    with history.step("The roster's own license, until it was seen"):
        Credential.delete().where(Credential.provider == person).execute()
    see_everything(make, person, meeting)
    refer(make, asked, meeting)
    line = (
        Privilege.select().join(PrivilegeForm).where(PrivilegeForm.state == "In force", Privilege.sort == "Core").get()
    )
    make(PrivilegeRequest, application=asked, privilege=line, chair_view="Recommend")
    starts = meeting + timedelta(60)
    with history.step("Weeks of work"):
        Disclosure.update(answer=False).where(Disclosure.application == asked).execute()
        asked.stage, asked.review = "Credentials committee", "Category 2"
        asked.requested, asked.attested = meeting - timedelta(60), meeting - timedelta(50)
        asked.received = asked.complete = meeting - timedelta(45)
        asked.chair_view, asked.chair_on, asked.chair = "Recommend", date.today(), "Okafor, Adaeze N., MD"
        asked.term_starts, asked.term_ends = starts, starts + timedelta(700)
        asked.save()


def _scans(folder: Path) -> list[Path]:
    """A good one, a damaged one, and a picture."""
    good, damaged, picture = folder / "license.pdf", folder / "letter.pdf", folder / "diploma.jpg"
    canvas = Canvas(str(good))
    canvas.drawString(100, 700, "The license of Erik Brandvold, scanned")
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
    titled = [page for page in pages if APPLICANT in map(str.strip, page.splitlines())]
    assert sum("Initial appointment ·" in page for page in titled) == 1
    assert any("The license of Erik Brandvold, scanned" in page for page in pages)
    assert any("letter.pdf" in page and "damaged" in page.lower() for page in pages)

"""Documents of a kind nobody knows: above the packet stands how many are left out, and several are printed at once."""

from datetime import date
from pathlib import Path
from typing import Any

from tests.papers.packet_office import PacketOffice
from tests.papers.small_pdf import small_pdf
from workbench.records.desk import PRINTED, Document
from workbench.ui.pages.meeting import MeetingPage
from workbench.ui.pages.packet_including import IncludeDocuments

from .over_office import page_of, session_over


def test_what_is_left_out_is_counted_above_the_packet_and_printed_by_one_button(
    office: Any, make: Any, TODAY: date, tmp_path: Path, qtbot: Any
) -> None:
    made = PacketOffice(make)
    for number in (1, 2):
        made.attach(made.clean.provider, f"scan {number}.pdf", small_pdf(), packet="")
    page = page_of(MeetingPage, session_over(office, TODAY, tmp_path), qtbot)
    page.open(meeting=made.meeting.id)
    part = page.parts["agenda"].packet
    qtbot.waitUntil(lambda: part.made is not None)
    assert part.include.text() == "&Left out (2)…" and part.include.isVisible()
    sheet = IncludeDocuments(page, part.made.left_out)
    qtbot.addWidget(sheet)
    assert not sheet.go.isEnabled(), "nothing is ticked beforehand: somebody looks first"
    for box in sheet.list.boxes:
        box.setChecked(True)
    assert sheet.go.text() == "Print 2 documents with the packet"
    sheet.go.click()
    assert {each.packet for each in Document.select().where(Document.title.startswith("scan"))} == {PRINTED}

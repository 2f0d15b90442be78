"""Documents of a kind nobody knows: above the packet stands how many are left out, and several are printed at once."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from tests.papers.packet_office import PacketOffice
from tests.papers.scan_files import protected
from tests.papers.small_pdf import small_pdf
from workbench.records.desk import KEPT, PRINTED, Document
from workbench.ui.pages.meeting import MeetingPage
from workbench.ui.pages.meeting_issue import IssuePacket
from workbench.ui.pages.packet_including import IncludeDocuments, NotInIt

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
    sheet.show()
    assert not sheet.go.isEnabled(), "nothing is ticked beforehand: somebody looks first"
    assert sheet.preview.count == 1 and sheet.about.text().endswith("1 page") and "dated" in sheet.about.text()
    assert sheet.list.boxes[0].text().startswith("Banerjee, Arjun K., MD: scan 1 · ")
    sheet.list.check_all(True)
    assert sheet.unseen.text() == "1 ticked document was not looked at here." and not sheet.unseen.isHidden()
    sheet.look_at(1)
    assert sheet.unseen.isHidden() and sheet.go.text() == "Print 2 documents with the packet"
    sheet.list.boxes[1].setChecked(False)
    sheet.keep.click()
    assert sheet.isVisible() and sheet.list.left() == [1], "the other is still asked about"
    sheet.list.check_all(True)
    sheet.go.click()
    assert not sheet.isVisible()
    assert {each.title: each.packet for each in Document.select().where(Document.title.startswith("scan"))} == {
        "scan 1": KEPT, "scan 2": PRINTED,
    }  # fmt: skip


def test_a_document_was_looked_at_once_it_is_shown(
    office: Any, make: Any, TODAY: date, tmp_path: Path, qtbot: Any, monkeypatch: Any
) -> None:
    made = PacketOffice(make)
    made.attach(made.clean.provider, "scan 1.pdf", small_pdf(), packet="")
    made.attach(made.clean.provider, "scan 2.pdf", b"%PDF-1.7 nothing more", packet="")
    page = page_of(MeetingPage, session_over(office, TODAY, tmp_path), qtbot)
    page.open(meeting=made.meeting.id)
    part = page.parts["agenda"].packet
    qtbot.waitUntil(lambda: part.made is not None)
    waiting: list[Callable[[], object]] = []
    monkeypatch.setattr(
        page.session.reader, "ask", lambda owner, question, done: waiting.append(lambda: done(question()))
    )
    sheet = IncludeDocuments(page, part.made.left_out)
    qtbot.addWidget(sheet)
    sheet.list.check_all(True)
    said = "2 ticked documents were not looked at here."
    assert sheet.unseen.text() == said, "it is being fetched, and nobody has seen it"
    sheet.look_at(1)
    waiting.pop(0)()
    assert sheet.unseen.text() == said, "another was chosen before it came"
    waiting.pop(0)()
    assert sheet.preview.count == 0 and sheet.unseen.text() == said, "what cannot be shown was not looked at"
    sheet.look_at(0)
    waiting.pop(0)()
    assert sheet.preview.count == 1 and sheet.unseen.text() == "1 ticked document was not looked at here."


def test_issue_save_and_print_say_what_is_not_in_the_packet(
    office: Any, make: Any, TODAY: date, tmp_path: Path, qtbot: Any, monkeypatch: Any
) -> None:
    made = PacketOffice(make)
    made.attach(made.clean.provider, "scan 1.pdf", small_pdf(), packet="")
    made.attach(made.clean.provider, "License.pdf", protected())
    page = page_of(MeetingPage, session_over(office, TODAY, tmp_path), qtbot)
    page.open(meeting=made.meeting.id)
    part = page.parts["agenda"].packet
    qtbot.waitUntil(lambda: part.made is not None)
    said = (
        "1 document is left out, kind unknown. 1 scan cannot be printed, or not wholly; a page of the packet says so."
    )
    asked = []
    monkeypatch.setattr(part, "_ask_save", lambda: asked.append("save"))
    part.save.trigger()
    sheet = shown(page, NotInIt)
    assert sheet.words.text() == said and not asked
    sheet.anyway.click()
    assert asked == ["save"]
    part.print_.trigger()
    shown(page, NotInIt).look.click()
    shown(page, IncludeDocuments).reject()
    part.issue.trigger()
    issue = shown(page, IssuePacket)
    assert issue.not_in_it.text() == said and issue.not_in_it.isVisible()
    issue.look.click()
    assert not issue.isVisible() and shown(page, IncludeDocuments)


def shown(page: Any, sort: type) -> Any:
    """The sheet that is open."""
    return next(each for each in page.window().findChildren(sort) if each.isVisible())

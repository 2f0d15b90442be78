"""Documents and the photo of a file: dropped or attached, looked at, tied to what they prove; what is wrong is a sentence."""

import io
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMenu

from tests.conftest import TODAY
from tests.papers import scan_files
from tests.papers.small_pdf import LETTER, small_pdf
from tests.ui.pages.over_office import page_of, session_over
from workbench.actions import attaching, merging, portraits, undoing
from workbench.actions.attaching import Known
from workbench.records.application import Application
from workbench.records.credential import Credential
from workbench.records.desk import KEPT, PRINTED, Document
from workbench.records.office_lists import CredentialSort
from workbench.records.photo import Photo
from workbench.records.provider import Provider
from workbench.store import blobs, database, history
from workbench.ui.pages.application_file import ApplicationPage
from workbench.ui.pages.attach_sheet import AttachSheet
from workbench.ui.pages.provider_file import ProviderFile


@pytest.fixture
def person(office: Any, make: Any) -> Any:
    found = make(Provider, last="Okafor", first="Adaeze")
    sort = {each.key: each for each in CredentialSort.select()}
    make(Credential, provider=found, sort=sort["license"], number="036-119204", state="IL")
    make(Credential, provider=found, sort=sort["dea"], number="FO3398215")
    return found


@pytest.fixture
def page(person: Any, tmp_path: Path, qtbot: Any, office: Any) -> Any:
    shown = page_of(ProviderFile, session_over(office, TODAY, tmp_path), qtbot)
    shown.open(provider=person.id)
    return shown


def kept(tmp_path: Path, **files: bytes) -> list[Path]:
    made = []
    for name, content in files.items():
        path = tmp_path / name.replace("__", "-").replace("_pdf", ".pdf").replace("_jpg", ".jpg").replace(
            "_docx", ".docx"
        )
        path.write_bytes(content)
        made.append(path)
    return made


def drop(page: Any, paths: list[Path], at: QPoint) -> bool:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(each)) for each in paths])
    none = Qt.KeyboardModifier.NoModifier
    may = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    enter = QDragEnterEvent(at, may, data, Qt.MouseButton.LeftButton, none)
    enter.setDropAction(Qt.DropAction.MoveAction)  # as a file manager proposes
    enter.ignore()
    QApplication.sendEvent(page, enter)
    if enter.isAccepted():
        let_go = QDropEvent(QPointF(at), may, data, Qt.MouseButton.LeftButton, none)
        let_go.setDropAction(Qt.DropAction.MoveAction)
        QApplication.sendEvent(page, let_go)
        assert let_go.dropAction() == enter.dropAction() == Qt.DropAction.CopyAction, "what was dropped stays"
    return enter.isAccepted()


def sheet(page: Any) -> AttachSheet:
    return next(each for each in page.window().findChildren(AttachSheet) if each.isVisible())


def test_a_file_dropped_on_any_part_is_asked_about_and_tied_to_what_it_proves(page: Any, tmp_path: Path) -> None:
    paths = kept(tmp_path, DEA_FO3398215_pdf=small_pdf(), scan_pdf=small_pdf(says=("Other",)))
    assert drop(page, paths, QPoint(500, 400))
    asked = sheet(page)
    assert asked.windowTitle() == "Attach 2 documents – Medical Staff Workbench"
    dea = Credential.get(Credential.number == "FO3398215")
    assert [each.value() for each in asked.proofs] == [dea.id, ""], "a number in the name tells which"
    asked.titles[1].setText("Peer reference, Dr. Hale")
    asked.attach()
    assert [(each.title, each.credential_id) for each in Document.select().order_by(Document.id)] == [
        ("DEA FO3398215", dea.id), ("Peer reference, Dr. Hale", None),
    ]  # fmt: skip
    assert page.session.undo_name == "Attach 2 documents to Okafor, Adaeze"
    page.session.undo()
    assert not Document.select().exists()


def test_the_sheet_says_at_once_what_a_packet_does_and_takes_what_is_said_of_it(page: Any, tmp_path: Path) -> None:
    names = ("Hale_pdf", "Ref_letter_pdf", "Passport_pdf", "DEA_FO3398215_pdf")
    paths = kept(tmp_path, **{name: small_pdf(says=(name,)) for name in names})
    drop(page, paths, QPoint(500, 400))
    asked = sheet(page)
    at = [each.text() for each in asked.packets]
    assert at == ["Left out: kind unknown", "Printed", "Kept back: identity", "Printed"] and asked.told.isVisible()
    asked.titles[0].setText("Chair letter")
    assert asked.packets[0].text() == "Printed" and not asked.told.isVisible()
    asked.titles[0].setText("Dr. Hale")
    asked.packets[0].set_value(PRINTED)
    assert not asked.told.isVisible()
    asked.packets[1].set_value(KEPT)
    asked.attach()
    assert {each.title: each.packet for each in Document.select()} == {
        "Dr. Hale": PRINTED, "Ref letter": KEPT, "Passport": "", "DEA FO3398215": "",
    }  # fmt: skip
    [told] = page.session.messages.told
    assert "Ref_letter.pdf: kept in the office, as you said." in told and "Hale.pdf:" not in told


def test_dropped_on_the_credentials_it_proves_the_chosen_one(page: Any, tmp_path: Path) -> None:
    license = Credential.get(Credential.number == "036-119204")
    page.tabs.choose("credentials")
    page.credentials.go_to(license.id)
    drop(page, kept(tmp_path, renewal_pdf=small_pdf()), QPoint(500, 400))
    assert sheet(page).proofs[0].value() == license.id
    sheet(page).attach()
    assert Document.get().credential_id == license.id


def test_nothing_is_dropped_on_the_past(page: Any, tmp_path: Path, clock: Any) -> None:
    page.past = date(2026, 11, 1)
    assert not drop(page, kept(tmp_path, scan_pdf=small_pdf()), QPoint(500, 400))


def test_what_was_attached_last_is_chosen_and_seen(page: Any, tmp_path: Path) -> None:
    page.tabs.choose("documents")
    part = page.part("documents")
    part.attach(kept(tmp_path, first_pdf=small_pdf(LETTER, LETTER)))
    part.attach(kept(tmp_path, ref_pdf=scan_files.jpeg()))
    row = part.table.row(part.table.current())
    assert row.texts[0] == "ref" and part.table.chosen() == [part.table.current()] and part.preview.count == 1
    assert row.texts[4] == "Printed: called .pdf and is a JPG picture"
    assert "ref.pdf: printed. It is called .pdf and is a JPG picture." in " ".join(map(str, page.session.messages.told))


@pytest.mark.parametrize(
    ("name", "proves"),
    [
        ("036-119204 renewal.pdf", "036-119204"), ("036119204.pdf", "036-119204"), ("DEA.pdf", "FO3398215"),
        ("Okafor license 2028.pdf", "036-119204"), ("cv.pdf", None), ("IMG_2044.jpg", None), ("036-11.pdf", None),
        ("Insurance 2026.pdf", "MPL-39"), ("Cert of ins.pdf", "MPL-39"), ("malp.pdf", "MPL-39"), ("IL lic.pdf", "036-119204"),
        ("MO lic.pdf", None), ("BC cert.pdf", "board"), ("operators license.jpg", None), ("License photo.jpg", None),
        ("ref letter ABIM.pdf", None), ("Insurance card.jpg", None),
    ],
)  # fmt: skip
def test_what_a_file_may_prove_is_told_by_its_name(name: str, proves: str | None) -> None:
    known = [
        Known(1, "State license 036-119204", "036-119204", "license", "IL"),
        Known(2, "DEA registration FO3398215", "FO3398215", "dea", "IL"),
        Known(3, "Professional liability MPL-39", "MPL-39", "liability"),
        Known(4, "Board certification (Internal Medicine)", "", "board"),
    ]
    found = attaching.guess(name, known)
    assert {1: "036-119204", 2: "FO3398215", 3: "MPL-39", 4: "board", None: None}[found] == proves


def test_two_licenses_are_not_guessed_between() -> None:
    known = [
        Known(1, "State license A-1", "A-1", "license", "IL"),
        Known(2, "State license B-2", "B-2", "license", "MO"),
    ]
    assert attaching.guess("license.pdf", known) is None
    assert attaching.guess("MO license.pdf", known) == 2, "the state tells"


def test_the_chosen_document_is_looked_at_beside_its_list(page: Any, tmp_path: Path) -> None:
    page.tabs.choose("documents")
    part = page.part("documents")
    part.attach(kept(tmp_path, two_pdf=small_pdf(LETTER, LETTER), badge_jpg=scan_files.jpeg()))
    counts = {}
    for each in part.table.ids():
        part.table.go_to(each)
        counts[part.table.row(each).texts[0]] = part.preview.count
    assert counts == {"two": 2, "badge": 1}
    page.tabs.choose("summary")
    assert part.preview.count == 0, "what nobody looks at is let go of"
    page.tabs.choose("documents")
    assert part.preview.count


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (scan_files.protected(), "password"),
        (b"%PDF-1.7 and nothing more", "damaged"),
        (b"PK\x03\x04 word/document.xml", "It is a Word document, which is not shown here."),
        (b"\xff\xd8\xff\xe0 no picture", "damaged"),
    ],
)
def test_what_cannot_be_shown_says_why_in_its_place(page: Any, tmp_path: Path, content: bytes, said: str) -> None:
    page.tabs.choose("documents")
    part = page.part("documents")
    part.attach(kept(tmp_path, one_pdf=content))
    assert part.preview.count == 0
    assert said in f"{part.preview._head.text()} {part.preview._words.text()}"
    assert Document.select().count() == 1 and page.session.messages.told, (
        "it is kept, and what a packet does with it is said"
    )


def test_what_is_too_large_or_empty_is_not_kept(page: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.actions.filing.MOST_BYTES", 100)
    page.part("documents").attach(kept(tmp_path, large_pdf=bytes(101), empty_pdf=b""))
    assert not Document.select().exists()
    said = page.session.messages.told[-1]
    assert "large.pdf is 0 MB, over" in said and "empty.pdf is empty (0 bytes)" in said


def picture(size: tuple[int, int] = (900, 1200), form: str = "JPEG") -> bytes:
    to = io.BytesIO()
    exif = Image.Exif()
    exif[0x010F] = "CanaryCam"
    Image.new("RGB", size, "teal").save(to, form, exif=exif)
    return to.getvalue()


def test_a_picture_dropped_on_the_initials_is_the_persons_own(page: Any, person: Any, tmp_path: Path) -> None:
    paths = kept(tmp_path, face_jpg=picture())
    at = page.header.mapTo(page, page.header._avatar.geometry().center())
    assert drop(page, paths, at)
    content = portraits.photo_of(person.id)
    assert content and b"CanaryCam" not in content, "what the camera wrote beside it is left out"
    with Image.open(io.BytesIO(content)) as small:
        assert max(small.size) == 640
    assert not page.header._avatar.picture.isNull() and page.no_photo.isEnabled()
    assert not Document.select().exists()
    page.no_photo.trigger()
    assert page.header._avatar.picture.isNull() and not Photo.select().exists()
    page.session.undo()
    assert not page.header._avatar.picture.isNull()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (small_pdf(), "face.jpg is a PDF. Choose a JPG or PNG picture."),
        (b"\xff\xd8\xff broken", "face.jpg is damaged and cannot be read."),
        (picture((20, 20)), "has only 20 × 20 pixels"),
        (b"", "is empty (0 bytes)"),
    ],
)
def test_what_is_no_picture_changes_nothing_and_says_why(
    page: Any, person: Any, tmp_path: Path, content: bytes, said: str
) -> None:
    portraits.set_photo(person.id, kept(tmp_path, face_jpg=picture())[0], TODAY)
    before = history.newest()
    (wrong,) = portraits.set_photo(person.id, kept(tmp_path, face_jpg=content)[0], TODAY)
    assert said in wrong.message and history.newest() == before


def test_another_picture_replaces_the_one_and_a_merge_keeps_one(person: Any, tmp_path: Path, make: Any) -> None:
    first, second = kept(tmp_path, a_jpg=picture(), b_jpg=picture((700, 700)))
    portraits.set_photo(person.id, first, TODAY)
    portraits.set_photo(person.id, second, TODAY)
    (photo,) = Photo.select()
    assert blobs.fetch(photo.sha256)
    double = make(Provider, last="Okafor", first="Ada")
    portraits.set_photo(double.id, first, TODAY)
    assert merging.merge(person.id, double.id, {}, TODAY) == []
    assert [each.sha256 for each in Photo.select()] == [photo.sha256]
    undoing.undo()
    assert Photo.select().count() == 2
    assert database.execute_sql("SELECT count(*) FROM blob").fetchone()[0] == 2, "bytes lie once"


def test_a_credential_says_its_proof_and_leads_to_it(page: Any, tmp_path: Path) -> None:
    dea = Credential.get(Credential.number == "FO3398215")
    page.tabs.choose("credentials")
    page.credentials.go_to(dea.id)
    assert not page.credentials.proof.isEnabled()
    part = page.part("documents")
    path, *_ = kept(tmp_path, DEA_FO3398215_pdf=small_pdf())
    part.attach([path], {path: attaching.Told("DEA certificate", dea.id)})
    assert ("Proof", "DEA certificate") in page.file.facts[dea.id]
    assert page.credentials.proof.isEnabled()
    page.credentials.proof.trigger()
    assert page.tabs.current() == "documents" and part.table.row(part.table.current()).texts[0] == "DEA certificate"
    assert part.table.row(part.table.current()).texts[3] == "DEA registration FO3398215"


def test_a_file_let_go_on_a_credentials_row_proves_that_one(page: Any, tmp_path: Path) -> None:
    page.tabs.choose("credentials")
    table = page.credentials.table
    for row, id in enumerate(table.ids()):
        table.go_to(table.ids()[row - 1])  # another one is the current one
        at = table.viewport().mapTo(page, table.visualRect(table.model().index(row, 0)).center())
        assert drop(page, kept(tmp_path, card_pdf=small_pdf()), at)
        assert sheet(page).proofs[0].value() == id
        sheet(page).reject()


def test_the_page_of_an_application_takes_files_too(
    person: Any, office: Any, make: Any, tmp_path: Path, qtbot: Any
) -> None:
    asked = make(Application, provider=person, sort="Reappointment", stage="Verification")
    page = page_of(ApplicationPage, session_over(office, TODAY, tmp_path), qtbot)
    page.open(application=asked.id)
    assert drop(page, kept(tmp_path, DEA_FO3398215_pdf=small_pdf()), QPoint(500, 300))
    assert sheet(page).proofs[0].value() == Credential.get(Credential.number == "FO3398215").id
    sheet(page).attach()
    assert Document.get().provider_id == person.id


def test_the_photo_is_set_by_a_click_on_the_initials_and_their_menu_removes_it(page, qtbot, monkeypatch):
    asked = []
    monkeypatch.setattr(page.photo, "trigger", lambda: asked.append("set"))
    avatar = page.header._avatar
    assert "photo" in avatar.toolTip()
    qtbot.mouseClick(avatar, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(avatar, Qt.MouseButton.RightButton)
    assert asked == ["set"]
    at = avatar.rect().center()
    QApplication.sendEvent(avatar, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, avatar.mapToGlobal(at)))
    (menu,) = avatar.findChildren(QMenu)
    assert menu.actions() == [page.photo, page.no_photo]
    menu.close()

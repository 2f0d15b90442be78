"""The program around its pages: opening and refusing offices, what Ctrl+K finds, and what happens when we are wrong."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QWidget

from workbench import app
from workbench.actions import offices, sample
from workbench.errors import Cancelled, WorkbenchError
from workbench.records.credential import Credential
from workbench.records.meeting import Meeting
from workbench.records.office_lists import CredentialSort, Specialty
from workbench.records.practice import Practice, PracticeMember
from workbench.records.provider import Provider
from workbench.store import history
from workbench.store.keys import keys_path
from workbench.store.office import Seat as Chair
from workbench.ui import finding, mishaps
from workbench.ui.kit import theme
from workbench.ui.kit.action import plain
from workbench.ui.kit.dialogs import Sheet
from workbench.ui.pages import file_tabs
from workbench.ui.pages.first_run import FirstRun
from workbench.ui.passphrases import AskPassphrase
from workbench.ui.starting import Program
from workbench.ui.window import Window

MAIN = Path(__file__).parents[1] / "main.py"
PASSPHRASE = "correct horse battery"


def words_of(window: Any) -> str:
    return " ".join(each.words.text() for each in window.findChildren(Sheet) if each.isVisible())


def test_an_office_opens_in_a_window_that_says_what_is_in_force(program: Program, plain_path: Path, qtbot: Any) -> None:
    program.open(plain_path)
    assert isinstance(program.shown, Window)
    parts = {name: label.text() for name, label in program.shown.bar._parts.items()}
    assert parts["file"] == "office.workbench"
    assert parts["sealed"] == "Not encrypted"
    counts = program.shown.bar._parts["counts"]
    qtbot.waitUntil(lambda: counts.text() == "0 providers · 0 credentials")
    assert program.seat.last_office == plain_path
    assert program.shown.windowTitle() == "Medical Staff Workbench"


def test_every_page_of_the_sidebar_opens(program: Program, plain_path: Path) -> None:
    program.open(plain_path)
    assert isinstance(program.shown, Window)
    for page in app._pages():
        if page.group != "hidden":
            program.shown.go(page.key)
            assert program.shown.key == page.key
            assert all(each.text() for each in program.shown.page(page.key).actions())


def test_a_wrong_passphrase_says_so_and_the_right_one_opens(program: Program, sealed_path: Path) -> None:
    program.open(sealed_path)
    assert isinstance(program.shown, FirstRun)
    asked = program.shown.findChild(AskPassphrase)
    assert asked is not None
    asked.lines.set_text("passphrase", "not this one")
    asked._open()
    assert asked.isVisible() and program.office is None
    asked.lines.set_text("passphrase", PASSPHRASE)
    asked._open()
    assert isinstance(program.shown, Window)
    assert program.shown.bar._parts["sealed"].text() == "Encrypted · locks after 10 min"


def test_an_office_held_elsewhere_says_who_and_opens_for_reading(program: Program, plain_path: Path) -> None:
    # Another process holds it; within one process the lock would be shared on some systems.
    hold = subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(plain_path)], stdout=subprocess.PIPE, cwd=MAIN.parent, text=True
    )
    try:
        assert hold.stdout is not None and hold.stdout.readline().strip() == "held"
        program.open(plain_path)
        assert isinstance(program.shown, FirstRun)
        sheet = next(each for each in program.shown.findChildren(Sheet) if each.isVisible())
        assert "Beth, since" in sheet.accessibleName()
        press = next(each for each in sheet.findChildren(QPushButton) if each.text() == "Open read-only")
        press.click()
        assert isinstance(program.shown, Window)
        assert program.shown.session.read_only
        assert not program.shown.page("credentials").new.isEnabled()  # type: ignore[attr-defined]
    finally:
        hold.kill()
        hold.wait()


_HOLD = """
import sys, time
from datetime import datetime
from pathlib import Path
from workbench.store import hold
held = hold.take(Path(sys.argv[1]), "Beth", datetime(2026, 11, 24, 8))
print("held", flush=True)
time.sleep(60)
"""


def test_an_office_that_cannot_be_written_where_it_lies_is_opened_read_only_by_a_button(
    program: Program, plain_path: Path
) -> None:
    plain_path.with_name(plain_path.name + ".lock").mkdir()  # as in a folder without the right to write
    program.open(plain_path)
    assert isinstance(program.shown, FirstRun)
    sheet = next(each for each in program.shown.findChildren(Sheet) if each.isVisible())
    assert "cannot be written to" in sheet.accessibleName()
    next(each for each in sheet.findChildren(QPushButton) if each.text() == "Open read-only").click()
    assert isinstance(program.shown, Window) and program.shown.session.read_only


@pytest.mark.parametrize("sealed", [False, True])
def test_a_damaged_office_is_replaced_by_a_restored_backup_from_the_sentence(
    program: Program, plain_path: Path, sealed_path: Path, qtbot: Any, sealed: bool
) -> None:
    path = sealed_path if sealed else plain_path
    backup = path.with_name("backup.workbench")
    shutil.copyfile(path, backup)
    if sealed:
        shutil.copyfile(keys_path(path), keys_path(backup))
    path.write_bytes(path.read_bytes()[:4096] + bytes(len(path.read_bytes()) - 4096))
    program.welcome()
    if sealed:
        with qtbot.captureExceptions():
            program._try(path, PASSPHRASE, False)
    else:
        program.open(path)
    first = program.shown
    assert isinstance(first, FirstRun) and "is damaged" in first._said.text() and first._help.isVisible()
    first._help.click()
    asked = first.findChild(QFileDialog)
    assert asked.windowTitle() == "Choose the backup"
    asked.reject()
    assert first._restoring is not None
    restoring = first._restoring.__self__  # type: ignore[attr-defined]
    to = path.with_name("restored.workbench")
    restoring.ask_key(backup, to)
    if sealed:
        sheet = next(each for each in first.findChildren(AskPassphrase) if each.isVisible())
        sheet.lines.set_text("passphrase", "not this one")
        sheet._open()
        assert sheet.isVisible()
        sheet.lines.set_text("passphrase", PASSPHRASE)
        sheet._open()
    qtbot.waitUntil(lambda: isinstance(program.shown, Window))
    assert program.office is not None and program.office.path == to and program.office.encrypted == sealed
    assert not program.office.read_only


def test_a_backup_is_restored_from_the_file_menu(program: Program, plain_path: Path, qtbot: Any) -> None:
    program.open(plain_path)
    window = program.shown
    assert isinstance(window, Window)
    [restore] = [each for each in window.actions() if plain(each.text()) == "Restore a backup…"]
    restore.trigger()
    asked = window.findChild(QFileDialog)
    assert asked.windowTitle() == "Choose the backup"
    asked.reject()
    assert program.shown is window, "nothing was left yet"


@pytest.mark.parametrize(("content", "said"), [(b"", "0 bytes"), (b"no office at all" * 100, "not an office")])
def test_a_file_that_is_no_office_leads_back_to_the_first_page(
    program: Program, tmp_path: Path, content: bytes, said: str
) -> None:
    path = tmp_path / "odd.workbench"
    path.write_bytes(content)
    program.open(path)
    assert isinstance(program.shown, FirstRun)
    assert said in program.shown._said.text()
    assert path.read_bytes() == content


def test_closing_an_office_lets_it_go_and_shows_the_first_page(program: Program, plain_path: Path) -> None:
    program.open(plain_path)
    assert program.leave()
    assert isinstance(program.shown, FirstRun)
    offices.open_office(plain_path, program.chair).close()


def test_a_new_office_shows_its_window(program: Program, tmp_path: Path) -> None:
    program.welcome()
    program.create(tmp_path / "new.workbench", "Riverbend", PASSPHRASE)
    assert isinstance(program.shown, Window)
    assert program.office is not None and program.office.encrypted


def test_the_sample_hospital_is_made_beside_the_window_and_one_that_is_cancelled_leaves_nothing(
    program: Program, qtbot: Any, monkeypatch: Any
) -> None:
    real, stop = sample.fill, [True]

    def fill(today: Any, providers: int, seed: int, progress: Any, **how: Any) -> None:
        if stop:
            stop.clear()
            raise Cancelled
        real(today, 9, seed, progress, **how)

    monkeypatch.setattr(sample, "fill", fill)
    program.welcome()
    program.sample()
    qtbot.waitUntil(lambda: not stop and list(program.folder.iterdir()) == [])
    assert isinstance(program.shown, FirstRun)
    program.sample()
    qtbot.waitUntil(lambda: isinstance(program.shown, Window), timeout=20_000)
    assert program.office is not None and program.office.path.parent == program.folder
    assert Provider.select().count() == 9


def test_files_are_done_with_from_anywhere(program: Program, plain_path: Path) -> None:
    program.open(plain_path)
    assert isinstance(program.shown, Window)
    for words in ("back up", "open office", "new office", "close office", "sample hospital"):
        assert program.shown.results(words), words


# What Ctrl+K finds


def test_people_are_found_by_name_and_npi_and_credentials_by_number(office: Any, make: Any, TODAY: Any) -> None:
    person = make(Provider, last="Okafor", first="Adaeze", npi="1477552867")
    sort = CredentialSort.get(CredentialSort.key == "license")
    license = make(Credential, provider=person, sort=sort, number="036-119204", state="IL", expires=TODAY)
    went: list[tuple] = []

    def go(key: str, **where: Any) -> None:
        went.append((key, where))

    for text in ("oka", "1477552867"):
        finding.find(text, TODAY, go)[0].open()
        assert went.pop() == ("file", {"provider": person.id})
    for text in ("036-119204", "036119204"):
        found = [each for each in finding.find(text, TODAY, go) if each.icon == "badge-check"]
        assert found[0].title == "State license · IL · 036-119204"
        found[0].open()
        assert went.pop() == ("file", {"provider": person.id, "credential": license.id})


def found_of(text: str, today: Any) -> list[str]:
    return [each.title for each in finding.find(text, today, lambda *_, **__: None)]


def test_ctrl_k_finds_people_by_all_that_their_list_is_searched_by(office: Any, make: Any, TODAY: Any) -> None:
    cardiology = Specialty.get(Specialty.name == "Interventional Cardiology")
    practice = make(Practice, name="Prairie Heart", contact="Lorraine Pike")
    reached = {"phone": "(708) 555-0143", "street": "9107 Elm Court"}
    person = make(
        Provider,
        last="Okafor",
        first="Adaeze",
        middle="",
        suffix="",
        status="Resigned",
        specialty=cardiology,
        **reached,
    )
    make(PracticeMember, provider=person, practice=practice)
    for text in (
        "interv",
        "resigned",
        "9107 elm",
        "555-0143",
        "dr. okafor",
        "Dr Okafor",
    ):
        assert found_of(text, TODAY)[:1] == ["Okafor, Adaeze"], text
    for text in ("prairie heart", "lorraine pike"):  # the practice before its people
        assert found_of(text, TODAY)[:2] == ["Prairie Heart", "Okafor, Adaeze"], text


def test_ctrl_k_finds_credentials_by_their_own_words_after_people(office: Any, make: Any, TODAY: Any) -> None:
    person = make(Provider, last="Okafor", first="Adaeze", street="9107 Elm Court", phone="(708) 555-0143")
    liability = CredentialSort.get(CredentialSort.key == "liability")
    dea = CredentialSort.get(CredentialSort.key == "dea")
    make(Credential, provider=person, sort=liability, issuer="ISMIE Mutual", number="MPL-44-90127", expires=TODAY)
    make(Credential, provider=person, sort=dea, number="FO3398218", state="IL", expires=TODAY)
    who, coverage = found_of("ismie", TODAY)
    assert (who, coverage) == ("Okafor, Adaeze", "Professional liability · ISMIE Mutual · MPL-44-90127")
    assert found_of("okafor dea", TODAY) == ["DEA registration · IL · FO3398218"]
    assert found_of("9107 elm", TODAY) == found_of("555-0143", TODAY) == ["Okafor, Adaeze"]  # none of the credentials
    assert found_of("MPL-44", TODAY) == ["Okafor, Adaeze", "Professional liability · ISMIE Mutual · MPL-44-90127"]
    assert found_of("okafor", TODAY) == ["Okafor, Adaeze"]  # whose file has them all


def test_commands_of_every_page_are_found_from_a_file_and_done_there(program: Program, plain_path: Path) -> None:
    program.open(plain_path)
    window = program.shown
    assert isinstance(window, Window)
    for page in program.pages():
        window.page(page.key)
    window.go("history")
    for words, title, key in (
        ("import", "Import roster…", "import"),
        ("dark", "Colors: dark", "settings"),
        ("passphrase", "Encrypt this office…", "settings"),
    ):
        window.go("history")
        [wanted] = [each for each in window.results(words) if each.title == title]
        wanted.open()
        assert window.key == key, words
        for sheet in window.findChildren(Sheet):
            sheet.reject()
    assert program.seat.theme == "dark"
    theme.wear(QApplication.instance(), "light")


def test_no_command_about_a_row_is_offered_where_the_row_is_not_seen(
    program: Program, plain_path: Path, make: Any, qtbot: Any
) -> None:
    program.open(plain_path)
    window = program.shown
    assert isinstance(window, Window)
    make(Provider, last="Okafor", first="Adaeze")
    window.go("providers")
    table: Any = window.page("providers").table  # type: ignore[attr-defined]
    table.refresh()
    qtbot.waitUntil(lambda: table.count() == 1)
    table.select(list(table.ids()))

    def offered() -> list[str]:
        found = [each for each in window.results("delete") if each.icon == "trash-2"]
        return [each.title for each in found if not each.subtitle.startswith("Not now")]

    assert offered()
    window.go("settings")
    assert not offered()


def test_finding_takes_less_than_a_tenth_of_a_second(office: Any, TODAY: Any) -> None:
    with history.step("Many"):
        for n in range(2000):
            Provider.create(last=f"Okafor{n}", first="Adaeze")
    began = time.perf_counter()
    assert len(finding.find("oka", TODAY, lambda *_, **__: None)) == finding.PEOPLE
    assert time.perf_counter() - began < 0.1


# When we are wrong


def test_a_bug_is_said_once_and_its_details_hold_no_value(qtbot: Any, caplog: Any) -> None:
    from PySide6.QtWidgets import QWidget

    window = QWidget()
    qtbot.addWidget(window)
    hook = mishaps.Hook(lambda: window, lambda error: None)
    try:
        int("Okafor 03/14/1972")
    except ValueError as error:
        hook(type(error), error, error.__traceback__)
        hook(type(error), error, error.__traceback__)
    sheets = window.findChildren(Sheet)
    assert [each.accessibleName() for each in sheets] == [mishaps.HEADLINE]
    next(each for each in sheets[0].findChildren(QPushButton) if each.text() == "Copy details").click()
    copied = QApplication.clipboard().text()
    assert "ValueError" in copied and "test_app.py" in copied
    assert "Okafor" not in copied and "Okafor" not in caplog.text
    caplog.clear()


def test_what_is_wrong_with_the_world_goes_through_its_own_door(qtbot: Any) -> None:
    told: list[WorkbenchError] = []
    hook = mishaps.Hook(lambda: None, told.append)
    error = WorkbenchError("The disk is full. Nothing was saved. Make room.")
    hook(type(error), error, None)
    assert told == [error]


# Pictures and the tour, each in a process of its own as they are run


def run(*arguments: str) -> subprocess.CompletedProcess:
    environment = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "QT_QPA_PLATFORM")}
    return subprocess.run(
        [sys.executable, str(MAIN), *arguments], capture_output=True, text=True, timeout=300, env=environment
    )


def test_shots_draws_every_page_without_a_display(tmp_path: Path) -> None:
    done = run("shots", str(tmp_path), "--size", "1024x700", "--today", "2026-11-24", "--json")
    assert done.returncode == 0, done.stderr
    written = [Path(each) for each in json.loads(done.stdout)["written"]]
    assert all(each.exists() and each.stat().st_size > 5000 for each in written)
    for page in app._pages():
        assert any(each.name.startswith(page.key) for each in written), page.key


def test_the_tour_does_the_whole_job_and_says_where_each_thing_lies(tmp_path: Path, TODAY: Any) -> None:
    done = run("tour", str(tmp_path / "tour"), "--today", TODAY.isoformat(), "--json")
    assert done.returncode == 0, done.stderr
    names = {Path(each).name for each in json.loads(done.stdout)["written"]}
    assert {"roster.xlsx", "providers.xlsx", "credentials.xlsx", "expiring.csv", "roster refused.xlsx"} <= names
    again = run("tour", str(tmp_path / "tour"))
    assert again.returncode == 1 and "holds a tour already" in again.stderr and "Traceback" not in again.stderr


def test_a_wrong_call_of_shots_exits_with_2(tmp_path: Path) -> None:
    assert run("shots", str(tmp_path), "--size", "huge").returncode == 2


def test_no_two_actions_of_a_page_and_of_the_window_have_the_same_keys(
    program: Program, plain_path: Path, make: Any, seat: Chair
) -> None:
    """Qt presses neither of two that are meant by one key."""
    opened = offices.open_office(plain_path, seat)
    make(Provider, last="Okafor")
    meeting = make(Meeting).id
    opened.close()
    program.open(plain_path)
    window = program.shown
    assert isinstance(window, Window)
    for described in app._pages():
        page: Any = window.page(described.key)
        if described.key == "file":
            window.go("file", provider=1)
            for key, _ in file_tabs.TABS:
                page.part(key)
        if described.key == "meeting":
            window.go("meeting", meeting=meeting)
        if described.key in PARTED:
            for place in range(page.tabs.count()):
                page.tabs.setCurrentIndex(place)
                _assert_single(window, page, described.title, _meant_here)
        else:
            by_step = described.key == "import"  # what is pasted belongs to the step that shows
            _assert_single(window, page, described.title, QAction.isEnabled if by_step else lambda each: True)


PARTED = ("meeting", "privileges")
"""Pages that give a key to the part that shows, by disabling what the others do."""


def _meant_here(each: QAction) -> bool:
    """What a list's own cells hear is heard there whenever it can be done: that it cannot be done yet frees no key."""
    alone = each.shortcutContext() == Qt.ShortcutContext.WidgetShortcut
    return each.isEnabled() or (alone and isinstance(held := each.parent(), QWidget) and held.isVisible())


def _assert_single(window: Window, page: Any, title: str, counts: Callable[[QAction], bool]) -> None:
    meant: dict[str, set[str]] = {}
    parts = [window, page, *page.findChildren(QWidget)]
    # what a page tells of its parts is not its own: Qt asks the widgets
    inner = {id(each) for part in parts[2:] for each in QWidget.actions(part)} - {
        id(each) for part in parts[:2] for each in QWidget.actions(part)
    }
    # what a list's own cells hear is told of by the page, and heard by the list alone
    alone = Qt.ShortcutContext.WidgetShortcut
    inner |= {id(each) for part in parts for each in QWidget.actions(part) if each.shortcutContext() == alone}
    for part in parts:
        for each in filter(counts, QWidget.actions(part)):
            for keys in each.shortcuts():
                # a part of the page hears its keys alone while the keyboard is in it: not beside another part
                where = f" in {part.objectName()} {id(part)}" if id(each) in inner else ""
                meant.setdefault(keys.toString() + where, set()).add(plain(each.text()))
    for name, who in meant.items():
        whole = meant.get(name.partition(" in ")[0], set()) if " in " in name else set()
        assert len(who | whole) == 1, f"{name} on {title}: {', '.join(sorted(who | whole))}"


def test_the_roster_is_chosen_by_its_key_beside_the_one_that_opens_an_office(
    program: Program, plain_path: Path, qtbot: Any
) -> None:
    program.open(plain_path)
    window = program.shown
    assert isinstance(window, Window)
    window.go("import")
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for keys, modifier in (("Open an office", False), ("Choose the roster", True)):
        held = Qt.KeyboardModifier.ControlModifier
        qtbot.keyClick(window, Qt.Key.Key_O, held | Qt.KeyboardModifier.ShiftModifier if modifier else held)
        asked = [each for each in window.findChildren(QFileDialog) if each.isVisible()]
        assert [each.windowTitle() for each in asked] == [keys]
        asked[0].reject()

"""Settings: every field of the policy, kept on leaving its line; protection and backup."""

import dataclasses
import shutil
import threading
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QDialog, QLabel

from tests.conftest import PASSPHRASE
from workbench.actions import offices
from workbench.errors import Problem
from workbench.records.policy import Policy
from workbench.store import database, sealing, settings
from workbench.ui import backing, mishaps
from workbench.ui.kit.jobs import Jobs
from workbench.ui.kit.waiting import Waiting
from workbench.ui.pages.import_review import Import
from workbench.ui.pages.settings_page import Settings, read
from workbench.ui.passphrases import ChangePassphrase
from workbench.ui.session import Session

from .over_office import page_of, session_over

WAITS = 60_000
"""Milliseconds: an office that is encrypted is written and read whole, on a machine that may have other things to do."""


@pytest.fixture
def session(office: Any, TODAY: Any, tmp_path: Path) -> Session:
    return session_over(office, TODAY, tmp_path)


def test_every_field_of_the_policy_that_is_not_fixed_has_a_line(session: Session, qtbot: Any) -> None:
    page = page_of(Settings, session, qtbot)
    for field in dataclasses.fields(Policy):
        if not field.metadata.get("fixed"):
            assert page.lines.text(field.name) == str(getattr(settings.load(Policy), field.name))


def test_the_day_since_which_letters_are_kept_is_typed_as_any_day(session: Session, qtbot: Any) -> None:
    page = page_of(Settings, session, qtbot)
    for typed, kept, shown in (("7/1/2026", "2026-07-01", "07/01/2026"), ("", "", "")):
        page.lines.set_text("letters_since", typed)
        page.lines.left.emit("letters_since")
        assert settings.load(Policy).letters_since == kept
        page._load()
        assert page.lines.text("letters_since") == shown
    for wrong in ("soon", "+1d"):
        assert isinstance(read("letters_since", wrong, session.today), Problem)


def test_a_line_is_kept_on_leaving_it_and_undone_by_name(session: Session, qtbot: Any) -> None:
    page = page_of(Settings, session, qtbot)
    page.lines.set_text("lead_days", "120")
    page.lines.left.emit("lead_days")
    assert settings.load(Policy).lead_days == 120
    session.undo()
    assert settings.load(Policy).lead_days == 90
    assert page.lines.text("lead_days") == "90"


@pytest.mark.parametrize(("name", "text"), [("lead_days", "soon"), ("lead_days", "99999"), ("state", "ZZ")])
def test_a_wrong_value_is_said_and_not_kept(session: Session, qtbot: Any, name: str, text: str) -> None:
    page = page_of(Settings, session, qtbot)
    before = settings.load(Policy)
    page.lines.set_text(name, text)
    page.lines.left.emit(name)
    assert settings.load(Policy) == before
    assert isinstance(read(name, text, session.today), Problem)


def test_a_time_zone_is_typed_as_it_is_called_and_shown_by_its_name(session: Session, qtbot: Any) -> None:
    assert read("zone", "eastern", session.today) == "America/New_York"
    assert isinstance(read("zone", "Springfield", session.today), Problem)
    page = page_of(Settings, session, qtbot)
    assert page.lines.text("zone") == settings.load(Policy).zone == "America/Chicago"


def test_an_office_is_encrypted_here_and_opens_with_its_passphrase(session: Session, qtbot: Any, seat: Any) -> None:
    page = page_of(Settings, session, qtbot)
    page._encrypt("four quiet grey herons")
    assert session.office.encrypted
    assert not page.encrypt.isVisible() and page.change.isVisible()
    path = session.office.path
    session.office.close()
    session.office = offices.open_office(path, seat, "four quiet grey herons")
    assert settings.load(Policy).hospital == "St. Example Hospital"
    session.office.close()


def test_a_backup_is_verified_and_the_day_remembered(session: Session, qtbot: Any, tmp_path: Path) -> None:
    page = page_of(Settings, session, qtbot)
    backing.back_up(session, tmp_path / "copy.workbench", page._show_file)
    assert (tmp_path / "copy.workbench").exists()
    assert backing.last(session.seat, session.office.path, session.today) == "today 09:00"


def test_nothing_is_protected_while_an_import_plan_waits_or_a_job_runs(
    session: Session, qtbot: Any, tmp_path: Path
) -> None:
    page, imports = page_of(Settings, session, qtbot), page_of(Import, session, qtbot)
    (tmp_path / "roster.csv").write_text("Last Name,First Name,NPI\nOkafor,Adaeze,1234567893\n", "utf-8")
    imports.read(tmp_path / "roster.csv")
    assert imports.prepared and imports.prepared.plan.writes
    page._encrypt("four quiet grey herons")
    page._ask_change()
    said = [str(each) for each in session.messages.errors]
    assert len(said) == 2 and all(
        "The plan of the import of roster.csv waits. Nothing was changed." in each for each in said
    )
    assert not session.office.encrypted and not page.findChildren(QDialog)
    imports.discard.trigger()
    assert imports.prepared is None and session.undisturbed("encrypt")
    imports.read(tmp_path / "roster.csv")
    imports.write.trigger()
    assert session.undisturbed("encrypt"), "what was imported waits no longer"
    running = Jobs(close=database.close)
    begun, end = threading.Event(), threading.Event()
    running.start("Long", lambda progress: (begun.set(), end.wait(30)))
    session.jobs = running
    begun.wait(30)
    page._encrypt("four quiet grey herons")
    assert not session.office.encrypted and "A job is still running" in str(session.messages.errors[-1])
    end.set()
    qtbot.waitUntil(lambda: not running.busy(), timeout=WAITS)
    page._encrypt("four quiet grey herons")
    qtbot.waitUntil(lambda: session.office.encrypted and not running.busy(), timeout=WAITS)
    running.stop()


@pytest.fixture
def working(session: Session, qtbot: Any) -> Any:
    """The settings over jobs that run beside the window."""
    page = page_of(Settings, session, qtbot)
    session.jobs = Jobs(page, close=database.close, show_error=session.messages.error)
    yield page
    session.jobs.stop()


def test_encrypting_runs_beside_the_window_and_is_begun_once(working: Any, session: Session, qtbot: Any) -> None:
    working._encrypt("four quiet grey herons")
    assert session.jobs.busy() and not session.office.encrypted, "the window goes on at once"
    assert not working.encrypt.isEnabled() and not working.back_up.isEnabled()
    assert [each.isVisible() for each in working.findChildren(Waiting)] == [True], "and says what it does"
    working._encrypt("another passphrase")
    assert "A job is still running" in session.messages.errors[-1]
    qtbot.waitUntil(lambda: session.office.encrypted and not session.jobs.busy(), timeout=WAITS)
    assert working.change.isEnabled() and working.back_up.isEnabled()
    assert session.do(offices.set_policy, lead_days=120, said="Kept") is None and session.messages.toasts[-1] == "Kept"


def test_encrypting_that_is_cancelled_leaves_the_office_as_it_was(
    working: Any, session: Session, qtbot: Any, monkeypatch: Any
) -> None:
    monkeypatch.setattr(sealing, "STEPS_BETWEEN", 1)
    working._encrypt("four quiet grey herons")
    working.findChild(Waiting).reject()
    qtbot.waitUntil(lambda: not session.jobs.busy(), timeout=WAITS)
    assert not session.office.encrypted and working.encrypt.isEnabled()
    assert [each.name for each in session.office.path.parent.iterdir() if ".new" in each.name] == []
    session.do(offices.set_policy, lead_days=120, said="Kept")
    assert session.messages.toasts == ["Kept"], "and it can be written to"


def test_a_fault_while_encrypting_lets_the_office_go(
    working: Any, session: Session, qtbot: Any, monkeypatch: Any
) -> None:
    def fails(*_: Any) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(sealing, "_compare", fails)
    with qtbot.captureExceptions() as met:
        working._encrypt("four quiet grey herons")
        qtbot.waitUntil(lambda: not session.jobs.busy() and bool(met), timeout=WAITS)
    assert met[0][0] is ZeroDivisionError and "ZeroDivisionError" in mishaps.details(met[0][1])
    session.do(offices.set_policy, lead_days=120, said="Kept")
    assert session.messages.toasts == ["Kept"] and working.encrypt.isEnabled()


def test_only_copies_of_this_office_are_named_once_it_is_encrypted(
    session: Session, qtbot: Any, seat: Any, clock: Any
) -> None:
    page, folder = page_of(Settings, session, qtbot), session.office.path.parent
    backing.back_up(session, folder / "before.workbench")
    for name in ("parted", "mine"):
        shutil.copyfile(session.office.path, folder / f"{name}.workbench")
    session.office.close()
    offices.new_office(folder / "mercy.workbench", seat, "Mercy Hospital").close()
    opened = offices.open_office(folder / "parted.workbench", seat)
    offices.set_policy(lead_days=33)
    opened.close()
    session.office = offices.open_office(folder / "office.workbench", seat)
    offices.set_policy(lead_days=44)
    page._encrypt("four quiet grey herons")
    (said,) = session.messages.told
    delete, keep = said.split("These began as copies")
    assert "before.workbench, mine.workbench" in delete and "then delete them" in delete
    assert "parted.workbench" in keep and "parted.workbench" not in delete and "delete" not in keep
    assert "mercy.workbench" not in said, "another hospital's office"
    session.office.close()


def test_nothing_is_said_where_no_copy_lies(session: Session, qtbot: Any, seat: Any) -> None:
    page = page_of(Settings, session, qtbot)
    path = session.office.path
    session.office.close()
    offices.new_office(path.with_name("mercy.workbench"), seat, "Mercy Hospital").close()
    session.office = offices.open_office(path, seat)
    page._encrypt("four quiet grey herons")
    assert session.office.encrypted and session.messages.told == []
    session.office.close()


def test_the_passphrase_is_changed_beside_the_window_and_the_dialog_says_so(
    sealed_office: Any, TODAY: Any, tmp_path: Path, qtbot: Any
) -> None:
    session = session_over(sealed_office, TODAY, tmp_path)
    page = page_of(Settings, session, qtbot)
    session.jobs = Jobs(page, close=database.close, show_error=session.messages.error)
    page._ask_change()
    sheet = page.window().findChild(ChangePassphrase)
    assert "Ne&w passphrase" in [each.text() for each in sheet.lines.findChildren(QLabel)]
    given = {"old": "not this one", "passphrase": "four quiet grey herons", "again": "four quiet grey herons"}
    for name, text in given.items():
        sheet.lines.set_text(name, text)
    sheet._go()
    assert sheet.working.isVisible() and not sheet.lines.isEnabled(), "it says that it is on its way"
    sheet.reject()
    assert sheet.isVisible(), "what is being changed is waited for"
    qtbot.waitUntil(lambda: not session.jobs.busy(), timeout=WAITS)
    assert "is not the passphrase" in sheet.lines._wrong["old"].text() and not sheet.working.isVisible()
    sheet.lines.set_text("old", PASSPHRASE)
    sheet._go()
    qtbot.waitUntil(lambda: not sheet.isVisible(), timeout=WAITS)
    assert session.messages.toasts[-1].startswith("The passphrase was changed.")
    session.jobs.stop()


@pytest.mark.parametrize(("typed", "kept"), (("mso@example.org", True), ("", True), ("the office", False)))
def test_the_offices_address_has_the_form_of_one(typed: str, kept: bool, TODAY: Any) -> None:
    found: Any = read("office_email", typed, TODAY)
    assert (found == typed) if kept else "is not an e-mail address" in found.message

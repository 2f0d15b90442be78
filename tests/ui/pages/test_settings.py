"""Settings: every field of the policy, kept on leaving its line; protection and backup."""

import dataclasses
import threading
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QDialog

from workbench.actions import offices
from workbench.errors import Problem
from workbench.records.policy import Policy
from workbench.store import database, settings
from workbench.ui import backing
from workbench.ui.kit.jobs import Jobs
from workbench.ui.pages.import_review import Import
from workbench.ui.pages.settings_page import Settings, read
from workbench.ui.session import Session

from .over_office import page_of, session_over


@pytest.fixture
def session(office: Any, TODAY: Any, tmp_path: Path) -> Session:
    return session_over(office, TODAY, tmp_path)


def test_every_field_of_the_policy_that_is_not_fixed_has_a_line(session: Session, qtbot: Any) -> None:
    page = page_of(Settings, session, qtbot)
    for field in dataclasses.fields(Policy):
        if not field.metadata.get("fixed"):
            assert page.lines.text(field.name) == str(getattr(settings.load(Policy), field.name))


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
    assert isinstance(read(name, text), Problem)


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
    qtbot.waitUntil(lambda: not running.busy())
    page._encrypt("four quiet grey herons")
    assert session.office.encrypted
    running.stop()


def test_plain_copies_are_named_once_the_office_is_encrypted(session: Session, qtbot: Any) -> None:
    page = page_of(Settings, session, qtbot)
    backing.back_up(session, session.office.path.with_name("before.workbench"))
    page._encrypt("four quiet grey herons")
    assert any("before.workbench" in str(each) for each in session.messages.told)

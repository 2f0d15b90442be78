"""Settings: every field of the policy, kept on leaving its line; protection and backup."""

import dataclasses
from pathlib import Path
from typing import Any

import pytest

from workbench.actions import offices
from workbench.errors import Problem
from workbench.records.policy import Policy
from workbench.store import settings
from workbench.ui import backing
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

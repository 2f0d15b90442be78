"""The program begun anew over the same office, and the name that a seat gives itself."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from workbench.actions import editing
from workbench.records.office_lists import DEPARTMENTS, Department
from workbench.store import history
from workbench.ui import beginning_again
from workbench.ui.starting import Program
from workbench.ui.window import Window


def test_the_office_is_let_go_of_before_the_other_begins(program: Program, plain_path: Path, monkeypatch: Any) -> None:
    begun: list[tuple[list[str], bool]] = []
    ended: list[int] = []

    def begin(words: list[str]) -> bool:
        begun.append((words[-2:], program.office is None))
        return True

    monkeypatch.setattr(beginning_again, "begin", begin)
    monkeypatch.setattr(QApplication, "quit", lambda: ended.append(1))
    program.open(plain_path)
    program.begin_again()
    assert begun == [(["--office", str(plain_path)], True)] and ended == [1]


def test_where_it_cannot_begin_the_first_page_says_so(program: Program, plain_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr(beginning_again, "begin", lambda words: False)
    program.open(plain_path)
    program.begin_again()
    assert program._first is not None and "could not be started anew" in program._first._said.text()


def test_a_page_that_would_lose_text_keeps_the_program(program: Program, plain_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr(beginning_again, "begin", lambda words: pytest.fail("begun all the same"))
    program.open(plain_path)
    assert isinstance(program.shown, Window)
    page = program.shown.page("today")
    monkeypatch.setattr(page, "leave", lambda: False)
    program.begin_again()
    assert program.office is not None and isinstance(program.shown, Window)
    monkeypatch.undo()


def test_a_name_holds_for_the_next_office_too(program: Program, plain_path: Path) -> None:
    program.open(plain_path)
    program.call_me("Maria Alvarez")
    editing.save(Department(name="Podiatry"), DEPARTMENTS)
    assert history.newest().seat == "Maria Alvarez"  # type: ignore[union-attr]
    program.leave()
    program.open(plain_path)
    editing.save(Department(name="Dentistry"), DEPARTMENTS)
    assert history.newest().seat == "Maria Alvarez" == program.seat.name  # type: ignore[union-attr]

"""The reading thread over a real office: it sees what was written, also after the file was replaced by an encrypted one."""

from pathlib import Path
from typing import Any

import pytest

from workbench.actions import editing, protecting
from workbench.lists.expirables import EXPIRABLES
from workbench.lists.named import LISTS
from workbench.lists.staff import STAFF
from workbench.records.office_lists import DEPARTMENTS as KIND
from workbench.records.office_lists import Department
from workbench.records.provider import Provider
from workbench.store import database
from workbench.ui.counting import count_views
from workbench.ui.kit.reader import Reader
from workbench.ui.session import OfficeLine, Session

from .pages.over_office import session_over

DEPARTMENTS = next(each for each in LISTS if each.name == "departments")


@pytest.fixture
def session(office: Any, TODAY: Any, tmp_path: Path, qapp: Any) -> Any:
    made = session_over(office, TODAY, tmp_path)
    made.reader = Reader(OfficeLine())
    yield made
    made.reader.stop()


def asked(session: Session, qtbot: Any, question: Any) -> Any:
    answers: list[Any] = []
    session.reader.ask("test", question, answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    return answers[0]


def test_the_thread_reads_what_was_written_last(session: Session, qtbot: Any, make: Any, TODAY: Any) -> None:
    before = asked(session, qtbot, lambda: DEPARTMENTS.count(today=TODAY))
    make(Department)
    assert asked(session, qtbot, lambda: DEPARTMENTS.count(today=TODAY)) == before + 1


def test_the_thread_reads_the_encrypted_office_after_the_plain_one(
    session: Session, qtbot: Any, make: Any, TODAY: Any, seat: Any
) -> None:
    before = asked(session, qtbot, lambda: DEPARTMENTS.count(today=TODAY))
    protecting.encrypt(session.office, seat, "correct horse battery")
    make(Department)
    assert asked(session, qtbot, lambda: DEPARTMENTS.count(today=TODAY)) == before + 1


def test_a_question_that_is_overtaken_is_stopped_in_the_middle(session: Session, qtbot: Any) -> None:
    endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"
    session.reader.ask("test", lambda: database.execute_sql(endless).fetchone(), lambda _: pytest.fail("it ended"))
    qtbot.wait(50)
    assert asked(session, qtbot, lambda: 1) == 1


def test_a_change_does_not_wait_for_what_is_being_read_and_that_is_read_anew(
    session: Session, qtbot: Any, make: Any, TODAY: Any
) -> None:
    make(Department)
    endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n, department"
    began, answers = [], list[int]()

    def question() -> int:
        began.append(1)
        if len(began) == 1:
            database.execute_sql(endless).fetchone()
        return DEPARTMENTS.count(today=TODAY)

    session.reader.ask("test", question, answers.append)
    qtbot.waitUntil(lambda: bool(began))
    qtbot.wait(50)
    before = Department.select().count()
    assert session.do(editing.save, Department(name="Podiatry"), KIND) == []
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [before + 1] and len(began) == 2


@pytest.mark.parametrize("listed", [STAFF, EXPIRABLES], ids=lambda listed: listed.name)
def test_every_view_is_counted_and_counted_again(
    listed: Any, session: Session, qtbot: Any, make: Any, TODAY: Any
) -> None:
    make(Provider)
    told: list[dict[str, int]] = []
    count_views(session, "test", listed, told.append)
    count_views(session, "test", listed, told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert told == [{key: listed.count(today=TODAY, view=key) for key in ("", *(view.key for view in listed.views))}]


def test_a_key_that_can_undo_nothing_says_so_in_an_office_that_is_only_read(session: Session, monkeypatch: Any) -> None:
    monkeypatch.setattr(database, "read_only", True)
    session.undo()
    session.redo()
    assert session.messages.toasts == [  # type: ignore[attr-defined]
        "This office is open for reading only: there is nothing to undo",
        "This office is open for reading only: there is nothing to redo",
    ]

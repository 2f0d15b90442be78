"""The trail as a page: newest first, undone steps say so."""

from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from workbench.actions import undoing
from workbench.errors import WorkbenchError
from workbench.lists import step_changes
from workbench.records.credential import Credential
from workbench.records.desk import Document
from workbench.records.evidence import NpdbQuery
from workbench.records.office_lists import CredentialSort, Department
from workbench.records.policy import Policy
from workbench.records.provider import Provider
from workbench.store import database, history, settings, triggers
from workbench.store import undoing as trail_undoing
from workbench.ui.pages import step_card
from workbench.ui.pages.history_page import History
from workbench.ui.session import Session

from .over_office import page_of, session_over


@pytest.fixture
def session(office: Any, TODAY: Any, tmp_path: Path) -> Session:
    return session_over(office, TODAY, tmp_path)


def names(page: Any) -> list[tuple[str, str]]:
    rows = [page.table.row(each).texts for each in page.table.ids()]
    return [(texts[0], texts[3]) for texts in rows]


def test_the_newest_step_stands_first_and_can_be_undone_by_name(session: Session, qtbot: Any, make: Any) -> None:
    make(Department, name="Wound Care")
    page = page_of(History, session, qtbot)
    assert names(page)[0] == ("Make a Department", "")
    assert page.take_back.text() == "&Undo: Make a Department"
    page.take_back.trigger()
    assert names(page)[:2] == [("Undo: Make a Department", "undo"), ("Make a Department", "undone")]
    assert not Department.get_or_none(Department.name == "Wound Care")


def test_a_step_that_was_done_again_stands(session: Session, qtbot: Any, make: Any) -> None:
    make(Department, name="Wound Care")
    page = page_of(History, session, qtbot)
    session.undo()
    session.redo()
    assert names(page)[2] == ("Make a Department", "")


def test_an_untouched_office_fits_its_log(session: Session, qtbot: Any) -> None:
    page_of(History, session, qtbot).check.trigger()
    assert session.messages.toasts == ["Every record fits the log, and every seal fits: nobody changed the file."]


def test_an_office_that_was_changed_from_outside_is_told(session: Session, qtbot: Any) -> None:
    page = page_of(History, session, qtbot)
    triggers.drop()
    database.execute_sql("UPDATE department SET name = 'X' WHERE id = 3")
    triggers.create()
    page.check.trigger()
    assert session.messages.toasts == []
    assert "1 record of “department” was changed outside any step, the first with ID 3." in session.messages.errors[0]


@pytest.fixture
def steps(office: Any, make: Any) -> dict[str, Any]:
    """Okafor's phone, then Chen's cell, then Okafor's phone again."""
    people = {last: make(Provider, last=last) for last in ("Okafor", "Chen")}

    def step(last: str, **values: Any) -> int:
        with history.step(f"Set {', '.join(values)} of {last}"):
            for name, value in values.items():
                setattr(people[last], name, value)
            people[last].save()
        newest = history.newest()
        assert newest
        return newest.id

    first = step("Okafor", phone="(312) 555-0100")
    return {
        **people,
        "first": first,
        "cell": step("Chen", cell="(312) 555-0101"),
        "again": step("Okafor", phone="(312) 555-0102", birth_date=date(1970, 3, 14)),
    }


def test_a_step_in_the_middle_is_reverted_where_nothing_it_touched_changed(
    session: Session, qtbot: Any, steps: dict
) -> None:
    page = page_of(History, session, qtbot)
    page.open(step=steps["cell"])
    assert page.told.can.text() == step_card.CAN
    page.revert.trigger()
    assert Provider.get_by_id(steps["Chen"].id).cell == ""
    assert Provider.get_by_id(steps["Okafor"].id).phone == "(312) 555-0102", "what came after stays"
    assert names(page)[0] == ("Undo: Set cell of Chen", "undo")
    assert ("Set cell of Chen", "undone") in names(page)
    assert not page.revert.isEnabled() and "was undone" in page.told.can.text()


def test_a_step_whose_records_changed_since_names_what_changed_them(session: Session, qtbot: Any, steps: dict) -> None:
    page = page_of(History, session, qtbot)
    page.open(step=steps["first"])
    assert page.told.can.text() == (
        f"{step_card.CANNOT} “Set phone, birth_date of Okafor” (Nov 24 2026, Ann) changed Okafor."
    )
    assert not page.revert.isEnabled() and page.since.isEnabled()
    before = history.newest()
    with pytest.raises(WorkbenchError, match="“Set phone, birth_date of Okafor”.*changed Okafor. Nothing was changed"):
        undoing.revert(steps["first"])
    assert history.newest() == before
    page.open(step=steps["again"])
    page.revert.trigger()
    page.open(step=steps["first"])
    assert page.revert.isEnabled(), "what was in the way is undone"


def test_the_last_steps_are_undone_together_all_or_none(session: Session, qtbot: Any, steps: dict) -> None:
    page = page_of(History, session, qtbot)
    page.open(step=steps["first"])
    page.since.trigger()
    assert session.messages.asked == ["Undo 3 steps? [Undo 3 steps]"]
    assert {each.phone + each.cell for each in Provider.select()} == {""}
    assert [name for name, _ in names(page)[:3]] == [
        "Undo: Set phone of Okafor", "Undo: Set cell of Chen", "Undo: Set phone, birth_date of Okafor",
    ]  # fmt: skip
    for _ in range(3):
        session.redo()
    assert Provider.get_by_id(steps["Okafor"].id).phone == "(312) 555-0102"


def test_the_last_steps_stay_where_one_of_them_cannot_be_undone(office: Any, steps: dict, monkeypatch: Any) -> None:
    real, count = trail_undoing._refuse_loose_ends, []

    def refuse(*given: Any) -> None:
        count.append(1)
        if len(count) == 2:
            raise WorkbenchError("No. Nothing was changed. Later.")
        real(*given)

    monkeypatch.setattr(trail_undoing, "_refuse_loose_ends", refuse)
    before = history.newest()
    with pytest.raises(WorkbenchError):
        undoing.undo_since(steps["first"])
    assert history.newest() == before and Provider.get_by_id(steps["Okafor"].id).phone == "(312) 555-0102"


def test_the_card_says_each_field_and_nothing_that_is_masked(session: Session, qtbot: Any, steps: dict) -> None:
    page = page_of(History, session, qtbot)
    page.open(step=steps["again"])
    table = page.told.table
    assert [table.row(each).texts for each in table.ids()] == [
        ("Okafor", "Phone", "(312) 555-0100 ⇒ (312) 555-0102"),
        ("Okafor", "Birth date", "not shown"),
    ]


def test_a_setting_of_the_program_itself_is_not_told(session: Session, qtbot: Any) -> None:
    with history.step("Settings"):
        settings.save(lock_minutes=5, file_secret="abc")
    page = page_of(History, session, qtbot)
    said = [page.told.table.row(each).texts for each in page.told.table.ids()]
    label = next(each.metadata["label"] for each in fields(Policy) if each.name == "lock_minutes")
    assert ("Settings", label, "10 ⇒ 5") in said, "as Settings calls it, with what held before anybody set it"
    assert not any("abc" in text for each in said for text in each)


def test_a_document_under_seal_is_not_named(session: Session, qtbot: Any, make: Any) -> None:
    person = make(Provider, last="Okafor")
    with history.step("Sealed"):
        paper = Document.create(provider=person, title="NPDB answer of Okafor", sha256="ab", file_name="npdb.pdf")
        NpdbQuery.create(provider=person, queried=date(2026, 11, 2), response=paper)
    page = page_of(History, session, qtbot)
    said = [text for each in page.told.table.ids() for text in page.told.table.row(each).texts]
    assert "Document under seal" in said and not any("answer" in text for text in said)


def test_an_import_of_thousands_is_told_by_its_first_records(session: Session, qtbot: Any) -> None:
    with history.step("Many"):
        for number in range(step_changes.MOST + 5):
            Department.create(name=f"Ward {number}")
    page = page_of(History, session, qtbot)
    assert page.told.table.count() == step_changes.MOST


def test_what_a_step_changed_is_read_whole(session: Session, qtbot: Any, make: Any) -> None:
    okafor = make(Provider, last="Okafor-Whitfield", first="Adaeze Nkechi", middle="Chidinma", degree="MD")
    for text in ("Calls at noon", "Prefers to be called in the afternoon, after rounds and before the clinic begins"):
        with history.step("Set remarks"):
            okafor.remarks = text
            okafor.save()
    with history.step("Set phone"):
        okafor.phone = "(312) 555-0100"
        okafor.save()
    page = page_of(History, session, qtbot)
    steps = {each.name: each.id for each in history.steps(5)}
    cells, table = page.told.table.cells, page.told.table
    for name in ("Set remarks", "Set phone"):
        page.open(step=steps[name])
        qtbot.waitUntil(lambda: table.count() == 1)
        qtbot.waitUntil(lambda: table.rowHeight(0) > cells.height)
        row = table.model_.row_at(0)
        assert table.rowHeight(0) >= cells.height_of_row(row, table.columnWidth, 99)


def test_what_was_added_tells_its_values(session: Session, qtbot: Any, make: Any) -> None:
    """The new end of a renewed license stands in the step that renewed it."""
    person = make(Provider, last="Okafor", first="Adaeze")
    with history.step("Renew"):
        sort = CredentialSort.get(key="license")
        Credential.create(provider=person, sort=sort, number="036-1", state="IL", expires=date(2028, 12, 31))
    page = page_of(History, session, qtbot)
    (told,) = [page.told.table.row(each).texts[2] for each in page.told.table.ids()]
    assert told.startswith("Added: ") and "Expires Dec 31 2028" in told

"""A box for another record shows what it is linked to, however many there are, and no two that it offers are called alike."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from workbench.records.committee import Committee, Seat
from workbench.records.privilege import HeldPrivilege, Privilege, PrivilegeForm
from workbench.records.provider import Provider
from workbench.ui.kit.form_dialog import FormDialog
from workbench.ui.kit.pickers import LinkBox
from workbench.ui.linking import OFFERED, Among, OfModel
from workbench.ui.pages.committee import CommitteePage
from workbench.ui.pages.committee_sheets import ask_seat
from workbench.ui.pages.privileges import Privileges

from .pages.over_office import page_of, session_over


@pytest.fixture
def many(office: Any, make: Any) -> list[Provider]:
    """More people than a box offers at once."""
    return [make(Provider, last=f"Person {n:03}", first="Ann", degree="MD") for n in range(OFFERED + 15)]


def test_what_is_linked_shows_also_beyond_the_first_that_are_offered(
    many: list[Provider], qtbot: Any, TODAY: date
) -> None:
    box = LinkBox(OfModel(Provider, TODAY))
    qtbot.addWidget(box)
    assert len(box._find("")) == OFFERED
    for person in (many[0], many[-1]):
        box.set_value(person.id)
        assert (box.text(), box.value(), box.problem(), box.changed()) == (person.title, person.id, "", False)
    box.set_value(None)
    assert (box.text(), box.value()) == ("", None)


def test_a_seat_that_is_edited_keeps_its_person(
    many: list[Provider], office: Any, make: Any, qtbot: Any, tmp_path: Path, TODAY: date
) -> None:
    committee = make(Committee, name="Credentials Committee")
    seat = make(Seat, committee=committee, provider=many[-1], name=many[-1].title)
    page = page_of(CommitteePage, session_over(office, TODAY, tmp_path), qtbot)
    sheet = ask_seat(page, Seat.get_by_id(seat.id))
    qtbot.addWidget(sheet)
    sheet.form.box("ends").set_value(TODAY)
    sheet.accept()
    kept = Seat.get_by_id(seat.id)
    assert (kept.provider, kept.ends) == (many[-1], TODAY)


def test_the_same_line_of_two_forms_is_told_with_its_form(
    many: list[Provider], office: Any, make: Any, qtbot: Any, tmp_path: Path, TODAY: date
) -> None:
    lines = [
        make(Privilege, form=make(PrivilegeForm, name=name), name="Sedation") for name in ("Cardiology", "Surgery")
    ]
    find = OfModel(Privilege, TODAY)
    assert sorted(title for _, title in find("sedation")) == ["Sedation · Cardiology", "Sedation · Surgery"]
    held = [make(HeldPrivilege, provider=many[-1], privilege=line, starts=TODAY) for line in lines]
    page = page_of(Privileges, session_over(office, TODAY, tmp_path), qtbot)
    for each, form in zip(held, ("Cardiology", "Surgery"), strict=True):
        page.holders.table.go_to(each.id)
        page.holders.correct.trigger()
        sheet = _open_sheet(page)
        assert sheet.form.box("privilege").text() == f"Sedation · {form}"
        assert sheet.form.box("provider").text() == many[-1].title
        sheet.accept()
    assert [HeldPrivilege.get_by_id(each.id).privilege for each in held] == lines


def _open_sheet(page: Any) -> Any:
    return next(each for each in page.window().findChildren(FormDialog) if each.isVisible())


def test_two_people_of_one_name_are_told_apart(office: Any, make: Any, TODAY: date) -> None:
    one = make(Provider, last="Smith", first="John", degree="MD", npi="1234567893")
    two = make(Provider, last="Smith", first="John", degree="MD", status="Applicant")
    make(Provider, last="Smith", first="Jane", degree="MD")
    find = OfModel(Provider, TODAY)
    titles = dict(find("smith"))
    assert titles[one.id] == "Smith, John, MD · NPI 1234567893 · Active" == find.title(one.id)
    assert titles[two.id] == f"Smith, John, MD · no NPI, record {two.id} · Applicant"
    assert "Smith, Jane, MD" in titles.values() and len(set(titles.values())) == 3
    assert find.title(999) == ""


def test_a_few_are_found_by_words_in_any_order() -> None:
    find = Among([(1, "Langley, Grant · Initial"), (2, "Ingram, Holly · Initial")])
    assert find("initial LANG") == [(1, "Langley, Grant · Initial")]
    assert len(find("")) == 2 and find.title(2) == "Ingram, Holly · Initial" and find.title(3) == ""

"""A box for another record shows what it is linked to, however many there are, and no two that it offers are called alike."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from workbench.actions import undoing
from workbench.records.committee import Committee, Seat
from workbench.records.office_lists import Department
from workbench.records.practice import Practice, PracticeMember
from workbench.records.privilege import HeldPrivilege, Privilege, PrivilegeForm
from workbench.records.provider import Provider
from workbench.store import database
from workbench.ui.kit.form import Form
from workbench.ui.kit.form_dialog import FormDialog
from workbench.ui.kit.link_box import LinkBox
from workbench.ui.linking import OFFERED, Among, OfModel, links_of
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


@pytest.fixture
def membership(office: Any, qtbot: Any, tmp_path: Path, TODAY: date) -> Form:
    """The form of a practice's member in an office that has no practices."""
    session = session_over(office, TODAY, tmp_path)
    form = Form(PracticeMember, ("practice",), links=links_of(PracticeMember, ("practice",), TODAY, session))
    qtbot.addWidget(form)
    form.set_values({})
    return form


def asked(form: Form) -> FormDialog:
    found = form.window().findChildren(FormDialog)[-1]
    assert found.accessibleName() == "Add practice"
    return found


def test_an_office_without_practices_offers_a_new_one_in_the_box_and_takes_it(membership: Form) -> None:
    box = membership.box("practice")
    assert isinstance(box, LinkBox) and [box.combo.itemText(n) for n in range(box.combo.count())] == [
        "",
        "New practice…",
    ]
    box.combo.setCurrentIndex(1)
    box.combo.activated.emit(1)
    assert (box.text(), box.problem()) == ("", "")
    dialog = asked(membership)
    dialog.form.box("name").set_value("Lakeside Medical Group")
    dialog.accept()
    made = Practice.get(name="Lakeside Medical Group")
    assert (box.value(), box.text(), box.changed()) == (made.id, made.name, True)
    assert undoing.undo() == "Add practice Lakeside Medical Group"


def test_a_name_that_nobody_has_is_taken_along_to_the_new_one(membership: Form, qtbot: Any) -> None:
    box = membership.box("practice")
    assert isinstance(box, LinkBox)
    qtbot.keyClicks(box.combo.lineEdit(), "Lakeside")
    assert box._titles.stringList() == ["New practice “Lakeside”…"] and "New practice…" in box.problem()
    box._take_offered("New practice “Lakeside”…")
    qtbot.waitUntil(lambda: bool(membership.findChildren(FormDialog)))
    assert asked(membership).form.box("name").text() == "Lakeside"


def test_nothing_new_is_offered_where_nothing_may_be_written_or_no_list_of_the_office_is_meant(
    office: Any, tmp_path: Path, TODAY: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = session_over(office, TODAY, tmp_path)
    assert not hasattr(links_of(Seat, ("committee",), TODAY, session)["committee"], "make")
    assert hasattr(links_of(Provider, ("supervisor",), TODAY, session)["supervisor"], "make")
    monkeypatch.setattr(database, "read_only", True)
    assert not hasattr(links_of(PracticeMember, ("practice",), TODAY, session)["practice"], "make")


def test_who_is_called_so_comes_before_those_whose_department_is(office: Any, make: Any, TODAY: date) -> None:
    medicine = make(Department, name="Okafor center", chair="Okafor")
    for last in ("Abel", "Banerjee", "Okafor", "Chen"):
        make(Provider, last=last, first="Ann", department=medicine)
    assert [title.split(",")[0] for _, title in OfModel(Provider, TODAY)("okaf")] == [
        "Okafor",
        "Abel",
        "Banerjee",
        "Chen",
    ]

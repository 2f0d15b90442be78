"""Boxes from fields, mnemonics, problems beside them, days in many spellings."""

from datetime import date
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit

from workbench.errors import Problem
from workbench.records import KINDS
from workbench.records.credential import Credential
from workbench.records.practice import Practice
from workbench.records.provider import Provider
from workbench.ui.kit.cell_line import CellLine
from workbench.ui.kit.form import Form
from workbench.ui.kit.form_dialog import FormDialog
from workbench.ui.kit.link_box import LinkBox
from workbench.ui.kit.mnemonics import marked
from workbench.ui.kit.pickers import DayBox, FuzzyDayBox

from .conftest import TODAY

FIELDS = ("title", "number", "issued", "expires", "lifetime", "per_claim", "remarks")
VALUES = {
    "title": "Physician and Surgeon",
    "number": "036-119204",
    "issued": date(2009, 7, 8),
    "expires": None,
    "lifetime": True,
    "per_claim": 1_000_000,
    "remarks": "Two\nlines",
}


@pytest.fixture
def form(qtbot):
    made = Form(Credential, FIELDS, today=lambda: TODAY)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_load_then_store_is_the_identity(qtbot, kind):
    form = Form(kind.model, today=lambda: TODAY, masked=kind.masked)
    qtbot.addWidget(form)
    record = kind.model()
    before = dict(record.__data__)
    form.load(record)
    form.store(record)
    kept = {name: value for name, value in record.__data__.items() if value not in (None, "", False)}
    assert kept == {name: value for name, value in before.items() if value not in (None, "", False)}
    assert not form.dirty()


def test_values_come_back_as_they_went_in(form):
    form.set_values(VALUES)
    assert form.values() == VALUES


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_box_has_a_label_with_a_mnemonic_of_its_own(qtbot, kind):
    form = Form(kind.model)
    qtbot.addWidget(form)
    buddies = [label for label in form.findChildren(QLabel) if label.buddy() is not None]
    assert len(buddies) == len(form.values())
    assert all(form.box(name).inner.accessibleName() for name in form.values())
    letters = [label.text()[label.text().index("&") + 1].lower() for label in buddies if "&" in label.text()]
    assert len(letters) == len(set(letters))


def test_mnemonics_avoid_those_that_are_taken():
    assert marked(["Save", "State", "Suffix"], "s") == ["S&ave", "S&tate", "S&uffix"]
    assert marked(["R & D"]) == ["&R && D"]


def test_a_problem_stands_beside_its_box_and_takes_the_keyboard(form):
    homeless = form.show_problems([Problem("expires", "It expires before it was issued."), Problem("provider", "Who?")])
    assert [each.field for each in homeless] == ["provider"]
    assert form._notes["expires"].isVisible() and form.box("expires").inner.property("wrong")
    form.show_problems([])
    assert not form._notes["expires"].isVisible()


def test_text_that_is_no_day_is_told_and_kept_as_typed(qtbot, form):
    line = form.box("expires").inner
    line.setFocus()
    qtbot.keyClicks(line, "02/30/2027")
    assert form.problems() == [Problem("expires", "There is no February 30 in 2027.")]
    record = Credential(expires=date(2026, 1, 1))
    form.store(record)
    assert record.expires == date(2026, 1, 1) and line.text() == "02/30/2027"


def test_a_box_that_is_left_changed_says_so_once(qtbot, form):
    form.set_values(VALUES)
    line = form.box("number").inner
    line.setFocus()
    qtbot.keyClicks(line, "9")
    with qtbot.waitSignal(form.left) as left:
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert left.args == ["number"] and form.dirty()
    form.keep("number")
    with qtbot.assertNotEmitted(form.left):
        qtbot.keyClick(line, Qt.Key.Key_Return)


def test_reverting_brings_back_what_was_kept(form):
    form.set_values(VALUES)
    form.box("number").inner.setText("nonsense")
    form.revert()
    assert form.values() == VALUES


@pytest.mark.parametrize(
    "typed, day",
    [
        ("1/2/26", (2026, 1, 2)),
        ("2026-01-02", (2026, 1, 2)),
        ("Jan 2 2026", (2026, 1, 2)),
        ("today", (2026, 11, 24)),
        ("+30d", (2026, 12, 24)),
    ],
)
def test_a_day_is_understood_and_shown_before_it_is_kept(qtbot, typed, day):
    box = DayBox(lambda: TODAY)
    qtbot.addWidget(box)
    box.line.setText(typed)
    assert box.value() == date(*day) and str(day[0]) in box.understood.text()
    box.line.editingFinished.emit()
    assert box.text() == f"{date(*day):%m/%d/%Y}"


def test_a_telephone_number_takes_its_form_once_it_is_typed_and_not_before(qtbot):
    form = Form(Provider, ("phone", "pager"), today=lambda: TODAY)
    qtbot.addWidget(form)
    form.load(Provider(phone="312 555 0143", pager="555-7781"))
    assert form.values()["phone"] == "312 555 0143" and not form.dirty()
    box = form.box("phone")
    box.line.setText("3125550199")
    box.leave()
    assert box.text() == "(312) 555-0199" and form.values() == {"phone": "(312) 555-0199", "pager": "555-7781"}


def test_a_day_may_be_empty(qtbot):
    box = DayBox(lambda: TODAY)
    qtbot.addWidget(box)
    assert box.value() is None and box.problem() == "" and box.understood.text() == ""


@pytest.mark.parametrize("typed, iso", [("2014", "2014"), ("7/2014", "2014-07"), ("7/15/2014", "2014-07-15"), ("", "")])
def test_a_vague_day_keeps_its_vagueness(qtbot, typed, iso):
    box = FuzzyDayBox(lambda: TODAY)
    qtbot.addWidget(box)
    box.line.setText(typed)
    assert box.value() == iso and not box.problem()
    box.set_value(iso)
    assert box.value() == iso


def test_a_link_is_chosen_by_name_and_never_made_up(qtbot):
    box = LinkBox(lambda text: [(1, "Surgery"), (2, "Medicine")])
    qtbot.addWidget(box)
    box.set_value(2)
    assert box.text() == "Medicine" and box.value() == 2
    box.combo.setEditText("Surgery")
    assert box.value() == 1
    box.combo.setEditText("Surgury")
    assert box.value() is None and "Surgury" in box.problem()


@pytest.mark.parametrize(
    ("typed", "taken"), [("tx", "TX"), ("Texas", "TX"), ("Tex.", "TX"), ("n.y.", "NY"), ("Bavaria", "Bavaria")]
)
def test_a_state_is_understood_however_it_is_written(qtbot, typed, taken):
    form = Form(Credential, ("state",))
    qtbot.addWidget(form)
    box, left = form.box("state"), []
    form.left.connect(left.append)
    box.line.setText(typed)
    assert box.value() == taken
    box.line.editingFinished.emit()
    assert box.text() == taken and left == ["state"]


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        ("DEA", "DEA registration"),
        ("registr", "DEA registration"),
        ("license", "State license"),
        ("STATE LICENSE", "State license"),
        ("s", "s"),
        ("Passport", "Passport"),
        ("", ""),
    ],
)
def test_leaving_a_link_takes_the_one_title_that_holds_what_was_typed(qtbot, typed, taken):
    titles = ["State license", "DEA registration", "Controlled substance", "State license, temporary"]
    titles = titles[:3] if typed == "license" else titles
    box = LinkBox(lambda text: [(n, title) for n, title in enumerate(titles, 1) if text.lower() in title.lower()])
    qtbot.addWidget(box)
    box.combo.setEditText(typed)
    box._line.editingFinished.emit()
    assert box.text() == taken
    assert bool(box.problem()) == (taken in ("s", "Passport"))


def test_of_several_that_hold_what_was_typed_the_one_that_begins_so_is_taken_as_in_a_cell(qtbot):
    titles = [
        "Cardiovascular Disease",
        "Interventional Cardiology",
        "Internal Medicine",
        "Medical Genetics",
        "Medicine",
    ]
    box = LinkBox(lambda text: [(n, title) for n, title in enumerate(titles, 1) if text.lower() in title.lower()])
    line = CellLine(None, date.today, titles)
    for part in (box, line):
        qtbot.addWidget(part)
    for typed, taken in (("Card", "Cardiovascular Disease"), ("Internal", "Internal Medicine"), ("Medi", "Medi")):
        box.combo.setEditText(typed)
        box._line.editingFinished.emit()
        line.setText(typed)
        line.complete()
        assert box.text() == line.text() == taken


def test_of_a_long_list_a_part_is_taken_only_where_the_search_finds_one_alone(qtbot):
    people = [(n, f"Person {n:03}") for n in range(1, 200)]
    box = LinkBox(lambda text: [each for each in people if text in each[1]][:30])
    qtbot.addWidget(box)
    for typed, taken in (("19", "19"), ("199", "Person 199"), ("Person 00", "Person 00")):
        box.combo.setEditText(typed)
        box._line.editingFinished.emit()
        assert box.text() == taken


def test_return_takes_the_one_match_whatever_it_was_found_by(qtbot):
    """Words in any order, or a number that no title holds; with several, nothing is taken."""
    people = {"Langley, Grant · Initial": "1477552867", "Langley, Ann · Reappointment": "1003000126"}

    def find(text):
        words = text.casefold().split()
        return [
            (n, title)
            for n, (title, npi) in enumerate(people.items(), 1)
            if all(word in f"{title} {npi}".casefold() for word in words)
        ]

    box = LinkBox(find)
    qtbot.addWidget(box)
    box.show()
    box.activateWindow()
    qtbot.waitUntil(box.isActiveWindow)
    for typed, taken in (
        ("initial langley", "Langley, Grant · Initial"),
        ("1003", "Langley, Ann · Reappointment"),
        ("langley", "langley"),
    ):
        box.combo.setFocus()
        box.combo.lineEdit().clear()
        QTest.keyClicks(box.combo, typed)
        popup = box.combo.completer().popup()
        assert popup.isVisible() and popup.model().rowCount() == (2 if typed == taken else 1)
        QTest.keyClick(popup, Qt.Key.Key_Return)
        assert box.text() == taken and not popup.isVisible()


def test_masked_fields_are_dots_until_asked_for(qtbot):
    form = Form(Provider, ("birth_date",), today=lambda: TODAY, masked={"birth_date"})
    qtbot.addWidget(form)
    form.set_values({"birth_date": date(1970, 1, 2)})
    box = form.box("birth_date")
    assert box.line.echoMode() == QLineEdit.EchoMode.Password
    box.show_button.click()
    assert box.line.echoMode() == QLineEdit.EchoMode.Normal and box.line.text() == "01/02/1970"
    assert form.values() == {"birth_date": date(1970, 1, 2)}


def test_a_dialog_closes_only_when_nothing_is_wrong(qtbot, form):
    wrong = [Problem("number", "It is needed.")]
    dialog = FormDialog("Add credential", form, lambda: list(wrong))
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.accept()
    assert dialog.isVisible() and form._notes["number"].text() == "It is needed."
    wrong.clear()
    dialog.accept()
    assert not dialog.isVisible()


def test_a_dialog_that_waits_does_nothing(qtbot, form, monkeypatch):
    """It once laid itself out anew without end, since what it measured asked for a new layout."""
    form.set_values({})
    dialog = FormDialog("Add credential", form, list)
    qtbot.addWidget(dialog)
    dialog.open()
    form.show_problems([Problem("number", "It is needed.")])
    qtbot.wait(100)
    measured = []
    monkeypatch.setattr(dialog, "_measure", lambda: measured.append(1))
    qtbot.wait(50)
    assert measured == []


def test_esc_asks_before_it_loses_text(qtbot, form):
    form.set_values({})
    dialog = FormDialog("Add credential", form, list)
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.keyClicks(form.box("number").inner, "036")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    form.revert()
    dialog.reject()
    assert not dialog.isVisible()


def test_the_arrows_choose_among_what_was_found(qtbot):
    named = [(1, "Langley, Grant · Initial"), (2, "Langley, Ann · Reappointment"), (3, "Ingram, Holly · Initial")]
    box = LinkBox(lambda text: [each for each in named if text.casefold() in each[1].casefold()])
    qtbot.addWidget(box)
    box.show()
    box.activateWindow()
    qtbot.waitUntil(box.isActiveWindow)
    box.combo.setFocus()
    QTest.keyClicks(box.combo, "lang")
    popup = box.combo.completer().popup()
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert (box.text(), box.value()) == ("Langley, Ann · Reappointment", 2)


def test_text_that_comes_without_keys_is_kept_when_its_box_is_left(qtbot):
    """As a screen reader or dictation writes: Qt does not say that it was edited."""
    form = Form(Provider, ("preferred", "npi"))
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    form.set_values({"preferred": ""})
    left, line = [], form.box("preferred").line
    form.left.connect(left.append)
    line.setFocus()
    line.setText("Ada")
    assert form.dirty() and left == []
    form.box("npi").setFocus()
    assert left == ["preferred"]


def test_a_value_that_a_form_is_given_is_not_typed(qtbot):
    form = Form(Provider, ("preferred", "npi"))
    qtbot.addWidget(form)
    changed = []
    form.changed.connect(changed.append)
    form.set_values({"preferred": "Ada", "npi": "1477552867"})
    assert changed == [] and not form.dirty()


def test_a_high_box_at_the_end_stands_below_both_columns_and_pulls_no_line_apart(qtbot):
    form = Form(Practice, columns=2)
    qtbot.addWidget(form)
    form.resize(900, 600)
    form.show()
    rows = [form.box(name).y() for name in ("city", "state", "zip") if form.box(name).x() == form.box("city").x()]
    assert form.box("remarks").y() > max(form.box(name).y() for name in form._boxes if name != "remarks")
    assert form.box("remarks").width() > 1.5 * form.box("name").width()
    assert all(below - above < 60 for above, below in pairwise(rows))

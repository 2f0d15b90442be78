"""Parts that give way where there is less room: a line of buttons, cards side by side, two columns of a form, the header."""

from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from workbench.records.credential import Credential
from workbench.ui.kit.action import action
from workbench.ui.kit.button_row import ButtonRow
from workbench.ui.kit.card import scrolled
from workbench.ui.kit.fitting import Fitting
from workbench.ui.kit.folding import Folding
from workbench.ui.kit.form import Form
from workbench.ui.kit.form_dialog import FormDialog
from workbench.ui.kit.header import Header


def shown(qtbot, part, width, height=40):
    qtbot.addWidget(part)
    part.resize(width, height)
    part.show()
    return part


def seen(part):
    """The words of the buttons that show, from left to right."""
    there = [each for each in part.findChildren(QPushButton) if each.isVisible()]
    return [each.text() for each in sorted(there, key=lambda each: each.x())]


def row_of(qtbot, width):
    names = ("Print", "Export to Excel", "Lookup card as PDF")
    row = ButtonRow(
        [*(action(name, "", "", lambda: None) for name in names), (action("Add", "", "", print), "primary")]
    )
    return shown(qtbot, row, width)


def test_all_buttons_show_where_they_have_room(qtbot):
    row = row_of(qtbot, 900)
    assert seen(row) == ["Print", "Export to Excel", "Lookup card as PDF", "Add"] and row.hidden() == []


def test_buttons_without_room_go_into_a_menu_and_the_primary_one_stays(qtbot):
    row = row_of(qtbot, 300)
    assert seen(row)[-2:] == ["More ▾", "Add"] and seen(row)[0] == "Print"
    assert [each.text() for each in row.hidden()][-1] == "Lookup card as PDF"
    row.resize(900, 40)
    assert "More ▾" not in seen(row)


def test_a_row_asks_for_no_more_than_its_menu_and_its_primary_button(qtbot):
    row = row_of(qtbot, 900)
    least = row.minimumSizeHint().width()
    row.resize(least, 40)
    assert seen(row) == ["More ▾", "Add"] and least < row.sizeHint().width()


def test_an_action_that_is_not_there_takes_no_room(qtbot):
    row = row_of(qtbot, 900)
    row._shown[1][0].setVisible(False)
    assert seen(row) == ["Print", "Lookup card as PDF", "Add"]
    row._shown[1][0].setText("Export")
    assert "Export" not in seen(row)


def test_cards_fold_into_as_many_columns_as_have_room(qtbot):
    cards = [QLabel(str(number)) for number in range(3)]
    folding = shown(qtbot, Folding(cards, 250), 900, 300)
    assert len({card.y() for card in cards}) == 1
    folding.resize(600, 300)
    qtbot.waitUntil(lambda: len({card.y() for card in cards}) == 2)
    folding.resize(300, 300)
    qtbot.waitUntil(lambda: len({card.y() for card in cards}) == 3)


def test_a_form_in_two_columns_has_one_where_two_have_no_room(qtbot):
    form = Form(Credential, ("title", "number", "issuer", "source"), columns=2)
    area = shown(qtbot, scrolled(form), 900, 300)
    qtbot.waitUntil(lambda: form.box("issuer").y() == form.box("title").y())
    area.resize(form.minimumSizeHint().width() + 20, 300)
    qtbot.waitUntil(lambda: form.box("issuer").y() > form.box("number").y())
    assert form.width() <= area.viewport().width()
    area.resize(900, 300)
    qtbot.waitUntil(lambda: form.box("issuer").y() == form.box("title").y())


def test_a_dialog_is_as_wide_as_the_two_columns_of_its_form(qtbot):
    form = Form(Credential, ("title", "number", "issuer", "source"), columns=2)
    dialog = FormDialog("Add credential", form, list)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: form.box("issuer").y() == form.box("title").y())
    assert form.box("issuer").x() > form.box("title").x()


def test_in_a_header_pills_go_below_then_buttons_into_a_menu_and_the_name_stays(qtbot):
    header = Header("Fitzgerald-Osei, Brendan T., MD")
    header.initials("BF")
    header.subtitle("Orthopedics · Active")
    header.pills([("Active", "good"), ("1 expired", "bad")])
    header.buttons(
        [
            action("Edit", "", "", print),
            action("Renew", "", "", print),
            (action("Add credential", "", "", print), "primary"),
        ]
    )
    shown(qtbot, header, 1000, 60)
    qtbot.waitUntil(lambda: header._pills.x() > header._title.geometry().right())
    header.resize(700, 60)
    qtbot.waitUntil(lambda: header._pills.x() == header._title.x())
    assert seen(header) == ["Edit", "Renew", "Add credential"]
    header.resize(600, 60)
    qtbot.waitUntil(lambda: seen(header) == ["More ▾", "Add credential"])
    assert header._title.shown() == "Fitzgerald-Osei, Brendan T., MD"


def test_what_is_said_below_a_name_beside_the_pills_goes_on_under_the_buttons_before_a_word_is_cut(qtbot):
    header = Header("Okafor, Adaeze N., MD")
    header.subtitle("Interventional Cardiology · Active staff, Medicine · NPI 1477552867 · to Mar 31 2027")
    header.pills([("Active", "good"), ("1 expired", "bad"), ("2 expiring", "warn"), ("5 open items", "bad")])
    header.buttons(
        [
            *(action(each, "", "", print) for each in ("Edit", "Renew…", "Renewal notices…", "Print the file…")),
            (action("Add credential", "", "", print), "primary"),
        ]
    )
    shown(qtbot, header, 1110, 60)
    line = header._subtitle
    qtbot.waitUntil(lambda: line.shown() == line.text())
    assert seen(header)[-1] == "Add credential" and len(seen(header)) == 5
    assert line.y() >= header._buttons.geometry().bottom() and header._pills.x() == header._title.x()
    header.resize(1900, 60)
    qtbot.waitUntil(lambda: header._pills.x() > header._title.geometry().right())


def test_a_part_that_fits_its_contents_stops_at_its_limit_and_gives_way(qtbot):
    part = Fitting(100)
    for number in range(3):
        part.column.addWidget(QLabel(str(number)))
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.addWidget(part)
    column.addStretch(1)
    shown(qtbot, whole, 300, 400)
    qtbot.waitUntil(lambda: part.height() == part.sizeHint().height() < 100)
    for number in range(20):
        part.column.addWidget(QLabel(str(number)))
    qtbot.waitUntil(lambda: part.height() == 100)
    assert part.minimumSizeHint().height() == 44

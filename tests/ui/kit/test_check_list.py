"""Check boxes of one question: the keyboard does all, a tick shows whether the box can be changed or not, no name is cut."""

import re
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from workbench.ui.kit import theme
from workbench.ui.kit.check_list import CheckList
from workbench.ui.kit.dialogs import Sheet
from workbench.ui.kit.inputs import Check

NAMES = ("Marsh, Helen, MD", "Ngo & Ito", "Vandenberghe-Castellanos, Maximiliana Theodora, MD, PhD, MBA")


def shown(qtbot: Any, names: tuple[str, ...] = NAMES) -> CheckList:
    made = CheckList("Readers", names)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_space_checks_arrows_step_and_links_do_all(qtbot: Any) -> None:
    made = shown(qtbot)
    made.boxes[1].setEnabled(False)
    made.boxes[0].setFocus()
    QTest.keyClick(made.boxes[0], Qt.Key.Key_Space)
    assert made.checked() == [0] and made.said.text() == "1 of 3 checked"
    QTest.keyClick(made.boxes[0], Qt.Key.Key_Down)
    assert made.focusWidget() is made.boxes[2]  # past the one that cannot be checked
    QTest.keyClick(made.boxes[2], Qt.Key.Key_Up)
    assert made.focusWidget() is made.boxes[0]
    QTest.keyClick(made.all, Qt.Key.Key_Return)
    assert made.checked() == [0, 2]
    QTest.keyClick(made.none, Qt.Key.Key_Space)
    assert made.checked() == [] and made.none.accessibleName() == "None: Readers"


def test_return_on_all_presses_the_dialogs_button(qtbot: Any) -> None:
    sheet, pressed = Sheet("Copies"), []
    qtbot.addWidget(sheet)
    made = CheckList("Readers", NAMES)
    sheet.body.addWidget(made)
    sheet.add_button("Issue", "primary", lambda: pressed.append(made.checked()), default=True)
    sheet.show()
    made.all.setFocus()
    qtbot.keyClick(made.all, Qt.Key.Key_Return)
    assert pressed == [[]]
    qtbot.keyClick(made.all, Qt.Key.Key_Space)
    qtbot.keyClick(made.all, Qt.Key.Key_Return)
    assert len(pressed) == 2 and len(pressed[1]) == len(NAMES)


def test_boxes_that_are_done_with_go(qtbot: Any) -> None:
    made = shown(qtbot)
    made.check_all(True)
    made.drop([0])
    assert made.left() == [1, 2] and made.checked() == [1, 2] and made.said.text().endswith("2 of 2 checked")


def test_each_change_is_told_and_a_single_box_has_no_links(qtbot: Any) -> None:
    made = shown(qtbot)
    with qtbot.waitSignal(made.changed):
        made.boxes[2].setChecked(True)
    assert not hasattr(shown(qtbot, ("Alone",)), "all")


def test_names_are_whole_and_many_of_them_scroll(qtbot: Any) -> None:
    made = shown(qtbot, NAMES * 10)
    assert made.boxes[1].text() == "Ngo && Ito"
    assert all(box.width() >= box.sizeHint().width() for box in made.boxes)
    assert made.height() < 340 and made._area.verticalScrollBar().maximum() > 0
    made.boxes[-1].setFocus(Qt.FocusReason.TabFocusReason)
    box = made.boxes[-1]
    top = box.mapTo(made._area.viewport(), QPoint()).y()
    assert 0 <= top < made._area.viewport().height()


def test_a_tick_can_be_seen_in_every_palette_also_where_it_cannot_be_changed(qtbot: Any, qapp: Any) -> None:
    for worn in ("light", "dark", "contrast"):
        theme.wear(qapp, worn)
        for enabled in (True, False):
            box = Check("Reader")
            qtbot.addWidget(box)
            box.setEnabled(enabled)
            box.resize(box.sizeHint())
            box.show()
            plain = box.grab().toImage()
            box.setChecked(True)
            ticked = box.grab().toImage()
            colors = {ticked.pixelColor(x, y).name() for x in range(3, 17) for y in range(box.height())}
            assert plain != ticked and len(colors) > 2, (worn, enabled)
    theme.wear(qapp, "light")


def test_no_page_has_a_box_whose_tick_is_not_ours() -> None:
    ui = Path(__file__).parents[3] / "workbench" / "ui"
    found = [
        each.name
        for each in ui.rglob("*.py")
        if each.name != "inputs.py" and re.search(r"\bQCheckBox\(", each.read_text())
    ]
    assert found == []

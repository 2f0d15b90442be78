"""A board: the keyboard goes from card to card and moves them; what is too long is read in two lines."""

from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent, QFontMetrics
from PySide6.QtWidgets import QApplication

from workbench.ui.kit import ink
from workbench.ui.kit.board import MIME, MOST, Board, Lane
from workbench.ui.kit.board_card import CardFace, in_lines


def face(id: int) -> CardFace:
    return CardFace(id, f"Person {id}", "Initial · Surgery", "warn", "1 of 3 references", 0.5, "41 days")


@pytest.fixture
def board(qtbot: Any) -> Board:
    made = Board("Applications")
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show_lanes(
        [Lane("a", "A", (face(1), face(2))), Lane("b", "B", ()), Lane("c", "C", (face(3),)), Lane("d", "D", ())]
    )
    made.show()
    qtbot.waitExposed(made)
    made.setFocus()
    return made


def press(qtbot: Any, board: Board, key: Qt.Key, modifier: Any = Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(board.card(board.current()), key, modifier)


def test_arrows_go_from_card_to_card_and_over_empty_columns(board: Board, qtbot: Any) -> None:
    assert board.current() == 1
    steps = [
        (Qt.Key.Key_Down, 2),
        (Qt.Key.Key_Down, 2),
        (Qt.Key.Key_Right, 3),
        (Qt.Key.Key_Right, 3),
        (Qt.Key.Key_Left, 1),
        (Qt.Key.Key_End, 2),
        (Qt.Key.Key_Home, 1),
        (Qt.Key.Key_Up, 1),
    ]
    for key, current in steps:
        press(qtbot, board, key)
        assert board.current() == current


def test_enter_opens_and_ctrl_arrow_asks_to_move(board: Board, qtbot: Any) -> None:
    with qtbot.waitSignal(board.opened) as opened:
        press(qtbot, board, Qt.Key.Key_Return)
    assert opened.args == [1]
    with qtbot.waitSignal(board.moved) as moved:
        press(qtbot, board, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert moved.args == [1, "b"]


def test_nothing_moves_beyond_the_ends_or_where_nothing_may(board: Board, qtbot: Any) -> None:
    with qtbot.assertNotEmitted(board.moved):
        press(qtbot, board, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
        board.may_move = False
        press(qtbot, board, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)


def test_a_card_that_is_dropped_on_a_column_asks_to_move_there(board: Board, qtbot: Any) -> None:
    held = QMimeData()
    held.setData(MIME, b"2")
    none = Qt.KeyboardModifier.NoModifier
    drop = QDropEvent(QPointF(5, 5), Qt.DropAction.MoveAction, held, Qt.MouseButton.LeftButton, none)
    with qtbot.waitSignal(board.moved) as moved:
        board.columns[3].dropEvent(drop)
    assert moved.args == [2, "d"]
    with qtbot.assertNotEmitted(board.moved):
        board.columns[0].dropEvent(drop)


def test_the_current_card_stays_current_in_another_column(board: Board) -> None:
    board.go_to(2)
    board.show_lanes([Lane("a", "A", (face(1),)), Lane("b", "B", (face(2),)), Lane("c", "C", ()), Lane("d", "D", ())])
    assert board.current() == 2
    assert QApplication.focusWidget() is board.card(2)
    board.show_lanes([Lane("a", "A", (face(1),)), Lane("b", "B", ()), Lane("c", "C", ()), Lane("d", "D", ())])
    assert board.current() == 1


def test_where_the_window_is_low_a_lane_keeps_its_name_in_sight(board: Board, qtbot: Any) -> None:
    board.show_lanes(
        [Lane(key, key.upper(), tuple(face(n) for n in range(at, at + 5))) for at, key in ((1, "a"), (9, "b"))]
    )
    board.resize(500, 110)
    board.go_to(13)
    assert board.verticalScrollBar().value() == 0
    assert board.columns[1].count.mapTo(board.viewport(), board.columns[1].count.rect().topLeft()).y() >= 0


def test_a_card_speaks_all_that_it_shows(board: Board) -> None:
    spoken = board.card(1).accessibleName()
    assert spoken == "Person 1, Initial · Surgery, 1 of 3 references, 41 days"


def test_a_long_column_counts_what_it_does_not_show(board: Board) -> None:
    board.show_lanes([Lane("a", "A", tuple(face(n) for n in range(1, MOST + 6)))])
    assert len(board.columns[0].cards) == MOST
    assert board.columns[0].count.text() == str(MOST + 5)
    assert board.columns[0]._more.text() == "and 5 more: see the list"


def test_words_stand_in_as_many_lines_as_they_need_and_end_where_there_are_too_many(qapp: Any) -> None:
    font = ink.font()
    width = QFontMetrics(font).horizontalAdvance("Application not") + 2
    assert in_lines("Application", font, width) == ["Application"]
    assert in_lines("Application not received", font, width) == ["Application not", "received"]
    lines = in_lines("Application not received by anybody in this office", font, width, most=2)
    assert len(lines) == 2 and lines[1].endswith("…")
    long = "Vandenberghe-Castellanos-Featherstonehaugh"
    assert "".join(in_lines(long, font, width)) == long  # one word alone is broken, not cut

"""What the status bar says lies under no toast."""

from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.ui.kit.bars import Status, StatusBar
from workbench.ui.kit.messages import Messages


def test_what_a_page_says_gives_way_to_what_lies_over_it_and_comes_back(qtbot: Any) -> None:
    window, bar = QWidget(), StatusBar()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addStretch(1)
    column.addWidget(bar)
    window.resize(QSize(1000, 400))
    window.show()
    messages = Messages(window)
    bar.give_way(messages.passing)
    bar.show_as(Status("riverbend.workbench"))
    said = bar._parts["said"]
    bar.say("2 of 60 selected")
    messages.toast("Done")
    assert said.isVisible()
    bar.say("The same term, its day mended. " * 3)
    assert said.isHidden()
    messages.passing.hide()
    assert said.isVisible()
    messages.toast("The same term, its day mended")
    assert said.isHidden()
    bar.say("")
    messages.passing.hide()
    assert said.isHidden()

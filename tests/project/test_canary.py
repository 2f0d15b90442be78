"""A canary: on Python 3.11, PySide6 6.12.0 loses a reference to None with many calls and aborts after some 5,700."""

import sys

from PySide6.QtWidgets import QApplication, QLabel

CALLS = 20_000


def test_qt_calls_do_not_use_up_none(qapp: QApplication):
    label = QLabel()
    before = sys.getrefcount(None)
    for turn in range(CALLS):
        label.setText("odd" if turn % 2 else "even")
    assert sys.getrefcount(None) > before - CALLS // 10

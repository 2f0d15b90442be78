"""Canaries: on Python 3.11, PySide6 6.12.0 loses a reference to None with many calls and aborts after some 5,700; and what our
window answers for PySide is still what it asks."""

import sys

from PySide6.QtWidgets import QApplication, QLabel

from .tree import run

CALLS = 20_000


def test_qt_calls_do_not_use_up_none(qapp: QApplication):
    label = QLabel()
    before = sys.getrefcount(None)
    for turn in range(CALLS):
        label.setText("odd" if turn % 2 else "even")
    assert sys.getrefcount(None) > before - CALLS // 10


def test_pyside_still_asks_what_our_window_answers_for_it():
    """See workbench/ui/__init__.py: the hook is PySide's own affair, and another version may name it otherwise."""
    code = (
        "import sys, PySide6.QtCore; features = sys.modules['shibokensupport.feature'];"
        "assert callable(features._mod_uses_pyside); read = []; real = features.inspect.getsource;"
        "features.inspect.getsource = lambda module: read.append(module.__name__) or real(module);"
        "import colorsys; assert 'colorsys' in read, read;"
        "import workbench.ui.kit.labels; assert not [each for each in read if each.startswith('workbench.ui.')], read"
    )
    done = run("-c", code)
    assert done.returncode == 0, done.stderr

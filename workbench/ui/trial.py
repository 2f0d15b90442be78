"""A window is tried in a process of its own: where Qt finds no display it does not fail, it ends the process."""

from PySide6.QtGui import QGuiApplication


def main() -> int:
    """Exit code 0 if Qt came up; if it does not, this never returns."""
    QGuiApplication([])
    return 0

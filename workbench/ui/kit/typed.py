"""What somebody typed into a window that would be gone with it."""

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from workbench.ui.kit.searchbox import SearchBox


def anything(window: QWidget) -> bool:
    """Whether a box of it holds words that were typed and not only chosen; what is searched for and a passphrase are typed anew."""
    lines = (each for each in window.findChildren(QLineEdit) if not isinstance(each, SearchBox))
    if any(each.isModified() and each.text() and each.echoMode() == QLineEdit.EchoMode.Normal for each in lines):
        return True
    texts = window.findChildren(QPlainTextEdit)
    return any(each.document().isModified() and not each.document().isEmpty() for each in texts)

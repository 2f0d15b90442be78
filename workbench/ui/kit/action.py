"""What the user can do: defined once, used by the toolbar, the context menu, the palette of commands and the help."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from workbench.ui.kit.icons import set_icon


def action(
    text: str,
    icon: str,
    keys: str,
    call: Callable[[], object],
    parent: QObject | None = None,
    hint: str = "",
) -> QAction:
    """An action with its name, icon (a file in resources/icons, "" for none), keys ("Ctrl+N", "" for none) and call."""
    made = QAction(text, parent)
    if icon:
        set_icon(made, icon)
    if keys:
        made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    set_keys(made, keys, hint)
    made.triggered.connect(lambda: call())
    return made


def own_action(widget: QWidget, text: str, icon: str, keys: str, call: Callable[[], object], hint: str = "") -> QAction:
    """An action of a part of a page: its keys are heard while the focus is in it."""
    made = action(text, icon, keys, call, widget, hint)
    widget.addAction(made)
    return made


def set_keys(made: QAction, keys: str, hint: str = "") -> None:
    """Give an action other keys, "Ctrl+N or Ins", or none; its tooltip says them."""
    made.setShortcuts([QKeySequence(each) for each in keys.split(" or ")] if keys else [])
    said = hint or plain(made.text())
    made.setToolTip(f"{said} ({keys})" if keys else said)


def plain(text: str) -> str:
    """A text without its mnemonic's mark."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def unmarked(text: str) -> str:
    """The same for a button, which reads && as &."""
    return plain(text).replace("&", "&&")


def keys_of(each: QAction) -> str:
    """The keys of an action as this system writes them."""
    native = QKeySequence.SequenceFormat.NativeText
    return " or ".join(keys.toString(native) for keys in each.shortcuts())

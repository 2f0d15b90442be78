"""The box for another record: found by a part of its title, or made on the way where the list may lack it."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QStringListModel, Qt, QTimer
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit

from workbench.ui.kit.boxes import Box
from workbench.ui.kit.inputs import Combo
from workbench.ui.kit.passing_on import PassingOn

Found = Sequence[tuple[int, str]]
"""Records as (id, title)."""
MOST = 30


class _Found(QCompleter):
    """Offers all that was found, by whatever words; its popup marks none of them until the arrows do."""

    def splitPath(self, path: str) -> list[str]:  # noqa: N802
        return [""]


_NEW = object()
"""Stands in the list for a record that is not there yet."""


class LinkBox(Box):
    """Another record, found by typing a part of its title; text that names none is a problem, not a new record.

    Where find has make(parent, text, made), the list ends with a way to a new one, called as find.one says."""

    def __init__(self, find: Callable[[str], Found]) -> None:
        self.combo = Combo()
        super().__init__(self.combo)
        self._find: Any = find
        one = getattr(find, "one", "")
        self.new = f"New {one}…" if one else ""
        """How the way to a new one is called; empty where there is none."""
        self._by_title: dict[str, int] = {}
        self.combo.setEditable(True)
        self.combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._titles = QStringListModel(self)
        completer = _Found(self._titles, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        line = self._line = QLineEdit()
        self.combo.setLineEdit(line)
        if (offered := completer.popup()) is not None:
            offered.setObjectName("offered")
            PassingOn(offered)
        self.combo.setCompleter(completer)
        line.textEdited.connect(self._search)
        line.editingFinished.connect(self.leave)
        self.combo.activated.connect(self._chosen)
        completer.activated[str].connect(self._take_offered)  # type: ignore[index]
        self._offer("")

    def _offer(self, text: str) -> None:
        found = list(self._find(text))[:MOST]
        self._by_title |= {title: each for each, title in found}
        nothing = [self._new_called(text)] if self.new and not found and text.strip() else []
        self._titles.setStringList([title for _, title in found] or nothing)

    def _new_called(self, text: str) -> str:
        return f"{self.new.removesuffix('…')} “{text.strip()}”…"

    def _chosen(self, at: int) -> None:
        if self.combo.itemData(at) is _NEW:
            self._make("")
        else:
            self.choose()

    def _take_offered(self, title: str) -> None:
        """A new one of what was typed was chosen below the box."""
        if self.new and title.startswith(self.new.removesuffix("…")) and title not in self._by_title:
            name = title.partition("“")[2].removesuffix("”…")
            QTimer.singleShot(0, self, lambda: self._make(name))

    def _make(self, text: str) -> None:
        self.revert()
        self._find.make(self.window(), text, self._made)

    def _made(self, record: int) -> None:
        """What was made on the way is what was meant."""
        title = self._find.title(record)
        self._by_title[title] = record
        self.fill()
        self._write(title)
        self.choose()

    def _search(self, text: str) -> None:
        self._offer(text)
        self.typed.emit()

    def set_name(self, name: str) -> None:
        super().set_name(name)
        self._line.setAccessibleName(name)

    def fill(self) -> None:
        """Put what there is to choose into the list that opens."""
        text = self.combo.currentText()
        self.combo.clear()
        self.combo.addItem("", None)
        for each, title in self._find(""):
            self.combo.addItem(title, each)
            self._by_title[title] = each
        if self.new:
            self.combo.addItem(self.new, _NEW)
        self.combo.setEditText(text)

    def leave(self) -> None:
        """A part of one title alone is that title: “DEA” is the DEA registration; of several it is the one that begins so, as in
        the cell of a list. So is what finds one record alone."""
        if self.text() not in self._by_title and (title := self._completion()):
            self._write(title)
        super().leave()

    def _completion(self) -> str:
        """The one title that holds what was typed; empty where there are several or none."""
        typed = self.text().casefold()
        if not typed:
            return ""
        found = self._found("")
        if len(found) >= MOST:  # there are more: what holds the words is asked for
            found = self._found(self.text())
        titles = [title for _, title in found]
        same = [title for title in titles if title.casefold() == typed]
        beginning = same or [title for title in titles if title.casefold().startswith(typed)]
        holding = [title for title in titles if all(word in title.casefold() for word in typed.split())]
        holding = beginning if len(beginning) == 1 and (same or len(found) < MOST) else holding
        if not holding:  # an NPI, a former name: no title holds it
            holding = [title for _, title in self._found(self.text())]
        return holding[0] if len(holding) == 1 else ""

    def _found(self, text: str) -> Found:
        found = list(self._find(text))
        self._by_title |= {title: each for each, title in found}
        return found

    def value(self) -> int | None:
        return self._by_title.get(self.text())

    def set_value(self, value: Any) -> None:
        """An id, a record, or (id, title) where the title is known already."""
        if isinstance(value, tuple):
            self._by_title[value[1]] = value[0]
            value = value[0]
        value = getattr(value, "id", value)
        self.fill()
        title = next((title for title, each in self._by_title.items() if each == value), "")
        if value and not title and (told := getattr(self._find, "title", None)):  # the list offers the first ones alone
            title = told(value)
            self._by_title[title] = value
        self._write(title)
        self.keep()

    def problem(self) -> str:
        text = self.text()
        if not text or text in self._by_title:
            return ""
        return f"There is no “{text}” here; choose one from the list{f', or “{self.new}” in it' if self.new else ''}."

    def text(self) -> str:
        return self.combo.currentText().strip()

    def _write(self, text: str) -> None:
        self.combo.setCurrentIndex(self.combo.findText(text))
        self.combo.setEditText(text)

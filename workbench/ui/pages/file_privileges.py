"""The privileges on a person's file: what is held today, and earlier; ended rather than deleted."""

from typing import Any

from workbench.lists.file import File
from workbench.lists.file_parts import HELD_PART
from workbench.ui.kit.action import own_action
from workbench.ui.kit.buttons import button
from workbench.ui.kit.labels import small
from workbench.ui.pages.file_records import RecordsCard
from workbench.ui.pages.privilege_sheets import ask_end


class FilePrivileges(RecordsCard):
    """The records' own table, with an end for what was held."""

    def __init__(self, page: Any) -> None:
        super().__init__(HELD_PART, page, fill=True, defaults=lambda: {"starts": page.session.today})
        self.said = small()
        self.end = own_action(self, "En&d…", "calendar-clock", "Ctrl+Shift+L", self._ask_end)
        self.head.insertWidget(1, self.said)
        self.head.insertWidget(self.head.count() - 3, button(self.end))
        self.table.set_actions([self.end, self.change, self.drop, self.past])
        self.table.set_empty(
            "No privileges on this file. They come when an application is approved.", "Add one…", self.new.trigger
        )

    def show_file(self, file: File) -> None:
        """Show the privileges of a file."""
        super().show_file(file)
        self.table.show()
        self._empty.hide()
        lines = file.parts[self.part.key]
        held = sum(line.texts[1] in ("In force", "Conditional") for line in lines)
        self.said.setText(f"{held:,} in force, {len(lines) - held:,} earlier or to come" if lines else "")

    def weigh(self) -> None:
        """Only what can be done now can be pressed."""
        super().weigh()
        if hasattr(self, "end"):
            self.end.setEnabled(self.change.isEnabled())

    def _ask_end(self) -> None:
        ask_end(self._chosen(), self._page.session, self.window())

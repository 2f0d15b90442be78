"""Entries of a list that may mean the same, group by group: each is joined with one choice, or said to be different."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from workbench.actions import joining, keeping_apart
from workbench.records.kind import Kind
from workbench.records.words import of, within
from workbench.store import alphabet
from workbench.ui.kit import plain
from workbench.ui.kit.action import own_action
from workbench.ui.kit.buttons import button
from workbench.ui.kit.dialogs import Sheet
from workbench.ui.kit.table import Table
from workbench.ui.pages.join_sheet import JoinSheet
from workbench.ui.session import Session

WORDS = (
    "Enter joins a group: whoever has one of its names gets the one that stays, and a roster that comes later with another of "
    "them means it too. What is said to be different is not asked again. Both can be undone."
)
COLUMNS = (
    plain.Column("names", "May mean the same", bold=True),
    plain.Column("stays", "Most used"),
    plain.Column("records", "Records", align="right"),
    plain.Column("verb", "Action", align="right", button=True),
)


class TidySheet(Sheet):
    """The groups that are left; find() answers them anew after each."""

    def __init__(
        self, session: Session, kind: Kind, find: Callable[[], Sequence[Sequence[str]]], parent: QWidget | None = None
    ) -> None:
        super().__init__(f"{kind.title} that may mean the same", WORDS, parent)
        self.setMinimumWidth(880)
        self._session, self._kind, self._find = session, kind, find
        self._groups: dict[int, dict[int, str]] = {}
        self.listed = plain.PlainList("tidy", "May mean the same", COLUMNS)
        self.table = Table(self.listed, lambda: session.today, name=f"{kind.title} that may mean the same")
        self.table.setMinimumHeight(300)
        self.table.opened.connect(self._join)
        self.table.set_empty(f"No {within(kind.title)} look alike any more.")
        self.differ = own_action(self, "They are &different", "x", "Del", self._apart)
        self.table.set_actions([self.differ])
        self.table.picked.connect(self._weigh)
        self.body.addWidget(self.table)
        self.row.insertWidget(0, button(self.differ))
        self.add_button("Close", "", self.reject)
        self.show_groups()

    def show_groups(self) -> None:
        """What is left."""
        model: Any = self._kind.model
        rows = []
        self._groups = {}
        for place, names in enumerate(self._find(), 1):
            ids = dict(model.select(model.id, model.name).where(model.name.in_(list(names))).tuples())
            uses = joining.uses(self._kind, list(ids))
            most = max(ids, key=lambda each: (uses[each], alphabet.place(ids[each])))
            self._groups[place] = ids
            texts = (
                " · ".join(sorted(ids.values(), key=alphabet.place)),
                ids[most],
                f"{sum(uses.values()):,}",
                "Join…",
            )
            rows.append(plain.Row(place, texts))
        self.listed.replace(rows)
        self.table.refresh()
        if rows and self.table.current() is None:
            self.table.go_to(rows[0].id)
        self._weigh()

    def _weigh(self) -> None:
        self.differ.setEnabled(self.table.current() is not None and not self._session.read_only)

    def _join(self, place: int) -> None:
        JoinSheet(self._session, self._kind, list(self._groups[place]), lambda _: self.show_groups(), self).open()

    def _apart(self) -> None:
        group = self._groups.get(self.table.current() or 0)
        if group:
            said = f"{of(len(group), 'entry', 'entries')} kept apart"
            self._session.do(keeping_apart.keep_names_apart, self._kind, list(group.values()), said=said)
            self.show_groups()

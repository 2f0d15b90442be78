"""The dialog that joins entries of a list: which of them stays, and how many records move to it."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from workbench.actions import joining
from workbench.records.kind import Kind
from workbench.records.words import of, within
from workbench.store import alphabet
from workbench.ui.kit.boxes import ChoiceBox
from workbench.ui.kit.dialogs import Sheet
from workbench.ui.kit.labels import small
from workbench.ui.session import Session


class JoinSheet(Sheet):
    """Asks which entry stays; the one that most records name is offered first."""

    def __init__(
        self, session: Session, kind: Kind, ids: Sequence[int], done: Callable[[int], object], parent: QWidget | None
    ) -> None:
        names = dict(kind.model.select(kind.model.id, kind.model.name).where(kind.model.id.in_(list(ids))).tuples())
        self._uses = joining.uses(kind, list(names))
        super().__init__(f"Join {of(len(names), 'entry', 'entries')} of {within(kind.title)}", _said(names), parent)
        self._session, self._kind, self._ids, self._done = session, kind, list(names), done
        order = sorted(names, key=lambda each: (-self._uses[each], alphabet.place(names[each])))
        told = [(each, f"{names[each]}  ({of(self._uses[each], 'record')})") for each in order]
        self.kept = ChoiceBox(told, empty=False)
        self.kept.set_name("The one that stays")
        label = small("&The one that stays")
        label.setBuddy(self.kept.combo)
        self.body.addWidget(label)
        self.body.addWidget(self.kept)
        self.add_button("Cancel", "", self.reject)
        self._press = self.add_button("", "primary", self._join, default=True)
        self.kept.typed.connect(self._count)
        self._count()

    def _count(self) -> None:
        moved = sum(count for each, count in self._uses.items() if each != self.kept.value())
        self._press.setText(f"&Join, and move {of(moved, 'record')}")

    def _join(self) -> None:
        kept = self.kept.value()
        if self._session.do(joining.join, self._kind, self._ids, kept) is not None:
            self._done(kept)
        self.accept()


def _said(names: dict[int, str]) -> str:
    told = ", ".join(f"“{name}”" for name in sorted(names.values(), key=alphabet.place))
    return (
        f"{told} become one. Whoever has one of the others gets the one that stays, and a file that comes later with an "
        "old name means it too. It can be undone."
    )

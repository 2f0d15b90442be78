"""People who may be one and the same: the pairs, and the dialog that merges two files field by field."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from workbench.actions import keeping_apart, merging
from workbench.actions.merging import Differing
from workbench.records import texts
from workbench.records.provider import PROVIDERS, Provider
from workbench.records.words import of
from workbench.ui.kit import plain
from workbench.ui.kit.action import own_action
from workbench.ui.kit.boxes import DOTS, ChoiceBox
from workbench.ui.kit.buttons import button
from workbench.ui.kit.card import scrolled
from workbench.ui.kit.dialogs import Sheet
from workbench.ui.kit.labels import Words, note, small
from workbench.ui.kit.scrolling import Scrolling
from workbench.ui.kit.table import Table
from workbench.ui.session import Session

WORDS = (
    "Everything that hangs on the one comes to the other, with both histories. A name that is given up stays findable. "
    "It can be undone."
)
WIDE, BESIDE, SHOWN = 860, 80, 18
"""Logical pixels of the values and the choices, where a screen has them, and beside the sheet; letters of a choice at least."""
COLUMNS = (
    plain.Column("first", "Provider", bold=True),
    plain.Column("second", "May be the same as", bold=True),
    plain.Column("why", "Because of"),
    plain.Column("verb", "Action", align="right", button=True),
)


def unlike_numbers(kept: str, gone: str) -> str:
    """What is said before two people with an NPI each become one: a number is of one person for life. Empty if nothing is."""
    if not kept or not gone or kept == gone:
        return ""
    return (
        f"Their NPIs differ: {kept} and {gone}. An NPI is given to one person for life, so these are two people, or one of "
        "the numbers is wrong. Look both up in the NPI registry before you merge."
    )


class MergeSheet(Sheet):
    """Which value of two people stays, field by field."""

    called = "Merge two people"

    def __init__(
        self, session: Session, kept: int, gone: int, done: Callable[[int], object], parent: QWidget | None = None
    ) -> None:
        people = {each.id: each for each in Provider.select().where(Provider.id.in_([kept, gone]))}
        super().__init__(f"Merge {people[gone].title} into {people[kept].title}", WORDS, parent)
        self._session, self._kept, self._gone, self._done = session, kept, gone, done
        self.setMinimumWidth(640)
        self._area: Scrolling | None = None
        self.boxes: dict[str, ChoiceBox] = {}
        self.told = note().kind("warn")
        self.told.setText(unlike_numbers(*(str(people[each].npi or "") for each in (kept, gone))))
        self.told.setVisible(bool(self.told.text()))
        self.body.addWidget(self.told)
        self._differing = {each.name: each for each in merging.differing(kept, gone, PROVIDERS.masked)}
        self._lay_out(people[kept].title, people[gone].title)
        self._wrong = Words("", 0.9).kind("bad")
        self._wrong.setWordWrap(True)
        self._wrong.hide()
        self.body.addWidget(self._wrong)
        # Enter merges nobody by mistake: two people in one file are hard to tell apart again
        self.add_button("Cancel", "", self.reject, default=True)
        self.add_button("Merge", "primary", self.merge)

    def _lay_out(self, kept: str, gone: str) -> None:
        """Both values of each field side by side, and which one stays."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        for column in (1, 2, 3):
            grid.setColumnStretch(column, 1)
        heads = ("", f"Stays: {kept}", f"Is given up: {gone}", "Which value stays")
        for column, head in enumerate(heads if self._differing else ()):
            said = Words(head, 0.9, bold=True)
            said.setWordWrap(True)
            grid.addWidget(said, 0, column)
        for line, each in enumerate(self._differing.values(), 1):
            self._add(grid, line, each)
        if not self._differing:
            grid.addWidget(small("The two say the same wherever both say anything."), 0, 0)
        inner = QWidget()
        inner.setLayout(grid)
        self._area = scrolled(inner)
        self._area.setMinimumHeight(min(360, 44 * (len(self._differing) + 1) + 20))
        self.body.addWidget(self._area)

    def fit(self) -> None:
        """As wide as both values and the choice beside them, as far as the screen goes."""
        inner = self._area.widget() if self._area else None
        if self._area is None or inner is None:
            return
        bar = self._area.verticalScrollBar().sizeHint().width()
        most = self.screen().availableGeometry().width() - BESIDE
        self._area.setMinimumWidth(min(max(inner.sizeHint().width(), WIDE) + bar, most))

    def _add(self, grid: QGridLayout, line: int, each: Differing) -> None:
        ours, theirs = (self._shown(each, value) for value in (each.kept, each.gone))
        box = ChoiceBox([("kept", ours or "(blank)"), ("gone", theirs)], empty=False)
        box.set_value("gone" if each.blank else "kept")
        box.set_name(each.title)
        box.combo.setMinimumContentsLength(SHOWN)  # both values stand whole beside it
        box.combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        label = small(each.title)
        label.setBuddy(box.combo)
        self.boxes[each.name] = box
        grid.addWidget(label, line, 0, Qt.AlignmentFlag.AlignLeft)
        for column, value in ((1, ours or "(blank)"), (2, theirs)):
            said = Words(value)
            said.setWordWrap(True)
            grid.addWidget(said, line, column)
        grid.addWidget(box, line, 3)

    @staticmethod
    def _shown(each: Differing, value: Any) -> str:
        if each.masked and value not in (None, ""):
            return DOTS
        field = Provider.field(each.name)
        target = getattr(field, "rel_model", None)
        if target is not None and value is not None:
            return str(target.get_by_id(value).title)
        return texts.text(field, value)

    def merge(self) -> None:
        """Merge with the values chosen; what is wrong with them is said here."""
        values = {name: self._differing[name].gone for name, box in self.boxes.items() if box.value() == "gone"}
        wrong = self._session.do(merging.merge, self._kept, self._gone, values, self._session.today)
        if wrong:
            self._wrong.setText(" ".join(problem.message for problem in wrong))
            self._wrong.show()
        elif wrong is not None:
            self.accept()
            self._done(self._kept)


def _headline(pairs: int) -> str:
    return f"{of(pairs, 'pair')} of people may be the same"


class DoublesSheet(Sheet):
    """The pairs of people who may be one; Enter merges a pair."""

    def __init__(self, session: Session, pairs: Sequence[Any], parent: QWidget | None = None) -> None:
        super().__init__(_headline(len(pairs)), WORDS, parent)
        self._session, self._pairs = session, dict(enumerate(pairs, 1))
        self.setMinimumWidth(860)
        self.listed = plain.PlainList("doubles", "May be the same", COLUMNS)
        self.table = Table(self.listed, lambda: session.today, name="People who may be the same")
        self.table.setMinimumHeight(320)
        self.table.opened.connect(self._merge)
        self.table.set_empty("Nobody here looks like somebody else.")
        self.two = own_action(self, "They are &two people", "users", "Del", self._apart)
        self.table.set_actions([self.two])
        self.table.picked.connect(lambda: self.two.setEnabled(self.table.current() is not None))
        self.body.addWidget(self.table)
        self.row.insertWidget(0, button(self.two))
        self.add_button("Close", "", self.reject)
        self._show()

    def _show(self) -> None:
        ids = {each for pair in self._pairs.values() for each in pair[:2]}
        names = {each.id: each.title for each in Provider.select().where(Provider.id.in_(list(ids)))}
        rows = [
            plain.Row(place, (names[pair[0]], names[pair[1]], pair[2], "Merge…"))
            for place, pair in self._pairs.items()
            if pair[0] in names and pair[1] in names
        ]
        self.listed.replace(rows)
        self.say_headline(_headline(len(rows)))
        self.table.refresh()
        if rows and self.table.current() is None:
            self.table.go_to(rows[0].id)
        self.two.setEnabled(bool(rows))

    def _apart(self) -> None:
        """It is not asked again, here; undo asks again."""
        place = self.table.current()
        if place is not None and not self._session.read_only:
            first, second, _ = self._pairs.pop(place)
            self._session.do(keeping_apart.keep_people_apart, first, second)
            self._show()

    def _merge(self, place: int) -> None:
        first, second, _ = self._pairs[place]
        MergeSheet(self._session, first, second, lambda _: self._show(), self).open()

"""A form in a window of its own, with Save and Cancel. Esc never loses text: it asks first."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.errors import Problem
from workbench.ui.kit.buttons import bare_button
from workbench.ui.kit.dialogs import Sheet
from workbench.ui.kit.form import Form
from workbench.ui.kit.labels import note
from workbench.ui.kit.parting import empty
from workbench.ui.kit.scrolling import Scrolling

LEAST, AROUND, BESIDE = 200, 220, 80
"""Logical pixels: of the form's height at least; what stands above and below it, and beside it, as far as the screen goes."""


@dataclass(frozen=True)
class Doubt:
    """What may be wrong and can be kept: beside the box of a field, or below the form, with a way to what it is about."""

    message: str
    field: str = ""
    verb: str = ""
    open: Callable[[], object] = lambda: None


class FormDialog(Sheet):
    """Closes once save() has nothing to complain about. What it doubts is said first, and kept when it is pressed again."""

    def __init__(
        self,
        title: str,
        form: Form,
        save: Callable[[], list[Problem]],
        *,
        verb: str = "Save",
        words: str = "",
        doubts: Callable[[], Sequence[Doubt]] = tuple,
        refusals: Callable[[], list[Problem]] | None = None,
        again: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Save gets what it needs from the form by store(record); texts that cannot be read never reach it.

        refusals say, without saving, what save() would complain about: then that is said before anything is doubted, and goes as
        soon as it does not hold any more. again empties the form for the next one: then it can be saved and stay open."""
        super().__init__(title, words, parent)
        self.form, self._save, self._doubts, self._verb = form, save, doubts, verb
        self._refusals, self._refused, self._doubted = refusals, False, False
        self._area = self._area_of(form)
        self.body.addWidget(self._area)
        self.rest = note().kind("bad")
        self.rest.setAccessibleIdentifier("problems")
        self.rest.hide()
        self.body.addWidget(self.rest)
        self.ways = QVBoxLayout()
        self._add_buttons(again)
        self._follow(form)

    def _add_buttons(self, again: Callable[[], object] | None) -> None:
        self.add_button("Cancel", "", self.reject)
        self.another = self.add_button(f"{self._verb} and add &another", "", self._go_on) if again else None
        self._again = again or (lambda: None)
        self.press = self.add_button(self._verb, "primary", self.accept, default=True)

    def _follow(self, form: Form) -> None:
        self.ways.setSpacing(4)
        self.body.addLayout(self.ways)
        form.changed.connect(self._changed)
        form.left.connect(lambda _: self._weigh_again())
        form.focus()

    def _area_of(self, form: Form) -> Scrolling:
        area = Scrolling(form)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        form.installEventFilter(self)
        return area

    def fit(self) -> None:
        """As wide as the form, and as tall as a screen allows."""
        if (form := self.form.layout()) is not None:
            form.invalidate()
        self._measure()

    def _measure(self) -> None:
        """What is asked to be laid out anew is invalid already: invalidating it here would ask for the same again, without end."""
        form = self.form.layout()
        most = self.screen().availableGeometry().width() - BESIDE
        wide = max(440, min(self.form.sizeHint().width() + 20, most))
        self.form.lay_for(wide - 20)
        hint = self.form.sizeHint().expandedTo(self.form.minimumSizeHint())
        tall = form.totalHeightForWidth(wide - 20) if form is not None and form.hasHeightForWidth() else hint.height()
        self._area.setMinimumSize(wide, min(tall + 8, self._most()))

    def _most(self) -> int:
        return max(LEAST, self.screen().availableGeometry().height() - AROUND)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """A problem that is said under a box takes room: the dialog grows by it, as far as the screen goes."""
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._measure()
            if (layout := self.layout()) is not None:
                layout.activate()
            self.resize(self.size().expandedTo(self.minimumSizeHint()))
        return False

    def accept(self) -> None:
        """Save; stay open while something is wrong."""
        if self._saved():
            super().accept()

    def _go_on(self) -> None:
        """Save, and stay for the next one."""
        if self._saved():
            self._forget_doubts()
            self._again()

    def _saved(self) -> bool:
        problems = self._wrong()
        if not problems and not self._doubted and self._say_doubts(self._doubts()):
            return False
        problems = problems or self._save()
        self.refuse(problems)
        return not problems

    def _wrong(self) -> list[Problem]:
        """Whatever is wrong, all of it at once: texts that cannot be read, and what the values would be refused for."""
        unread = self.form.problems()
        named = {each.field for each in unread}
        refused = self._refusals() if self._refusals else []
        return [*unread, *(each for each in refused if not each.field or each.field not in named)]

    def refuse(self, problems: Sequence[Problem]) -> None:
        """Say what keeps it from being saved, beside its boxes and below the form, and go to the first."""
        self._refused = bool(problems)
        self._say_rest(self.form.show_problems(problems))
        if (box := self.form.focused()) is not None and problems:
            QTimer.singleShot(0, self, lambda: self._area.ensureWidgetVisible(box))

    def _say_rest(self, homeless: Sequence[Problem]) -> None:
        self.rest.setText(" ".join(each.message for each in homeless))
        self.rest.setVisible(bool(homeless))

    def _changed(self, _: str) -> None:
        """Other values may be doubted otherwise, and what was refused may hold no more."""
        self._forget_doubts()
        self._weigh_again()

    def _weigh_again(self) -> None:
        """What was refused and holds no more goes; nothing new is said while somebody types."""
        if self._refused and self._refusals:
            homeless = self.form.keep_problems(self._wrong())
            self._say_rest([each for each in homeless if each.message in self.rest.text()])
        elif self._refused:
            self._say_rest([])

    def _say_doubts(self, doubts: Sequence[Doubt]) -> bool:
        """Say what is doubted; the button then says that it is done anyway."""
        self._forget_doubts()
        self._refused = False
        self._say_rest(self.form.show_problems([]))
        self.form.show_doubts([Problem(each.field, each.message) for each in doubts])
        for each in doubts:
            if not each.field:
                self.ways.addWidget(self._way(each))
        self._doubted = bool(doubts)
        if doubts:
            self.press.setText(f"{self._verb.partition(' ')[0]} anyway")
        return self._doubted

    def _way(self, doubt: Doubt) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(note(doubt.message).kind("warn"), 1)
        if doubt.verb:
            row.addWidget(bare_button(doubt.verb.replace("&", "&&"), "link", lambda: self._leave_for(doubt)))
        return line

    def _leave_for(self, doubt: Doubt) -> None:
        super().reject()
        doubt.open()

    def _forget_doubts(self) -> None:
        """Other values may be doubted otherwise."""
        self._doubted = False
        self.press.setText(self._verb)
        empty(self.ways)

    def unsaved(self) -> bool:
        """Whether something was typed, or chosen, that is not saved."""
        return self.form.dirty()

    def reject(self) -> None:
        """Close; ask first if something was typed."""
        if self.unsaved():
            self.ask_discard()
        else:
            super().reject()

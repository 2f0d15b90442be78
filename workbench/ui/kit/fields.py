"""Which box a field gets: chosen by its type, its choices and whether it is masked."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from peewee import Field, ForeignKeyField

from workbench.records import fields as kinds
from workbench.records import telephones
from workbench.ui.kit.boxes import Box, ChoiceBox, FlagBox, LineBox, LongBox, MaskedBox
from workbench.ui.kit.link_box import Found, LinkBox
from workbench.ui.kit.pickers import ClockBox, DayBox, FuzzyDayBox, NumberBox, StateBox
from workbench.ui.kit.usual import UsualBox


@dataclass(frozen=True)
class Making:
    """What a box may need besides its field."""

    today: Callable[[], date] = date.today
    find: Callable[[str], Found] = field(default=lambda text: ())
    masked: bool = False


def label_of(of: Field) -> str:
    """What a field is called on a form."""
    return of.verbose_name or of.name.replace("_", " ").capitalize()


def box_for(of: Field, making: Making = Making()) -> Box:  # noqa: B008 - it is frozen
    """The box for a field."""
    if making.masked:
        return MaskedDay(making) if isinstance(of, kinds.Day) else MaskedBox()
    if getattr(of, "usual", ()):
        return UsualBox([title for _, title in making.find("")] or of.usual)
    if of.choices:
        return ChoiceBox(list(of.choices), empty=of.null or of.default in ("", None))
    for kind, make in _BOXES:
        if isinstance(of, kind):
            return make(of, making)
    return LineBox()


class MaskedDay(MaskedBox):
    """A day in dots."""

    def __init__(self, making: Making) -> None:
        super().__init__("mm/dd/yyyy")
        self._day = DayBox(making.today)

    def set_value(self, value: Any) -> None:
        self._day.set_value(value)
        super().set_value(self._day.text())

    def value(self) -> Any:
        self._day.line.setText(self.text())
        return self._day.value()

    def problem(self) -> str:
        self._day.line.setText(self.text())
        return self._day.problem()


class SeveralBox(LineBox):
    """Several of a few, by what they are called."""

    def __init__(self, of: kinds.Several) -> None:
        super().__init__()
        self._of = of

    def set_value(self, value: Any) -> None:
        super().set_value(self._of.words(value or ""))

    def value(self) -> Any:
        return self._of.keys(str(super().value()))


class PhoneBox(LineBox):
    """A telephone number, in its form once the box is left."""

    def value(self) -> Any:
        return telephones.in_form(self.text()) if self.changed() else self.text()

    def leave(self) -> None:
        if self.changed() and self.value() != self.text():
            self._write(self.value())
        super().leave()


_BOXES: tuple[tuple[type, Callable[[Field, Making], Box]], ...] = (
    (ForeignKeyField, lambda of, making: LinkBox(making.find)),
    (kinds.Several, lambda of, making: SeveralBox(of)),
    (kinds.Day, lambda of, making: DayBox(making.today)),
    (kinds.FuzzyDay, lambda of, making: FuzzyDayBox(making.today)),
    (kinds.Clock, lambda of, making: ClockBox()),
    (kinds.Phone, lambda of, making: PhoneBox()),
    (kinds.State, lambda of, making: StateBox()),
    (kinds.LongText, lambda of, making: LongBox()),
    (kinds.Flag, lambda of, making: FlagBox(label_of(of))),
    (kinds.Money, lambda of, making: NumberBox(money=True)),
    (kinds.Whole, lambda of, making: NumberBox()),
)

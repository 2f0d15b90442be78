"""Schools, training and work as a bar over the years, with the gaps that are asked about."""

from PySide6.QtWidgets import QWidget

from workbench.lists.file import File
from workbench.lists.file_years import Years
from workbench.records import texts
from workbench.rules.timeline import TRAINING, WITHOUT, Gap, Span
from workbench.ui.kit.card import Card
from workbench.ui.kit.labels import note
from workbench.ui.kit.time_bar import Time, TimeBar


class YearsCard(Card):
    """The bar, and in words what is missing in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Years", parent=parent)
        self.bar = TimeBar("Schools, training and work by year")
        self.said = note()
        self.add(self.bar)
        self.add(self.said)

    def show_file(self, file: File) -> None:
        """Show the years of a person; without a beginning that is known there is nothing to draw."""
        years = file.years
        filled = [_time(each) for each in years.spans if each.kind != WITHOUT]
        holes = [_hole(each) for each in years.gaps]
        self.setVisible(bool(filled))
        self.said.setText(_said(years))
        self.bar.show_times([*filled, *holes], years.until, _said(years))


def _time(span: Span) -> Time:
    training = span.kind == TRAINING
    title = f"{span.detail}, {span.title}" if training and span.detail else span.title
    return Time(span.start, span.end, title, strong=training)


def _hole(gap: Gap) -> Time:
    return Time(gap.start, gap.end, _told(gap), "warn" if gap.explained else "bad")


def _told(gap: Gap) -> str:
    how = "explained" if gap.explained else "not explained"
    return f"{texts.day(gap.start)} to {texts.day(gap.end)}: {gap.length}, {how}"


def _said(years: Years) -> str:
    if not years.gaps:
        return f"No time of {years.shortest} days or more without training or work."
    return "Without training or work: " + "; ".join(_told(each) for each in years.gaps) + "."

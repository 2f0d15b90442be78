"""What expires, on Today: the figure, its parts and the weeks, each of which opens the rows that it counts."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from workbench.records import texts
from workbench.records.words import of
from workbench.ui.kit.card import Card
from workbench.ui.kit.charts import Bar, Chart
from workbench.ui.kit.labels import small
from workbench.ui.pages.today_cards import CHART, Figure

if TYPE_CHECKING:
    from workbench.lists.today import Coming


class ExpiringCard(Card):
    """Opens the list of credentials at the view, and at the days, that were counted."""

    def __init__(self, shell: Any) -> None:
        super().__init__("Expired or expiring")
        self._shell = shell
        self._days = ("", "")
        self._weeks: list[str] = []
        """The days of each week, as a filter asks for them."""
        self.figure = Figure(partial(self._open, "expiring"))
        self.figure.split(
            [
                partial(self._open, "lapsed"),
                lambda: self._open("expiring", expires=self._days[0]),
                lambda: self._open("expiring", expires=self._days[1]),
            ]
        )
        self.weeks = Chart("Expired, and expiring by week", self._open_week, upright=True)
        self.by_week = small("expired, and by week from Monday")
        for part in (self.figure, self.weeks, self.by_week):
            self.add(part, CHART if part is self.weeks else 0)
        self.body.addStretch(1)

    def fold(self, low: bool) -> None:
        """Where the window is low, the figure and its parts alone."""
        for part in (self.weeks, self.by_week):
            part.setHidden(low)

    def _open(self, view: str, **more: str) -> None:
        self._shell.go("credentials", view=view, **more)

    def _open_week(self, place: int) -> None:
        if place:
            self._open("expiring", expires=self._weeks[place - 1])
        else:
            self._open("lapsed")

    def show_as(self, coming: Coming, today: date) -> None:
        """What was counted."""
        last = today + timedelta(days=coming.lead_days)
        ends = [(max(first, today), min(first + timedelta(days=6), last)) for first, _ in coming.weeks]
        self._weeks = [f"{texts.day(first)} to {texts.day(end)}" for first, end in ends]
        urgent, later = coming.urgent_days, coming.lead_days
        parts = (
            f"{coming.lapsed:,} expired",
            f"{coming.urgent:,} within {urgent} days",
            f"{coming.later:,} more within {later}",
        )
        self._days = f"next {urgent} days", f"+{urgent + 1}d to +{later}d"
        self.figure.show_as(coming.total, "", f"{coming.total:,} expired or expiring: {' · '.join(parts)}")
        self.figure.show_parts(parts)
        bars = [Bar("expired", coming.lapsed, "bad", f"{of(coming.lapsed, 'credential')} expired")]
        for first, count in coming.weeks:
            tone = "warn" if (first - coming.weeks[0][0]).days < urgent - 6 else "quiet"
            says = f"{of(count, 'credential')} in the week of {texts.day(first)}"
            bars.append(Bar(f"{first.month}/{first.day}", count, tone, says))
        self.weeks.show_bars(bars)

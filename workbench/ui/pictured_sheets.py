"""Pictures of what is asked in sheets over a page: each is opened as its command opens it, and drawn over the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEventLoop
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog

from workbench.actions import verifying
from workbench.lists import standards
from workbench.lists.policy_points import OPEN
from workbench.records.credential import Credential
from workbench.records.finding import BLOCKS, KeptFinding
from workbench.records.verification import Verification

if TYPE_CHECKING:
    from workbench.ui.window import Window

Opener = Callable[["Window"], object]
DIM = 0.35
"""How much of the page below a sheet is taken back."""


def sheets(window: Window) -> Iterator[tuple[str, QDialog]]:
    """Each sheet in turn, open over its page; it is closed before the next one, and nothing is recorded."""
    for name, open_ in SHEETS.items():
        before = set(_open(window))
        open_(window)
        _settle()
        for sheet in [each for each in _open(window) if each not in before][-1:]:
            yield name, sheet
            sheet.reject()
            _settle()


def prepare(today: date) -> None:
    """Strike a few verifications: the audit of those that were changed has something to draw from."""
    some = Verification.select().where(Verification.struck.is_null()).order_by(Verification.done.desc()).limit(6)
    for each, why in zip(list(some), ("Of another person", "Wrong license", "Entered twice") * 2, strict=False):
        verifying.strike(each.id, each.by or "M. Alvarez", why, today)


def over(window: Window, sheet: QDialog) -> QPixmap:
    """The window with a sheet in its middle, as it stands over it."""
    made = window.grab()
    painter = QPainter(made)
    painter.setOpacity(DIM)
    painter.fillRect(made.rect(), window.palette().shadow())
    painter.setOpacity(1)
    left, top = (window.width() - sheet.width()) // 2, max((window.height() - sheet.height()) // 2, 0)
    painter.drawPixmap(left, top, sheet.grab())
    painter.end()
    return made


def _open(window: Window) -> list[QDialog]:
    return [each for each in window.findChildren(QDialog) if each.isVisible()]


def _settle() -> None:
    for _ in range(3):
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)


def _page(window: Window, key: str, **how: Any) -> Any:
    window.go(key, **how)
    return window.page(key)


def _finding(window: Window) -> None:
    page = _page(window, "standards", part="findings")
    page.findings.table.go_to(KeptFinding.get(KeptFinding.severity == BLOCKS).id)
    page.findings.assign.trigger()


def _limit(window: Window) -> None:
    """Of the first rule whose limit an office may change."""
    packs = _page(window, "settings", part="packs").packs
    for pack in packs.table.ids():
        packs.table.go_to(pack)
        for rule in packs.rules.ids():
            packs.rules.go_to(rule)
            if packs.change.isEnabled() and not packs.rule().setting:
                packs.ask_limit()
                return


def _point(window: Window) -> None:
    """One of the bylaws that is not answered."""
    points = _page(window, "settings", part="points").points
    points.table.go_to(next((n for n, each in enumerate(points._points) if each.answer == OPEN), 0))
    points.ask()


def _credentials(count: int, action: str) -> Opener:
    def ask(window: Window) -> None:
        page = _page(window, "credentials", view="expiring")
        page.table.select(list(page.table.ids())[:count])
        getattr(page, action).trigger()

    return ask


def _snooze(window: Window) -> None:
    page = _page(window, "credentials", view="expiring")
    page.table.go_to(list(page.table.ids())[-1])
    page.snooze.ask()


def _strike(window: Window) -> None:
    """Of a credential that was verified."""
    from workbench.ui.verification_sheets import ask_strike

    seen = Credential.get(~Credential.past & Credential.verified.is_null(False))
    _page(window, "file", provider=seen.provider_id, credential=seen.id)
    ask_strike(seen.id, window.session, window)


def _file(tab: str, ask: Callable[[Any], object]) -> Opener:
    """On the file that is furthest from ready."""

    def opened(window: Window) -> None:
        worst = standards.furthest(window.session.today)
        page = _page(window, "file", provider=worst[0] if worst else 1, tab=tab)
        ask(page)

    return opened


def _verify_school(page: Any) -> None:
    card = page.part("background").cards[0]
    card.table.go_to(card.table.ids()[0])
    card.ask_verification()


SHEETS: dict[str, Opener] = {
    "sheet-audit": lambda window: _page(window, "standards").ask_audit(),
    "sheet-pull": lambda window: _page(window, "standards").pulls.ask(),
    "sheet-task-of-finding": _finding,
    "sheet-limit": _limit,
    "sheet-point": _point,
    "sheet-verify": _credentials(1, "verify"),
    "sheet-run": _credentials(5, "verify"),
    "sheet-notices": _credentials(5, "chase"),
    "sheet-snooze": _snooze,
    "sheet-strike": _strike,
    "sheet-look": _file("quality", lambda page: page.part("quality").looks.ask()),
    "sheet-exception": _file("quality", lambda page: page.part("quality").exceptions.new.trigger()),
    "sheet-verify-school": _file("background", _verify_school),
    "sheet-requirement": lambda window: _page(window, "requirements").new.trigger(),
    "sheet-as-of": lambda window: _page(window, "standards").as_of.trigger(),
}
"""By the name of the picture, what opens it."""

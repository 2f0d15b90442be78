"""By Tab alone: from wherever the keyboard is, Tab visits every control that can be worked, and comes round."""

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication, QDialog

from tests.conftest import TODAY
from tests.ui.tabbing import missed
from workbench.actions import editing, touring
from workbench.records import KINDS
from workbench.records.provider import Provider
from workbench.ui import pictures
from workbench.ui.kit.action import plain
from workbench.ui.kit.dialogs import Sheet
from workbench.ui.kit.messages import Recorded
from workbench.ui.pages import PAGES
from workbench.ui.pages.first_run import Doors, FirstRun
from workbench.ui.passphrases import AskPassphrase, ChangePassphrase, Encrypt
from workbench.ui.record_sheet import ask_record

EVERYWHERE = ("Export to Excel…", "Print the list that shows…", "Print selection…")
"""What opens the same sheet from every page."""
FORWARD = (False,)
"""Of sheets one way is enough: what is made in their order is their order."""


def nothing(*given: Any) -> None:
    """A door that leads nowhere."""


def settled() -> None:
    """What was opened is laid out and has the keyboard."""
    for _ in range(3):
        QApplication.processEvents()


def sheets() -> list[QDialog]:
    """The dialogs that are open, the newest last."""
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()]


def test_tab_visits_all_of_the_first_page_and_comes_round(qtbot: Any) -> None:
    first = FirstRun(Doors(nothing, nothing, nothing, nothing))
    qtbot.addWidget(first)
    first.show()
    for show in (first.show_cards, first.show_new):
        show()
        settled()
        assert missed(first) == []


def test_whoever_declines_a_passphrase_needs_tab_alone(qtbot: Any) -> None:
    """Making the office is as far as Tab goes, from the first line on."""
    made: list[Any] = []
    first = FirstRun(Doors(lambda *given: made.append(given), nothing, nothing, nothing))
    qtbot.addWidget(first)
    first.show()
    first.show_new()
    settled()
    for typed in ("Riverbend", "", "", "", "", "", "", "", "not encrypted", ""):
        at = first.focusWidget()
        if typed:
            qtbot.keyClicks(at, typed)
        qtbot.keyClick(at, "\t")
    assert first.focusWidget() is first.form._press


def test_tab_visits_all_of_every_sheet_about_passphrases(qtbot: Any) -> None:
    for sheet in (
        AskPassphrase(Path("riverbend.workbench"), nothing),
        ChangePassphrase(nothing),
        Encrypt(nothing),
    ):
        qtbot.addWidget(sheet)
        sheet.open()
        settled()
        assert missed(sheet) == [], type(sheet).__name__
        sheet.done(0)


def test_tab_visits_all_of_every_page(morning: Any, tmp_path: Path) -> None:
    roster = tmp_path / "roster.xlsx"
    touring.make_roster(roster, TODAY)
    lost = {}
    for name, shown in pictures.scenes(morning, [page.key for page in PAGES], roster):
        settled()
        if found := missed(shown):
            lost[name] = found
    assert lost == {}


def test_tab_visits_all_of_the_form_of_every_kind(morning: Any) -> None:
    lost = {}
    for kind in KINDS:
        if not editing.one(kind):
            continue
        ask_record(morning, morning.session, kind, kind.model())
        settled()
        for sheet in sheets():
            if found := missed(sheet, FORWARD):
                lost[kind.name] = found
            sheet.done(0)
    assert lost == {}


def test_tab_visits_all_of_every_sheet_that_a_page_opens(morning: Any, monkeypatch: Any) -> None:
    """Whatever a page's own commands open, that ask something first."""
    monkeypatch.setattr(morning.session, "messages", Recorded(yes=False))
    lost, seen, titles, done = {}, set(), set(), set()
    for name, _ in pictures.scenes(morning, [page.key for page in PAGES if page.key != "import"], None):
        page = morning.page(name.split("-")[0])
        settled()
        for doing in [*page.actions(), *(each for part in page.findChildren(QDialog) for each in part.actions())]:
            said = plain(doing.text())
            asks = ("" if said in EVERYWHERE else page.key, said)
            if asks in done or not doing.isEnabled() or not asks[1].endswith("…"):
                continue
            done.add(asks)
            doing.trigger()
            settled()
            for sheet in sheets():
                seen.add(type(sheet).__name__)
                known = sheet.windowTitle() in titles
                if isinstance(sheet, Sheet) and not known and (found := missed(sheet, FORWARD)):
                    lost[f"{name}: {said}"] = found
                titles.add(sheet.windowTitle())
                sheet.done(0)
    assert lost == {}
    last = {each.last for each in Provider.select()}
    assert not [each for each in titles if last & set(each.replace(",", " ").split())], "a title holds no name"
    assert len(seen) > 5

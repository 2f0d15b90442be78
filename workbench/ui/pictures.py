"""Pictures of every page, each with what is worth seeing of it; for the tour, the README, and ourselves."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtWidgets import QApplication, QWidget

from workbench.actions import pulling, snoozing
from workbench.lists import in_process, standards, worsening
from workbench.lists.expirables import EXPIRABLES
from workbench.records.committee import Committee
from workbench.records.credential import Credential
from workbench.records.desk import Document
from workbench.records.meeting import Meeting
from workbench.records.meeting_words import HELD
from workbench.records.pull import BY_DEPARTMENT, FilePull
from workbench.rules import survey
from workbench.store import database, veil
from workbench.store.office import Seat as Chair
from workbench.ui import pictured_sheets
from workbench.ui.kit.page import Described
from workbench.ui.kit.seat import Seat
from workbench.ui.kit.table import Table
from workbench.ui.office_window import open_window
from workbench.ui.pages.first_run import Doors, FirstRun
from workbench.ui.starting import Program
from workbench.ui.window import TITLE, Window

FILE_TABS = (
    *("summary", "credentials", "background", "privileges", "applications", "quality", "documents", "desk", "history"),
)
APPLICATION_TABS = ("references", "claims", "evidence", "privileges", "documents", "chair")
Size = tuple[int, int]


def draw(
    folder: Path,
    office: Any,
    today: date,
    pages: Sequence[Described],
    sizes: Sequence[Size],
    worn: str,
    seat: Seat,
    roster: Path | None = None,
) -> list[Path]:
    """One PNG a scene and size, named page-WxH-light.png; the office is open and stays so."""
    program = Program(seat, Chair(database.seat), lambda: pages, lambda: today, folder)
    window = open_window(program, office, at_once=True)
    written = []
    for place, size in enumerate(sizes):
        _to_screen(window, size)
        for name, shown in chain(_first(seat), scenes(window, [page.key for page in pages], roster)):
            written.append(_grab(shown, folder / f"{name}-{size[0]}x{size[1]}-{worn}.png", size))
        if place == 0:
            pictured_sheets.prepare(today)
        for name, sheet in pictured_sheets.sheets(window):
            written.append(path := folder / f"{name}-{size[0]}x{size[1]}-{worn}.png")
            pictured_sheets.over(window, sheet).save(str(path))
        if place + 1 == len(sizes):
            window.session.waiting = ""  # a plan that was drawn
            window.close()
    return written + list(_surveyed(program, office, folder, sizes, worn))


def _to_screen(window: QWidget, size: Size) -> None:
    """Onto a screen as large as the picture, where there is one: what is asked over the window fits itself to it."""
    for screen in QApplication.screens():
        if screen.size().toTuple() == size:
            window.move(screen.geometry().topLeft())


def _surveyed(program: Program, office: Any, folder: Path, sizes: Sequence[Size], worn: str) -> Iterator[Path]:
    """What is left on the screen in survey mode: the standards, and the file of whoever has most findings."""
    today = program.today()
    standards.read(today)  # what is found is found before anything is hidden
    worst = standards.furthest(today)
    veil.change(survey.VEIL)
    window = open_window(program, office, at_once=True)
    for size in sizes:
        window.go("standards")
        yield _grab(window, folder / f"survey-standards-{size[0]}x{size[1]}-{worn}.png", size)
        if worst is not None:
            window.go("file", provider=worst[0], tab="credentials")
            yield _grab(window, folder / f"survey-file-{size[0]}x{size[1]}-{worn}.png", size)
    window.close()
    veil.change(None)


def scenes(window: Window, keys: Sequence[str], roster: Path | None) -> Iterator[tuple[str, QWidget]]:
    """Every page in turn, brought to what is worth seeing."""
    for key in keys:  # so that every count of the sidebar is there from the first picture on
        window.page(key)
    for key in keys:
        for name, prepare in SCENES.get(key, _plain)(key, window, roster):
            prepare()
            yield name, window


Scene = tuple[str, Callable[[], object]]


def _plain(key: str, window: Window, roster: Path | None) -> Iterator[Scene]:
    yield key, lambda: window.go(key)


def _credentials(key: str, window: Window, roster: Path | None) -> Iterator[Scene]:
    def choose() -> None:
        window.go(key, view="expiring")  # a walk before this one may have left another
        table: Any = window.page(key).table  # type: ignore[attr-defined]
        table.select(list(table.ids())[:3])

    today = window.session.today
    late = ~Credential.past & (Credential.expires > today + timedelta(days=14))
    some = [each.id for each in Credential.select().where(late).order_by(Credential.expires).limit(3)]

    def put_off() -> None:
        """Of what ends later than in two weeks a few: the chip of what is snoozed has something behind it."""
        snoozing.snooze(some, today + timedelta(days=7), today)
        window.page(key).refresh({"credential"})
        window.go(key, view="snoozed")

    yield key, choose
    yield f"{key}-snoozed", put_off


def _file(key: str, window: Window, roster: Path | None) -> Iterator[Scene]:
    """Of those of whom something lapsed, the one with the most documents: every tab has something to show."""
    lapsed = list(EXPIRABLES.ids(today=window.session.today, view="lapsed")) or [1]
    people = {each.provider_id for each in Credential.select().where(Credential.id.in_(lapsed))}
    papers = {each: Document.select().where(Document.provider == each).count() for each in people}
    for whose in sorted(people, key=lambda each: papers[each])[-1:]:
        for tab in FILE_TABS:
            yield f"{key}-{tab}", lambda tab=tab, whose=whose: window.go(key, provider=whose, tab=tab)  # type: ignore[misc]
        yield f"{key}-ahead", partial(_ahead, window, key, whose)
        file: Any = window.page(key)
        file.credentials.show_ahead(None)  # the next size begins with today


def _ahead(window: Window, key: str, whose: int) -> None:
    """What is found in a file on the day of the last of the next meetings."""
    window.go(key, provider=whose, tab="credentials")
    page: Any = window.page(key)
    days = worsening.days(window.session.today)
    page.credentials.show_ahead(days[-1] if days else None)


def _applications(key: str, window: Window, roster: Path | None) -> Iterator[Scene]:
    for face in ("cards", "list"):
        yield f"{key}-{face}", lambda face=face: window.go(key, face=face)  # type: ignore[misc]


def _application(key: str, window: Window, roster: Path | None) -> Iterator[Scene]:
    """One that lacks something, and one that is ready and needs a full review."""
    found = in_process.standings(window.session.today)
    lacking = next((each.id for each in found if each.stage == "Verification" and each.kept), 0)
    ready = next((each.id for each in found if each.ready and each.why), lacking)
    for tab, which in (("summary", lacking), ("disclosures", lacking), *((tab, ready) for tab in APPLICATION_TABS)):
        if which:
            yield f"{key}-{tab}", lambda tab=tab, which=which: window.go(key, application=which, tab=tab)  # type: ignore[misc]


def _import(key: str, window: Window, roster: Path | None) -> Iterator[Scene]:

    def nothing_chosen() -> None:
        window.go(key)
        page: Any = window.page(key)
        page.open()  # the size before this one left its plan

    yield key, nothing_chosen
    if roster is not None:

        def review() -> None:
            window.go(key, path=roster)
            asking: Any = window.page(key)
            asking.plan_step.asked.go_on.click()  # the rows show more than what is asked of all of them
            for table in window.page(key).findChildren(Table):
                if table.count():
                    table.go_to(table.ids()[0])

        yield f"{key}-review", review
        page: Any = window.page(key)
        for step in ("file", "columns"):
            yield f"{key}-{step}", lambda step=step: page.go(step)  # type: ignore[misc]
        yield f"{key}-returned", partial(_returned, window, key)


def _returned(window: Window, key: str) -> None:
    """The list of people, come back with other telephones in it."""
    from workbench.actions import touring

    with TemporaryDirectory() as kept:
        path = Path(kept) / "Providers edited.xlsx"
        touring.make_edited_list(path, window.session.today)
        window.go(key, path=path)
    page: Any = window.page(key)
    page.return_step.chips.choose("changed")
    page.return_step.table.set_view("changed")
    page.return_step.table.go_to(page.return_step.table.ids()[0])


def _privileges(key: str, window: Window, roster: Path | None) -> Iterator[Scene]:
    page: Any = window.page(key)
    yield key, lambda: window.go(key, view="in_force")
    for state in ("In force", "Draft"):
        for form in [row.id for row in page.forms.rows() if row.state == state][:1]:
            name = f"{key}-{state.lower().replace(' ', '-')}"
            yield name, lambda form=form: window.go(key, form=form)  # type: ignore[misc]


def _meetings(key: str, window: Window, roster: Path | None) -> Iterator[Scene]:
    for tab in ("list", "year", "committees", "closed"):
        yield f"{key}-{tab}", lambda tab=tab: window.go(key, tab=tab)  # type: ignore[misc]


def _meeting(key: str, window: Window, roster: Path | None) -> Iterator[Scene]:
    """The next meeting of the credentials committee, and the newest that was held."""
    today, chosen = window.session.today, Committee.level == "Credentials committee"
    meetings = Meeting.select().join(Committee).where(chosen)
    coming = meetings.where(Meeting.held >= today).order_by(Meeting.held).first()
    held = meetings.where(Meeting.state == HELD).order_by(Meeting.held.desc()).first()
    for meeting, tab in ((coming, "agenda"), (held, "attendance"), (held, "minutes"), (coming, "actions")):
        if meeting is not None:
            yield f"{key}-{tab}", lambda each=meeting.id, tab=tab: window.go(key, meeting=each, tab=tab)  # type: ignore[misc]


def _committee(key: str, window: Window, roster: Path | None) -> Iterator[Scene]:
    for each in Committee.select().where(Committee.level == "Credentials committee").limit(1):
        yield key, lambda each=each.id: window.go(key, committee=each)  # type: ignore[misc]


def _settings(key: str, window: Window, roster: Path | None) -> Iterator[Scene]:
    for part in ("office", "packs", "points", "lists", "seat"):
        name = key if part == "office" else f"{key}-{part}"
        yield name, lambda part=part: window.go(key, part=part)  # type: ignore[misc]


def _standards(key: str, window: Window, roster: Path | None) -> Iterator[Scene]:
    """What is asked, what is found, files that are pulled, what was verified; and as a surveyor sees a traced file."""

    def show(part: str) -> None:
        window.go(key)
        page: Any = window.page(key)
        page.open(part=part)

    def pull() -> None:
        if not FilePull.select().exists():
            pulling.by_lot(10, "20261124", window.session.today, BY_DEPARTMENT)
        show("pulls")
        page: Any = window.page(key)
        page.pulls.refresh()

    yield "standards", partial(show, "board")
    yield "standards-findings", partial(show, "findings")
    yield "standards-pulls", pull
    yield "standards-verifications", partial(show, "verifications")


SCENES: dict[str, Callable[[str, Window, Path | None], Iterator[Scene]]] = {
    "credentials": _credentials,
    "applications": _applications,
    "application": _application,
    "file": _file,
    "import": _import,
    "meetings": _meetings,
    "meeting": _meeting,
    "committee": _committee,
    "privileges": _privileges,
    "settings": _settings,
    "standards": _standards,
}


def _first(seat: Seat) -> Iterator[tuple[str, QWidget]]:
    doors = Doors(lambda *given: None, lambda path: None, lambda: None, lambda: None)
    for name, step in (("first-run", "show_cards"), ("new-office", "show_new")):
        first = FirstRun(doors, (), str(Path("/home/alvarez")))
        first.setWindowTitle(TITLE)
        getattr(first, step)()
        yield name, first


def _grab(shown: QWidget, path: Path, size: Size) -> Path:
    shown.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, False)
    shown.resize(*size)
    shown.show()
    for _ in range(3):  # layouts, then what follows from them, then the paint
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    shown.grab().save(str(path))
    if not isinstance(shown, Window):
        shown.close()
    return path

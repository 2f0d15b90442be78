"""The window over the sample hospital, as it opens in the morning; made once a module."""

import os
import shutil
from collections.abc import Iterator
from datetime import datetime, time
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QSettings
from PySide6.QtWidgets import QApplication, QDialog

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.conftest import TODAY
from workbench.actions import offices, sample
from workbench.store import database
from workbench.store.office import Seat as Chair
from workbench.ui.kit import theme
from workbench.ui.kit.seat import Seat
from workbench.ui.office_window import open_window
from workbench.ui.pages import PAGES
from workbench.ui.starting import Program

CHAIR = Chair("M. Alvarez", lambda: datetime.combine(TODAY, time(8, 2)))


@pytest.fixture(autouse=True)
def _no_sheet_stays_open() -> Iterator[None]:
    """A sheet that one test leaves open is not what the next one finds, nor the windows of all tests before: no loop of events
    runs between two tests, in which what is over would go."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    yield
    for each in QApplication.topLevelWidgets():
        if isinstance(each, QDialog):
            each.hide()


@pytest.fixture(scope="session")
def riverbend(tmp_path_factory: Any) -> Path:
    """The sample hospital as the first page makes it, of 60 people, closed."""
    path = tmp_path_factory.mktemp("riverbend") / "riverbend.workbench"
    sample.make(path, CHAIR, TODAY, 60).close()
    return path


@pytest.fixture(scope="module")
def morning(qapp: Any, riverbend: Path, tmp_path_factory: Any) -> Any:
    """The window of 60 people; whoever changes its size or its office has a window of their own."""
    theme.wear(qapp, "light")
    folder = tmp_path_factory.mktemp("morning")
    office = offices.open_office(Path(shutil.copyfile(riverbend, folder / riverbend.name)), CHAIR)
    seat = Seat(QSettings(str(folder / "seat.ini"), QSettings.Format.IniFormat))
    program = Program(seat, Chair(database.seat), lambda: PAGES, lambda: TODAY, folder)
    made = open_window(program, office, at_once=True)
    made.resize(1366, 768)
    made.show()
    yield made
    made.session.waiting = ""
    made.close()
    made.deleteLater()
    office.close()

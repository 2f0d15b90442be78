"""How large everything is drawn: a seat's own factor, said to Qt before it begins and to no other program."""

import os

import pytest
from PySide6.QtCore import QSettings

from workbench.ui.kit import scaling
from workbench.ui.kit.seat import Seat


@pytest.fixture(autouse=True)
def _own_environment(monkeypatch):
    monkeypatch.setenv("QT_SCALE_FACTOR", "1")  # so that what a test sets goes with it
    monkeypatch.delenv("QT_SCALE_FACTOR")
    monkeypatch.setattr(scaling, "_worn", [])


@pytest.mark.parametrize(
    ("kept", "percent"), [("150", 150), (200, 200), ("", 100), ("90", 100), ("1e9", 100), (None, 100)]
)
def test_what_is_kept_is_one_of_the_choices(kept, percent):
    assert scaling.read(kept) == percent


def test_a_seat_keeps_its_size_and_its_name(tmp_path):
    path = str(tmp_path / "seat.ini")
    Seat(QSettings(path, QSettings.Format.IniFormat)).scale = 175
    again = Seat(QSettings(path, QSettings.Format.IniFormat))
    assert again.scale == 175 and again.name == ""
    again.name = "M. Alvarez"
    assert Seat(QSettings(path, QSettings.Format.IniFormat)).name == "M. Alvarez"


def test_qt_is_told_before_it_begins_and_a_program_started_from_here_is_not(monkeypatch):
    scaling.wear(100)
    assert "QT_SCALE_FACTOR" not in os.environ
    scaling.wear(150)
    assert os.environ["QT_SCALE_FACTOR"] == "1.5"
    assert "QT_SCALE_FACTOR" not in scaling.environment()


def test_who_set_a_factor_for_qt_keeps_it_unless_the_seat_has_its_own(monkeypatch):
    monkeypatch.setenv("QT_SCALE_FACTOR", "1.1")
    scaling.wear(100)
    assert os.environ["QT_SCALE_FACTOR"] == "1.1" == scaling.environment()["QT_SCALE_FACTOR"]
    scaling.wear(200)
    assert os.environ["QT_SCALE_FACTOR"] == "2" and scaling.environment()["QT_SCALE_FACTOR"] == "1.1"

"""The computer's time zone by its name: what TZ says, else the system's link; a server's UTC is no hospital's."""

from pathlib import Path

import pytest

from workbench.records import own_zone, zones


def linked(tmp_path: Path, name: str) -> Path:
    real = tmp_path / "zoneinfo" / name
    real.parent.mkdir(parents=True)
    real.touch()
    link = tmp_path / "localtime"
    link.symlink_to(real)
    return link


def test_the_systems_link_tells_it(tmp_path: Path) -> None:
    assert own_zone.name({}, linked(tmp_path, "America/New_York")) == "America/New_York"


@pytest.mark.parametrize("name", ["UTC", "Etc/UTC", "Nowhere/At_All"])
def test_what_is_no_hospitals_is_not_known(tmp_path: Path, name: str) -> None:
    assert own_zone.name({}, linked(tmp_path, name)) == ""


def test_no_link_tells_nothing(tmp_path: Path) -> None:
    assert own_zone.name({}, tmp_path / "none") == ""


@pytest.mark.parametrize("said", ["America/Denver", ":America/Denver", "/usr/share/zoneinfo/America/Denver"])
def test_tz_counts_before_the_link(tmp_path: Path, said: str) -> None:
    assert own_zone.name({"TZ": said}, linked(tmp_path, "America/New_York")) == "America/Denver"


def test_a_tz_without_a_name_is_not_replaced_by_the_link(tmp_path: Path) -> None:
    assert own_zone.name({"TZ": "EST5EDT"}, linked(tmp_path, "America/Chicago")) == ""


def test_windows_tells_it_by_its_own_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own_zone, "_registered", lambda: "Eastern Standard Time")
    assert own_zone.name({}, linked(tmp_path, "America/Chicago")) == "America/New_York"
    monkeypatch.setattr(own_zone, "_registered", lambda: "Romance Standard Time")
    assert own_zone.name({}, tmp_path / "none") == ""


def test_every_zone_that_windows_tells_is_known() -> None:
    assert all(zones.known(name) for name in own_zone.WINDOWS.values())

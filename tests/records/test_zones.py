"""Time zones are read as people write them, and every one of ours is known."""

import pytest

from workbench.records import zones


def test_every_zone_of_ours_is_known() -> None:
    assert all(zones.known(name) for name in zones.ZONES)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("eastern", "America/New_York"),
        ("Pacific time", "America/Los_Angeles"),
        ("america/chicago", "America/Chicago"),
        ("Atlantic", "America/Puerto_Rico"),
        ("America/Detroit", "America/Detroit"),
        ("America/New York", "America/New_York"),
        ("America/Nowhere", ""),
        ("Riverbend", ""),
        ("", ""),
    ],
)
def test_a_zone_is_read_as_it_is_called_or_named(typed: str, name: str) -> None:
    assert zones.read(typed) == name


def test_a_zone_is_said_so_that_a_reader_knows_it() -> None:
    assert zones.said("America/New_York") == "Eastern time (America/New_York)"
    assert zones.said("America/Phoenix") == "Mountain time (America/Phoenix)"
    assert zones.said("America/Detroit") == "America/Detroit"

"""States, however people write them."""

import pytest

from workbench.records import places


@pytest.mark.parametrize(
    "text,code",
    {
        "N. Carolina": "NC",
        "No. Dakota": "ND",
        "W. Virginia": "WV",
        "S Carolina": "SC",
        "Calif.": "CA",
        "N.Y.": "NY",
    }.items(),
)
def test_a_state_is_known_by_its_name_its_letters_and_how_it_is_shortened(text, code):
    assert places.code(text) == code


@pytest.mark.parametrize("text", ["No", "S. Main", "West", "N. Bay"])
def test_a_direction_alone_is_no_state(text):
    assert places.code(text) is None

"""A few hundred of the rosters made at random; `python -m tests.sheets.random_rosters 5000` makes thousands."""

from pathlib import Path

from hypothesis import HealthCheck, given, note, settings

from tests.sheets.conserved import unaccounted
from tests.sheets.random_rosters import checked, planned, rosters, written
from tests.sheets.roster_layouts import Roster

MOST = settings(max_examples=400, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


@MOST
@given(roster=rosters())
def test_no_value_is_wrong_and_no_row_is_lost(roster: Roster, tmp_path_factory):
    note(f"made({roster.made_by})")
    folder: Path = tmp_path_factory.mktemp("roster")
    plan = planned(written(roster, folder))
    score = checked(roster, plan)
    assert score.wrong == []
    assert unaccounted(plan) == []
    if roster.is_plain:
        assert score.left <= 0.02 * (score.right + score.left) + 2

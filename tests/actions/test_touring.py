"""The roster of the pictures: what is worth seeing of an import is in it."""

from tests.conftest import TODAY
from workbench.actions import importing, sample, touring


def test_the_page_of_a_web_system_has_struck_and_yellow_rows_and_everything_that_asks(tmp_path, seat):
    office = sample.make(tmp_path / "riverbend.workbench", seat, TODAY, 60)
    count = touring.make_page(tmp_path / "Roster.xls", TODAY)
    plan = importing.prepare(tmp_path / "Roster.xls", today=TODAY).plan
    assert len(plan.rows) == count and plan.readings[0].heading_row == 3
    assert [each.mark.says for each in plan.marks] == ["struck through", "filled yellow"]
    for result in ("new", "changed", "same", "rejected", "skipped"):
        assert plan.counts[result], result
    office.close()

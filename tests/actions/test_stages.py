"""The stages of an application: a committee's outcome moves it on the day it was recorded, or on that of the meeting."""

from datetime import date, timedelta
from typing import Any

import pytest

from tests.conftest import CATEGORY_1
from workbench.actions import outcomes
from workbench.records.application import Application
from workbench.records.committee import Committee
from workbench.records.meeting import AgendaItem, Meeting

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(("days", "since"), [(7, 0), (0, 0), (-7, -7)])
def test_a_file_stands_at_no_stage_since_a_day_that_has_not_come(office: Any, make: Any, days: int, since: int) -> None:
    committee = make(Committee, name="Credentials", level="Credentials committee", quorum=1)
    meeting = make(Meeting, committee=committee, held=TODAY + timedelta(days))
    asked = make(Application, sort="Initial appointment", stage="Credentials committee", **CATEGORY_1)
    item = make(AgendaItem, meeting=meeting, section="Consent list", application=asked, outcome="")
    assert outcomes.record_outcome([item.id], "Approved", TODAY) == []
    found = Application.get_by_id(asked.id)
    assert found.stage == "Medical executive committee"
    assert found.stage_since == TODAY + timedelta(since)

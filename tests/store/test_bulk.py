"""Many rows at once: what the world does to them is said as of any other write, and leaves nothing."""

from typing import Any

import pytest

from tests.conftest import dump
from workbench.errors import WorkbenchError
from workbench.store import bulk, database, history, sources


def _write_rows() -> None:
    bulk.insert("department", ("name", "chair"), [(f"D{n}", "x" * 20_000) for n in range(100)])


def _write_sources() -> None:
    sources.keep(1, [("Sheet", n, "x" * 20_000, None, None) for n in range(100)])


@pytest.mark.parametrize("write", [_write_rows, _write_sources])
@pytest.mark.parametrize("room", [0, 1, 5, 40])
def test_a_full_disk_is_told_wherever_it_is_met_and_nothing_stays(office: Any, write: Any, room: int) -> None:
    before = dump()
    pages = database.execute_sql("PRAGMA page_count").fetchone()[0]
    database.execute_sql(f"PRAGMA max_page_count = {pages + room}")
    with pytest.raises(WorkbenchError, match="The disk is full"), history.step("Too much"):
        write()
    database.execute_sql("PRAGMA max_page_count = 1073741823")
    assert dump() == before

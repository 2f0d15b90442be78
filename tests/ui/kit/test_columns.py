"""The columns of a table follow what they show: wide enough for what was written, and still while somebody works."""

from datetime import date
from typing import Any

import pytest

from workbench.lists.columns import column
from workbench.records.credential import Credential
from workbench.ui.kit import ink
from workbench.ui.kit.plain import Column, PlainList, Row
from workbench.ui.kit.table import Table

from .conftest import TODAY

COLUMNS = (Column("name", "Name", bold=True), Column("contact", "Contact"), Column("noticed", "Last notice"))
MANY = 100
"""More rows than are asked how wide they are."""


def rows(noticed: str = "", contact: str = "(312) 555-0125") -> list[Row]:
    return [Row(n, (f"Okafor {n}", contact, noticed)) for n in range(MANY)]


@pytest.fixture
def listed() -> PlainList:
    return PlainList("chased", "Chased", COLUMNS, rows())


@pytest.fixture
def table(qtbot: Any, listed: PlainList) -> Table:
    table = Table(listed, TODAY)
    qtbot.addWidget(table)
    table.resize(520, 300)
    table.show()
    return table


def is_whole(table: Table, number: int) -> bool:
    """Whether the cell of the first row that shows is cut short nowhere."""
    row = table.model_.row_at(max(table.rowAt(0), 0))
    assert row is not None
    return table.cells.width_of(table.model_.columns[number], number, row) - 2 <= table.columnWidth(number)


def widths(table: Table) -> list[int]:
    return [table.columnWidth(n) for n in range(len(COLUMNS))]


def test_a_column_whose_values_became_longer_is_asked_again(table: Table, listed: PlainList) -> None:
    listed.replace(rows("7 days, Nov 24"))
    table.refresh()
    assert is_whole(table, 2) and is_whole(table, 0) and is_whole(table, 1)
    wide = widths(table)
    listed.replace(rows("7 days"))
    table.refresh()
    assert widths(table) == wide, "what became shorter moves nothing"


def test_what_became_longer_further_down_is_seen_where_it_shows(table: Table, listed: PlainList) -> None:
    table.scrollTo(table.model_.index(MANY - 1, 0))
    found = rows()
    listed.replace([*found[:-1], Row(MANY - 1, ("Okafor", "(312) 555-0125", "30 days, Nov 24"))])
    table.refresh()
    assert table.columnWidth(2) >= table.cells.width_of(COLUMNS[2], 2, listed.page([MANY - 1], TODAY)[0])


def test_columns_stay_while_a_row_is_edited_and_while_one_types_a_search(table: Table, listed: PlainList) -> None:
    before = widths(table)
    table.model_.hold()
    listed.replace(rows("expired, Nov 24 2026"))
    table.refresh()
    assert widths(table) == before
    table.model_.release()
    assert is_whole(table, 2)
    after = widths(table)
    listed.replace(rows("expired, Nov 24 2026", "(312) 555-0125 · Lorraine Pike"))
    table.search("okafor")
    assert widths(table) == after


def test_a_column_of_days_has_room_for_any_day(table: Table) -> None:
    metrics = table.cells._metrics[id(table.cells._plain)]
    longest = table.cells.longest_width(column(Credential, "expires", "On"), False)
    assert all(metrics.horizontalAdvance(f"{date(2028, month, 28):%b} 28 2028") < longest for month in range(1, 13))
    assert table.cells.longest_width(column(Credential, "expires", "On"), True) == 0
    assert table.cells.longest_width(COLUMNS[1], False) == 0 and ink.font()

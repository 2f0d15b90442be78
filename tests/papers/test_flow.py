"""Blocks on pages: what is short is not parted, and a heading never stands alone."""

from workbench.papers import blocks, flow, frame
from workbench.papers.tables import Column, Table, filled


def _table(rows: int) -> Table:
    return Table([Column("What"), Column("Number")], [(f"row {n}", str(n)) for n in range(rows)])


def _pages(*parts: blocks.Block) -> list[list[type]]:
    return [[type(block) for block, _ in page.placed] for page in flow.lay_out(parts)]


def test_a_short_table_goes_to_the_next_page_whole_and_takes_its_heading_along():
    high = frame.room()[1]
    pages = _pages(blocks.Space(high - 80), blocks.heading("References"), _table(5))
    assert pages == [[blocks.Space], [blocks.Words, Table]]


def test_a_long_table_is_parted_and_no_page_is_wasted():
    high = frame.room()[1]
    pages = flow.lay_out([blocks.Space(high - 200), blocks.heading("Privileges"), _table(40)])
    assert [type(block) for block, _ in pages[0].placed] == [blocks.Space, blocks.Words, Table]
    assert all(low >= -0.01 for page in pages for _, low in page.placed)


def test_a_column_in_which_nothing_stands_is_left_out():
    columns, rows = filled([Column("A"), Column("B"), Column("C")], [("1", "", "x"), ("2", "", "")])
    assert [column.heading for column in columns] == ["A", "C"] and rows == [["1", "x"], ["2", ""]]

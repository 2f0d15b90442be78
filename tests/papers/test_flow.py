"""Blocks on pages: what is short is not parted, and a heading never stands alone."""

from workbench.papers import blocks, flow, fonts, frame
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


def test_a_table_of_five_entries_is_not_parted_however_high_they_are():
    high = frame.room()[1]
    long = ("a word or two " * 40).strip()
    rows = [row for n in range(5) for row in ((long, str(n)), (f"below {n}",))]
    parts = [blocks.Space(high - 200), blocks.heading("Liability"), Table([Column("What"), Column("No.")], rows)]
    assert _pages(*parts) == [[blocks.Space], [blocks.Words, Table]]


def test_what_goes_on_is_headed_as_continued_and_no_entry_is_alone_or_parted():
    table = Table([Column("What"), Column("No.")], [("row", "1"), ("row", "2"), ("below 2",)] * 6, title="References")
    wide = frame.room()[0]
    for high in range(30, int(table.wrap(wide, 0)[1])):
        parts = table.split(wide, float(high))
        if not parts:
            continue
        above, heading, below = parts
        assert isinstance(heading, blocks.Words) and heading._words == "References, continued" and heading.stays
        assert len(above._entries) >= 2 and len(below._entries) >= 2
        assert [*above._rows, *below._rows] == [*table._rows] and len(below._rows[0]) == 2
        assert above._given == below._given == table._widths


def test_a_table_higher_than_any_page_is_parted_even_where_an_entry_is_as_high_as_a_page():
    long = "\n".join(["a line"] * 35)
    pages = flow.lay_out(
        [blocks.heading("Remarks"), _table(1), Table([Column("What")], [(long,)] * 4, title="Remarks")]
    )
    assert 3 <= len(pages) <= 5
    assert all(low >= -0.01 for page in pages for _, low in page.placed)


def test_a_day_is_never_broken_over_two_lines():
    fonts.ready()
    said = "Reviewed by Kowalczyk, Piotr S., MD, Nov 7 2026 and again Feb 15 2026"
    for room in range(60, 300, 7):
        lines = fonts.lines(said, fonts.REGULAR, 7.5, float(room))
        assert " ".join(lines) == said
        assert sum(line.count("Nov 7 2026") + line.count("Feb 15 2026") for line in lines) == 2


def test_columns_that_fit_break_the_longest_text_alone():
    long = "Queried; in continuous query to Oct 3 2027; response reviewed Oct 7 2026 by somebody: no reports " * 2
    rows = [("License", "IL 036-107360", "AMA Physician Profile")] * 9 + [("NPDB", long, "NPDB")]
    table = Table(
        [Column("Element"), Column("Finding"), Column("Source"), Column("On", wide=62)],
        [(*row, "") for row in rows],
        fits=True,
    )
    wide = frame.room()[0]
    table.wrap(wide, 0)
    assert abs(sum(table._widths) - wide) < 0.01 and table._widths[3] == 62
    assert [len(drawn.lines) for drawn, _ in table._cells[0][:3]] == [1, 1, 1]
    element, finding, source, _ = table._cells[9]
    assert (len(element[0].lines), len(source[0].lines)) == (1, 1) and len(finding[0].lines) > 1


def test_the_number_at_the_end_of_a_head_is_the_last_to_be_cut():
    right = "Item 4.1 · Baptiste, Simone C., MD · Verification of Physician and Surgeon 036-107360"
    said = frame._right("Riverbend Medical Center · Credentials Committee", right, "Copy 4 of 9, Dr. H. Marsh", 531.0)
    assert "… 036-107360 · Copy 4 of 9, Dr. H. Marsh" in said
    assert frame._right("", "Item 4.1", "", 531.0) == "Item 4.1"
    assert frame._right("", "An item without a number that is far too long for its head " * 4, "", 300.0).endswith("…")

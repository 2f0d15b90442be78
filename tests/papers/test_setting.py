"""Setting text: broken into lines, split over pages, escaped, nothing lost."""

import io

import pytest

from workbench.papers import blocks, flow, fonts, runs
from workbench.papers.frame import Running
from workbench.papers.pictures import Pages
from workbench.papers.tables import Column, Table


def _said(*made) -> str:
    written = io.BytesIO()
    flow.write(written, made, Running("Left", "Right", "Foot"))
    with Pages(written.getvalue()) as pages:
        return " ".join(" ".join(pages.text(n) for n in range(1, pages.count + 1)).split())


def test_lines_are_no_wider_than_the_room_and_lose_nothing():
    text = "The quick brown fox jumps over the lazy dog and " + "x" * 300 + " ends."
    lines = fonts.lines(text, fonts.REGULAR, 8, 100)
    assert all(fonts.width(line, fonts.REGULAR, 8) <= 100.01 for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert fonts.lines("a\nb", fonts.REGULAR, 8, 100) == ("a", "b")


def test_a_word_wider_than_its_column_is_cut_up_even_where_one_sign_is_too_wide():
    assert fonts.lines("MMM", fonts.REGULAR, 8, 1) == ("M", "M", "M")


def test_what_the_office_typed_is_never_markup():
    typed = '<b>5 < 6 & 7</b> &amp; (x) \\ <font color="#ffffff">hidden</font>'
    for made in (blocks.text(typed), blocks.rich(blocks.toned(typed, "bad")), Table([Column()], [(typed,)])):
        assert typed in _said(made)


def test_signs_the_typeface_lacks_are_boxes_and_control_signs_are_spaces():
    assert fonts.printable("a\u0007b 漢 é") == "a b □ é"
    assert "Ångström □ Núñez" in _said(blocks.text("Ångström 漢 Núñez"))


def test_pieces_keep_their_face_and_ink():
    said = runs.pieces(
        f"{blocks.plain('a')} {blocks.strong('b')} {blocks.toned('c', 'bad')}<br/>d", fonts.REGULAR, "#000000"
    )
    assert [(words, face) for words, face, _ in said] == [
        ("a ", fonts.REGULAR), ("b", fonts.SEMIBOLD), (" ", fonts.REGULAR), ("c", fonts.SEMIBOLD), ("\n", fonts.REGULAR),
        ("d", fonts.REGULAR),
    ]  # fmt: skip
    assert said[3][2] != "#000000" and said[5][2] == "#000000"


@pytest.mark.parametrize("make", (blocks.text, blocks.rich, lambda words: blocks.Callout(words, "warn")))
def test_long_texts_go_on_over_pages_whole(make):
    words = [f"word{n}" for n in range(4000)]
    said = _said(make(" ".join(words))).split()
    assert [word for word in said if word.startswith("word")] == words


def test_a_table_breaks_between_rows_and_repeats_its_headings():
    rows = [(f"row{n}", "text " * (n % 7)) for n in range(300)]
    said = _said(Table([Column("First"), Column("Second", 3)], rows)).split()
    assert [word for word in said if word.startswith("row")] == [row[0] for row in rows]
    assert said.count("Second") > 3


def test_a_row_higher_than_a_page_breaks_inside():
    words = " ".join(f"w{n}" for n in range(6000))
    said = _said(
        Table([Column("A"), Column("B", 2)], [("before", "x"), (blocks.text(words), words), ("after", "y")])
    ).split()
    assert said.count("w5999") == 2 and "after" in said


def test_a_heading_stays_with_what_follows_it():
    filler = blocks.Space(flow.frame.room()[1] - 20)
    pages = flow.lay_out([filler, blocks.heading("A heading"), blocks.text("follows")])
    assert [len(page.placed) for page in pages] == [1, 2]


def test_what_fits_on_no_page_is_a_fault_of_ours():
    with pytest.raises(RuntimeError, match="fits on no page"):
        flow.lay_out([blocks.Space(2000)])

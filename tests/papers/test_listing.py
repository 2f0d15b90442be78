"""Lists on paper: every row once, headings and labels on every page, statuses that survive grey print, nothing cut away."""

import subprocess
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest

from tests import needs
from workbench.errors import Cancelled, WorkbenchError
from workbench.lists.named import LISTS
from workbench.lists.staff import STAFF
from workbench.papers import list_pages, listing
from workbench.papers.list_widths import Measure, widths
from workbench.papers.listing import Column, Listing, Row
from workbench.papers.pictures import Pages
from workbench.records.provider import Provider

TODAY = date(2026, 11, 24)
COLUMNS = (Column("Provider", bold=True), Column("Expires", pill=True), Column("Fee", right=True))


def paper(*rows, columns=COLUMNS, said="Expiring · by Expires"):
    return Listing("Credentials", said, "St. Example Hospital", TODAY, columns, rows)


def drawn(made):
    to = BytesIO()
    pages = list_pages.draw(made, to)
    return to.getvalue(), pages


def texts(pdf):
    with Pages(pdf) as pages:
        return [pages.text(n) for n in range(1, pages.count + 1)]


def rows(count):
    return [
        Row((f"Person {n:04}, Ann, MD", "in 8 days", f"${n}"), ("", ("bad", "warn", "good", "quiet")[n % 4], ""))
        for n in range(count)
    ]


def test_each_row_is_there_once_and_each_page_has_its_headings_label_and_number():
    pdf, count = drawn(paper(*rows(100)))
    said = texts(pdf)
    assert len(said) == count > 2
    whole = "\n".join(said)
    for n in range(100):
        assert whole.count(f"Person {n:04}, Ann, MD") == 1
    for number, page in enumerate(said, 1):
        assert f"Page {number} of {count}" in page
        assert "CONFIDENTIAL: for the medical staff office" in page
        assert "St. Example Hospital · Credentials" in page
        assert "Provider" in page and "Expires" in page and "Fee" in page
        assert "Printed Nov 24 2026 · 100 rows" in page
    assert "Expiring · by Expires · 100 rows · Nov 24 2026" in said[0]


def test_pages_lie_across_and_are_full():
    pdf, count = drawn(paper(*rows(100)))
    with Pages(pdf) as pages:
        assert pages.sizes() == ((792.0, 612.0),) * count
    counts = [page.count("Person") for page in texts(pdf)]
    assert min(counts[:-1]) >= 25


def test_a_long_text_wraps_and_loses_nothing():
    words = [f"word{n}" for n in range(400)]
    pdf, _ = drawn(paper(Row((" ".join(words), "in 8 days", "$1"), ("", "warn", ""))))
    said = " ".join(texts(pdf)).split()
    assert [word for word in said if word.startswith("word")] == words


def test_a_text_longer_than_a_page_goes_on_over_the_next_and_the_rows_after_it_are_there():
    words = [f"w{n}" for n in range(9000)]
    pdf, count = drawn(paper(Row((" ".join(words), "now", "$1"), ("", "bad", "")), *rows(3)))
    said = " ".join(texts(pdf))
    assert count > 3
    assert [word for word in said.split() if word[:1] == "w" and word[1:].isdigit()] == words
    assert said.count("Person") == 3


def test_a_word_wider_than_its_column_is_broken_not_cut():
    word = "".join(chr(97 + n % 26) for n in range(300))
    pdf, _ = drawn(paper(Row((word, "now", "$1"), ("", "bad", ""))))
    assert word in "".join("".join(texts(pdf)).split())


def test_letters_of_many_languages_are_there_and_what_the_typeface_lacks_is_a_box():
    pdf, _ = drawn(paper(Row(("Núñez-Żółć, Åse Çağla", "漢", "$1"), ("", "", ""))))
    said = "\n".join(texts(pdf))
    assert "Núñez-Żółć, Åse Çağla" in said and "□" in said


def test_columns_fill_the_room_exactly_and_short_texts_are_not_broken():
    dates = [Row(("A" * 40, "Dec 31 2026", "x y z " * 40), ("", "", "")) for _ in range(3)]
    columns = (Column("A"), Column("On"), Column("Remarks"))
    size, found = widths(paper(*dates, columns=columns), 700.0, measure := Measure())
    assert sum(found) == pytest.approx(700)
    assert measure.wrapped("Dec 31 2026", list_pages.fonts.REGULAR, size, found[1] - 8) == ("Dec 31 2026",)


def test_room_goes_where_texts_are_usually_long():
    """One long remark among a hundred rows takes no room from what every row says."""
    made = [
        Row(("Board Committee on Credentials, Friday", "a word " * 30 if n == 7 else ""), ("", "")) for n in range(100)
    ]
    columns = (Column("Meeting"), Column("Remarks"), *(Column(f"{'Heading ' * 4}{n}") for n in range(3)))
    rows = [Row((*row.texts, "", "", ""), ("",) * 5) for row in made]
    size, found = widths(paper(*rows, columns=columns), 700.0, measure := Measure())
    assert len(measure.wrapped(rows[0].texts[0], list_pages.fonts.REGULAR, size, found[0] - 8)) == 1


def test_a_column_in_which_nothing_stands_is_left_out_and_named(office, make):
    make(Provider, last="Adams", first="Ann", npi="", email="ann@example.org", phone="")
    made = listing.listing_of(STAFF, STAFF.ids(today=TODAY), TODAY)
    assert "NPI" in made.empty and "NPI" not in [each.heading for each in made.columns]
    assert "empty, and left out: NPI" in texts(drawn(made)[0])[0]
    asked = listing.listing_of(STAFF, STAFF.ids(today=TODAY), TODAY, keys=("title", "npi"))
    assert [each.heading for each in asked.columns][-1] == "NPI" and asked.empty == ()


def test_twenty_columns_find_room_in_smaller_letters():
    columns = tuple(Column(f"Heading {n}") for n in range(20))
    pdf, _ = drawn(paper(Row(tuple(f"Value{n}" for n in range(20)), ("",) * 20), columns=columns))
    said = "".join("".join(texts(pdf)).split())
    assert all(f"Value{n}" in said for n in range(20))


def test_a_status_is_a_shape_and_a_word_in_grey_print():
    """Without color the mark of what is bad is another than that of what is good, at the place before the word."""

    def mark(tone):
        pdf, _ = drawn(paper(Row(("A", "Word", "$1"), ("", tone, ""))))
        with Pages(pdf) as pages:
            width, height, pixels = pages.image(1, 3.0, grey=True)
        return {(at % width, at // width) for at, dark in enumerate(pixels) if dark < 160}

    bad, warn, good, none = (mark(tone) for tone in ("bad", "warn", "good", "quiet"))
    assert len({frozenset(each) for each in (bad, warn, good, none)}) == 4
    assert len(bad ^ good) > 30 and len(bad ^ warn) > 30


def test_an_empty_list_says_so_on_one_page():
    pdf, count = drawn(paper())
    assert count == 1 and "There is nothing on this list." in texts(pdf)[0] and "0 rows" in texts(pdf)[0]


@pytest.mark.parametrize("listed", LISTS, ids=lambda each: each.name)
def test_every_list_can_be_printed_empty(office, listed):
    made = listing.listing_of(listed, listed.ids(today=TODAY), TODAY)
    assert drawn(made)[1] >= 1
    headings = sorted([*(column.heading for column in made.columns), *made.empty])
    assert headings == sorted(column.heading for column in listed.columns)


def test_columns_are_those_asked_for_in_their_order(office, make):
    make(Provider, last="Okafor", first="Adaeze", npi="1234567893")
    ids = STAFF.ids(today=TODAY)
    made = listing.listing_of(STAFF, ids, TODAY, keys=("npi", STAFF.columns[0].key))
    assert [column.heading for column in made.columns] == ["NPI", "Provider"]
    assert made.rows[0].texts == ("1234567893", "Okafor, Adaeze")
    assert made.hospital == "St. Example Hospital"


def test_which_rows_they_are_is_said_in_words():
    view = STAFF.views[0]
    said = listing.in_words(
        STAFF,
        view=view.key,
        search=" oka ",
        filters={"department": "Surg", "npi": ""},
        order=((STAFF.columns[0].key, True),),
        chosen=3,
        as_of=date(2026, 6, 30),
    )
    assert said == (
        f"As of Jun 30 2026 · {view.title} · 3 chosen · found by “oka” · Department holds “Surg” · by Provider, last first"
    )
    assert listing.in_words(STAFF) == ""


def test_progress_goes_from_nothing_to_all_and_can_stop_it(office, tmp_path):
    seen = []
    made = paper(*rows(3000))
    list_pages.write(made, tmp_path / "a.pdf", lambda done, total: seen.append((done, total)))
    assert seen == sorted(seen) and seen[-1] == (6000, 6000) and len(seen) > 50

    def stop(done, total):
        if done > 4000:
            raise Cancelled

    with pytest.raises(Cancelled):
        list_pages.write(made, tmp_path / "b.pdf", stop)
    assert [path.name for path in tmp_path.iterdir() if "b.pdf" in path.name] == []


def test_a_folder_that_is_not_there_is_said(tmp_path):
    with pytest.raises(WorkbenchError, match="There is no folder"):
        list_pages.write(paper(), tmp_path / "gone" / "a.pdf")


def test_qpdf_finds_nothing_wrong(tmp_path):
    needs.nothing_of(needs.programs("qpdf"))
    list_pages.write(paper(*rows(200)), tmp_path / "a.pdf")
    done = subprocess.run(["qpdf", "--check", tmp_path / "a.pdf"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_heading_stands_before_its_group_and_with_its_first_row():
    heads = ((0, "Medicine · 60"), (60, "Surgery · 40"))
    pdf, count = drawn(replace(paper(*rows(100)), groups=heads))
    said = texts(pdf)
    whole = "\n".join(said)
    assert whole.count("Medicine · 60") == whole.count("Surgery · 40") == 1
    assert "Printed Nov 24 2026 · 100 rows" in said[0], "a heading is no row"
    for title, first in (("Medicine · 60", "Person 0000"), ("Surgery · 40", "Person 0060")):
        (page,) = (page for page in said if title in page)
        assert page.index(title) < page.index(first)
    for start in range(1, 40):  # wherever the page ends, no heading is left alone at its foot
        pages = texts(drawn(replace(paper(*rows(60)), groups=((0, "First · 1"), (start, "Second · 2"))))[0])
        assert all(f"Person {start:04}" in page for page in pages if "Second · 2" in page)

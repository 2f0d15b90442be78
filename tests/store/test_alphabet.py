"""The alphabet: accents count for nothing, in queries and in Python, on every connection."""

from datetime import timedelta

from workbench.actions import offices
from workbench.lists.staff import STAFF
from workbench.records.provider import Provider
from workbench.store import alphabet, asof
from workbench.store.database import database

NAMES = ("Ozer", "Ó Súilleabháin", "Łukasz", "Lopez", "Zhao", "Müller", "Muller", "Ødegård", "ñandú", "Nash", "O'Dea")
ORDER = ["Lopez", "Łukasz", "Muller", "Müller", "ñandú", "Nash", "Ó Súilleabháin", "O'Dea", "Ødegård", "Ozer", "Zhao"]


def test_a_text_stands_where_its_plain_letters_do():
    assert alphabet.folded("Ó Súilleabháin") == "O Suilleabhain" and alphabet.folded("Straße") == "Strasse"
    assert alphabet.folded("Łódź") == "Lodz" and alphabet.folded("plain") == "plain" and alphabet.folded(None) is None
    assert alphabet.folded(7) == 7
    assert sorted(sorted(NAMES), key=alphabet.place) == ORDER


def _listed(today):
    ids = STAFF.ids(today=today, order=(("provider", False),))
    return [Provider.get_by_id(each).last for each in ids]


def test_a_list_sorts_names_with_their_accents_folded_up_and_down(office, make, TODAY):  # noqa: N803
    for name in NAMES:
        make(Provider, last=name, first="Ann")
    assert _listed(TODAY) == ORDER
    assert list(STAFF.ids(today=TODAY, limit=3)) == list(STAFF.ids(today=TODAY))[:3]
    falling = STAFF.ids(today=TODAY, order=(("provider", True),))
    assert [alphabet.place(Provider.get_by_id(each).last) for each in falling] == sorted(
        map(alphabet.place, NAMES), reverse=True
    )


def test_so_does_a_file_that_is_only_read_and_the_office_of_another_day(office, make, TODAY, clock, seat, tmp_path):  # noqa: N803
    for name in NAMES:
        make(Provider, last=name, first="Ann")
    with asof.as_of(TODAY):
        assert _listed(TODAY) == ORDER
    clock.now += timedelta(days=1)
    with asof.as_of(TODAY):
        assert _listed(TODAY) == ORDER
    path = office.path
    office.close()
    read = offices.open_office(path, seat, None, read_only=True)
    try:
        assert _listed(TODAY) == ORDER
    finally:
        read.close()


def test_no_table_or_index_of_the_file_needs_what_only_this_program_knows(office):
    schema = " ".join(row[0] or "" for row in database.execute_sql("SELECT sql FROM sqlite_master"))
    assert alphabet.FOLDED not in schema.casefold()


def test_names_that_differ_by_an_accent_alone_stand_each_with_its_like(office, make, TODAY):  # noqa: N803
    for name in ("Müller", "Muller", "Müller", "Muller"):
        make(Provider, last=name, first="Ann")
    assert _listed(TODAY) == ["Muller", "Muller", "Müller", "Müller"]

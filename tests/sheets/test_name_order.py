"""Full names without a comma: the given names of a column tell which name stands first."""

import pytest

from tests.sheets.sheet_tables import asked, book, saved
from workbench.sheets.asking import Replies
from workbench.sheets.recognizing import recognize
from workbench.sheets.values import understand

NPIS = ["1382810863", "1683432102", "2347597421", "2143696229", "2266886383", "1155211448", "2489118788"]
LAST_FIRST = [
    "ADIX MICHAEL",
    "BARKER DONNA J",
    "DE LA CRUZ MARIA",
    "NOVAK JR PETER",
    "MC VEY CHRISTOPHER",
    "OKAFOR RUTH MD",
    "CARNEY P",
]
FIRST_LAST = [
    "Michael Adix",
    "Donna J Barker",
    "Maria de la Cruz",
    "Peter Novak Jr",
    "Christopher Mc Vey",
    "Ruth Okafor MD",
    "P Carney",
]


@pytest.fixture
def listed(tmp_path):
    """A real workbook of these names, in one sheet or, from a list of lists, in several."""

    def make(*sheets):
        tables = [[["Name", "NPI"], *[[name, NPIS[n]] for n, name in enumerate(names)]] for names in sheets]
        return saved(tmp_path / "r.xlsx", *tables)

    return make


def named(book, **options):
    rows = [row for reading in recognize(book, **options) for row in understand(reading)]
    return [(row.values.get("provider.last", ""), row.values.get("provider.first", "")) for row in rows]


def test_a_column_that_begins_with_the_last_name(listed):
    book = listed(LAST_FIRST)
    assert named(book) == [
        ("Adix", "Michael"), ("Barker", "Donna"), ("De la Cruz", "Maria"), ("Novak", "Peter"), ("Mc Vey", "Christopher"),
        ("Okafor", "Ruth"), ("Carney", "P"),
    ]  # fmt: skip
    (question,) = asked(book)
    assert question.rows == 7 and named(book, answers=Replies({question.key: "first"}))[0] == ("Michael", "Adix")


def test_a_column_that_begins_with_the_first_name_asks_nothing(listed):
    book = listed(FIRST_LAST)
    assert asked(book) == [] and [last for last, _ in named(book)][:3] == ["Adix", "Barker", "de la Cruz"]


def test_the_middle_name_that_is_known_tells_nothing(listed):
    assert named(listed(["Pieter Marie Novak", "Wei Lee Brandt", "Adaeze Marie Johnson"]))[0] == ("Novak", "Pieter")


def test_a_sheet_of_few_names_is_written_as_the_others_of_the_file(listed):
    assert named(listed(LAST_FIRST[:5], ["MENSAH VIKRAM"]))[-1] == ("Mensah", "Vikram")


def test_capitals_of_which_nothing_tells_the_order_are_not_guessed(listed):
    book = listed(["NOVAK PIETER", "BRANDT WEI", "MENSAH VIKRAM"])
    assert named(book) == [("", "")] * 3 and len(asked(book)) == 1
    assert named(book, answers=Replies({asked(book)[0].key: "last"}))[0] == ("Novak", "Pieter")


def test_two_words_that_may_both_be_the_surname_are_not_guessed(listed):
    assert named(listed([*LAST_FIRST[:6], "FLORES ARROYO HECTOR"]))[-1] == ("", "")


def test_a_comma_before_the_degree_alone_tells_no_order(listed):
    book = listed(
        ["Hill Ann, MD", "Baker Robert, DO", "Castillo Jose, MD", "Reyes Maria, MD, PhD", "Cole John, Jr., MD"]
    )
    assert named(book) == [
        ("Hill", "Ann"), ("Baker", "Robert"), ("Castillo", "Jose"), ("Reyes", "Maria"), ("Cole", "John"),
    ]  # fmt: skip
    (question,) = asked(book)
    assert question.rows == 5
    assert named(listed(["Ann Hill, MD", "Robert Baker, DO", "Jose Castillo, MD"]))[0] == ("Hill", "Ann")


def test_names_of_either_order_in_one_column_are_read_by_their_given_names(listed):
    book = listed(["Hill, Ann, MD", "Hill Ann, MD", "Ann Hill, MD", "HILL ANN B MD", "Col. James Hill, MD"])
    assert named(book) == [("Hill", "Ann")] * 4 + [("Hill", "James")]


def test_semicolons_for_commas_ask_nothing():
    npis = ["1382810863", "1683432102", "2347597421"]
    people = ["Eastman; Brian; R", "Van Dyke; Ahmed", "Okafor; Pieter; Lee"]
    (reading,) = recognize(
        book([["Name", "Degree", "NPI"], *[[n, "MD", npi] for n, npi in zip(people, npis, strict=True)]])
    )
    assert reading.questions == []
    said = [each.values for each in understand(reading)]
    assert [(each["provider.last"], each["provider.first"]) for each in said] == [
        ("Eastman", "Brian"),
        ("Van Dyke", "Ahmed"),
        ("Okafor", "Pieter"),
    ]
    assert said[0]["provider.middle"] == "R"


def headed(heading, names):
    return book([[heading, "NPI"], *[[name, NPIS[n]] for n, name in enumerate(names)]])


@pytest.mark.parametrize("heading", ["Provider Name (First Last)", "First & Last Name", "Name: First MI Last"])
def test_a_heading_says_the_order(heading):
    assert named(headed(heading, ["Soo Kim", "Grace Lee", "Eun Kim"])) == [
        ("Kim", "Soo"), ("Lee", "Grace"), ("Kim", "Eun"),
    ]  # fmt: skip
    assert asked(headed(heading, ["Soo Kim", "Grace Lee"])) == []


def test_a_heading_that_begins_with_the_last_name_says_it_of_names_without_a_comma():
    assert named(headed("Name (Last First)", ["Kim Soo", "Lee Grace"])) == [("Kim", "Soo"), ("Lee", "Grace")]


def test_a_heading_that_most_names_contradict_is_asked():
    of = headed("Name (Last First)", FIRST_LAST)
    assert len(asked(of)) == 1 and named(of)[0] == ("Adix", "Michael")  # by the given name in it


def test_given_names_that_are_last_names_too_tell_no_order():
    of = headed("Provider", ["Soo Kim, MD", "Li James, MD", "Dean Thomas, MD"])
    (question,) = asked(of)
    assert named(of) == [("", "")] * 3 and question.rows == 3
    assert named(of, answers=Replies({question.key: "first"}))[0] == ("Kim", "Soo")


def test_an_initial_or_a_particle_between_two_names_tells_the_order():
    names = ["Soo J. Kim, MD", "Marcus van der Berg, MD", "Bernard J. Hargrove III, DO", "Li James, MD"]
    assert asked(headed("Provider", names)) == []
    assert [last for last, _ in named(headed("Provider", names))] == ["Kim", "van der Berg", "Hargrove", "James"]


def test_a_name_that_tells_the_other_order_than_its_column_is_left_out():
    of = headed("Provider", [*FIRST_LAST[:6], "WEISS PETER"])
    (question,) = asked(of)
    assert named(of)[0] == ("Adix", "Michael") and named(of)[-1] == ("", "")
    assert named(of, answers=Replies({question.key: "first"}))[-1] == ("Peter", "Weiss")

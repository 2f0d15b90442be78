"""Words beside a number that say how it stands are the same for numbers of every kind."""

import pytest

from workbench.sheets.cell import labelled_numbers, number_words


@pytest.mark.parametrize("word", ["active", "inactive", "expired", "restricted", "verified", "confirmed", "ok"])
def test_a_word_is_known_beside_every_kind_of_number(word: str) -> None:
    assert number_words.apart(f"036-132617 {word}") == ("036-132617", word)
    assert labelled_numbers.apart("dea", f"AA8029058 {word}") == ("AA8029058", word)
    assert labelled_numbers.apart("npi", f"1679576722 {word}") == ("1679576722", word)


def test_any_other_word_may_belong_to_the_number() -> None:
    assert number_words.apart("036-132617 lakeside") is None
    assert labelled_numbers.apart("dea", "AA8029058 lakeside") is None

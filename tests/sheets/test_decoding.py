"""Text files in code pages that nothing in them names: names come as they were written, or not at all."""

import pytest

from tests.sheets.sheet_tables import book
from workbench.sheets.files.decoding import decoded
from workbench.sheets.recognizing import recognize
from workbench.sheets.values import understand


@pytest.mark.parametrize("encoding", ["mac_roman", "cp1252", "utf-8", "utf-16"])
@pytest.mark.parametrize("sign", [";", ",", "\t"])
def test_names_of_one_letter_beyond_ascii(encoding, sign):
    rows = [["Last Name", "First Name", "NPI"], ["Müller", "Jürgen", "1"], ["García", "Ana", "2"], ["Smith", "Al", "3"]]
    text = "\r\n".join(sign.join(row) for row in rows)
    assert decoded(text.encode(encoding)) == text


@pytest.mark.parametrize(
    "name", ["O’Brien", "Ka’a", "D’Angelo", "Nu’u", "Étienne", "Ibáñez", "Peña – West", "Šimić"[:4]]
)
def test_windows_names_stay_what_they_are(name):
    text = f"Last Name,First Name\r\n{name},Al\r\n"
    assert decoded(text.encode("cp1252")) == text


@pytest.mark.parametrize("last", ["Jovanovi?", "Garc\ufffda", "?ukasz", "Mu?oz"])
def test_a_name_that_lost_a_letter_is_refused(last):
    (reading,) = recognize(book([["Last Name", "First Name", "NPI"], [last, "Ana", "1382810863"], ["Roe", "Al", ""]]))
    first, second = understand(reading)
    assert [problem.field for problem in first.problems] == ["provider.last"] and not second.problems

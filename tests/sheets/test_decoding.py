"""Text files in code pages that nothing in them names: names come as they were written, or not at all."""

import pytest

from tests.sheets.sheet_tables import book, read_here
from workbench.sheets.asking import Replies
from workbench.sheets.files.code_pages import again
from workbench.sheets.files.decoding import decoded, read
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


NOWHERE_ELSE = {
    "cp1250": ["Šimić", "Kovačević", "Dvořák", "Łukasz", "Kamiński", "Kučera", "Řezníček", "Żak", "Jaśmin", "Erdős"],
    "iso8859_2": ["Šimić", "Željko", "Łukasz", "Čapek", "Gołąb"],
    "cp852": ["Šimić", "Željko", "Łukasz", "Kučera"],
    "cp1254": ["Yıldız", "Şule", "Ayşe", "Doğan"],
    "cp1251": ["Иванов", "Пётр"],
    "koi8_r": ["Иванов"],
    "cp1253": ["Παπαδόπουλος"],
    "shift_jis": ["鈴木", "太郎"],
    "gb18030": ["李伟"],
}


@pytest.mark.parametrize("encoding", NOWHERE_ELSE)
def test_a_name_alone_is_never_spoiled_and_can_be_read_as_it_was_written(encoding):
    for name in NOWHERE_ELSE[encoding]:
        body = f"Last Name,First Name\r\n{name},Al\r\nSmith,Bo\r\n".encode(encoding)
        text, guessed, pages = read(body)
        assert guessed == "" and any(name in again(text, page) for page in pages), (encoding, name, pages)


WEST = [
    "Muñoz,José", "Müller,Jürgen", "Sørensen,Bjørn", "Höyer,Åsa", "Guimarães,João", "Simões,Inês", "Rivière,Hélène",
    "Bò,Nicolò", "O’Brien,Zoë", "Bøe,Øystein", "Kjær,Søren", "MUÑOZ,JOSÉ", "GARCÍA,MARÍA", "Côté,Étienne", "Œuvre,Éva",
    "Ibáñez,Íñigo", "Lefèvre,Benoît", "Weiß,Gößl",
]  # fmt: skip


def test_names_of_the_west_are_read_as_windows_writes_without_a_question():
    for name in WEST:
        text = f"Last Name,First Name\r\n{name}\r\n"
        assert read(text.encode("cp1252")) == (text, "Windows", []), name


def test_a_text_as_old_mail_programs_wrote_it():
    text = "Last Name,First Name,Phone\r\nNúñez,José,+1-312-555-0101\r\n"
    assert decoded("Last Name,First Name\r\nNúñez,José\r\n".encode("utf-7")) == "Last Name,First Name\r\nNúñez,José\r\n"
    assert decoded(text.encode()) == text
    plain = "Last Name,First Name,Phone\r\nSmith,Al,+13125550101\r\n"
    assert decoded(plain.encode()) == plain


def test_an_alphabet_that_is_not_sure_is_asked_and_until_then_spoils_nobody(tmp_path):
    path = tmp_path / "staff.csv"
    lines = ["Last Name,First Name,NPI", "Šimić,Željko,1382810863", "Łukasz,Ewa,1683432102", "Smith,Al,2347597421"]
    path.write_bytes("\r\n".join(lines).encode("cp1250"))
    workbook = read_here(path)
    (reading,) = recognize(workbook)
    question = reading.questions[0]
    assert question.rows == 2 and "Šimić, Željko, Łukasz" in question.options[0].says
    rows = list(understand(reading))
    assert [bool(row.problems) for row in rows] == [True, True, False]
    assert not any("provider.last" in row.values for row in rows[:2])
    (reading,) = recognize(workbook, answers=Replies({question.key: "cp1250"}))
    said = [(row.values["provider.last"], row.values["provider.first"]) for row in understand(reading)]
    assert said == [("Šimić", "Željko"), ("Łukasz", "Ewa"), ("Smith", "Al")]


def test_a_guess_is_said_beside_the_questions(tmp_path):
    path = tmp_path / "staff.csv"
    path.write_bytes("Last Name,First Name,NPI\r\nMuñoz,José,1382810863\r\n".encode("cp1252"))
    (reading,) = recognize(read_here(path))
    assert [(q.about, q.rows, q.chosen, q.options) for q in reading.questions] == [
        ("The text does not say its alphabet", 1, "read as Windows writes", ())
    ]


@pytest.mark.parametrize("last", ["£ukasz", "N+APoA8Q-ez", "èimiµ", "Wa³êsa", "Smith|John"])
def test_a_name_with_a_sign_that_no_name_holds_is_refused(last):
    (reading,) = recognize(book([["Last Name", "First Name", "NPI"], [last, "Ana", "1382810863"], ["Roe", "Al", ""]]))
    first, second = understand(reading)
    assert [problem.field for problem in first.problems] == ["provider.last"] and not second.problems

"""Every command with every name that is no file, and every option of a day with days that no office has: a sentence, never a bug."""

import os
import sys

import pytest

from workbench import app
from workbench.errors import WorkbenchError

NAMES = {
    "empty": "",
    "here": ".",
    "root": "/",
    "folder": "folder",
    "mark of Excel": "~$roster.xlsx",
    "too long": "n" * 300 + ".xlsx",
    "through a file": "plain.txt/roster.xlsx",
    "pipe": "pipe",
    "endless": "/dev/zero",
}
READING = {
    "import": ("import", "NAME"),
    "restore": ("restore", "NAME", "--to", "back.workbench"),
    "open": ("list", "departments", "--office", "NAME"),
    "passphrase": ("new", "sealed.workbench", "--encrypt", "--passphrase-file", "NAME"),
}
WRITING = {
    "new": ("new", "NAME"),
    "sample": ("sample", "NAME", "--providers", "3"),
    "rejects": ("import", "roster.csv", "--rejects", "NAME"),
    "backup": ("backup", "NAME"),
    "restored": ("restore", "riverbend.workbench", "--to", "NAME"),
    "list": ("list", "departments", "-o", "NAME"),
    "packet": ("packet", "1", "-o", "NAME"),
}
FINE = {
    ("passphrase", "pipe"),  # as the shell's <(...) hands one over: it would wait for whoever writes into it
    *(
        (each, "mark of Excel") for each in ("new", "sample", "rejects", "backup", "restored", "list")
    ),  # a name as others
    ("passphrase", "endless"),
}
CALLS = [
    pytest.param(words, name, id=f"{called}, {kind}")
    for called, words in {**READING, **WRITING}.items()
    for kind, name in NAMES.items()
    if (called, kind) not in FINE
]


@pytest.fixture
def place(office, tmp_path, monkeypatch):
    """A folder with an office, a roster and things that are no files; commands run in it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    (tmp_path / "plain.txt").write_text("x")
    (tmp_path / "roster.csv").write_text("Last Name,First Name,NPI\nNgo,Ann,1234567893\n")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
    return tmp_path


@pytest.mark.skipif(sys.platform == "win32", reason="There are no such devices, and other names are refused.")
@pytest.mark.parametrize(("words", "name"), CALLS)
def test_what_is_no_name_of_a_file_is_one_sentence(run, place, words, name):
    before = sorted(place.rglob("*"))
    code, out, err = run(*(name if word == "NAME" else word for word in words))
    assert (code, out) == (1, "") and err.count("\n") == 1 and not err.startswith((" ", "“”"))
    assert len(err) < 400 and ("Nothing was" in err or "nothing was" in err or "No office was made" in err)
    assert sorted(place.rglob("*")) == before


@pytest.mark.parametrize("draw", [app.shots, app.tour])
@pytest.mark.parametrize("name", ["", "plain.txt", "plain.txt/below", "riverbend.workbench", "n" * 300])
def test_what_is_no_folder_is_said_before_anything_is_drawn(place, draw, name):
    with pytest.raises(WorkbenchError, match=r"Nothing was (made|changed)\. \w+"):
        draw([name])


LIVED = (("check", "--on"), ("sample", "s.workbench", "--today"))
PAST = (("list", "departments", "--as-of"), ("history", "--as-of"), ("history", "department", "1", "--as-of"))


@pytest.mark.parametrize("day", ["2026-02-30", "tomorrow", ""])
def test_what_is_no_day_is_a_wrong_call(run, place, day):
    for words in (*LIVED, *PAST):
        code, out, err = run(*words, day)
        assert (code, out) == (2, "") and f"“{day}” is not a date" in err.replace("\n", " ")


@pytest.mark.parametrize(("day", "code"), [("0001-01-01", 1), ("1949-12-31", 1), ("3000-01-01", 0), ("9999-12-31", 0)])
def test_every_day_may_be_the_end_of_what_is_looked_at(run, place, day, code):
    assert [run(*words, day)[0] for words in PAST] == [0, 0, code]


@pytest.mark.parametrize("day", ["0001-01-01", "1949-12-31", "3000-01-01", "9999-12-31"])
def test_a_day_that_no_office_has_is_a_wrong_call(run, place, day):
    for words in LIVED:
        code, out, err = run(*words, day)
        assert (code, out) == (2, "") and f"“{day}” is no" in err.replace("\n", " ")
    assert not (place / "s.workbench").exists()
    for draw in (app.shots, app.tour):
        with pytest.raises(SystemExit, match="2"):
            draw(["pictures", "--today", day])


def test_an_endless_passphrase_is_not_read_to_its_end(run, place):
    assert run("list", "departments", "--passphrase-file", "/dev/zero")[0] in (0, 1)


def test_a_passphrase_comes_through_a_pipe(run, place):
    reading, writing = os.pipe()
    os.write(writing, b"correct horse battery\n")
    os.close(writing)
    assert run("new", "sealed.workbench", "--encrypt", "--passphrase-file", f"/dev/fd/{reading}")[0] == 0
    os.close(reading)

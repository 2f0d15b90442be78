"""Rosters with private data in odd places: not a byte of it in an office that is not encrypted, in what it refuses, or in the log."""

import json
import logging
import re
from datetime import date

import openpyxl
import pytest

from tests.actions.private_rosters import ROSTERS, written
from tests.actions.test_importing import LAUNCH
from tests.conftest import PASSPHRASE
from workbench.actions import exporting, importing, offices, refusing
from workbench.cli import main
from workbench.lists import file_history, file_sources
from workbench.lists.named import LISTS, list_named
from workbench.records.provider import Provider
from workbench.sheets import targets
from workbench.store import database

TODAY = date(2026, 11, 24)


def texts_of(path):
    """Every cell of a workbook as text."""
    return "\n".join(str(c) for s in openpyxl.load_workbook(path) for row in s.iter_rows(values_only=True) for c in row)


def held(secrets, text):
    """Which of them a text holds. A bare year stands by chance within the seals and the keys of an office: one time in fifty."""
    return [
        each for each in secrets if re.search(rf"{'(?<![0-9a-f])' if len(each) == 4 else ''}{re.escape(each)}", text)
    ]


@pytest.mark.parametrize("secret, text", [("1975", "Ngo, Ruth (b. 1975)"), ("1975", "1975"), ("6789", "ssn …6789")])
def test_a_secret_that_stands_in_a_text_is_found(secret, text):
    assert held([secret], text) == [secret] and held([secret], f"{'0' * 30}{secret}af") == []


@pytest.mark.parametrize("name", ROSTERS)
def test_nothing_private_is_kept_in_a_plain_office(office, tmp_path, caplog, name):
    odd = ROSTERS[name]
    caplog.set_level(logging.INFO)
    plan = importing.prepare(written(name, tmp_path), today=TODAY, launch=LAUNCH).plan
    importing.apply(plan, today=TODAY)
    refusing.save(plan, tmp_path / "Refused.xlsx")
    assert Provider.select().count() == odd.people
    path = office.path
    database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    office.close()
    kept = b"".join(each.read_bytes() for each in path.parent.glob(f"{path.name}*")).decode("latin-1")
    shown = texts_of(tmp_path / "Refused.xlsx") + caplog.text + str(plan.summary()) + "\n".join(plan.left_out)
    shown += "\n".join(f"{row.happens} {row.notes} {row.told} {row.problems}" for row in plan.rows)
    assert held(odd.secrets, kept) == []
    assert held(odd.secrets, shown) == []
    assert not odd.told or any(odd.told in question.about for question in plan.questions)
    assert plan.not_taken == (["Dependents"] if "sheet of their own" in name else [])


def opened_sheets(path):
    """The same, of a workbook that may have comments."""
    cells = [c for sheet in openpyxl.load_workbook(path) for row in sheet.iter_rows() for c in row]
    return "\n".join(str(c.value) for c in cells) + "".join(str(c.comment) for c in cells if c.comment)


@pytest.fixture
def command(capsys, monkeypatch):
    """A command over an office: everything that it prints."""
    monkeypatch.setenv("WORKBENCH_PASSPHRASE", PASSPHRASE)

    def call(path, *words):
        code = main([*map(str, words), "--office", str(path)])
        said = capsys.readouterr()
        return f"{said.out}{said.err}" if code in (0, 1) else pytest.fail(said.err)

    return call


@pytest.mark.parametrize("name", ROSTERS)
def test_nothing_private_is_kept_by_the_command_line(plain_path, command, tmp_path, name):
    odd, roster = ROSTERS[name], written(name, tmp_path)
    said = command(plain_path, "import", roster, "--rejects", tmp_path / "Refused.xlsx")
    said += command(plain_path, "import", roster, "--json") + command(plain_path, "history", "--json")
    kept = b"".join(each.read_bytes() for each in plain_path.parent.glob(f"{plain_path.name}*")).decode("latin-1")
    everything = said + kept + opened_sheets(tmp_path / "Refused.xlsx")
    assert held(odd.secrets, everything) == []


@pytest.mark.parametrize("name", ROSTERS)
def test_an_encrypted_office_shows_nothing_private(sealed_path, command, seat, tmp_path, name):
    odd, roster = ROSTERS[name], written(name, tmp_path)
    said = command(sealed_path, "import", roster) + command(sealed_path, "import", roster, "--json")
    opened = offices.open_office(sealed_path, seat, PASSPHRASE)
    people = [person.id for person in Provider.select()]
    for person in people:
        said += str(file_sources.lines(person, TODAY, targets.title)) + str(file_history.lines(person, TODAY))
    for each in (each for each in LISTS if each.kind.model.select().exists()):
        ids = each.ids(today=TODAY)
        said += str([*each.values(ids, TODAY)])
        exporting.export(each, ids, tmp_path / f"{each.name}.xlsx", TODAY)
        said += opened_sheets(tmp_path / f"{each.name}.xlsx")
    providers = list_named("providers")
    for word in ("219-09-9999", "219099999", "1961", "3/14/1961", "N200"):
        assert [*providers.ids(today=TODAY, search=word)] == []
    opened.close()
    assert json.loads(command(sealed_path, "list", "providers", "--where", "219-09-9999", "--json"))["rows"] == []
    said += command(sealed_path, "list", "credentials", "--json") + command(sealed_path, "history")
    said += command(sealed_path, "history", "provider", people[0] if people else 1)
    assert held(odd.secrets, said.replace("Roster.xlsx", "")) == []

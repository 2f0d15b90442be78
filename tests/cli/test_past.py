"""What the commands tell of the past: the trail, records and lists as of a day, and whether anybody edited the file."""

import json
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Clock
from workbench.actions import offices
from workbench.cli import looking
from workbench.records.office_lists import Department
from workbench.records.provider import Provider
from workbench.store import database, history, triggers
from workbench.store.office import Seat

Run = Callable[..., tuple[int, str, str]]
FIRST, SECOND = datetime(2026, 11, 24, 9), datetime(2026, 11, 25, 9)


@pytest.fixture
def past(plain_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> Path:
    """An office of two days: Okafor came on the first, and was renamed on the second, when Young came."""
    monkeypatch.setenv("WORKBENCH_OFFICE", str(plain_path))
    clock = Clock()
    opened = offices.open_office(plain_path, Seat("Ann", clock))
    clock.now = FIRST
    with history.step("Add"):
        person = Provider.create(last="Okafor", birth_date=date(1961, 3, 14), ssn_last4="7391")
    clock.now = SECOND
    with history.step("Rename"):
        person.last, person.ssn_last4 = "Adams", "7392"
        person.save()
        Provider.create(last="Young")
    opened.close()
    return plain_path


def _steps(path: Path, count: int) -> None:
    opened = offices.open_office(path, Seat("Ann", lambda: SECOND))
    for n in range(count):
        with history.step(f"Step {n}"):
            Department.create(name=f"D{n}")
    opened.close()


def test_the_trail_as_of_a_day_is_found_behind_any_number_of_newer_steps(
    run: Run,
    past: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(looking, "MOST_STEPS", 3)
    _steps(past, 5)
    told = json.loads(run("history", "--as-of", "2026-11-24", "--json")[1])
    assert [step["step"] for step in told][0] == "Add"
    assert run("history", "--as-of", "2026-11-24")[1].splitlines()[0].endswith("Add")
    assert json.loads(run("history", "--as-of", "2020-01-01", "--json")[1]) == []
    assert json.loads(run("history", "--as-of", "9999-12-31", "--json")[1])[0]["step"] == "Step 4"


def test_what_is_cut_says_so_and_a_program_gets_all(
    run: Run,
    past: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert looking.MOST_STEPS >= 1000, "a person reads some pages of it"
    whole = json.loads(run("history", "--json")[1])
    monkeypatch.setattr(looking, "MOST_STEPS", 3)
    _steps(past, 1)
    lines = run("history")[1].splitlines()
    assert len(lines) == 4 and "newest 3" in lines[-1] and "--as-of" in lines[-1]
    assert len(json.loads(run("history", "--json")[1])) == len(whole) + 1
    monkeypatch.setattr(looking, "MOST_STEPS", len(whole) + 1)
    assert len(run("history")[1].splitlines()) == len(whole) + 1, "nothing is cut, and nothing says so"


def test_a_record_as_of_a_day_is_that_days(run: Run, past: Path) -> None:
    def stood(day: str) -> Any:
        return json.loads(run("history", "provider", 1, "--as-of", day, "--json")[1])[0]["last"]

    assert (stood("2026-11-24"), stood("2026-11-25")) == ("Okafor", "Adams")
    assert run("history", "provider", 1, "--as-of", "2026-11-20")[0] == 1


@pytest.mark.parametrize("words", [(), ("--as-of", "2026-11-24"), ("--as-of", "2026-11-25")])
def test_what_is_masked_is_not_told(run: Run, past: Path, words: tuple[str, ...]) -> None:
    for more in ((), ("--json",)):
        said = run("history", "provider", 1, *words, *more)[1]
        assert "Okafor" in said or "Adams" in said
        for secret in ("7391", "7392", "1961"):
            assert secret not in said
        assert "••••" in said and ("birth_date" if more else "Birth date") in said


def test_a_step_that_changed_only_what_is_masked_says_so_with_dots(run: Run, past: Path) -> None:
    opened = offices.open_office(past, Seat("Ann", lambda: SECOND))
    with history.step("Mend"):
        Provider.update(birth_date=date(1961, 3, 15)).where(Provider.last == "Adams").execute()
    opened.close()
    newest = json.loads(run("history", "provider", 1, "--json")[1])
    assert {"birth_date": ["••••", "••••"]} in [each["changes"] for each in newest]
    assert json.loads(run("history", "provider", 1, "--as-of", "2026-11-25", "--json")[1])[0]["birth_date"] == "••••"


def test_a_list_as_of_a_day_is_that_days(run: Run, past: Path) -> None:
    def names(*words: str) -> list[str]:
        told = json.loads(run("list", "providers", *words, "--json")[1])
        return [row[told["columns"].index("Last name")] for row in told["rows"]]

    assert names("--as-of", "2026-11-24") == ["Okafor"]
    assert names() == names("--as-of", "2026-11-25") == ["Adams", "Young"]


def test_of_a_day_to_come_it_is_said_that_the_office_stands_as_now(run: Run, past: Path) -> None:
    for words in (("list", "providers"), ("history", "provider", 1)):
        code, out, err = run(*words, "--as-of", "2999-01-01", "--json")
        assert code == 0 and json.loads(out)
        assert err.startswith("Jan 1 2999 is still to come:") and "what is on file now" in err
        assert not run(*words, "--as-of", "2026-11-25")[2]


def test_verify_tells_what_was_changed_from_outside_and_exits_1(run: Run, past: Path) -> None:
    noted = json.loads(run("verify", "--json")[1])["head"]
    assert run("verify", "--head", noted)[0] == 0
    code, out, _ = run("verify", "--head", "0" * 64)
    assert code == 1 and "noted earlier" in out
    opened = offices.open_office(past, Seat("Ann"))
    triggers.drop()
    database.execute_sql("UPDATE provider SET last = 'Smith' WHERE id = 1")
    triggers.create()
    opened.close()
    code, out, err = run("verify", "--json")
    told = json.loads(out)
    assert code == 1 and told["ok"] is False and err.count("\n") == 1
    assert told["flaws"] == ["1 record of “provider” was changed outside any step, the first with ID 1."]
    code, out, _ = run("verify")
    assert code == 1 and "is sound" not in out and told["flaws"][0] in out

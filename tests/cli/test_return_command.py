"""A list that went out by the command line, was edited, and comes back by it: the JSON of any import, and counts that add up."""

import json
from datetime import date

import pytest

from tests.actions.returning_office import edit, people
from workbench.actions import offices
from workbench.cli import main


@pytest.fixture
def run(plain_path, seat, capsys, monkeypatch):
    office = offices.open_office(plain_path, seat)
    people()
    office.close()
    monkeypatch.setenv("WORKBENCH_OFFICE", str(plain_path))

    def call(*words, code=0):
        assert main([*map(str, words), "--json"]) == code
        said = capsys.readouterr()
        return json.loads(said.out) if code == 0 else said.err

    return call


def counted(said):
    names = ("added", "changed", "same", "skipped", "rejected", "doubtful")
    assert said["rows"] == sum(said[name] for name in names)
    return {name: said[name] for name in names if said[name]}


def test_an_untouched_list_changes_nothing(run, tmp_path):
    path = tmp_path / "list.xlsx"
    run("list", "providers", "-o", path)
    said = run("import", path)
    assert counted(said) == {"same": 3} and said["changes"] == said["problems"] == said["questions"] == []
    assert run("undo") != {"undone": f"Import of 0 edited providers from {path.name}"}


def test_what_was_edited_is_taken_and_taken_back(run, tmp_path):
    path = tmp_path / "list.xlsx"
    run("list", "credentials", "-o", path)

    def change(e):
        e.set(2, "Expires", date(2030, 7, 31))
        e.set(3, "Number", None)
        e.set(4, "Verified", date(2026, 11, 1))

    asks = run("import", edit(path, change), "--dry-run")
    assert counted(asks) == {"changed": 1, "same": 1, "doubtful": 1}, "a blank over what was verified waits"
    assert asks["questions"][0]["answers"] == ["row 3=ours", "row 3=file"]
    assert "ours was verified on Jan 2 2026. Ours stays until you choose" in asks["questions"][0]["about"]
    said = run("import", path, "--dry-run", "--answer", "row 3=file")
    assert counted(said) == {"changed": 2, "same": 1}
    assert said == run("import", path, "--answer", "row 3=file")
    assert {(c["field"], c["new"]) for c in said["changes"]} == {("Expires", "2030-07-31"), ("Number", "")}
    columns = {label.partition(": ")[2]: target for label, target in said["sheets"][0]["columns"].items()}
    assert columns["ID"] is None and columns["NPI"] is None and columns["Expires"] == "credential.expires"
    assert [q["chosen"] for q in said["questions"]] == ["said, not taken"]
    assert len(run("list", "credentials", "--view", "past")["rows"]) == 1
    assert run("undo") == {"undone": "Import of 2 edited credentials from list.xlsx"}
    assert len(run("list", "credentials", "--view", "past")["rows"]) == 0


def test_a_clash_is_left_out_and_named(run, tmp_path):
    path, other = tmp_path / "list.xlsx", tmp_path / "other.xlsx"
    for each, phone in ((path, "(312) 555-0199"), (other, "(312) 555-0188")):
        run("list", "providers", "-o", each)
        edit(each, lambda e, phone=phone: e.set(2, "Phone", phone))
    assert counted(run("import", other)) == {"changed": 1, "same": 2}
    said = run("import", path, "--rejects", tmp_path / "refused.xlsx")
    assert counted(said) == {"same": 2, "doubtful": 1}
    assert "Changed in the file and here: Phone" in said["questions"][0]["about"]
    assert (tmp_path / "refused.xlsx").exists()
    assert run("list", "providers")["rows"][0][18] == "(312) 555-0188"


def test_older_days_wait_and_are_answered_together_or_one_by_one(run, tmp_path, capsys):
    path = tmp_path / "list.xlsx"
    run("list", "credentials", "-o", path)
    edit(path, lambda e: [e.set(line, "Expires", date(2027, 1, 1)) for line in (2, 3)])
    asks = run("import", path)
    assert counted(asks) == {"same": 1, "doubtful": 2} and not asks["changes"]
    assert [each["answers"][-1] for each in asks["questions"]] == ["row 2=file", "row 3=file", "differs=file"]
    assert main(["import", str(path), "--dry-run"]) == 0
    assert 'Say --answer "row 2=ANSWER" with ours (ours stays) or file' in capsys.readouterr().out
    assert counted(run("import", path, "--dry-run", "--answer", "differs=file")) == {"changed": 2, "same": 1}
    one = run("import", path, "--dry-run", "--answer", "row 2=file", "--answer", "row 3=ours")
    assert counted(one) == {"changed": 1, "same": 2}


def test_added_rows_go_the_ordinary_way(run, tmp_path):
    path = tmp_path / "list.xlsx"
    run("list", "providers", "-o", path)

    def add(e):
        for heading, value in (("Last name", "Zhou"), ("First name", "Li"), ("NPI", "1679576722")):
            e.set(5, heading, value)

    assert counted(run("import", edit(path, add), "--sheet", "Providers")) == {"added": 1, "same": 3}
    assert "has no sheet" in run("import", path, "--sheet", "Nothing", code=1)


def test_a_list_in_which_no_row_can_be_taken_says_why(run, tmp_path):
    path = tmp_path / "list.xlsx"
    run("list", "providers", "-o", path)

    def spoil(e):
        for row in (2, 3, 4):
            e.set(row, "NPI", "12")

    assert "An NPI has ten digits" in run("import", edit(path, spoil), code=1)

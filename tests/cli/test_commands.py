"""The command line as a stranger calls it: real files, exit codes, one JSON object."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from workbench.actions import views
from workbench.cli.speaking import opened
from workbench.lists.saved import Asked
from workbench.papers.pictures import Pages
from workbench.records.office_lists import Department
from workbench.records.provider import Provider
from workbench.store import history, hold

TODAY = "2026-11-24"


def test_a_new_office_answers_what_it_made(run, tmp_path, monkeypatch):
    monkeypatch.setenv("TZ", "America/New_York")
    code, out, _ = run("new", tmp_path / "a.workbench", "--name", "Riverbend", "--json")
    assert code == 0
    assert json.loads(out) == {"office": str(tmp_path / "a.workbench"), "name": "Riverbend"}


def test_new_says_which_time_zone_it_took_or_that_none_is_known(run, tmp_path, monkeypatch):
    monkeypatch.setenv("TZ", "America/New_York")
    assert "Its time zone is Eastern time (America/New_York)" in run("new", tmp_path / "a.workbench")[1]
    monkeypatch.setenv("TZ", "UTC")
    assert "enter the hospital's in Settings" in run("new", tmp_path / "b.workbench")[1]


def test_new_refuses_an_existing_file_and_changes_nothing(run, office):
    before = office.read_bytes()
    code, out, err = run("new", office)
    assert (code, out) == (1, "")
    assert err.count("\n") == 1 and "there already" in err
    assert office.read_bytes() == before


def test_new_says_that_there_is_no_room(run, tmp_path, monkeypatch):
    monkeypatch.setattr(hold, "open", lambda *_, **__: (_ for _ in ()).throw(OSError(28, "full")), raising=False)
    code, _, err = run("new", tmp_path / "a.workbench")
    assert code == 1 and "There is no room left in the folder" in err and "No office was made. Make room" in err
    assert list(tmp_path.iterdir()) == []


def test_new_says_that_a_folder_is_no_office_and_that_one_cannot_be_written_to(run, tmp_path, monkeypatch):
    assert "is a folder. Nothing was made." in run("new", tmp_path)[2]
    monkeypatch.setattr(hold, "open", lambda *_, **__: (_ for _ in ()).throw(PermissionError(13, "no")), raising=False)
    code, _, err = run("new", tmp_path / "a.workbench")
    assert code == 1 and "No office was made. Choose a folder of yours." in err and "read-only" not in err
    assert list(tmp_path.glob("a.*")) == []


@pytest.mark.parametrize("call", [("history", "provider", "9" * 20), ("packet", "9" * 20, "-o", "p.pdf")])
def test_a_number_that_no_record_can_have_is_a_wrong_call(run, office, call):
    assert run(*call, "--office", office)[0] == 2


def test_history_names_what_a_record_points_at_and_json_keeps_its_number(run, tmp_path):
    path = tmp_path / "hospital.workbench"
    assert run("sample", path, "--providers", "3")[0] == 0
    told = run("history", "provider", "1", "--as-of", "2099-01-01", "--office", path)[1]
    assert "Department: " in told and not any(
        line.partition(": ")[2].isdecimal()
        for line in told.splitlines()
        if line.startswith(("Department", "Specialty", "Category"))
    )


def test_a_head_that_is_none_is_not_called_a_change_from_outside(run, office):
    code, out, err = run("verify", "--head", "abc", "--office", office)
    assert (code, out) == (1, "") and "is no head of a trail" in err


def test_the_version_is_said(run):
    code, out, _ = run("--version")
    assert code == 0 and out.startswith("Medical Staff Workbench ")


def test_an_encrypted_office_opens_with_its_passphrase_alone(run, tmp_path, monkeypatch):
    secret = tmp_path / "secret.txt"
    secret.write_text("correct horse\n")
    path = tmp_path / "sealed.workbench"
    assert run("new", path, "--encrypt", "--passphrase-file", secret)[0] == 0
    assert run("list", "departments", "--office", path)[0] == 1
    assert run("list", "departments", "--office", path, "--passphrase-file", secret)[0] == 0
    monkeypatch.setenv("WORKBENCH_PASSPHRASE", "wrong horse")
    code, _, err = run("list", "departments", "--office", path)
    assert code == 1 and "not the one" in err


@pytest.mark.parametrize("written", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", ""])
def test_a_passphrase_is_the_first_line_however_an_editor_writes_it(run, tmp_path, monkeypatch, written, end):
    secret, path = tmp_path / "secret.txt", tmp_path / "sealed.workbench"
    secret.write_bytes(f"Über alle Berge{end}".encode(written))
    assert run("new", path, "--encrypt", "--passphrase-file", secret)[0] == 0
    monkeypatch.setenv("WORKBENCH_PASSPHRASE", "Über alle Berge")
    assert run("list", "departments", "--office", path)[0] == 0


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "is empty, or its first line is"),
        (b"\xff\xfe", "is empty, or its first line is"),
        (b"\ncorrect horse", "is empty, or its first line is"),
        (b"\xff\xfea", "cannot be read"),
        (b"\xe9t\xe9 chaud", "cannot be read"),
    ],
)
def test_a_passphrase_file_that_holds_none_is_one_sentence(run, office, tmp_path, content, why):
    secret = tmp_path / "secret.txt"
    secret.write_bytes(content)
    code, out, err = run("list", "departments", "--passphrase-file", secret)
    assert (code, out) == (1, "") and f"secret.txt {why}" in err and err.count("\n") == 1


def test_encrypting_without_a_passphrase_is_refused(run, tmp_path):
    code, _, err = run("new", tmp_path / "a.workbench", "--encrypt")
    assert code == 1 and "passphrase" in err
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "words",
    [
        ("frob",),
        ("list",),
        ("list", "nope"),
        ("list", "providers", "--view", "nope"),
        ("history", "provider"),
        ("history", "x", "1"),
    ],
)
def test_a_wrong_call_exits_2(run, office, words):
    assert run(*words)[0] == 2


def test_a_missing_office_is_one_sentence(run, tmp_path):
    code, out, err = run("list", "providers", "--office", tmp_path / "nowhere.workbench", "--json")
    assert (code, out) == (1, "") and err.count("\n") == 1


def add_practice(path) -> None:
    """A step of the user's, of which the command line has none but the import."""
    from workbench.actions import editing, offices
    from workbench.cli.speaking import seat
    from workbench.records.practice import PRACTICES, Practice

    opened = offices.open_office(path, seat())
    assert editing.save(Practice(name="Prairie Heart"), PRACTICES) == []
    opened.close()


def test_undo_and_redo_name_the_step(run, office):
    add_practice(office)
    assert json.loads(run("undo", "--json")[1]) == {"undone": "Add practice Prairie Heart"}
    assert json.loads(run("list", "practices", "--json")[1])["rows"] == []
    assert json.loads(run("redo", "--json")[1]) == {"redone": "Add practice Prairie Heart"}
    assert len(json.loads(run("list", "practices", "--json")[1])["rows"]) == 1


def test_undo_does_not_reach_behind_the_beginning(run, office):
    assert json.loads(run("undo", "--json")[1]) == {"undone": None}
    assert len(json.loads(run("list", "departments", "--json")[1])["rows"]) == 11


def test_a_record_nobody_knows_is_one_sentence(run, office):
    code, out, err = run("history", "provider", 999, "--json")
    assert (code, out) == (1, "") and "999" in err


def test_history_tells_steps_and_records(run, office):
    trail = json.loads(run("history", "--json")[1])
    assert trail[0]["step"] == "New office Riverbend"
    record = json.loads(run("history", "department", 1, "--json")[1])
    assert record[0]["changes"]["name"] == [None, "Anesthesiology"]


def test_history_speaks_to_a_person_in_titles_and_to_a_program_in_names(run, office):
    add_practice(office)
    said = run("history", "practice", 1)[1]
    assert "    Practice: — -> Prairie Heart" in said and "name:" not in said
    as_it_stood = run("history", "practice", 1, "--as-of", "2999-01-01")[1]
    assert "Practice: Prairie Heart" in as_it_stood.splitlines() and "ID: 1" in as_it_stood.splitlines()
    stood = json.loads(run("history", "practice", 1, "--as-of", "2999-01-01", "--json")[1])[0]
    assert stood["name"] == "Prairie Heart"


def test_a_backup_is_restored_elsewhere(run, office, tmp_path):
    made = json.loads(run("backup", tmp_path / "copy.workbench", "--json")[1])
    assert made["ok"] and made["head"]
    restored = json.loads(
        run("restore", tmp_path / "copy.workbench", "--to", tmp_path / "again.workbench", "--json")[1]
    )
    assert restored["head"] == made["head"]
    assert run("restore", tmp_path / "copy.workbench", "--to", office)[0] == 1


def test_verify_names_the_head(run, office):
    fields = json.loads(run("verify", "--json")[1])
    assert fields["ok"] is True and set(fields) == {"ok", "providers", "credentials", "head"}


def test_a_list_goes_onto_paper_and_says_which_rows_they_are(run, office, tmp_path):
    code, out, _ = run("list", "departments", "--where", "Surg", "-o", tmp_path / "d.pdf", "--json")
    rows = json.loads(run("list", "departments", "--where", "Surg", "--json")[1])["rows"]
    assert code == 0 and json.loads(out) == {"written": str(tmp_path / "d.pdf"), "rows": len(rows)}
    with Pages(tmp_path / "d.pdf") as pages:
        said = pages.text(1)
    assert all(row[1] in said for row in rows) and "Found by “Surg”" in said and "Riverbend · Departments" in said
    code, _, err = run("list", "departments", "-o", tmp_path / "d.docx")
    assert code == 1 and "none of .xlsx, .csv and .pdf" in err


def test_a_list_goes_out_as_a_workbook(run, office, tmp_path):
    from openpyxl import load_workbook

    assert run("list", "departments", "-o", tmp_path / "d.xlsx")[0] == 0
    sheet = load_workbook(tmp_path / "d.xlsx").active
    *heads, key = (cell for cell in sheet[1])
    assert [cell.value for cell in heads] == ["ID", "Department", "Chair"]
    assert sheet.column_dimensions[key.column_letter].hidden
    assert sheet.max_row == 12 and sheet.freeze_panes == "A2"


def test_the_contract_columns_of_the_lists(run, office):
    people = json.loads(run("list", "providers", "--json")[1])["columns"]
    wanted = "ID NPI|Last name|First name|Middle name|Suffix|Degree|Specialty|Department|Category|Status|Email|Phone"
    assert set(wanted.replace(" ", "|", 1).split("|")) <= set(people) and people[0] == "ID"
    credentials = json.loads(run("list", "credentials", "--json")[1])["columns"]
    wanted = "ID|NPI|Last name|First name|Kind|Number|State|Issuer|Expires|Verified|Source|Lifetime"
    assert set(wanted.split("|")) <= set(credentials)  # noqa: SIM905 - names with blanks


def test_no_command_imports_qt():
    code = "import sys, workbench.cli; sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    root = Path(__file__).parents[2]
    assert subprocess.run([sys.executable, "-c", code], cwd=root, env=os.environ).returncode == 0


def test_a_saved_view_is_called_by_its_name_and_an_unknown_one_says_which_there_are(run, office):
    with opened(office, None, write=True):
        views.keep("departments", "Of surgery", Asked(filters={"name": "surg"}, order=(("name", True),)))
    code, out, _ = run("list", "departments", "--view", "of SURGERY", "--office", office, "--json")
    rows = json.loads(out)["rows"]
    assert code == 0 and rows and all("surg" in row[1].lower() for row in rows)
    code, _, err = run("list", "departments", "--view", "Nowhere", "--office", office)
    assert code == 2 and "“Of surgery”" in err


def test_a_saved_view_with_groups_lists_group_after_group(run, office, tmp_path):
    with opened(office, None, write=True):
        surgery, medicine = (Department.get(Department.name == name) for name in ("Surgery", "Medicine"))
        with history.step("People"):
            for last, where in (("Adams", surgery), ("Baker", medicine), ("Chen", surgery), ("Diaz", medicine)):
                Provider.create(last=last, department=where)
        views.keep("providers", "By department", Asked(group="department", order=(("provider", True),)))
    code, out, _ = run("list", "providers", "--view", "By department", "--office", office, "--json")
    found = json.loads(out)
    last = found["columns"].index("Last name")
    assert code == 0 and [row[last] for row in found["rows"]] == ["Diaz", "Baker", "Chen", "Adams"]
    pdf = tmp_path / "staff.pdf"
    assert run("list", "providers", "--view", "By department", "--office", office, "-o", pdf)[0] == 0
    with Pages(pdf.read_bytes()) as pages:
        assert "Medicine · 2" in pages.text(1) and "Surgery · 2" in pages.text(1)


def test_a_condition_where_words_are_looked_for_is_refused_with_the_views(run, office):
    code, _, said = run("list", "credentials", "--where", "Expires < 2026-12-31")
    assert code == 2 and "--view" in said and "expiring" in said and "lapsed" in said
    assert run("list", "credentials", "--where", "nobody")[0] == 0


def test_a_column_is_filtered_by_the_words_of_the_window(run, office):
    code, out, _ = run("list", "departments", "--filter", "Name=surg", "--office", office, "--json")
    assert code == 0 and all("surg" in row[1].lower() for row in json.loads(out)["rows"])
    for wanted in ("this month", "next 30 days", "overdue"):
        assert run("list", "credentials", "--filter", f"Expires={wanted}", "--office", office)[0] == 0
    for wrong, said in (("Expires=soonish", "this month"), ("Nowhere=1", "Expires"), ("Expires", "COLUMN=WHAT")):
        code, _, err = run("list", "credentials", "--filter", wrong, "--office", office)
        assert code == 2 and said in err


def test_the_help_of_lists_names_their_views(run):
    code, said, _ = run("list", "--help")
    assert code == 0 and "credentials: expiring, lapsed" in said and "providers: current" in said


@pytest.mark.parametrize(
    "call", [("packet", "nope", "-o", "x.pdf"), ("history", "provider", "nope"), ("packet", "0", "-o", "x.pdf")]
)
def test_what_is_no_id_is_said_in_words(run, office, call):
    code, _, said = run(*call)
    assert code == 2 and "is no ID: a number, the first column of" in said and "integer" not in said


@pytest.mark.parametrize("words", ["%", "*", '"', "-", "! ?"])
def test_signs_alone_are_no_words_to_look_for(run, office, words):
    code, out, err = run("list", "departments", "--where", words, "--json")
    assert (code, out) == (2, "") and f"“{words}” has none" in err


def test_who_is_called_so_comes_first_and_of_others_it_is_said_where_the_words_stand(run, office):
    from workbench.records.practice import Practice, PracticeMember
    from workbench.records.provider import Provider
    from workbench.store import history

    with opened(office, None, write=True), history.step("Two people"):
        adams = Provider.create(last="Adams", first="Ann")
        Provider.create(last="Okafor", first="Zoe")
        PracticeMember.create(provider=adams, practice=Practice.create(name="Lake", contact="Lena Okafor"))
    rows = json.loads(run("list", "providers", "--where", "okaf", "--json")[1])["rows"]
    assert [row[1] for row in rows] == ["Okafor", "Adams"]
    told = run("list", "providers", "--where", "okaf")[1].splitlines()
    assert told[0].split()[:3] == ["ID", "Found", "in"] and "Practice: Lake, Lena Okafor" in told[2]
    assert "Found in" not in run("list", "providers", "--where", "zoe")[1]

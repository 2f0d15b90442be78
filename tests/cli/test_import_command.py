"""The import by the command line, tried as from outside: rosters in, lists out, compared with what is true."""

import json
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Font, PatternFill

from tests.conftest import PASSPHRASE
from workbench.cli import main

ROSTERS = ("plain", "titled", "sections", "grouped")
PERSON = {
    "last": "Last name",
    "first": "First name",
    "middle": "Middle name",
    "suffix": "Suffix",
    "degree": "Degree",
    "department": "Department",
    "specialty": "Specialty",
    "category": "Category",
    "email": "Email",
}
HELD = {
    "plain": (*PERSON, "phone", "board", "carrier", "acls"),
    "titled": ("last", "first", "middle", "suffix", "degree", "department", "specialty", "category", "cell"),
    "sections": ("last", "first", "middle", "suffix", "degree", "department", "specialty", "category"),
    "grouped": ("last", "first", "degree", "department", "board"),
}
"""What each sheet holds besides NPI, license and DEA."""


@pytest.fixture
def run(plain_path, capsys, monkeypatch):
    monkeypatch.setenv("WORKBENCH_OFFICE", str(plain_path))
    monkeypatch.delenv("WORKBENCH_PASSPHRASE", raising=False)

    def call(*words):
        code = main([*map(str, words), "--json"])
        said = capsys.readouterr()
        assert code == 0, said.err
        return json.loads(said.out)

    return call


def asked(summary):
    """What is asked, but for the day that a file without one stands for."""
    return [each for each in summary["questions"] if "as of=today" not in each.get("answers", ())]


def rows_of(run, name):
    found = run("list", name)
    return [dict(zip(found["columns"], row, strict=True)) for row in found["rows"]]


@pytest.mark.parametrize("name", ROSTERS)
def test_a_roster_ends_as_what_is_true(run, shared, name):
    truth = json.loads((shared / "rosters" / f"{name}.truth.json").read_text("utf-8"))
    summary = run("import", shared / "rosters" / f"{name}.xlsx")
    assert (summary["rows"], summary["added"]) == (len(truth), len(truth))
    people = {row["NPI"]: row for row in rows_of(run, "providers")}
    credentials: dict[tuple[str, str], list[dict]] = {}
    for row in rows_of(run, "credentials"):
        credentials.setdefault((row["NPI"], row["Kind"]), []).append(row)
    assert set(people) == {true["npi"] for true in truth}
    for true in truth:
        _compare(people[true["npi"]], credentials, true, HELD[name])


def _compare(person: dict, credentials: dict, true: dict, held: tuple[str, ...]) -> None:
    for field in set(held) & set(PERSON):
        assert person[PERSON[field]] == true[field]
    if "phone" in held:
        assert person["Phone"] == true["phone"]
    if "cell" in held:
        assert person["Cell"] == true["phone"]

    def one(kind: str) -> dict:
        (found,) = credentials[true["npi"], kind]
        return found

    license, dea = one("State license"), one("DEA registration")
    assert [license[c] for c in ("Number", "State", "Expires")] == [
        true[f] for f in ("license", "license_state", "license_expires")
    ]
    assert [dea[c] for c in ("Number", "Expires")] == [true["dea"], true["dea_expires"]]
    if "board" in held:
        board = one("Board certification")
        assert board["Issuer"] == true["board"]
        assert (board["Lifetime"] or board["Expires"]) == true["board_expires"]
    if "carrier" in held:
        cover = one("Professional liability")
        assert [cover["Issuer"], cover["Expires"]] == [true["carrier"], true["insurance_expires"]]
    if "acls" in held:
        assert [one("Life support")[c] for c in ("Title", "Expires")] == ["ACLS", true["acls_expires"]]


def test_the_same_roster_again_changes_nothing(run, shared):
    roster = shared / "rosters" / "plain.xlsx"
    run("import", roster)
    steps = len(run("history"))
    summary = run("import", roster)
    assert (summary["same"], summary["added"], summary["changed"]) == (60, 0, 0)
    assert len(run("history")) == steps


def test_a_dry_run_writes_nothing(run, shared, plain_path):
    before = plain_path.read_bytes()
    assert run("import", shared / "rosters" / "plain.xlsx", "--dry-run")["added"] == 60
    assert plain_path.read_bytes() == before


def test_an_import_is_one_undo(run, shared):
    run("import", shared / "rosters" / "plain.xlsx")
    assert run("undo")["undone"] == "Import of 60 providers from plain.xlsx"
    assert rows_of(run, "providers") == []


def test_a_column_that_is_not_known_maps_to_null(run, tmp_path):
    path = tmp_path / "r.csv"
    path.write_text('Name,NPI,Blood type\n"Okafor, Adaeze, MD",1477552867,AB\n', "utf-8")
    (sheet,) = run("import", path)["sheets"]
    assert sheet["columns"] == {"A: Name": "provider.full_name", "B: NPI": "provider.npi", "C: Blood type": None}


def test_a_wrong_value_is_named_and_saved_with_its_reason(run, tmp_path):
    from openpyxl import load_workbook

    path = tmp_path / "r.csv"
    path.write_text(
        "Name,NPI,License #,Lic State,Lic Exp\nAda Okafor MD,1477552868,036-1,IL,7/31/2027\n"
        "Bo Adams MD,1477552867,036-2,IL,2/30/2027\nCy Young MD,,036-3,IL,7/31/2027\n",
        "utf-8",
    )
    summary = run("import", path, "--rejects", tmp_path / "out.xlsx")
    assert (summary["added"], summary["rejected"]) == (1, 2)
    told = {each["row"]: each for each in summary["problems"]}
    assert told[2]["column"] == "B: NPI" and "check digit" in told[2]["message"]
    assert told[3]["value"] == "2/30/2027" and "February 30" in told[3]["message"]
    sheet = load_workbook(tmp_path / "out.xlsx").active
    assert [cell.value for cell in sheet[1]][-1] == "Reason" and sheet.max_row == 3


def test_keeping_apart_does_not_give_one_npi_to_two_and_merging_asks_for_more_than_a_name(run, tmp_path, capsys):
    path = tmp_path / "r.csv"
    path.write_text("Name,NPI,License #,Lic State\nAda Okafor MD,1477552867,036-1,IL\n", "utf-8")
    run("import", path)
    path.write_text("Name,NPI,License #,Lic State\nBo Adams MD,1477552867,036-2,IL\n", "utf-8")
    assert main(["import", str(path), "--keep-apart", "--json"]) == 1
    assert "NPI 1477552867 is that of Okafor, Ada, MD" in capsys.readouterr().err
    path.write_text("Name,NPI,License #,Lic State\nBo Adams MD,1477552867,036-2,IL\nCy Young,,036-3,IL\n", "utf-8")
    kept = run("import", path, "--keep-apart")
    assert (kept["added"], kept["rejected"]) == (1, 1) and kept["problems"][0]["column"] == "B: NPI"
    path.write_text("Name,E-mail\nAda Okafor MD,ada@example.org\n", "utf-8")
    assert run("import", path, "--merge-certain")["doubtful"] == 1
    path.write_text("Name,NPI,License #,Lic State\nAda Okafor MD,1477552867,036-9,IL\n", "utf-8")
    assert run("import", path)["doubtful"] == 1
    merged = run("import", path, "--merge-certain")
    told = [each["about"] for each in merged["questions"]]
    assert merged["changed"] == 1 and any("the license differs: ours is 036-1 IL" in each for each in told)
    assert len({row["NPI"] for row in rows_of(run, "providers")} - {""}) == 1


def test_the_help_says_what_certain_means(capsys):
    assert main(["import", "--help"]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "besides them the NPI, a license, a DEA number, an office number or the birth date" in said


def test_private_columns_that_are_not_known_are_told_in_json(run, tmp_path, plain_path):
    path = tmp_path / "r.csv"
    path.write_text('Name,NPI,SSN/TIN,B-Day\n"Okafor, Ada, MD",1477552867,123-45-6789,1/2/1970\n', "utf-8")
    summary = run("import", path)
    assert [each["about"] for each in asked(summary)] == [
        "Column C: SSN/TIN (social security numbers)",
        "Column D: B-Day (birth dates)",
    ]
    assert b"45-6789" not in plain_path.read_bytes() and b"1/2/1970" not in plain_path.read_bytes()


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
@pytest.mark.parametrize("name", ["providers", "credentials"])
def test_a_list_written_by_the_command_comes_back_the_same(run, shared, tmp_path, name, ending):
    run("import", shared / "rosters" / "titled.xlsx")
    written = run("list", name, "-o", tmp_path / f"list.{ending}")
    summary = run("import", tmp_path / f"list.{ending}")
    assert summary["same"] == summary["rows"] == written["rows"] and not asked(summary)


@pytest.mark.parametrize("content, says", [(b"", "0 bytes"), (b"%PDF-1.7\n", "PDF"), (b"a,b\n1,2\n", "heading")])
def test_a_file_that_is_no_roster_is_one_sentence(plain_path, tmp_path, capsys, content, says):
    path: Path = tmp_path / "roster.csv"
    path.write_bytes(content)
    before = plain_path.read_bytes()
    assert main(["import", str(path), "--office", str(plain_path)]) == 1
    said = capsys.readouterr()
    assert says.lower() in said.err.lower() and said.err.count("\n") == 1 and said.out == ""
    assert plain_path.read_bytes() == before


def test_a_sheet_is_never_written_over_the_office_or_the_roster(plain_path, tmp_path, capsys):
    roster = tmp_path / "r.csv"
    roster.write_text("Name,NPI\nAda Okafor MD,1477552868\n", "utf-8")
    for taken in (roster, plain_path):
        before = taken.read_bytes()
        assert main(["import", str(roster), "--office", str(plain_path), "--rejects", str(taken)]) == 1
        assert taken.read_bytes() == before
    assert main(["list", "providers", "--office", str(plain_path), "-o", str(plain_path)]) == 1
    capsys.readouterr()


def test_rejected_rows_are_not_written_under_another_ending(plain_path, shared, tmp_path, capsys):
    before = plain_path.read_bytes()
    target = tmp_path / "r.txt"
    roster = shared / "rosters" / "plain.xlsx"
    assert main(["import", str(roster), "--office", str(plain_path), "--rejects", str(target)]) == 1
    said = capsys.readouterr()
    assert said.err.startswith("r.txt does not end in .xlsx") and said.err.count("\n") == 1
    assert not target.exists() and plain_path.read_bytes() == before


def test_what_the_formatting_means_can_be_answered(run, tmp_path, capsys):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Staff"
    sheet.append(["Last Name", "First Name", "NPI"])
    for last, npi in (("Ngo", "1234567893"), ("Poe", "1382810863"), ("Roe", "1477552867"), ("Zoe", "1932102084")):
        sheet.append([last, "Ann", npi])
    for at in ("A2", "B2", "C2"):
        sheet[at].font = Font(strike=True)
    for at in ("A3", "B3", "C3"):
        sheet[at].fill = PatternFill("solid", fgColor="FFFF00")
    book.save(tmp_path / "r.xlsx")
    plain = run("import", tmp_path / "r.xlsx", "--dry-run")
    assert (plain["added"], plain["skipped"]) == (3, 1)
    assert [(each["about"], each["chosen"]) for each in asked(plain)] == [
        ("1 row is struck through", "left out"),
        ("1 row is filled yellow", "brought in as they stand"),
    ]
    answers = ("--answer", "struck through=resigned", "--answer", "Staff!yellow=leave out")
    said = run("import", tmp_path / "r.xlsx", *answers)
    assert (said["rows"], said["added"], said["skipped"]) == (4, 3, 1)
    assert {row["Last name"]: row["Status"] for row in rows_of(run, "providers")} == {
        "Ngo": "Resigned",
        "Roe": "Active",
        "Zoe": "Active",
    }


def test_questions_about_columns_are_answered_by_their_name_and_the_facilities_are_known_then(run, tmp_path):
    rows = ["Name,NPI,Mercy,Lakeside"]
    rows += [
        f'"{name}, MD",{npi},Active,Courtesy' for name, npi in (("Ngo, Ann", "1382810863"), ("Roe, Al", "1477552867"))
    ]
    (tmp_path / "r.csv").write_text("\n".join(rows), "utf-8")
    plain = run("import", tmp_path / "r.csv", "--dry-run")
    (one,) = [each for each in asked(plain) if "answers" in each]
    assert one["chosen"] == "left out" and one["answers"] == ["facilities=out", "facilities=in"]
    said = run("import", tmp_path / "r.csv", "--answer", "facilities=in")
    read = said["sheets"][0]["columns"]
    assert [read["C: Mercy"], read["D: Lakeside"]] == ["appointment.facilities"] * 2
    (tmp_path / "r2.csv").write_text("\n".join([rows[0], '"Zoe, Li, MD",1932102084,Courtesy,Active']), "utf-8")
    again = run("import", tmp_path / "r2.csv")["sheets"][0]["columns"]
    assert again["C: Mercy"] == "appointment.facilities"


@pytest.mark.parametrize(
    "answer", ["struck", "struck=maybe", "green=leave out", "Staff!struck=leave out", "facilities=in"]
)
def test_an_answer_to_nothing_is_refused(plain_path, tmp_path, capsys, answer):
    (tmp_path / "r.csv").write_text("Last Name,First Name,NPI\nNgo,Ann,1234567893\n", "utf-8")
    assert main(["import", str(tmp_path / "r.csv"), "--office", str(plain_path), "--answer", answer]) == 1
    assert "Nothing was changed" in capsys.readouterr().err


BORN = """Name,NPI,Date of Birth,SSN,Status
"Okafor, Adaeze, MD",1477552867,3/14/1961,219-09-9999,Active
"Adams, Bo, MD",1932102084,2/30/1975,078-05-11,Active
"Xu, Li, MD",1588667638,12/05/1988,457-55-5462,Active
"""
FIGURES = ("3/14", "1961", "2/30", "1975", "1988", "12/5", "9999", "05-11", "5462", "February 30")


@pytest.fixture
def sealed(sealed_path, capsys, monkeypatch):
    """Commands over an encrypted office: the exit code and everything that is printed."""
    monkeypatch.setenv("WORKBENCH_OFFICE", str(sealed_path))
    monkeypatch.setenv("WORKBENCH_PASSPHRASE", PASSPHRASE)

    def call(*words):
        code = main([*map(str, words)])
        said = capsys.readouterr()
        return code, said.out + said.err

    return call


@pytest.mark.parametrize("form", [(), ("--json",)])
def test_the_command_prints_no_birth_date_and_no_ssn(sealed, tmp_path, form):
    path = tmp_path / "r.csv"
    path.write_text(BORN, "utf-8")
    code, said = sealed("import", path, "--rejects", tmp_path / "Refused.xlsx", *form)
    assert code == 0 and "••••" in said and not [figure for figure in FIGURES if figure in said.replace("NPI", "")]
    path.write_text(BORN.replace("3/14/1961", "4/15/1962").replace("09-9999", "09-9998"), "utf-8")
    code, said = sealed("import", path, *form)
    assert code == 0 and not [f for f in (*FIGURES, "1962", "4/15", "9998") if f in said]
    assert ('"field": "Birth date", "old": "••••", "new": "••••"' in said) == bool(form)
    for name in ("providers", "credentials"):
        assert not [f for f in (*FIGURES, "1962", "9998") if f in sealed("list", name, *form)[1]]
    for words in (
        ("history", "provider", "1"),
        ("history",),
        ("list", "providers", "--where", "9999"),
        ("list", "providers", "--where", "1961"),
    ):
        assert not [f for f in FIGURES if f in sealed(*words, *form)[1]]


def test_when_nothing_can_be_imported_the_reason_holds_no_birth_date(sealed, tmp_path):
    path = tmp_path / "r.csv"
    others = '"Xu, Li, MD",1588667639,3/14/1961\n"Ngo, Ann, MD",1234567890,3/15/1961\n'
    path.write_text(f'Name,NPI,Date of Birth\n"Adams, Bo, MD",1932102084,2/30/1975\n{others}', "utf-8")
    code, said = sealed("import", path)
    assert code == 1 and "has no such day" in said and "1975" not in said and "February 30" not in said


def test_refused_rows_of_an_encrypted_office_keep_what_is_to_be_mended(sealed, tmp_path):
    path = tmp_path / "r.csv"
    path.write_text(BORN.replace("1588667638", "1588667639"), "utf-8")
    sealed("import", path, "--rejects", tmp_path / "Refused.xlsx")
    rows = list(openpyxl.load_workbook(tmp_path / "Refused.xlsx").active.iter_rows(values_only=True))
    assert rows[1][2:4] == ("2/30/1975", "078-05-11") and "1975" not in rows[1][-1]
    assert rows[2][2:4] == ("12/05/1988", "…5462")
    book = openpyxl.load_workbook(tmp_path / "Refused.xlsx")
    book.active["B3"] = "1588667638"
    book.active.delete_rows(2)
    book.save(tmp_path / "Refused.xlsx")
    assert "1 rows: 1 added" in sealed("import", tmp_path / "Refused.xlsx")[1]


def test_the_alphabet_of_a_text_is_said_or_asked_and_can_be_answered(run, tmp_path, capsys):
    path = tmp_path / "staff.csv"
    lines = ["Last Name,First Name,NPI", "Šimić,Željko,1234567893", "Łukasz,Ewa,1003000126"]
    path.write_bytes("\r\n".join(lines).encode("cp1250"))
    assert main(["import", str(path)]) == 1
    said = capsys.readouterr().err
    assert (
        "Nothing was changed" in said
        and '--answer "alphabet=ANSWER" with ' in said
        and "cp1250 (Šimić, Željko, Łukasz" in said
    )
    found = run("import", path, "--answer", "alphabet=Windows in Central Europe")
    assert found["added"] == 2 and found["questions"][0]["chosen"].startswith("Šimić, Željko, Łukasz")
    path.write_bytes("Last Name,First Name,NPI\r\nMuñoz,José,1043210016\r\n".encode("cp1252"))
    assert run("import", path)["questions"][0]["chosen"] == "read as Windows writes"


def test_the_state_of_licenses_is_remembered_for_its_sender_and_asked_of_another(run, tmp_path):
    for name, person in (("Agape roster", "Ann"), ("Agape roster v2", "Bo"), ("Beacon roster", "Cy")):
        path = tmp_path / f"{name}.csv"
        path.write_text(f'Name,NPI,License number\n"Ngo, {person}, MD",,E-1{person}\n', "utf-8")
    run("import", tmp_path / "Agape roster.csv", "--answer", "state=AR")
    assert [row["State"] for row in rows_of(run, "credentials")] == ["AR"]
    again = run("import", tmp_path / "Agape roster v2.csv", "--dry-run")
    other = run("import", tmp_path / "Beacon roster.csv", "--dry-run")
    said = [
        next(each["chosen"] for each in made["questions"] if "Which state" in each["about"]) for made in (again, other)
    ]
    assert said[0].startswith("AR") and said[1].startswith("not said")


def test_a_doubtful_word_overwrites_nothing_and_its_answer_is_named_after_it(run, tmp_path):
    first, second = tmp_path / "a.csv", tmp_path / "b.csv"
    first.write_text('Name,NPI,Category,Dept\n"Walsh, Ann, MD",1234567893,Courtesy,Surgery\n', "utf-8")
    second.write_text('Name,NPI,Category,Dept\n"Walsh, Ann, MD",1234567893,Courtsey,OB/GYN\n', "utf-8")
    run("import", first)
    made = run("import", second)
    assert made["changed"] == 0 and [row["Category"] for row in rows_of(run, "providers")] == ["Courtesy"]
    answers = [each["answers"][-1] for each in asked(made) if "answers" in each]
    assert answers == ["ob/gyn=obstetrics and gynecology", "courtsey=courtesy"]
    run("import", second, "--answer", "OB/GYN=Obstetrics and Gynecology")
    (row,) = rows_of(run, "providers")
    assert (row["Category"], row["Department"]) == ("Courtesy", "Obstetrics and Gynecology")


def test_what_differs_is_taken_by_one_answer_and_the_absent_are_listed(run, tmp_path):
    def roster(name, *rows):
        path = tmp_path / name
        path.write_text("\n".join(["Last,First,NPI,Carrier,Limits,Ins Exp", *rows]), encoding="utf-8")
        return path

    run(
        "import",
        roster("old.csv", "Ray,Ann,1444012342,ISMIE,1M/3M,6/30/2030", "Poe,Tim,1477552867,ISMIE,1M/3M,6/30/2030"),
    )
    new = roster("new.csv", "Ray,Ann,1444012342,ISMIE,2M/4M,6/30/2027")
    told = run("import", new, "--dry-run")
    asked = {each["about"]: each["answers"] for each in told["questions"] if "answers" in each}
    about = "Liability per claim: the file differs from ours"
    assert (told["same"], told["rows"]) == (1, 1) and asked[about] == [
        f"differs liability.per_claim={whose}" for whose in ("ours", "file")
    ]
    assert [each["provider"] for each in told["absent"]] == ["Poe, Tim"]
    one = run("import", new, "--dry-run", "--answer", "differs liability.expires=file")
    assert [each["new"] for each in one["changes"]] == ["2027-06-30"]
    assert run("import", new, "--answer", "differs=file")["changed"] == 1
    (held,) = [row for row in rows_of(run, "credentials") if row["Last name"] == "Ray"]
    assert (held["Expires"], held["Limit per claim"], held["Aggregate limit"]) == ("2027-06-30", 2_000_000, 4_000_000)
    again = run("import", new)
    assert again["same"] == 1 and not any("differs" in str(each.get("answers")) for each in again["questions"])


def test_no_line_begins_with_a_bare_colon(plain_path, tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("WORKBENCH_OFFICE", str(plain_path))
    for name, rows in (("a.csv", "Ray,Ann,1444012342\nPoe,Tim,1477552867\n"), ("b.csv", "Ray,Ann,1444012342\n")):
        (tmp_path / name).write_text(f"Last,First,NPI\n{rows}", encoding="utf-8")
        assert main(["import", str(tmp_path / name)]) == 0
    said = capsys.readouterr().out.splitlines()
    assert any("is not in this file: Poe, Tim" in line for line in said) and not any(
        line.startswith(":") for line in said
    )


def test_rows_taken_for_companies_are_saved_with_the_reason_and_come_in_by_an_answer(run, tmp_path):
    text = 'Name,NPI,License #\n"Corp Thomas, LLC",1234567893,036-1\n"Pain Clinic, PLLC",,\n"Lee, Ann, MD, S.C.",1477552867,036-2\n'
    (tmp_path / "r.csv").write_text(text, "utf-8")
    plain = run("import", tmp_path / "r.csv", "--dry-run", "--rejects", tmp_path / "refused.xlsx")
    assert (plain["added"], plain["skipped"]) == (1, 2)
    (asked,) = [each for each in plain["questions"] if "companies" in each["about"]]
    assert asked["answers"] == ["companies=out", "companies=in"]
    saved = list(openpyxl.load_workbook(tmp_path / "refused.xlsx").active.iter_rows(values_only=True))
    assert [(row[0], row[-1]) for row in saved[1:]] == [
        ("Corp Thomas, LLC", "A company, not a person"),
        ("Pain Clinic, PLLC", "A company, not a person"),
    ]
    said = run("import", tmp_path / "r.csv", "--answer", "company 2=in")
    assert (said["added"], said["skipped"]) == (2, 1)


def test_the_day_a_roster_stands_for_is_told_and_asked_where_it_is_not_said(run, tmp_path, capsys):
    text = 'Name,NPI,Phone\n"Walsh, Ann, MD",1234567893,312-555-0{}\n'
    for name, phone in (("walsh.csv", 100), ("walsh 2020-01-31.csv", 200)):
        (tmp_path / name).write_text(text.format(phone), "utf-8")
    made = run("import", tmp_path / "walsh.csv")
    assert made["as_of"] == f"{date.today()}" and made["questions"][-1]["chosen"] == "the day of the import"
    assert made["questions"][-1]["answers"] == ["as of=today", "as of=YYYY-MM-DD"]
    old = run("import", tmp_path / "walsh 2020-01-31.csv", "--dry-run")
    assert (old["as_of"], old["changed"], old["same"]) == ("2020-01-31", 0, 1)
    newer = run("import", tmp_path / "walsh 2020-01-31.csv", "--answer", "as of=today", "--dry-run")
    assert (newer["as_of"], newer["changed"]) == (f"{date.today()}", 1)
    assert run("import", tmp_path / "walsh.csv", "--answer", "as of=9/30/2026", "--dry-run")["as_of"] == "2026-09-30"
    assert main(["import", str(tmp_path / "walsh 2020-01-31.csv"), "--dry-run"]) == 0
    assert "Stands for Jan 31 2020, as its file's name says." in capsys.readouterr().out
    for wrong, why in (("as of=2031-01-01", "still to come"), ("as of=soon", "is no answer")):
        assert main(["import", str(tmp_path / "walsh.csv"), "--answer", wrong]) == 1
        assert why in capsys.readouterr().err

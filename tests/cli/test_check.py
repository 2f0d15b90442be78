"""check --json over files made by hand: it says of each exactly what the table says, and what keeps which from being ready."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Clock, make_record
from tests.rules.files_by_hand import CASES, OF_OFFICE, OF_OTHER_PACKS, ON, Asking, Clean, spoil_the_office
from workbench.actions import offices
from workbench.cli import main
from workbench.rules.catalog import RULES
from workbench.store import history, settings
from workbench.store.office import Seat

# Last name, the rule whose line was crossed by a day, what check must find: the severity of each rule.
TABLE: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("Abbott", "LIC_EXP block", {"LIC_EXP": "block"}),
    ("Acosta", "LIC_EXP warn", {"LIC_EXP": "warn"}),
    ("Adeyemi", "LIC_PSV block", {"LIC_PSV": "block"}),
    ("Ahmed", "LIC_PSV_AT_EXP block", {"LIC_PSV_AT_EXP": "block"}),
    ("Baker", "PSV_SOURCE warn", {"PSV_SOURCE": "warn"}),
    ("Bianchi", "DEA_EXP block", {"DEA_EXP": "block"}),
    ("Brandt", "CDS_EXP block", {"CDS_EXP": "block"}),
    ("Castillo", "INS_EXP block", {"INS_EXP": "block"}),
    ("Chang", "BOARD_EXP warn", {"BOARD_EXP": "warn"}),
    ("Cohen", "LIFE_EXP warn", {"LIFE_EXP": "warn"}),
    ("Dahl", "HEALTH_EXP warn", {"HEALTH_EXP": "warn"}),
    ("Dias", "DEA_STATE warn", {"DEA_STATE": "warn"}),
    ("Eze", "REQUIRED block", {"REQUIRED": "block"}),
    ("Fischer", "APPT_MAX block", {"APPT_MAX": "block"}),
    ("Garcia", "PRIV_MAX block", {"PRIV_MAX": "block"}),
    ("Haddad", "APPRAISAL_24 warn", {"APPRAISAL_24": "warn", "OPPE_INT": "block"}),
    ("Ito", "NPDB_2Y block", {"NPDB_2Y": "block"}),
    ("Jensen", "NPDB_CQ warn", {"NPDB_CQ": "warn"}),
    ("Kaur", "LEIE_MONTH warn", {"LEIE_MONTH": "warn"}),
    ("Kim", "LEIE_MONTH block", {"LEIE_MONTH": "block"}),
    ("Larsen", "SAM_MONTH warn", {"SAM_MONTH": "warn"}),
    ("Lopez", "MEDICAID_MONTH block", {"MEDICAID_MONTH": "block"}),
    ("Mbeki", "FPPE_OPEN block", {"FPPE_OPEN": "block"}),
    ("Moreau", "FPPE_DUE warn", {"FPPE_DUE": "warn"}),
    ("Nowak", "OPPE_INT warn", {"OPPE_INT": "warn"}),
    ("Obi", "OPPE_INT block", {"OPPE_INT": "block"}),
    ("Park", "TEMP_NEED block", {"TEMP_NEED": "block"}),
    ("Quinn", "TEMP_ELIG block", {"TEMP_ELIG": "block"}),
    ("Rossi", "TEMP_120 block", {"TEMP_120": "block"}),
    ("Sato", "DIS_ID block", {"DIS_ID": "block"}),
    ("Silva", "DIS_72_PSV block", {"DIS_72_PSV": "block"}),
    ("Tanaka", "DIS_72_DECIDE block", {"DIS_72_DECIDE": "block"}),
    ("Ueda", "DECISION_NOTICE warn", {"DECISION_NOTICE": "warn"}),
    ("Vogel", "ADV_NPDB block", {"ADV_NPDB": "block"}),
    ("Weber", "SUSP_14 warn", {"SUSP_14": "warn"}),
    ("Wong", "SUSP_30 warn", {"SUSP_30": "warn"}),
    ("Xu", "HEARING_30 warn", {"HEARING_30": "warn"}),
    ("Yilmaz", "NPDB_APP block", {"NPDB_APP": "block", "EXPED_ELIG": "info"}),
    ("Yoder", "PSV_AGE_ACC block", {"PSV_AGE_ACC": "block", "AGENCY_QUERY": "block", "EXPED_ELIG": "info"}),
    ("Young", "ATTEST_AGE warn", {"ATTEST_AGE": "warn"}),
    ("Zamora", "GAP6 block", {"GAP6": "block", "EXPED_ELIG": "info"}),
    ("Zeller", "GAP12 block", {"GAP12": "block", "EXPED_ELIG": "info"}),
    ("Zhao", "REF_MIN block", {"REF_MIN": "block", "EXPED_ELIG": "info"}),
    ("Ziegler", "IDENTITY block", {"IDENTITY": "block", "EXPED_ELIG": "info"}),
    ("Zimmer", "APP_COMPLETE block", {"APP_COMPLETE": "block"}),
    ("Zito", "EXPED_ELIG info", {"EXPED_ELIG": "info"}),
    ("Zola", "AGENCY_QUERY block", {"AGENCY_QUERY": "block"}),
    ("Zuber", "EXCL_MATCH block", {"EXCL_MATCH": "block"}),
    ("Zullo", "EXCL_NAMES warn", {"EXCL_NAMES": "warn"}),
    ("Zuniga", "PSV_ONCE block", {"PSV_ONCE": "block", "EXPED_ELIG": "info"}),
    ("Zurek", "DISCLOSED block", {"DISCLOSED": "block", "EXPED_ELIG": "info"}),
    ("Zwick", "ABILITY block", {"ABILITY": "block", "EXPED_ELIG": "info"}),
    ("Zych", "RENEW_DATA block", {"RENEW_DATA": "block", "REF_MIN": "block", "EXPED_ELIG": "info"}),
    ("Zygmunt", "CME_DOC warn", {"CME_DOC": "warn", "EXPED_ELIG": "info"}),
    ("Zylka", "ACT_TIME warn", {"ACT_TIME": "warn"}),
    ("Zyman", "FPPE_PLAN warn", {"FPPE_PLAN": "warn"}),
    ("Zysk", "CONCERN_FPPE warn", {"CONCERN_FPPE": "warn"}),
    ("Zywicki", "HEARING_OFFER warn", {"HEARING_OFFER": "warn"}),
    ("Clean", "", {}),
    ("Cleaner", "", {}),
)  # fmt: skip


# The same of what only the NCQA asks: the offices of most hospitals do not have its pack.
OF_NCQA: tuple[tuple[str, str], ...] = (
    ("Zyzek", "SANCTION_MONTH"),
    ("Zyznar", "PSV_SIGNED"),
    ("Zyzniak", "COVER_ATTEST"),
)
OF_NAMSS = (("Zyzanski", "MILITARY"),)
"""And what the ideal credentialing standards ask."""
AT_A_DISTANCE = 1
"""The member by telemedicine, of whom the office has no agreement."""


@pytest.fixture(scope="module")
def made(templates: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, int]]:
    """The office of the table, closed, and the ids of its files by name."""
    path = Path(shutil.copyfile(templates["plain"], tmp_path_factory.mktemp("forty") / "forty.workbench"))
    opened = offices.open_office(path, Seat("Ann", Clock()))
    with history.step("Where it is"):
        settings.save(state="IL", letters_since="2020-01-01")
    cases = {f"{case.rule} {case.severity}": case for case in sorted(CASES, key=lambda each: not each.packs)}
    ids = {}
    for last, key, _ in TABLE:
        case = cases.get(key)
        file = (case.of if case else Asking if last == "Cleaner" else Clean)(make_record, last)
        if case:
            case.spoil(file, 1)
        ids[last] = file.person.id
    for last, rule in (*OF_NCQA, *OF_NAMSS):
        case = next(case for case in CASES if case.rule == rule)
        file = case.of(make_record, last)
        case.spoil(file, 1)
        ids[last] = file.person.id
    for rule, *_ in (*OF_OFFICE, *OF_OTHER_PACKS):
        spoil_the_office(make_record, rule, 1)
    opened.close()
    return path, ids


def ask(capsys: Any, path: Path, *more: str) -> dict[str, Any]:
    capsys.readouterr()
    assert main(["check", "--office", str(path), "--on", ON.isoformat(), "--json", *more]) == 0
    answer: dict[str, Any] = json.loads(capsys.readouterr().out)
    return answer


def test_check_says_what_the_table_says(made: tuple[Path, dict[str, int]], capsys: Any) -> None:
    path, forty = made
    said = ask(capsys, path)
    assert set(said) == {"files", "ready", "findings"}
    assert all(
        set(each) == {"provider", "rule", "severity", "message", "remedy", "citation"} for each in said["findings"]
    )
    names = {id: last for last, id in forty.items()}
    found: dict[str, dict[str, str]] = {last: {} for last in forty}
    for each in said["findings"]:
        if each["provider"] in names:
            found[names[each["provider"]]][each["rule"]] = each["severity"]
    assert found == {last: wanted for last, _, wanted in TABLE} | {last: {} for last, _ in (*OF_NCQA, *OF_NAMSS)}
    of_office = {(each["rule"], each["severity"]) for each in said["findings"] if each["provider"] is None}
    assert of_office == {*OF_OFFICE, ("STATE_LIMIT", "warn")}
    others = {rule for _, rule in (*OF_NCQA, *OF_NAMSS)} | {rule for rule, *_ in OF_OTHER_PACKS}
    assert {rule for _, _, rules in TABLE for rule in rules} | {rule for rule, _ in of_office} == set(RULES) - others
    assert said["files"] == len(TABLE) + len(OF_NCQA) + len(OF_NAMSS) + AT_A_DISTANCE
    assert said["ready"] == len(OF_NCQA) + len(OF_NAMSS) + sum("block" not in wanted.values() for _, _, wanted in TABLE)


def test_check_by_a_pack_that_few_offices_have(made: tuple[Path, dict[str, int]], capsys: Any) -> None:
    path, forty = made
    for last, rule in OF_NCQA:
        said = ask(capsys, path, "--pack", "ncqa", "--provider", str(forty[last]))
        assert {(each["rule"], each["severity"]) for each in said["findings"]} == {(rule, "block")}
    for last, rule in OF_NAMSS:
        found = ask(capsys, path, "--pack", "namss", "--provider", str(forty[last]))["findings"]
        assert (rule, "warn") in {(each["rule"], each["severity"]) for each in found}
    for rule, severity, pack in OF_OTHER_PACKS:
        found = ask(capsys, path, "--pack", pack)["findings"]
        assert (None, rule, severity) in {(each["provider"], each["rule"], each["severity"]) for each in found}


def test_check_of_one_person_and_of_one_pack(made: tuple[Path, dict[str, int]], capsys: Any) -> None:
    path, forty = made
    one = ask(capsys, path, "--provider", str(forty["Ito"]))
    assert (one["files"], one["ready"], [each["rule"] for each in one["findings"]]) == (1, 0, ["NPDB_2Y"])
    npdb = ask(capsys, path, "--pack", "npdb")
    assert {each["rule"] for each in npdb["findings"]} == {
        *("NPDB_2Y", "NPDB_CQ", "NPDB_APP", "ADV_NPDB", "SUSP_14", "SUSP_30", "HEARING_30", "HEARING_OFFER"),
    }
    earlier = ask(capsys, path, "--provider", str(forty["Ito"]), "--on", "2026-11-23")
    assert earlier == {"files": 1, "ready": 1, "findings": []}
    assert ask(capsys, path, "--pack", "ncqa")["files"] == len(TABLE) + len(OF_NCQA) + len(OF_NAMSS) + AT_A_DISTANCE


def test_what_cannot_be_checked_is_said(made: tuple[Path, dict[str, int]], capsys: Any) -> None:
    path = str(made[0])
    assert main(["check", "--office", path, "--provider", "999999"]) == 1
    assert "no provider 999999" in capsys.readouterr().err
    assert main(["check", "--office", path, "--pack", "nobody"]) == 2
    assert main(["check", "--office", path, "--on", "soon"]) == 2
    capsys.readouterr()
    assert main(["check", "--office", path, "--on", ON.isoformat()]) == 0
    assert f"{len(TABLE) + len(OF_NCQA) + len(OF_NAMSS) + AT_A_DISTANCE} files, " in capsys.readouterr().out

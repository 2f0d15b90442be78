"""What an office says of its standards: a pack from a file, which are in force, and its own limits."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.rules.test_packs import GOOD
from workbench.actions import standards as acts
from workbench.errors import WorkbenchError
from workbench.records.policy import Policy
from workbench.rules import standards
from workbench.rules.packs import PackRefused
from workbench.store import history, settings

ON = date(2026, 11, 24)


def oppe() -> str:
    line = standards.least("OPPE_INT", settings.load(Policy), ON)
    return line.said if line else ""


def test_a_pack_from_a_file_is_in_force_once_it_is_enabled(office: Any, tmp_path: Path, assert_undoable: Any) -> None:
    path = tmp_path / "own.toml"
    path.write_text(GOOD, "utf-8")
    pack = assert_undoable(lambda: acts.take(path))
    assert pack.key == "own" and oppe() == "12 months, Joint Commission"
    assert assert_undoable(lambda: acts.enable(["own"])) == [] and oppe() == "6 months, Own"


def test_a_wrong_pack_is_refused_with_its_line_and_the_one_before_stays(office: Any, tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(GOOD, "utf-8")
    acts.take(path)
    acts.enable(["own"])
    newest = history.newest()
    path.write_text(GOOD.replace('element = "oppe"', 'element = "ope"'), "utf-8")
    with pytest.raises(PackRefused, match=r"own\.toml, line 11: .*“ope”.*in force"):
        acts.take(path)
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(WorkbenchError, match="cannot be read as text"):
        acts.take(path)
    with pytest.raises(WorkbenchError, match="cannot be read as text"):
        acts.take(tmp_path / "missing.toml")
    assert history.newest() == newest and oppe() == "6 months, Own"


def test_a_file_does_not_take_the_place_of_the_law(office: Any, tmp_path: Path) -> None:
    path = tmp_path / "npdb.toml"
    path.write_text(GOOD.replace('key = "own"', 'key = "npdb"'), "utf-8")
    newest = history.newest()
    with pytest.raises(PackRefused, match=r"npdb\.toml, line 1: NPDB_APP .* is law, and it leaves it out"):
        acts.take(path)
    assert history.newest() == newest and len(standards.books(settings.load(Policy))["npdb"].rows) == 8


def test_only_packs_that_are_there_are_enabled(office: Any) -> None:
    assert [each.field for each in acts.enable(["cms", "nobody"])] == ["packs"] == [e.field for e in acts.enable([])]
    assert "joint_commission" in settings.load(Policy).packs


def test_a_limit_of_the_office_and_what_it_cannot_change(office: Any, assert_undoable: Any) -> None:
    key = "joint_commission.OPPE_INT.block"
    assert [each.field for each in acts.change_limit(key, 8)] == ["reason"]
    assert assert_undoable(lambda: acts.change_limit(key, 8, "The MEC asked for it")) == []
    assert standards.reasons(settings.load(Policy)) == {key: "The MEC asked for it"}
    assert oppe() == "8 months, Joint Commission"
    assert acts.change_limit(key, None) == [] and oppe() == "12 months, Joint Commission"
    refused = [
        (key, 0),
        (key, 121),
        ("npdb.NPDB_2Y.block", 36),
        ("bylaws.APPT_MAX.block", 24),
        ("nobody.NPDB_2Y.block", 3),
    ]
    assert [[each.field for each in acts.change_limit(*each)] for each in refused] == [["limit"]] * 5
    assert settings.load(Policy).limits == "{}" == settings.load(Policy).reasons


def test_a_rule_is_turned_off_where_the_office_may_and_says_why(office: Any, assert_undoable: Any) -> None:
    key, block = "joint_commission.OPPE_INT.warn", "joint_commission.OPPE_INT.block"
    lines = lambda: [line.severity for line in standards.lines("OPPE_INT", settings.load(Policy), ON)]  # noqa: E731
    assert lines() == ["block", "warn"]
    assert [each.field for each in acts.turn_rule(key, False)] == ["reason"]
    assert assert_undoable(lambda: acts.turn_rule(key, False, "We review every six months")) == []
    assert lines() == ["block"]
    assert acts.turn_rule(block, False, "As well") == [] and lines() == []
    assert acts.turn_rule(key, True) == [] == acts.turn_rule(block, True) and lines() == ["block", "warn"]
    assert standards.reasons(settings.load(Policy)) == {}
    for law in ("npdb.NPDB_2Y.block", "joint_commission.FPPE_OPEN.block", "nobody.FPPE_OPEN.block"):
        assert [each.field for each in acts.turn_rule(law, False, "Too much work")] == ["reason"]


def test_a_pack_is_turned_on_and_off_but_the_law_stays(office: Any, assert_undoable: Any) -> None:
    assert assert_undoable(lambda: acts.turn_pack("ncqa", True)) == []
    assert settings.load(Policy).packs.endswith("bylaws, ncqa")
    assert acts.turn_pack("ncqa", False) == [] and settings.load(Policy).packs.endswith("bylaws")
    assert "is law" in acts.turn_pack("npdb", False)[0].message and "npdb" in settings.load(Policy).packs
    assert acts.turn_pack("nobody", True) and history.newest().name == "Turn the standards of NCQA Accreditation off"  # type: ignore[union-attr]


def test_a_pack_of_the_office_is_let_go_of(office: Any, tmp_path: Path, assert_undoable: Any) -> None:
    path = tmp_path / "own.toml"
    path.write_text(GOOD, "utf-8")
    acts.take(path)
    acts.enable(["own"])
    assert [each.field for each in acts.let_go("own")] == ["packs"], "nothing would be judged"
    acts.enable(["own", "cms"])
    assert assert_undoable(lambda: acts.let_go("own")) == []
    assert settings.load(Policy).packs == "cms" and "own" not in standards.books(settings.load(Policy))
    assert [each.field for each in acts.let_go("cms")] == ["packs"]

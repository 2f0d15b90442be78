"""Rosters with private data in odd places: not a byte of it in an office that is not encrypted, in what it refuses, or in the log."""

import logging
from datetime import date

import openpyxl
import pytest

from tests.actions.private_rosters import ROSTERS, written
from tests.actions.test_importing import LAUNCH
from workbench.actions import importing
from workbench.records.provider import Provider
from workbench.store import database

TODAY = date(2026, 11, 24)


def texts_of(path):
    """Every cell of a workbook as text."""
    return "\n".join(str(c) for s in openpyxl.load_workbook(path) for row in s.iter_rows(values_only=True) for c in row)


@pytest.mark.parametrize("name", ROSTERS)
def test_nothing_private_is_kept_in_a_plain_office(office, tmp_path, caplog, name):
    odd = ROSTERS[name]
    caplog.set_level(logging.INFO)
    plan = importing.prepare(written(name, tmp_path), today=TODAY, launch=LAUNCH).plan
    importing.apply(plan, today=TODAY)
    importing.save_rejects(plan, tmp_path / "Refused.xlsx")
    assert Provider.select().count() == odd.people
    path = office.path
    database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    office.close()
    kept = b"".join(each.read_bytes() for each in path.parent.glob(f"{path.name}*")).decode("latin-1")
    shown = texts_of(tmp_path / "Refused.xlsx") + caplog.text + str(plan.summary()) + "\n".join(plan.left_out)
    shown += "\n".join(f"{row.happens} {row.notes} {row.told} {row.problems}" for row in plan.rows)
    assert [secret for secret in odd.secrets if secret in kept] == []
    assert [secret for secret in odd.secrets if secret in shown] == []
    assert not odd.told or any(odd.told in question.about for question in plan.questions)
    assert plan.not_taken == (["Dependents"] if "sheet of their own" in name else [])

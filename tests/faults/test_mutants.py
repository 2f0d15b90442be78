"""Damaged workbooks and tables: each ends in a plan or a sentence, in time, and nothing is written."""

import pytest

from tests.conftest import dump
from tests.faults import mutants, mutate
from tests.sheets.sheet_tables import LAUNCH
from workbench.actions import importing
from workbench.errors import WorkbenchError


@pytest.mark.parametrize("kind", mutants.KINDS)
def test_damaged_files_end_in_a_plan_or_a_sentence(kind):
    """Three hundred of each; the command by itself (README) makes 20,000."""
    ended, faults = mutate.run(300, kinds=(kind,))
    assert not faults and sum(ended.values()) == 300
    assert ended["a plan"] > 30 and 300 - ended["a plan"] > 15, "they are not damaged as they should be"


def test_the_real_child_ends_alike_and_nothing_is_written(office, tmp_path, TODAY, capfd):
    whole, before = mutants.seeds(), dump()
    for number in range(45):
        kind = mutants.KINDS[number % 3]
        path = tmp_path / f"{number}.{kind}"
        path.write_bytes(mutants.mutant(kind, number, whole[kind]))
        try:
            importing.prepare(path, today=TODAY, launch=LAUNCH)
        except WorkbenchError as error:
            assert "nothing was changed" in str(error)
    assert dump() == before and capfd.readouterr() == ("", "")


def test_the_same_number_makes_the_same_file():
    whole = mutants.seeds()
    for kind in mutants.KINDS:
        assert mutants.mutant(kind, 7, whole[kind]) == mutants.mutant(kind, 7, whole[kind])


def test_a_process_that_dies_or_hangs_is_noticed(monkeypatch, tmp_path):
    script = "import sys, os, time; print('ready', flush=True); line = sys.stdin.readline(); {}"
    started = mutate.subprocess.Popen
    for last, how in (("os._exit(9)", mutate.GONE), ("time.sleep(60)", mutate.HUNG)):
        monkeypatch.setattr(
            mutate.subprocess,
            "Popen",
            lambda call, last=last, **more: started([call[0], "-c", script.format(last)], **more),
        )
        worker = mutate._Worker(tmp_path)
        worker.send("x")
        assert worker.receive(1.0) == how
        worker.close()

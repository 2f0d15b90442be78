"""Commands run in this process, on an office of the test's own."""

from pathlib import Path

import pytest

from workbench.cli import main


@pytest.fixture
def run(tmp_path, capsys, monkeypatch):
    """Run a command on an office of its own; (exit code, standard output, standard error)."""
    monkeypatch.delenv("WORKBENCH_PASSPHRASE", raising=False)
    monkeypatch.setenv("WORKBENCH_OFFICE", str(tmp_path / "riverbend.workbench"))

    def call(*words: object) -> tuple[int, str, str]:
        code = main([str(word) for word in words])
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


@pytest.fixture
def office(run, tmp_path) -> Path:
    assert run("new", tmp_path / "riverbend.workbench", "--name", "Riverbend")[0] == 0
    return tmp_path / "riverbend.workbench"

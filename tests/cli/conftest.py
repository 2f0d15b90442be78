"""Commands run in this process, on an office of the test's own."""

import shutil
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


@pytest.fixture(scope="session")
def newly_made(tmp_path_factory) -> Path:
    """What the command “new” makes, made once; tests take copies."""
    path = tmp_path_factory.mktemp("made") / "riverbend.workbench"
    assert main(["new", str(path), "--name", "Riverbend"]) == 0
    return path


@pytest.fixture
def office(run, newly_made, tmp_path, capsys) -> Path:
    capsys.readouterr()  # what “new” said when it made it
    return Path(shutil.copyfile(newly_made, tmp_path / "riverbend.workbench"))

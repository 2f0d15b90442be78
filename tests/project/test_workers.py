"""A test that kills its process fails, alone, and the run ends: nobody waits for what the dead one had left."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DIES = "import os\ndef test_dies():\n    os.kill(os.getpid(), 9)\n"
LIVES = "def test_lives():\n    pass\n"


@pytest.mark.parametrize(
    ("files", "dying", "living"),
    [
        ({"a": LIVES, "b": LIVES, "c": LIVES, "d": LIVES.replace("lives", "first") + DIES + LIVES}, 1, 5),
        ({"a": DIES, "b": LIVES, "c": LIVES, "d": DIES}, 2, 2),
    ],
    ids=["in the middle of the last file", "alone in the first and the last"],
)
def test_the_run_ends_though_a_process_dies(tmp_path: Path, files: dict[str, str], dying: int, living: int) -> None:
    (tmp_path / "conftest.py").write_text("from tests.workers import pytest_xdist_make_scheduler  # noqa: F401\n")
    for name, text in files.items():
        (tmp_path / f"test_{name}.py").write_text(text)
    asked = [sys.executable, "-m", "pytest", "-n", "2", "--dist", "loadfile", "--no-loadscope-reorder", "-q"]
    told = subprocess.run(
        [*asked, "-p", "no:cacheprovider", "--rootdir", str(tmp_path), str(tmp_path)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=90,
    )
    assert f"{dying} failed, {living} passed" in told.stdout, told.stdout + told.stderr

"""What tests of papers stand on: what other programs read in a PDF."""

import subprocess
from pathlib import Path

from tests import needs


def text_of(pdf: Path, *how: str) -> str:
    """What pdftotext reads; without it the test is skipped with the reason."""
    return _said("pdftotext", "-layout", *how, str(pdf), "-")


def pages_of(pdf: Path) -> list[str]:
    """The text of each page."""
    return text_of(pdf).split("\f")[:-1]


def assert_sound(pdf: Path) -> None:
    """qpdf finds nothing wrong."""
    said = _said("qpdf", "--check", str(pdf))
    assert "No syntax or stream encoding errors found" in said, said


def _said(*command: str) -> str:
    needs.nothing_of(needs.programs(command[0]))
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr + done.stdout
    return done.stdout

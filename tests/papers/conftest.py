"""What tests of papers stand on: the fixed office, and what other programs read in a PDF."""

import copy
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import Clock, make_record
from tests.papers.packet_office import PacketOffice
from workbench.actions import offices
from workbench.store.office import Seat


@pytest.fixture(scope="session")
def made_once(templates: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, PacketOffice]:
    """The fixed office, closed, and its records by name."""
    path = Path(shutil.copyfile(templates["plain"], tmp_path_factory.mktemp("papers") / "packet.workbench"))
    opened = offices.open_office(path, Seat("Ann", Clock()))
    made = PacketOffice(make_record)
    opened.close()
    return path, made


@pytest.fixture
def packet_office(made_once: tuple[Path, PacketOffice], seat: Seat, tmp_path: Path) -> Iterator[PacketOffice]:
    """A fresh copy of the fixed office, open for writing."""
    path = Path(shutil.copyfile(made_once[0], tmp_path / "packet.workbench"))
    opened = offices.open_office(path, seat)
    yield copy.deepcopy(made_once[1])
    opened.close()


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
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not here: apt-get install poppler-utils qpdf")
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr + done.stdout
    return done.stdout

"""Files that somebody asked for: whole, or as they were before, with a sentence."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from workbench.errors import Cancelled, WorkbenchError
from workbench.store import keys, placing, saving


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.xlsx"
    path.write_bytes(b"of yesterday")
    return path


def fails(number: int) -> Callable[..., None]:
    def call(*_: Any) -> None:
        raise OSError(number, os.strerror(number))

    return call


def test_what_is_saved_is_on_the_disk_before_it_takes_its_name(report: Path, monkeypatch: Any) -> None:
    done: list[str] = []
    sync, replace = os.fsync, os.replace
    monkeypatch.setattr(os, "fsync", lambda number: (done.append("on the disk"), sync(number)))
    monkeypatch.setattr(os, "replace", lambda a, b: (done.append(f"named {b.name}"), replace(a, b)))
    saving.put(report, b"of today")
    assert done[:2] == ["on the disk", "named report.xlsx"]
    assert report.read_bytes() == b"of today"


@pytest.mark.parametrize(
    ("call", "number", "said"),
    [
        ("fsync", errno.ENOSPC, "The disk is full, so “report.xlsx” was not written: the file is as it was;"),
        ("fsync", errno.EIO, "“report.xlsx” could not be written"),
        ("replace", errno.EACCES, "“report.xlsx” cannot be written, since it is open in Excel"),
    ],
)
def test_what_stands_in_the_way_is_a_sentence_and_the_file_is_as_it_was(
    report: Path, monkeypatch: Any, call: str, number: int, said: str
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(os, call, fails(number))
        with pytest.raises(WorkbenchError, match=said):
            saving.put(report, b"of today")
    assert {each.name: each.read_bytes() for each in report.parent.iterdir()} == {"report.xlsx": b"of yesterday"}


def test_a_file_that_a_scanner_holds_for_a_moment_is_saved_when_it_lets_go(report: Path, monkeypatch: Any) -> None:
    real, left = os.replace, [2]

    def replace(beside: Path, to: Path) -> None:
        if left[0]:
            left[0] -= 1
            raise PermissionError(errno.EACCES, "Access is denied")
        real(beside, to)

    monkeypatch.setattr(placing, "WINDOWS", True)
    monkeypatch.setattr(placing, "PAUSE", 0)
    monkeypatch.setattr(os, "replace", replace)
    saving.put(report, b"of today")
    assert report.read_bytes() == b"of today"


def test_whoever_stops_in_the_middle_leaves_nothing(report: Path) -> None:
    def stops(beside: Path) -> None:
        beside.write_bytes(b"half")
        raise Cancelled

    with pytest.raises(Cancelled):
        saving.save(report, stops)
    assert [each.read_bytes() for each in report.parent.iterdir()] == [b"of yesterday"]


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(WorkbenchError, match="There is no folder"):
        saving.put(tmp_path / "no" / "report.pdf", b"")


def test_the_keys_of_a_copy_are_whole_or_not_there(sealed_path: Path, monkeypatch: Any) -> None:
    to = sealed_path.with_name("copy.keys")
    with monkeypatch.context() as patched, pytest.raises(OSError):
        patched.setattr(os, "fsync", fails(errno.ENOSPC))
        placing.copy(keys.keys_path(sealed_path), to)
    assert not to.exists() and len(list(to.parent.iterdir())) == 2
    placing.copy(keys.keys_path(sealed_path), to)
    assert to.read_bytes() == keys.keys_path(sealed_path).read_bytes()

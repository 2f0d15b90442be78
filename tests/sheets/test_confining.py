"""The bounds of the reading child: memory on every system, and a pipe also where there is no console."""

import ctypes
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from workbench.sheets import limits, reading
from workbench.sheets.files import confining, packing

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(ctypes.sizeof(ctypes.c_size_t) != 8, reason="the offsets are those of 64-bit Windows")
def test_what_windows_is_told_lies_where_it_looks() -> None:
    """The layout of winnt.h on 64 bits."""
    assert ctypes.sizeof(confining.BasicLimits) == 64 and ctypes.sizeof(confining.Limits) == 144
    assert confining.BasicLimits.flags.offset == 16
    assert confining.Limits.process_memory.offset == 112


@pytest.mark.parametrize("refused", ["", "CreateJobObjectW", "SetInformationJobObject", "AssignProcessToJobObject"])
def test_a_job_is_made_told_its_limit_and_entered(refused: str) -> None:
    """Real C functions stand in for kernel32's, so that the arguments pass through ctypes as they will there."""
    seen: list[Any] = []

    def told(job: int, about: int, limits: int, size: int) -> int:
        raw = ctypes.string_at(limits, size)
        seen.append((job, about, int.from_bytes(raw[16:20], "little"), int.from_bytes(raw[112:120], "little")))
        return int(refused != "SetInformationJobObject")

    def entered(job: int, process: int) -> int:
        seen.append((job, process))
        return int(refused != "AssignProcessToJobObject")

    handle, word = ctypes.c_void_p, ctypes.c_uint32
    wide, this = (1 << 40) + 7, (1 << 64) - 1
    kernel = SimpleNamespace(
        CreateJobObjectW=ctypes.CFUNCTYPE(handle, handle, ctypes.c_wchar_p)(
            lambda *_: 0 if refused == "CreateJobObjectW" else wide
        ),
        GetCurrentProcess=ctypes.CFUNCTYPE(handle)(lambda: this),
        SetInformationJobObject=ctypes.CFUNCTYPE(ctypes.c_int, handle, ctypes.c_int, handle, word)(told),
        AssignProcessToJobObject=ctypes.CFUNCTYPE(ctypes.c_int, handle, handle)(entered),
    )
    assert confining.job(kernel, 5 << 30) is (refused == "")
    calls = [(wide, 9, 0x500, 5 << 30), (wide, this)]
    assert seen == calls[: {"": 2, "CreateJobObjectW": 0, "SetInformationJobObject": 1}.get(refused, 2)]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a limit of the address space")
def test_a_reader_that_takes_too_much_gets_no_more() -> None:
    script = "from workbench.sheets.files.confining import confine; confine(1 << 29); bytearray(1 << 30)"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1 and done.stderr.strip().endswith("MemoryError")


@pytest.mark.skipif(sys.platform == "win32", reason="needs resource")
def test_a_system_that_refuses_the_limit_still_reads(monkeypatch: Any) -> None:
    import resource

    def refuses(*_: Any) -> None:
        raise ValueError("current limit exceeds maximum limit")

    monkeypatch.setattr(resource, "setrlimit", refuses)
    confining.confine(1 << 29)


def test_a_child_without_a_console_still_answers_through_its_pipe(tmp_path: Path) -> None:
    """A frozen window of Windows has no sys.stdout, though the pipe is there."""
    (tmp_path / "roster.csv").write_text("Last Name,NPI\nOkafor,1234567893\n", "utf-8")
    script = "import sys; sys.stdin = sys.stdout = sys.stderr = None; sys.path.insert(0, '.'); import main; main.main(sys.argv[1:])"
    launch = [sys.executable, "-c", f"import os; os.chdir({str(ROOT)!r}); {script}"]
    workbook = reading.read(tmp_path / "roster.csv", launch=launch)
    assert workbook.sheets[0].rows[1] == ("Okafor", "1234567893")
    assert reading.read_block("Last Name\tNPI\nOkafor\t1\n", launch=launch).sheets[0].rows[1] == ("Okafor", "1")


@pytest.mark.parametrize(("bound", "most"), [("CELLS", 3 * packing.BLOCK * 2), ("ROWS", 3 * packing.BLOCK)])
def test_a_sheet_past_its_bound_is_refused_and_one_at_it_is_not(monkeypatch, bound, most):
    rows = [["a", "", "b"]] * (3 * packing.BLOCK)
    monkeypatch.setattr(limits, bound, most)
    assert sum(message[1] for message in packing.blocks_of(rows, 0)) == len(rows)
    monkeypatch.setattr(limits, bound, most - 1)
    with pytest.raises(packing.Fault, match="too big"):
        list(packing.blocks_of(rows, 0))

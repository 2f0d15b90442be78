"""The bounds that the reading child sets itself before it reads. Where a system has none, the parent's watch is left."""

import contextlib
import ctypes
import sys
from typing import Any

EXTENDED_LIMITS = 9
PROCESS_MEMORY, DIE_ON_UNHANDLED_EXCEPTION = 0x100, 0x400


class BasicLimits(ctypes.Structure):
    """JOBOBJECT_BASIC_LIMIT_INFORMATION of winnt.h."""

    _fields_ = (
        ("process_time", ctypes.c_int64),
        ("job_time", ctypes.c_int64),
        ("flags", ctypes.c_uint32),
        ("least_working_set", ctypes.c_size_t),
        ("most_working_set", ctypes.c_size_t),
        ("processes", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t),
        ("priority", ctypes.c_uint32),
        ("scheduling", ctypes.c_uint32),
    )


class Limits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION of winnt.h."""

    _fields_ = (
        ("basic", BasicLimits),
        ("io", ctypes.c_uint64 * 6),
        ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t),
        ("peak_process_memory", ctypes.c_size_t),
        ("peak_job_memory", ctypes.c_size_t),
    )


def confine(memory: int) -> None:
    """Let this process take no more than so many bytes of memory; a reader that wants more gets MemoryError, or ends."""
    if sys.platform == "win32":
        job(ctypes.WinDLL("kernel32", use_last_error=True), memory)
        return
    import resource

    with contextlib.suppress(OSError, ValueError):  # macOS refuses less than the address space it gave
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def job(kernel: Any, memory: int) -> bool:
    """Put this process into a Job Object of its own with that limit; whether Windows took it. A crash shows no dialog then."""
    for call in (kernel.CreateJobObjectW, kernel.GetCurrentProcess):  # handles are wider than int, what ctypes assumes
        call.restype = ctypes.c_void_p
    kernel.CreateJobObjectW.argtypes = [ctypes.c_void_p, ctypes.c_wchar_p]
    kernel.GetCurrentProcess.argtypes = []
    kernel.SetInformationJobObject.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p, ctypes.c_uint32]
    kernel.AssignProcessToJobObject.argtypes = [ctypes.c_void_p, ctypes.c_void_p]
    limits = Limits(basic=BasicLimits(flags=PROCESS_MEMORY | DIE_ON_UNHANDLED_EXCEPTION), process_memory=memory)
    made = kernel.CreateJobObjectW(None, None)  # never closed: it lives as long as this process
    if not made:
        return False
    told = kernel.SetInformationJobObject(made, EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits))
    return bool(told and kernel.AssignProcessToJobObject(made, kernel.GetCurrentProcess()))

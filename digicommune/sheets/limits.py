"""Hold this process to a memory limit, so that a hostile file cannot take the computer with it."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import Final

MEMORY_LIMIT: Final = 2 * 1024**3


_limited: list[bool] = []


def limit_memory(limit: int = MEMORY_LIMIT) -> bool:
    """Limit the memory of the calling process; whether the system could be asked to."""
    done = _limit_windows(limit) if sys.platform == "win32" else _limit_posix(limit)
    if done:
        _limited.append(True)
    return done


def is_expendable() -> bool:
    """Whether this process is a limited one, made to die in another's place."""
    return bool(_limited)


def be_silent() -> None:
    """What libraries print while they die is nothing for the officer's terminal."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        with contextlib.suppress(OSError):
            os.dup2(nowhere, stream)
    os.close(nowhere)


def _limit_posix(limit: int) -> bool:
    try:
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        if hard != resource.RLIM_INFINITY:
            limit = min(limit, hard)
        resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
    except (ImportError, OSError, ValueError):
        return False
    return True


def _limit_windows(limit: int) -> bool:
    """Put this process into a Job Object with a process memory limit (not tried on Windows yet)."""
    import ctypes

    win_dll = getattr(ctypes, "WinDLL", None)
    if win_dll is None:
        return False
    kernel = win_dll("kernel32", use_last_error=True)
    kernel.CreateJobObjectW.restype = ctypes.c_void_p
    kernel.GetCurrentProcess.restype = ctypes.c_void_p
    job = kernel.CreateJobObjectW(None, None)
    # JOBOBJECT_EXTENDED_LIMIT_INFORMATION of 64-bit Windows: flags at 16, process memory at 112.
    size, flags_at, memory_at, process_memory_flag = 144, 16, 112, 0x100
    block = (ctypes.c_ubyte * size)()
    ctypes.c_uint32.from_buffer(block, flags_at).value = process_memory_flag
    ctypes.c_size_t.from_buffer(block, memory_at).value = limit
    extended_limits = 9
    job_handle, process = ctypes.c_void_p(job), ctypes.c_void_p(kernel.GetCurrentProcess())
    told = kernel.SetInformationJobObject(job_handle, extended_limits, block, size)
    return bool(told and kernel.AssignProcessToJobObject(job_handle, process))

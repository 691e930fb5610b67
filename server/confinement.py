"""No way out: a process that can open no network connection, where the kernel can do it (Linux).

SERVICE and LOAD are refused before the engine sees them; this is for the query that nobody has thought of.
"""

from __future__ import annotations

import ctypes
import errno
import platform
import socket
import sys
from typing import Final, NamedTuple

_PR_SET_NO_NEW_PRIVS: Final = 38
_SECCOMP_SET_MODE_FILTER: Final = 1
# Without it older kernels slow down every process with a filter.
_SECCOMP_FILTER_FLAG_SPEC_ALLOW: Final = 4

_LOAD, _IF_EQUAL, _RETURN = 0x20, 0x15, 0x06
_NUMBER_AT, _ARCHITECTURE_AT, _FIRST_ARGUMENT_AT = 0, 4, 16
_ALLOW, _FAIL = 0x7FFF0000, 0x00050000 | errno.EACCES


class _Machine(NamedTuple):
    """The kernel's name of an architecture, and its numbers of two system calls there."""

    audit: int
    socket: int
    seccomp: int


_MACHINES: Final = {"x86_64": _Machine(0xC000003E, 41, 317), "aarch64": _Machine(0xC00000B7, 198, 277)}


class _Instruction(ctypes.Structure):
    _fields_ = (
        ("code", ctypes.c_uint16),
        ("yes", ctypes.c_uint8),
        ("no", ctypes.c_uint8),
        ("k", ctypes.c_uint32),
    )


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_uint16), ("instructions", ctypes.POINTER(_Instruction)))


def shut_off() -> bool:
    """Let this process and all that it forks make no internet sockets; whether the kernel agreed."""
    machine = _MACHINES.get(platform.machine())
    if sys.platform != "linux" or machine is None:
        return False
    steps = _steps(machine)
    program = _Program(len(steps), (_Instruction * len(steps))(*steps))
    system = ctypes.CDLL(None)
    system.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    mode, flag = _SECCOMP_SET_MODE_FILTER, _SECCOMP_FILTER_FLAG_SPEC_ALLOW
    return bool(system.syscall(machine.seccomp, mode, flag, ctypes.byref(program)) == 0)


def _steps(machine: _Machine) -> list[_Instruction]:
    """What the kernel runs at each call: instruction, steps to skip if equal and if not, operand."""
    steps = (
        (_LOAD, 0, 0, _ARCHITECTURE_AT),
        (_IF_EQUAL, 0, 5, machine.audit),
        (_LOAD, 0, 0, _NUMBER_AT),
        (_IF_EQUAL, 0, 3, machine.socket),
        (_LOAD, 0, 0, _FIRST_ARGUMENT_AT),
        (_IF_EQUAL, 2, 0, socket.AF_INET),
        (_IF_EQUAL, 1, 0, socket.AF_INET6),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _FAIL),
    )
    return [_Instruction(*step) for step in steps]

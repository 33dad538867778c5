"""What a systemd unit lets its program ask the kernel, put in force here without systemd.

Reads SystemCallFilter= and its neighbours from the unit, has `systemd-analyze` name the calls, and
loads them with libseccomp into the process that is about to become the program. Whatever the unit
would refuse ends the program with SIGSYS, so that nothing refused goes unseen.
"""
import ctypes
import os
import shutil
import socket
import subprocess

KILL = 0x80000000
ALLOW = 0x7fff0000
NO_SUCH_CALL = 0x00050000 | 38  # as systemd answers clone3, whose flags nobody can look into
UNKNOWN_CALL = -1
EQUAL, MASKED = 4, 7
WRITE, EXEC = 2, 4  # PROT_
NAMESPACES = 0x7e020000  # CLONE_NEW...
NOBODY = 65534


class Compare(ctypes.Structure):
    """libseccomp's scmp_arg_cmp; for MASKED `a` is the mask."""
    _fields_ = [("arg", ctypes.c_uint), ("op", ctypes.c_int), ("a", ctypes.c_uint64),
                ("b", ctypes.c_uint64)]


def directives(unit):
    """(name, value) of every line, continued ones joined, in the order of the file."""
    text = unit.read_text().replace("\\\n", " ")
    for line in text.splitlines():
        if "=" in line and not line.startswith(("#", "[")):
            name, value = line.split("=", 1)
            yield name, value.strip()


def calls_of(group, known={}):
    """The calls in a set such as @process, sets within it included."""
    if group not in known:
        words = subprocess.run(["systemd-analyze", "--no-pager", "syscall-filter", group], text=True,
                               capture_output=True, check=True).stdout.split("\n")
        names = {word.strip() for word in words[1:] if word.strip() and "#" not in word}
        known[group] = {call for name in names
                        for call in (calls_of(name) if name.startswith("@") else {name})}
    return known[group]


def allowed_calls(unit):
    """As systemd reads the lines: the first makes it a list of what is allowed."""
    allowed = set(calls_of("@default"))
    for name, value in directives(unit):
        if name != "SystemCallFilter":
            continue
        named = {call for word in value.lstrip("~").split()
                 for call in (calls_of(word) if word.startswith("@") else {word})}
        allowed = allowed - named if value.startswith("~") else allowed | named
    return allowed | calls_of("@default")


def families(unit):
    words = dict(directives(unit))["RestrictAddressFamilies"].split()
    return [int(getattr(socket, word)) for word in words]


class Rules:
    """The unit's rules, ready to be put in force; reading them takes a while, so do it before."""

    def __init__(self, unit):
        self.seccomp = ctypes.CDLL("libseccomp.so.2")
        self.seccomp.seccomp_init.restype = ctypes.c_void_p
        self.filter = ctypes.c_void_p(self.seccomp.seccomp_init(KILL))
        said = dict(directives(unit))
        assert said["RestrictNamespaces"] == said["MemoryDenyWriteExecute"] == "yes"
        self.calls = allowed_calls(unit)
        special = {
            "clone": [(0, MASKED, NAMESPACES, 0)],
            "mmap": [(2, MASKED, WRITE | EXEC, some) for some in (0, WRITE, EXEC)],
            "mprotect": [(2, MASKED, EXEC, 0)],
            "pkey_mprotect": [(2, MASKED, EXEC, 0)],
            "socket": [(0, EQUAL, family, 0) for family in families(unit)],
        }
        for call in sorted(self.calls - {"clone3", "shmat"}):
            for condition in special.get(call, [None]):
                self._add(ALLOW, call, condition)
        self._add(NO_SUCH_CALL, "clone3", None)

    def _add(self, action, call, condition):
        number = self.seccomp.seccomp_syscall_resolve_name(call.encode())
        if number <= UNKNOWN_CALL:
            return  # of another processor
        conditions = (Compare * 1)(Compare(*condition)) if condition else None
        code = self.seccomp.seccomp_rule_add_array(self.filter, ctypes.c_uint(action), number,
                                                   1 if condition else 0, conditions)
        assert code == 0, f"libseccomp does not take {call}: {os.strerror(-code)}"

    def enforce(self):
        """For this process and whatever it becomes: nobody's rights, and these calls alone."""
        if os.geteuid() == 0:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        os.umask(0o077)
        code = self.seccomp.seccomp_load(self.filter)
        if code != 0:
            raise OSError(-code, "the kernel takes no filter")


def hand_over(*paths):
    """To whom enforce() makes of root; anybody else stays who they are."""
    if os.geteuid() == 0:
        for path in paths:
            for one in [path, *path.rglob("*")]:
                shutil.chown(one, NOBODY, NOBODY)

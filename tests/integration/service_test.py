#!/usr/bin/python3
"""broker/usher-broker.service is a unit systemd understands, a hard one, and the broker lives in it.

`systemd-analyze` reads it and scores it; no running systemd is needed. Then a broker that is nobody's
and may ask the kernel for what the unit allows, and is killed for anything else, lives through a busy
morning twice. docs/operations.md says the score.
"""
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import outlet as scene
from outlet import BIN, SOURCE, Outlet, Process, bound, check, play

sys.path.insert(0, str(SOURCE / "tests/support"))
import service_rules  # noqa: E402  (its folder is known only now)

UNIT = SOURCE / "broker/usher-broker.service"
EXPOSURE_MAX = 12  # tenths, as --threshold has it: 1.2 of 10
SPEED = 300

# What a unit loses when this line is gone must show in the score.
LOAD_BEARING = ["NoNewPrivileges", "CapabilityBoundingSet", "SystemCallFilter", "PrivateUsers",
                "ProtectSystem", "User"]


def analyze(verb, text, *words):
    """What systemd-analyze says of a unit with this text; its program is the one built here."""
    with tempfile.TemporaryDirectory() as folder:
        unit = Path(folder) / UNIT.name
        unit.write_text(text.replace("/usr/bin/usher-broker", str(BIN / "usher-broker")))
        done = subprocess.run(["systemd-analyze", "--no-pager", verb, *words, unit], text=True,
                              capture_output=True)
    return done.returncode, done.stdout + done.stderr


def without(name):
    return re.sub(rf"^{name}=.*\n", "", UNIT.read_text(), flags=re.M)


def understood():
    """systemd understands every line, and would say if it did not"""
    code, words = analyze("verify", UNIT.read_text(), "--man=no")
    check(code == 0 and not words, f"{code}: {words}")
    for bad in (UNIT.read_text().replace("Restart=always", "Restart=allways"),
                UNIT.read_text().replace("NoNewPrivileges", "NoNewPriviliges")):
        check(analyze("verify", bad, "--man=no")[1], "a misspelt line goes unnoticed")


def hard():
    """The unit's exposure is what docs/operations.md says, and every line counts"""
    code, words = analyze("security", UNIT.read_text(), "--offline=true",
                          f"--threshold={EXPOSURE_MAX}")
    score = re.search(r"exposure level for \S+: ([\d.]+)", words)
    check(code == 0 and score, f"{code}: {words}")
    for name in LOAD_BEARING:
        code, _ = analyze("security", without(name), "--offline=true",
                          f"--threshold={EXPOSURE_MAX}")
        check(code != 0, f"without {name} it is as good")
    page = (SOURCE / "docs/operations.md").read_text()
    check(f"exposure {score.group(1)}" in page, f"docs/operations.md says not {score.group(1)}")
    return f"exposure {score.group(1)}"


def killed(rules, code):
    """Whether these words of Python are the end of a Python under the rules."""
    done = subprocess.run(["/usr/bin/python3", "-c", code], preexec_fn=rules.enforce, cwd="/",
                          capture_output=True)
    return done.returncode == -signal.SIGSYS


def in_force(rules):
    """What the unit refuses ends a program here, and what it allows does not"""
    check(not killed(rules, "import socket, threading; socket.socket(); "
                            "threading.Thread(target=print).start()"), "what is allowed is killed")
    for bad in ("import socket; socket.socket(socket.AF_PACKET, socket.SOCK_RAW)",
                "import mmap; mmap.mmap(-1, 4096, prot=mmap.PROT_WRITE | mmap.PROT_EXEC)",
                "import os; os.setuid(0)",
                "import ctypes; ctypes.CDLL(None).unshare(0x10000000)",
                "import ctypes; ctypes.CDLL(None).ptrace(0, 0, 0, 0)"):
        check(killed(rules, bad), f"is let through: {bad}")
    return f"{len(rules.calls)} calls allowed"


def morning(outlet, seconds):
    """Customers, sign-ons, cards, listeners, a copy of the journal, an enrolment, a revocation."""
    feed = outlet.feed("L2", "staff", "records", "beat")
    hall = outlet.feed("H1", "board", "board")
    rehearsal = Process(BIN / "usher-rehearse", SOURCE / "assets/days/busy.csv", "--data",
                        outlet.data, "--for", seconds)
    feed.until(lambda topic, said: topic == "records", "records")
    told = outlet.device("K1").ask("IdentifyCard", card="6200000000000021")
    check(told["type"] == "Greeting", f"{told}")
    lobby = outlet.device("L1")
    check(lobby.ask("SignOn", staff="2001", pin="200100", counter=None)["type"] == "SignedOn", "on")
    told = lobby.ask("WhatIf", changes=[{"counter": "low-1", "open": False}])
    check(told["type"] == "Foreseen", f"{told}")
    outlet.tool("backup", outlet.dir / "copy.db")
    hall.until(lambda topic, said: True, "a board")
    code = rehearsal.wait()
    check(code == 0, f"the rehearsal ended with {code}:\n{rehearsal.text()}")
    service_rules.hand_over(outlet.data)


def lives(rules):
    """Under these rules, and as nobody, the broker lives through a busy morning, twice"""
    with Outlet() as outlet:
        here = outlet.dir / "bin"
        here.mkdir()
        shutil.copy(BIN / "usher-broker", here)
        outlet.toml = shutil.copy(outlet.toml, here)
        service_rules.hand_over(outlet.dir)
        scene.BIN, usual = here, scene.BIN
        for seconds in (12, 4):
            outlet.start("--speed", SPEED, "--start-at", "08:50", before=rules.enforce)
            status = Path(f"/proc/{outlet.broker.popen.pid}/status").read_text()
            check(re.search(r"^Seccomp:\s+2$", status, re.M), "no filter is in force")
            check(re.search(r"^CapEff:\s+0+$", status, re.M), "it has capabilities")
            morning(outlet, seconds)
            outlet.stop()
            check("the kernel would not" not in outlet.broker.text(), outlet.broker.text())
        scene.BIN = usual
        clean = outlet.tool("verify").strip()
        check(int(re.search(r"(\d+) events", clean).group(1)) > 100, clean)
        return clean


def main():
    if not shutil.which("systemd-analyze"):
        print("SKIPPED: no systemd-analyze here (Debian: systemd)")
        sys.exit(77)
    play(understood, hard)
    rules = service_rules.Rules(UNIT)

    play(bound(in_force, rules), bound(lives, rules))


if __name__ == "__main__":
    main()

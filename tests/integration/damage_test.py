#!/usr/bin/python3
"""The broker and its files: damage, a future format, a bad outlet file, a full disk.

What cannot be read is refused with what to do about it, and not one byte of it is changed. A full
disk stops new work and nothing else; what was acknowledged stays, and work goes on by itself when
there is room again. The disk is a small one in memory, mounted for this test alone: without root,
this scene is left out and says so.
"""
import hashlib
import os
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

from outlet import GALAXY, Outlet, check, new_id, play, until

CLOCK = ("--speed", "1.001", "--start-at", "10:00")


def bytes_of(folder):
    """Every file of the journal, as it is; an empty log is as good as none."""
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(folder.glob("journal*"))
            if not path.name.endswith("-shm") and path.stat().st_size}


def with_a_day(outlet):
    outlet.start(*CLOCK)
    kiosk = outlet.device("K1")
    for _ in range(20):
        kiosk.ask("TakeTicket", service="cash", paper="Shown")
    outlet.stop()
    database = sqlite3.connect(outlet.data / "journal.db")  # its log goes into the file
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()


def refused(outlet, *words):
    """Starts it, sees it refuse in these words, and no byte touched."""
    before = bytes_of(outlet.data)
    broker = outlet.launch(*CLOCK)
    code = broker.wait()
    check(code == 1, f"it ended with {code}:\n{broker.text()}")
    for word in words:
        check(word in broker.text(), f"it does not say {word!r}:\n{broker.text()}")
    after = bytes_of(outlet.data)
    check(after == before, f"it changed what it could not read: {before} {after} {broker.text()}")


def damaged():
    """A damaged journal is refused with what to do, and left as it is"""
    for kind in ("head", "middle", "tail", "short"):
        with Outlet() as outlet:
            with_a_day(outlet)
            backup = outlet.dir / "good"
            outlet.tool("backup", backup)
            file = outlet.data / "journal.db"
            whole = bytearray(file.read_bytes())
            if kind == "short":
                whole = whole[: len(whole) // 2]
            else:
                at = {"head": 0, "middle": row_at(whole), "tail": len(whole) - 4096}[kind]
                for i in range(at, at + 24):
                    whole[i] ^= 0x5A
            file.write_bytes(whole)
            refused(outlet, "restore")
            check(outlet.run_tool("verify").returncode != 0, f"{kind}: verify calls it clean")
            outlet.tool("restore", backup)
            outlet.tool("verify")
            outlet.start(*CLOCK)
            check(len(outlet.device("ctl").ask("GetSnapshot")["snapshot"]["tickets"]) == 20,
                  "everything is back")
            outlet.stop()


def row_at(whole):
    """Where a record's body is, so that a changed letter is a changed record."""
    at = bytes(whole).rfind(b'"TicketTaken"')
    check(at > 0, "a record in the file")
    return at


def newer():
    """A journal of a newer Usher is refused, and left as it is"""
    with Outlet() as outlet:
        with_a_day(outlet)
        database = sqlite3.connect(outlet.data / "journal.db")
        version = database.execute("PRAGMA user_version").fetchone()[0]
        database.execute(f"PRAGMA user_version = {version + 1}")
        database.commit()
        database.close()
        refused(outlet, "newer", "left as it is")
        told = outlet.run_tool("verify")
        check(told.returncode == 1 and "newer" in told.stderr, told.stderr)


def bad_outlet():
    """A bad outlet file ends with 2, each problem with its line and column"""
    with Outlet(demo=False) as outlet:
        text = GALAXY.read_text()
        bad = outlet.dir / "bad.toml"
        for change in (lambda t: t.replace('zone = "vip"', 'zone = "nowhere"', 1),
                       lambda t: t.replace("08:30-17:00", "25:00-17:00"),
                       lambda t: t.replace('closing = "clear"', 'closing = "perhaps"'),
                       lambda t: t.replace("[policy]", "[policy\n"), lambda t: ""):
            changed = change(text)
            check(changed != text, "a change")
            bad.write_text(changed)
            outlet.toml = bad
            broker = outlet.launch(*CLOCK)
            check(broker.wait() == 2, f"run ended with {broker.popen.returncode}:\n{broker.text()}")
            said = [line for line in broker.text().splitlines() if line]
            for line in said:
                place = line.removeprefix(f"{bad}:").split(":")
                check(line.startswith(f"{bad}:") and place[0].isdigit() and place[1].isdigit(),
                      f"no file:line:column in: {line}")
            check(said and not (outlet.data / "journal.db").exists(), "nothing was begun")
        for when in ("8h20", "24:00", "12:60", "noon"):
            outlet.toml = GALAXY
            broker = outlet.launch("--start-at", when)
            check(broker.wait() == 2 and when in broker.text(), f"{when}: {broker.text()}")


def full_disk():
    """A full disk: new work is refused, nothing is lost, and it goes on when there is room"""
    small = Path(tempfile.mkdtemp(prefix="usher-small-"))
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", small],
                             capture_output=True, text=True)
    if mounted.returncode != 0:
        small.rmdir()
        return f"SKIPPED, no small disk can be mounted here: {mounted.stderr.strip()}"
    try:
        with Outlet(data=small / "data") as outlet:
            return fill_and_empty(outlet, small)
    finally:
        subprocess.run(["umount", "--lazy", small], check=True)
        small.rmdir()


def fill_and_empty(outlet, small):
    outlet.start(*CLOCK)
    kiosk, staff = outlet.device("K1"), outlet.feed("L2", "staff", "beat")
    done = {}

    def take():
        id = new_id()
        told = kiosk.ask("TakeTicket", id=id, service="cash", paper="Shown")
        if told != "Unavailable":
            done[id] = told
        return told
    for _ in range(10):
        take()
    fill = small / "fill"
    for round_ in (1, 2):
        with open(fill, "wb", buffering=0) as file:
            try:
                while file.write(b"x" * 4096):
                    pass
            except OSError:
                pass
        until(lambda: take() == "Unavailable", "the disk to be too full for a ticket")
        staff.until(lambda _, said: not said["healthy"], "a beat that says so")
        check(take() == "Unavailable", "new work is refused")
        first = next(iter(done))
        check(kiosk.ask("TakeTicket", id=first, service="cash", paper="Shown") == done[first],
              "what was done is still known")
        check(outlet.broker.alive() and kiosk.ask("GetBoard")["healthy"] is False, "and it says so")
        if round_ == 2:  # and, this time, it is killed while there is no room
            outlet.kill()
            broker = outlet.launch(*CLOCK)
            check(broker.wait() == 1, f"it started on a full disk: {broker.text()}")
            check(str(outlet.data) in broker.text() and "make room" in broker.text(), broker.text())
        fill.unlink()
        if round_ == 2:
            outlet.start(*CLOCK)
        until(lambda: take() != "Unavailable", "work to go on by itself")
        staff.until(lambda _, said: said["healthy"], "a beat that says so")
    tickets = {one["id"] for one in outlet.device("ctl").ask("GetSnapshot")["snapshot"]["tickets"]}
    given = [told["ticket"] for told in done.values()]
    check(len(set(given)) == len(given) and set(given) == tickets,
          f"acknowledged {sorted(given)}, there are {sorted(tickets)}")
    outlet.stop()
    return f"{len(given)} tickets; {outlet.tool('verify').strip()}"


def alone():
    """In a room of its own, where a mount is seen by nobody else; as we are, if there is none."""
    if os.environ.get("USHER_OWN_MOUNTS") or os.geteuid() != 0:
        return
    os.environ["USHER_OWN_MOUNTS"] = "1"
    probe = subprocess.run(["unshare", "-m", "true"], capture_output=True)
    if probe.returncode == 0:
        os.execvp("unshare", ["unshare", "-m", sys.executable, *sys.argv])


if __name__ == "__main__":
    alone()
    play(damaged, newer, bad_outlet, full_disk)

#!/usr/bin/python3
"""Somebody opens the journal of a running broker with a program of their own, and nothing is lost.

SQLite's last reader deletes the write-ahead log when it closes. Whoever comes to visit must not take
itself for the last: it would leave the broker writing to a file that no longer has a name.
"""
import json
import subprocess

from outlet import Outlet, check

EACH = 8


def visit(outlet):
    subprocess.run(["sqlite3", str(outlet.data / "journal.db"), "SELECT count(*) FROM events"],
                   check=True, stdout=subprocess.DEVNULL)


def take(device):
    return [device.ask("TakeTicket", service="cash", paper="Shown")["number"]
            for _ in range(EACH)]


with Outlet() as outlet:
    outlet.start("--start-at", "10:00")
    kiosk = outlet.device("K1")
    told = take(kiosk)
    visit(outlet)
    told += take(kiosk)
    log = outlet.data / "journal.db-wal"
    check(log.exists() and log.stat().st_size > 0, "the visitor took the log away")
    outlet.kill()
    summary = json.loads(outlet.run_tool("summary").stdout)
    check(summary["taken"] == len(told), f"{len(told)} were told a number; the journal has {summary}")
    verdict = outlet.run_tool("verify")
    check(verdict.returncode == 0, verdict.stdout + verdict.stderr)
    outlet.start("--start-at", "10:00")
    again = take(outlet.device("K2"))
    check(not set(again) & set(told), f"numbers were given twice: {told}, then {again}")
    outlet.stop()
print("a visitor came and went; every number is there once")

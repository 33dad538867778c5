#!/usr/bin/python3
"""Forecasts and what-ifs of the real broker, beside a rehearsed morning.

Everybody who waits has a forecast on the staff feed, promises are held against what came, a what-if
is answered, one whose asker is gone is dropped, and usher-sim says the same
of the recorded outlet.
"""
import json
import subprocess
import time

from outlet import BIN, SOURCE, Outlet, Process, check, new_id, spell, until

CLOSES = {"changes": [{"counter": "cash-1", "open": False}, {"counter": "cash-2", "open": False}]}


def waiting(picture):
    return {one["id"] for one in picture["tickets"] if one["phase"] in ("Waiting", "Reserved")}


def forecasts(outlet):
    """Everybody who waits has a forecast, and it follows the line"""
    feed = outlet.feed("L3", "staff", "beat")
    ctl = outlet.device("ctl")
    for _ in range(3):
        ctl.ask("TakeTicket", service="wealth", paper="Shown")
    there = waiting(ctl.ask("GetSnapshot")["snapshot"])
    beat = feed.until(lambda _, said: there <= {one["ticket"] for one in said["waits"]},
                      "a forecast of all who wait")
    for one in beat["waits"]:
        check(0 <= one["wait"]["likely"] <= one["wait"]["surely"], f"no sense in {one}")
    return f"{len(beat['waits'])} waits"


def what_if(outlet):
    """A what-if is answered, and two closed windows make people wait"""
    ctl = outlet.device("ctl")
    begun = time.monotonic()
    found = ctl.ask("WhatIf", **CLOSES)
    took = time.monotonic() - begun
    check(found["type"] == "Foreseen", f"{found}")
    ordinary = next(one for one in found["tiers"] if one["tier"] == "ordinary")
    check(ordinary["wait"]["low"] > 0, f"nobody waits longer: {ordinary}")
    check(found["futures"] >= 20, f"{found['futures']} futures")
    check(ctl.ask("WhatIf", changes=[{"counter": "atm-1", "open": False}]) == "UnknownCounter",
          "a machine is no counter")
    check(ctl.ask("WhatIf") == "Malformed", "nothing to try")
    return f"{found['futures']} futures in {took:.2f} s"


def gone(outlet):
    """Askers who are gone hold nobody up"""
    before = outlet.device("L3")
    for _ in range(5):
        one = outlet.device("L1")
        one.send(spell(new_id(), "WhatIf", **CLOSES))
        one.close()
    check(before.ask("WhatIf", **CLOSES)["type"] == "Foreseen", "the honest are answered")
    newer, older = new_id(), new_id()
    before.send(spell(older, "WhatIf", **CLOSES))
    before.send(spell(newer, "WhatIf", **CLOSES))
    check(before.hear(older)["refusal"] == "Superseded", "the older question is given up")
    check("answer" in before.hear(newer), "the newer one is answered")


def recorded(outlet):
    """usher-sim says the same of the recorded outlet, and names what it does not understand"""
    tool = [BIN / "usher-sim", "whatif", "--data", outlet.data, "--futures", "100"]
    change = ["--change", "counter 6 closes", "--change", "counter 7 closes"]
    found = json.loads(subprocess.run([*tool, *change, "--json"], check=True,
                                      capture_output=True, text=True).stdout)
    ordinary = next(one for one in found["tiers"] if one["tier"] == "ordinary")
    check(ordinary["wait"]["low"] > 0, f"{ordinary}")
    again = subprocess.run([*tool, *change, "--json", "--threads", "1"], check=True,
                           capture_output=True, text=True).stdout
    check(json.loads(again) == found, "one thread says something else")
    bad = subprocess.run([*tool, "--change", "counter 66 closes"], capture_output=True, text=True)
    check(bad.returncode == 2 and "there is no counter \"66\"" in bad.stderr, bad.stderr)
    early = subprocess.run([*tool, *change, "--at", "25:00"], capture_output=True, text=True)
    check(early.returncode == 2 and "10:30" in early.stderr, early.stderr)
    late = subprocess.run([*tool, *change, "--at", "23:00"], capture_output=True, text=True)
    check(late.returncode == 2 and "the journal reaches to" in late.stderr, late.stderr)
    before = subprocess.run([*tool, *change, "--at", "08:10"], capture_output=True, text=True)
    check(before.returncode == 2 and "the earliest to ask about is 08:21" in before.stderr,
          before.stderr)
    idle = subprocess.run([*tool, "--change", "arrivals 100%"], capture_output=True, text=True)
    check(idle.returncode == 0 and "changes nothing" in idle.stderr and not idle.stdout, idle)


def main():
    with Outlet() as outlet:
        outlet.start("--speed", "60", "--start-at", "08:20")
        rehearsal = Process(BIN / "usher-rehearse", SOURCE / "assets/days/busy.csv", "--data",
                            outlet.data, "--acknowledged", outlet.dir / "acknowledged.csv",
                            "--for", "120")
        ctl = outlet.device("ctl")
        until(lambda: ctl.ask("GetSnapshot")["snapshot"]["totals"]["promises"]["scored"] >= 5,
              "promises held against what came", 100)
        for scene in (forecasts, what_if, gone):
            print(f"passed   {scene.__doc__}: {scene(outlet) or 'yes'}", flush=True)
        rehearsal.end()
        outlet.stop()
        recorded(outlet)
        print(f"passed   {recorded.__doc__}")


if __name__ == "__main__":
    main()

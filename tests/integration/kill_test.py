#!/usr/bin/python3
"""The broker is killed again and again in the middle of a busy day, and nothing it said is lost.

usher-rehearse plays the day. Most kills come when a few records have just been published, a random
moment later; some while the broker is still getting up. A device of our own asks for a ticket before
every kill and asks again, with the same bytes, afterwards: whatever it was told must still hold.
After each kill the journal must replay cleanly; at the end of the day, so must every acknowledged
command. When a day is over before the last kill, the next begins in an outlet of its own:
`./usher soak --kills 1000` has some twenty.
"""
import argparse
import json
import random
import subprocess
import time
from collections import Counter

from outlet import BIN, PATIENCE, SOURCE, Missing, Outlet, Process, check, new_id, spell, until

SPEED = 450
TICKETS = 250


class Witness:
    """Asks for one ticket a life, and remembers what it was told under which id."""

    def __init__(self, outlet):
        self.outlet = outlet
        self.device = outlet.device(outlet.enrol("K9", "kiosk"))
        self.told = {}
        self.open = []

    def ask(self):
        id = new_id()
        self.open.append(id)
        self.device.send(self.frame(id))

    def frame(self, id):
        return spell(id, "TakeTicket", service="cash", paper="Shown")

    def listen(self):
        """What had been answered when the broker died."""
        while self.device.socket.poll(0):
            said = json.loads(self.device.socket.recv())
            if "pong" not in said and said.get("refusal") != "Unavailable":
                self.told.setdefault(said["id"], said)

    def insist(self):
        """Everything asked in the life before is asked again; what was told stays as it was."""
        for id in self.open:
            before = self.told.get(id)
            self.told[id] = self.again(id)
            check(before in (None, self.told[id]), f"{id}: first {before}, then {self.told[id]}")
        self.open.clear()

    def again(self, id):
        for _ in range(PATIENCE):
            self.device.send(self.frame(id))
            said = self.device.hear(id, 1)
            if said:
                return said
        raise Missing("no answer to the witness")

    def tickets(self):
        return [said["answer"]["ticket"] for said in self.told.values() if "answer" in said]


def records_until(feed, wanted, rehearsal, outlet):
    """Hears out so many records, so that the kill comes while commands flow; or the day's last."""
    heard = 0
    end = time.monotonic() + PATIENCE
    while heard < wanted and rehearsal.alive():
        if feed.socket.poll(1000):
            heard += len(feed.next()[1]["records"])
        check(time.monotonic() < end, f"no records for {PATIENCE} s; the broker:\n"
              f"{outlet.broker.text()}\n{outlet.metrics()}\nthe rehearsal:\n{rehearsal.text()}")


def one_life(outlet, chance, feed, witness, rehearsal, figures):
    """From one start to the kill; says whether it was killed while getting up."""
    if chance.random() < 0.12:
        outlet.launch("--speed", SPEED, "--start-at", "08:28")
        pause(outlet, chance.uniform(0, 0.15))
    else:
        outlet.start("--speed", SPEED, "--start-at", "08:28")
        witness.insist()
        records_until(feed, chance.randint(1, 20), rehearsal, outlet)
        count = outlet.metrics()
        for name in ("usher_commands_total", "usher_repeats_total"):
            figures[name] += int(count[name])
        witness.ask()
        pause(outlet, chance.uniform(0, 0.03))
    outlet.kill()
    witness.listen()
    figures["kills"] += 1
    outlet.tool("verify")


def pause(outlet, seconds):
    """A random moment, unless the broker ends by itself, which it must not."""
    try:
        code = outlet.broker.popen.wait(seconds)
    except subprocess.TimeoutExpired:
        return
    raise AssertionError(f"the broker ended by itself with {code}:\n{outlet.broker.text()}")


def one_day(kills, chance, figures):
    """A new outlet's day, killed until it is over or there were enough kills."""
    with Outlet() as outlet:
        acknowledged = outlet.dir / "acknowledged.csv"
        witness = Witness(outlet)
        feed = outlet.feed("L2", "staff", "records")
        outlet.start("--speed", SPEED, "--start-at", "08:28")
        rehearsal = Process(BIN / "usher-rehearse", SOURCE / "assets/days/busy.csv", "--data",
                            outlet.data, "--acknowledged", acknowledged)
        outlet.kill()
        figures["kills"] += 1
        while figures["kills"] < kills and rehearsal.alive():
            one_life(outlet, chance, feed, witness, rehearsal, figures)

        outlet.start("--speed", SPEED, "--start-at", "08:28")
        witness.insist()
        # A quick machine is through with its kills early in the day.
        until(lambda: acknowledged.read_text().count(",TakeTicket,") >= TICKETS, "enough of the day")
        code = rehearsal.end()
        check(code == 0, f"the rehearsal ended with {code}:\n{rehearsal.text()}")
        figures["usher_repeats_total"] += int(outlet.metrics()["usher_repeats_total"])
        outlet.stop()
        judge(outlet, acknowledged, witness, figures)


def judge(outlet, acknowledged, witness, figures):
    clean = outlet.tool("verify", "--acknowledged", acknowledged).strip()
    summary = json.loads(outlet.tool("summary", "--acknowledged", acknowledged))
    lines = acknowledged.read_text().splitlines()
    ids = [line.split(",")[0] for line in lines]
    tickets = [line.split(",")[2] for line in lines if line.split(",")[1] == "TakeTicket"]
    mine = witness.tickets()
    every = tickets + [str(ticket) for ticket in mine]
    check(len(set(ids)) == len(ids), "an id was acknowledged twice")
    check(len(set(every)) == len(every), "a ticket was given twice")
    check(summary["lost"] == 0, f"lost: {summary}")
    check(summary["taken"] >= len(every) >= TICKETS, f"too few tickets: {len(every)}, {summary}")
    for name, count in (("days", 1), ("acknowledged", len(lines) + len(mine)),
                        ("tickets", len(every)), ("lost", summary["lost"]),
                        ("left", summary["left"]), ("served", summary["served"])):
        figures[name] += count
    print(f"day {figures['days']}: {figures['kills']} kills so far; {clean}", flush=True)


def main():
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--kills", type=int, default=55)
    words.add_argument("--seed", type=int, default=2026)
    options = words.parse_args()
    chance = random.Random(options.seed)
    figures = Counter()
    print(f"seed {options.seed}", flush=True)
    begun = time.monotonic()
    while figures["kills"] < options.kills:
        one_day(options.kills, chance, figures)
    check(figures["usher_repeats_total"] > 0, "no repeat was answered from memory")
    print(json.dumps({"kills": figures["kills"], "days": figures["days"],
                      "seconds": round(time.monotonic() - begun),
                      "acknowledged": figures["acknowledged"], "tickets": figures["tickets"],
                      "repeats_from_memory": figures["usher_repeats_total"],
                      "lost": figures["lost"], "left": figures["left"],
                      "served": figures["served"]}))


if __name__ == "__main__":
    main()

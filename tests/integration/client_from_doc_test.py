#!/usr/bin/python3
"""A client written from docs/protocol.md alone goes through a visit, from the ticket to the end.

It enrols its devices, follows the staff feed by the Clone pattern, takes a ticket, signs on, calls,
starts and finishes; it sees every event in order and without a gap, and finds out by itself when a
message was lost on the way and when the broker was restarted.
"""
import os
import subprocess
from pathlib import Path

from doc_client import Door, Picture, Refused
from outlet import BIN, SOURCE, Outlet, check, play


def enrol(outlet, name, role):
    """Section 2, as it stands there: the tool prints where the key file is."""
    done = subprocess.run([BIN / "usher-broker", "enrol", "--data", outlet.data, "--role", role,
                           "--name", name, "--port", str(outlet.port)],
                          capture_output=True, text=True, check=True)
    path = Path(done.stdout.strip())
    check(path.stat().st_mode & 0o777 == 0o600, "the key file is for its owner alone")
    return Door(path)


class Visit:
    def __init__(self, outlet):
        self.outlet = outlet
        self.kiosk = enrol(outlet, "doc-kiosk", "kiosk")
        self.desk = enrol(outlet, "doc-counter", "counter")
        self.lobby = enrol(outlet, "doc-lobby", "lobby")
        self.picture = Picture(self.lobby)
        self.ticket = None

    def asks_who_is_there(self):
        """It pings, and follows the feed from a snapshot on"""
        check(self.kiosk.ping(7), "the broker is there")
        check(self.picture.until(lambda p: p.beat_at is not None), "a first beat")
        self.picture.sync()
        check(not self.picture.stale(), "the picture is fresh")

    def takes_a_ticket(self):
        """It takes a ticket, is told its number, and sees it join the line"""
        offers = {one["service"]: one for one in self.kiosk.ask("ListServices")["offers"]}
        check("cash" in offers, f"cash is offered: {list(offers)}")
        issued = self.kiosk.ask("TakeTicket", service="cash", paper="Pending")
        self.ticket = issued["ticket"]
        done = self.kiosk.ask("ConfirmTicket", ticket=self.ticket, paper="Printed")
        self.sees("Waiting", done["version"])
        return issued["number"]

    def serves_it(self):
        """It signs on, calls, starts and finishes"""
        signed = self.desk.ask("SignOn", staff="1006", pin="100600", counter="cash-1")
        check(signed["counter"] == "cash-1", f"{signed}")
        called = self.desk.ask("CallNext")
        check(called["type"] == "Called" and called["ticket"] == self.ticket, f"{called}")
        check(self.picture.until(lambda p: self.phase() == "Called"), "it sees it called")
        check(self.picture.desks["cash-1"]["desk"] == "Calling", "and the counter calling")
        self.sees("Serving", self.desk.ask("Start", ticket=self.ticket)["version"])
        self.sees("Done", self.desk.ask("Finish", ticket=self.ticket)["version"])
        check(self.picture.desks["cash-1"]["desk"] == "Idle", "the counter is free again")

    def is_refused(self):
        """A refusal has a name, and a kiosk may not call anybody"""
        for door, kind, members, why in ((self.kiosk, "CallNext", {}, "NotPermitted"),
                                         (self.desk, "Finish", {"ticket": self.ticket}, "NothingHere"),
                                         (self.kiosk, "TakeTicket",
                                          {"service": "nothing", "paper": "Shown"}, "UnknownService")):
            try:
                door.ask(kind, **members)
                raise AssertionError(f"{kind} was done")
            except Refused as refused:
                check(str(refused) == why, f"{kind}: {refused}")

    def in_order(self):
        """What it saw was in order, without a gap, each step once"""
        places = [record["sequence"] for record in self.picture.taken_in]
        check(places == list(range(places[0], places[0] + len(places))), f"{places}")
        check(self.picture.resyncs == 1, "one snapshot was enough")
        kinds = [record["event"]["type"] for record in self.picture.taken_in
                 if record["event"].get("ticket") == self.ticket]
        check(kinds == ["TicketJoined", "TicketCalled", "ServiceStarted", "ServiceFinished"], kinds)
        return f"{len(places)} records"

    def loses_a_message(self):
        """A message that is lost on the way is noticed, by the next one or by the beat"""
        first = self.kiosk.ask("TakeTicket", service="cash", paper="Shown")["ticket"]
        check(self.picture.until(lambda p: first in p.tickets), "it sees the first")
        for later in (True, False):
            resyncs = self.picture.resyncs  # what follows in the same message tells it at once
            lost = self.take_unheard()
            if later:
                self.kiosk.ask("TakeTicket", service="cash", paper="Shown")
            check(self.picture.until(lambda p: p.resyncs > resyncs), "it notices")
            check(lost in self.picture.tickets, "and has the ticket after all")

    def take_unheard(self):
        """A ticket whose record does not get through to the picture."""
        dropped = []

        def lose(record):
            if record["event"]["type"] == "TicketTaken" and not dropped:
                dropped.append(record["sequence"])
            return record["sequence"] in dropped
        self.picture.lose = lose
        ticket = self.kiosk.ask("TakeTicket", service="cash", paper="Shown")["ticket"]
        check(self.picture.until(lambda p: dropped), "the record comes, and is dropped")
        self.picture.lose = None
        return ticket

    def broker_restarts(self):
        """A restart of the broker is another epoch, and nothing is missing after it"""
        epoch, before = self.picture.epoch, set(self.picture.tickets)
        self.outlet.kill()
        self.outlet.start("--speed", "1.001", "--start-at", "10:00")
        check(self.picture.until(lambda p: p.epoch != epoch and p.whole), "it notices")
        check(self.picture.epoch > epoch and before <= set(self.picture.tickets), "nothing is gone")

    def sees(self, phase, version):
        check(self.picture.until(lambda p: p.sequence >= version), f"{phase}: the feed comes that far")
        check(self.phase() == phase, f"{phase}, and it is {self.phase()}")

    def phase(self):
        return self.picture.tickets.get(self.ticket, {}).get("phase")


def the_programme_of_the_page(outlet):
    """The whole client at the end of the page runs as it stands there"""
    page = SOURCE / "docs/protocol.md"
    if not page.exists():
        return "there is no such page yet"
    programme = page.read_text().split("```python\n")[-1].split("```")[0]
    key = outlet.data / "keys" / "doc-kiosk.json"
    done = subprocess.run(["/usr/bin/python3", "-c", programme, key], capture_output=True, text=True,
                          timeout=60, env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"})
    check(done.returncode == 0 and "'type': 'Board'" in done.stdout, done.stderr + done.stdout)


def main():
    with Outlet() as outlet:
        outlet.start("--speed", "1.001", "--start-at", "10:00")
        visit = Visit(outlet)
        play(visit.asks_who_is_there, visit.takes_a_ticket, visit.serves_it, visit.is_refused,
             visit.in_order, visit.loses_a_message, visit.broker_restarts)
        print(the_programme_of_the_page(outlet) or "and so does the programme of the page")
        outlet.stop()
        print(outlet.tool("verify").strip())


if __name__ == "__main__":
    main()

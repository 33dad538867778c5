"""Who else is in the building while a long day is lived: screens that listen, and a manager.

The kiosks, tellers and customers are usher-rehearse's; here are those it does not play.
"""
import threading
import time
from collections import Counter

import zmq

from outlet import check

MACHINES = {"atm-1": ("cash",), "atm-2": ("cash",), "terminal-1": ("transfer", "e-banking"),
            "terminal-2": ("transfer", "e-banking")}
STATES = ("Ready", "Ready", "OutOfCash", "Down")
MANAGER_EVERY = 3.0  # real seconds between two acts


class Person(threading.Thread):
    """Lives until told to stop; what went wrong is kept, and looked at every minute."""

    def __init__(self):
        super().__init__(daemon=True)
        self.over = threading.Event()
        self.trouble = None

    def run(self):
        try:
            self.live()
        except Exception as trouble:
            self.trouble = trouble
        self.over.set()

    def stop(self):
        self.over.set()
        if self.is_alive():
            self.join()


class Screens(Person):
    """Two hall displays on the public feed and two consoles on the staff feed; none may miss a
    record, and none may ever hear time go back."""

    def __init__(self, outlet):
        super().__init__()
        self.heard = Counter()
        self.last = {}   # console: sequence of its last record
        self.clocks = {}  # screen: the outlet's time, ms, as it last heard
        self.now = 0     # the latest of them
        self.offset = 0  # of its time zone, ms
        self.feeds = [(name, outlet.feed(name, "board", "board")) for name in ("H1", "H2")]
        self.feeds += [(name, outlet.feed(name, "staff", "records", "beat"))
                       for name in ("L4", "L5")]

    def live(self):
        poller = zmq.Poller()
        for _, feed in self.feeds:
            poller.register(feed.socket, zmq.POLLIN)
        while not self.over.is_set():
            ready = dict(poller.poll(200))
            for name, feed in self.feeds:
                if feed.socket in ready:
                    self.take(name, *feed.next())

    def take(self, name, topic, said):
        self.heard[topic] += 1
        if topic == "records":
            for record in said["records"]:
                before = self.last.get(name)
                check(before in (None, record["sequence"] - 1),
                      f"{name} heard event {record['sequence']} after {before}")
                self.last[name] = record["sequence"]
            return
        check(said["now"] >= self.clocks.get(name, 0), f"{name}: time went back")
        self.clocks[name] = said["now"]
        self.now = max(self.now, said["now"])
        if topic == "board":
            self.offset = said["offsetSeconds"] * 1000

    def day(self):
        """The outlet's date, as a number; nothing before the first board."""
        return (self.now + self.offset) // 86_400_000 if self.now and self.offset else None


class Manager(Person):
    """A lobby manager at a console: sends people to machines and brings some forward, sees machines
    fail and come back, books appointments, asks what would be if. Being refused is business."""

    def __init__(self, outlet, chance):
        super().__init__()
        self.console = outlet.device("L3")
        self.chance = chance
        self.done = Counter()
        self.booked = 0

    def live(self):
        self.count("SignOn", staff="2001", pin="200100", counter=None)
        while not self.over.wait(MANAGER_EVERY):
            self.act()

    def count(self, kind, **members):
        told = self.console.ask(kind, **members)
        self.done[f"{kind} {told}" if isinstance(told, str) else kind] += 1
        return told

    def act(self):
        picture = self.count("GetSnapshot")["snapshot"]
        waiting = [one for one in picture["tickets"] if one["phase"] == "Waiting"]
        wish = self.chance.choice(("machine", "machine", "promote", "repair", "book", "what if"))
        if wish == "machine":
            self.send_to_machine(waiting)
        elif wish == "promote" and waiting:
            self.count("Promote", ticket=self.chance.choice(waiting)["id"], reason="asked kindly")
        elif wish == "repair":
            self.count("ReportMachine", counter=self.chance.choice(sorted(MACHINES)),
                       state=self.chance.choice(STATES), detail="said the machine")
        elif wish == "book":
            self.booked += 1
            self.count("BookAppointment", reference=f"B{self.booked}", service="wealth",
                       at=picture["at"] + self.chance.randrange(1, 48) * 3_600_000)
        elif wish == "what if":
            self.count("WhatIf", changes=[{"counter": "low-2", "open": False}])

    def send_to_machine(self, waiting):
        for ticket in waiting:
            for machine, services in MACHINES.items():
                if ticket["service"] in services and self.chance.random() < 0.5:
                    self.count("Redirect", ticket=ticket["id"], place={"counter": machine},
                               reason="the machine does that")
                    return


class Days(Person):
    """One business day after the other is rehearsed; after each midnight the journal is copied."""

    def __init__(self, play, copy, screens, count):
        super().__init__()
        self.play, self.copy, self.screens, self.count = play, copy, screens, count
        self.told = []

    def live(self):
        earlier = {None}
        for day in range(self.count):
            while self.screens.day() in earlier:
                if self.over.wait(0.1):
                    return
            earlier.add(self.screens.day())
            if day > 0:
                self.copy(day)
            self.told.append(self.play(day))

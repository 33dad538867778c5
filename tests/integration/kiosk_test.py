#!/usr/bin/python3
"""The real kiosk at a real broker: cards swiped into a pipe, tickets taken, nothing kept of a card."""
import json
import os
import struct
import sys

from outlet import BIN, GALAXY, Missing, Outlet, Process, check, play, until

# The key of a US keyboard, and whether shift is held.
KEYS = {**{str(digit): (digit + 1, False) for digit in range(1, 10)}, "0": (11, False),
        ";": (39, False), "=": (13, False), "?": (53, True), "\n": (28, False)}
SHIFT = 42
GOLD, VIP, STRANGER = "6200000000000005", "6200000000000021", "4000000000000002"


def typed(track, begin_ms):
    """What a keyboard wedge writes to its device: presses and releases, two milliseconds a key."""
    events = b""

    def add(code, value, ms):
        return struct.pack("@llHHi", ms // 1000, ms % 1000 * 1000, 1, code, value)

    for place, letter in enumerate(track):
        code, shifted = KEYS[letter]
        ms = begin_ms + 2 * place
        events += add(SHIFT, 1, ms) if shifted else b""
        events += add(code, 1, ms) + add(code, 0, ms)
        events += add(SHIFT, 0, ms) if shifted else b""
    return events


class Kiosk:
    """usher-kiosk --auto, with a pipe for a card reader."""

    def __init__(self, outlet, *errand, name="K1"):
        self.pipe = outlet.dir / f"wedge-{name}"
        os.mkfifo(self.pipe)
        os.environ.update(QT_QPA_PLATFORM="offscreen", QT_QUICK_BACKEND="software")
        self.process = Process(BIN / "usher-kiosk", "--key", outlet.data / "keys" / f"{name}.json",
                               "--windowed", "--card", f"evdev:{self.pipe}", "--auto",
                               *(errand or ["opening"]))
        self.device = open(self.pipe, "wb", buffering=0)  # opens when the kiosk reads
        self.swiped = 0

    def tickets(self):
        return [json.loads(line) for line in self.process.lines if line and line.startswith("{")]

    def numbers(self):
        return [ticket["number"] for ticket in self.tickets()]

    def swipe(self, card):
        self.swiped += 1
        self.device.write(typed(f";{card}=99121010000000000?\n", 1000 * self.swiped))

    def await_ready(self, card):
        """Swipes until a ticket comes: before its line is up, a kiosk takes no card."""
        def served():
            self.swipe(card)
            try:
                return until(self.numbers, "a number", 3)
            except Missing:
                return None
        until(served, "a first ticket")

    def ticket(self, card, series):
        """The number of that series which the card gets."""
        def given():
            return [number for number in self.numbers() if number[0] == series]
        had = len(given())
        self.swipe(card)
        return until(lambda: given()[had:], f"a number in series {series}")[0]

    def end(self):
        self.device.close()
        self.process.end()


def open_all_day(outlet):
    """The same branch, but without a closing time: a test runs at any hour."""
    toml = outlet.dir / "galaxy.toml"
    toml.write_text(GALAXY.read_text().replace("08:30-17:00", "00:00-24:00"))
    outlet.toml = toml
    outlet.start()


def cards_become_numbers():
    """Each card gets a number of its tier's series, a stranger an ordinary one; no number stays."""
    with Outlet() as outlet:
        open_all_day(outlet)
        kiosk = Kiosk(outlet)
        kiosk.await_ready(STRANGER)
        given = [kiosk.ticket(card, series) for card, series in ((GOLD, "H"), (VIP, "M"), (GOLD, "H"))]
        check(len(set(kiosk.numbers())) == len(kiosk.numbers()), f"twice: {kiosk.numbers()}")
        check(all(number[0] == "A" for number in kiosk.numbers() if number not in given),
              f"a stranger was given more than an ordinary number: {kiosk.numbers()}")
        kiosk.end()
        outlet.stop()
        for place in [kiosk.process.text().encode(), outlet.broker.text().encode(),
                      *(file.read_bytes() for file in outlet.data.rglob("*") if file.is_file())]:
            for card in (GOLD, VIP, STRANGER):
                check(card.encode() not in place, "a card number was kept or said")
        return ", ".join(kiosk.numbers())


def machines_and_bookings():
    """A number for a machine stands in its line until it fails; a booking gives its own service."""
    with Outlet() as outlet:
        open_all_day(outlet)
        lobby, admin = outlet.device("L1"), outlet.device("ctl")
        signed = lobby.ask("SignOn", staff="2001", pin="200100", counter=None)
        check(signed["type"] == "SignedOn", f"{signed}")

        def ticket(number):
            tickets = lobby.ask("GetSnapshot")["snapshot"]["tickets"]
            return next(one for one in tickets if one["number"] == number)

        kiosk = Kiosk(outlet, "transfer", "--auto-machine", "terminal-2")
        kiosk.await_ready(STRANGER)
        sent = kiosk.tickets()[0]
        check(sent["sign"] == 24, f"sent elsewhere: {sent}")
        there = ticket(sent["number"])
        check(there["phase"] == "Diverted" and there["place"]["counter"] == "terminal-2", f"{there}")
        kiosk.end()
        reported = admin.ask("ReportMachine", counter="terminal-2", state="Down", detail="jam")
        check(reported["type"] == "Accepted", f"{reported}")
        back = ticket(sent["number"])
        check(back["phase"] == "Waiting" and back["claims"] == ["Returning"], f"{back}")

        # The terminal that is down is offered no more: its visitor gets another way.
        kiosk = Kiosk(outlet, "transfer", "--auto-machine", "terminal-2", name="K2")
        kiosk.await_ready(STRANGER)
        check(kiosk.tickets()[0]["sign"] == 23, f"{kiosk.tickets()}")
        kiosk.end()

        now = admin.ask("GetBoard")["now"]
        check(admin.ask("BookAppointment", reference="GX-07", at=now + 600_000, service="wealth",
                        tier=None)["type"] == "Accepted", "booked")
        kiosk = Kiosk(outlet, "opening", "--auto-booking", "GX-07", name="K3")
        kiosk.await_ready(STRANGER)
        first = ticket(kiosk.numbers()[0])
        check(first["service"] == "wealth" and first["claims"] == ["Appointment"], f"{first}")
        later = ticket(kiosk.ticket(STRANGER, "A")) # used up: an ordinary number all the same
        check(later["service"] == "opening" and later["claims"] == [], f"{later}")
        kiosk.end()
        outlet.stop()
        return f"{sent['number']} to a machine and back, {first['number']} as booked"


if __name__ == "__main__":
    play(cards_become_numbers, machines_and_bookings)
    sys.exit(0)

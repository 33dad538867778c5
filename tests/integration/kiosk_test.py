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

    def __init__(self, outlet):
        self.pipe = outlet.dir / "wedge"
        os.mkfifo(self.pipe)
        os.environ.update(QT_QPA_PLATFORM="offscreen", QT_QUICK_BACKEND="software")
        self.process = Process(BIN / "usher-kiosk", "--key", outlet.data / "keys" / "K1.json",
                               "--windowed", "--card", f"evdev:{self.pipe}", "--auto", "opening")
        self.device = open(self.pipe, "wb", buffering=0)  # opens when the kiosk reads
        self.swiped = 0

    def numbers(self):
        return [json.loads(line)["number"] for line in self.process.lines
                if line and line.startswith("{")]

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


def cards_become_numbers():
    """Each card gets a number of its tier's series, a stranger an ordinary one; no number stays."""
    with Outlet() as outlet:
        open_all_day = outlet.dir / "galaxy.toml"
        open_all_day.write_text(GALAXY.read_text().replace("08:30-17:00", "00:00-24:00"))
        outlet.toml = open_all_day
        outlet.start()
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


if __name__ == "__main__":
    play(cards_become_numbers)
    sys.exit(0)

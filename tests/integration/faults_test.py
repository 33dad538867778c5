#!/usr/bin/python3
"""What clients and bad luck do wrong, while an honest client goes on unharmed.

Bad frames, repeated and stolen ids, stale views, double taps, and a second broker on the same data.
"""
import json

import zmq

from outlet import BIN, Outlet, Process, check, new_id, play, spell

CLOCK = ("--speed", "1.001", "--start-at", "10:00")
LIMIT = 65536


class Faults:
    def __init__(self, outlet):
        self.outlet = outlet
        self.kiosk = outlet.device("K1")
        self.other = outlet.device("K2")
        self.staff = outlet.device("ctl")  # who may take any number a minute
        self.lobby = outlet.device("L1")
        self.lobby.ask("SignOn", staff="2001", pin="200100", counter=None)

    def honest(self):
        """Somebody else is served as if nothing had happened."""
        told = self.staff.ask("TakeTicket", service="cash", paper="Shown")
        check(told["type"] == "TicketIssued", f"the honest client was told {told}")

    def said(self, frame, id):
        self.kiosk.send(frame)
        told = self.kiosk.hear(id)
        check(told is not None, f"no answer to {frame[:80]!r}")
        return told.get("refusal")

    def bad_frames(self):
        """Frames that make no sense are refused if they have an id, and dropped if not"""
        id = new_id()
        good = {"v": 1, "id": id, "ask": {"type": "TakeTicket", "service": "cash", "paper": "Shown"}}

        def but(**changes):
            return json.dumps({**good, **changes})
        ask = good["ask"]
        for frame, why in (
                (but(v=2), "UnsupportedVersion"), (but(v=0), "UnsupportedVersion"),
                (but(v="1"), None), (but(ask={"type": "Nonsense"}), "Malformed"),
                (but(ask={**ask, "surprise": 1}), "Malformed"), (but(more=1), None),
                (but(ask={**ask, "service": 7}), "Malformed"), (but(ask=None), "Malformed"),
                (but(ask={**ask, "service": "x" * 32}), "Malformed"),
                (but(ask={**ask, "assisted": 1.5}), "Malformed"), (but(ask=[]), "Malformed"),
                (but(ask={"type": "ConfirmTicket", "ticket": -1, "paper": "Shown"}), "Malformed"),
                (but(ask={"type": "ConfirmTicket", "ticket": 2**40, "paper": "Shown"}), "Malformed"),
                (but(ask={"type": "CancelTicket", "ticket": 1, "reason": "x" * 201}), None)):
            told = self.said(frame, id)
            check(told and (why is None or told == why), f"{frame[:90]}: {told}, not {why}")
            self.honest()
        before = self.outlet.metrics()["usher_door_malformed_total"]
        silent = [b"", b"\0" * 64, b"\xff\xfe{}", b"null", b"[]", b"{}", b'{"v":1}', b"{" * 5000,
                  but(id="0" * 32).encode(), but(id="xyz").encode(), b'"' + b"\xc3" * 999 + b'"',
                  b"[" * 60000, b'{"v":1,"ping":-1}', b'{"v":1,"ping":1e400}']
        for frame in silent:
            self.kiosk.send(frame)
        self.kiosk.socket.send_multipart([b"", spell(new_id(), "GetBoard").encode()])
        check(self.kiosk.ping(3) == {"v": 1, "pong": 3}, "only the ping is answered")
        after = self.outlet.metrics()["usher_door_malformed_total"]
        check(after - before == len(silent) + 1, f"{after - before} counted of {len(silent) + 1}")
        self.honest()

    def nesting(self):
        """JSON within JSON within JSON is dropped, not followed: its id cannot be read"""
        for depth in (17, 100, 30000):
            id = new_id()
            deep = '{"v":1,"id":"%s","ask":{"type":"GetBoard","x":%s%s}}' % (
                id, "[" * depth, "]" * depth)
            self.kiosk.send(deep)
            check(self.kiosk.ping(depth) is not None, "the line still stands")
            told = self.kiosk.early.pop(id, None)
            check(told is None, f"{told}")
            self.honest()

    def oversized(self):
        """A frame beyond the limit costs its sender the connection, and nobody else anything"""
        self.lobby.ask("GetBoard")
        full = self.frame_of(LIMIT)
        told = self.said(full, json.loads(full)["id"])
        check(told in ("ReasonTooLong", "UnknownTicket"), f"the largest frame is heard: {told}")
        for size in (LIMIT + 1, 3 * 1024 * 1024):
            self.kiosk.send(self.frame_of(size))
            self.kiosk.wait_event(zmq.EVENT_DISCONNECTED)
            self.honest()
        check(self.kiosk.ask("GetBoard")["type"] == "Board", "it may come back")
        check(self.lobby.ping(9) is not None, "the others were never disturbed")

    def frame_of(self, size):
        id = new_id()
        empty = spell(id, "CancelTicket", ticket=1, reason="")
        return spell(id, "CancelTicket", ticket=1, reason="x" * (size - len(empty)))

    def same_id(self):
        """The same id gets the same answer, also after a restart, and no second ticket"""
        frames = {}
        for command, members in (("TakeTicket", {"service": "cash", "paper": "Shown"}),
                                 ("TakeTicket", {"service": "nothing", "paper": "Shown"}),
                                 ("IdentifyCard", {"card": "6200000000000005"}),
                                 ("ConfirmTicket", {"ticket": 4_000_000, "paper": "Shown"})):
            id = new_id()
            frames[id] = (spell(id, command, **members), self.kiosk.ask(command, id=id, **members))
        tickets = self.tickets()
        self.repeat_all(frames)
        check(self.other.ask("TakeTicket", id=next(iter(frames)), service="cash",
                             paper="Shown") == "DuplicateId", "another device's id")
        self.outlet.kill()
        self.outlet.start(*CLOCK)
        self.repeat_all(frames)
        for id in frames:
            check(self.other.ask("TakeTicket", id=id, service="cash", paper="Shown") == "DuplicateId",
                  "another device's id, after a restart")
        check(self.tickets() == tickets, "no ticket came of it")

    def repeat_all(self, frames):
        for id, (frame, first) in frames.items():
            told = None
            while told is None:
                self.kiosk.send(frame)
                told = self.kiosk.hear(id, 1)
            again = told.get("answer", told.get("refusal"))
            check(again == first, f"first {first}, then {again}")

    def double_tap(self):
        """A double tap is one ticket, also if both are on their way at once"""
        tickets = self.tickets()
        id = new_id()
        frame = spell(id, "TakeTicket", service="cash", paper="Shown")
        for _ in range(5):
            self.kiosk.send(frame)
        answers = [self.kiosk.hear(id)["answer"] for _ in range(5)]
        check(all(answer == answers[0] for answer in answers), f"{answers}")
        check(self.tickets() == tickets | {answers[0]["ticket"]}, "exactly one more")

    def tickets(self):
        picture = self.lobby.ask("GetSnapshot")["snapshot"]
        return {one["id"] for one in picture["tickets"]}

    def version(self, ticket):
        picture = self.lobby.ask("GetSnapshot")["snapshot"]
        return next(one["version"] for one in picture["tickets"] if one["id"] == ticket)

    def stale_view(self):
        """Who acts on what is no longer so is told, and nothing happens"""
        ticket = self.kiosk.ask("TakeTicket", service="cash", paper="Shown")["ticket"]
        seen = self.version(ticket)
        promote = {"ticket": ticket, "reason": "in a hurry"}
        done = self.lobby.ask("Promote", seen=seen, **promote)
        check(done["type"] == "Accepted", f"{done}")
        moved = self.version(ticket)
        check(moved > seen, "it has moved on")
        for command, members in (("Promote", promote), ("Redirect", {"ticket": ticket, "place": {}}),
                                 ("ResumeTicket", {"ticket": ticket})):
            told = self.lobby.ask(command, seen=seen, **members)
            check(told == "StaleView", f"{command}: {told}")
        check(self.version(ticket) == moved, "nothing happened")
        told = self.lobby.ask("Redirect", ticket=ticket, place={"counter": "cash-1"}, seen=moved)
        check(told == "CannotServe", f"nobody is there: {told}")
        told = self.lobby.ask("Redirect", ticket=ticket, place={}, seen=moved)
        check(told["type"] == "Accepted", f"{told}")

    def second_broker(self):
        """A second broker on the same data is turned away by name, and harms nothing"""
        second = Process(BIN / "usher-broker", "run", "--outlet", self.outlet.toml, "--data",
                         self.outlet.data, "--port", self.outlet.port + 100)
        code = second.wait()
        check(code != 0, "it must not start")
        holder = f"is held by process {self.outlet.broker.popen.pid} on "
        check(holder in second.text(), f"it does not name the holder: {second.text()}")
        # Nor one on other data and the same port.
        rival = Process(BIN / "usher-broker", "run", "--outlet", self.outlet.toml, "--data",
                        self.outlet.dir / "rival", "--port", self.outlet.port)
        check(rival.wait() == 1 and "already in use" in rival.text(), rival.text())
        self.honest()
        check(self.outlet.broker.alive(), "the first one goes on")

    def still_clean(self):
        """After all of this the journal replays"""
        self.outlet.stop()
        return self.outlet.tool("verify").strip()


def main():
    with Outlet() as outlet:
        outlet.start(*CLOCK)
        faults = Faults(outlet)
        play(faults.bad_frames, faults.nesting, faults.oversized, faults.same_id, faults.double_tap,
             faults.stale_view, faults.second_broker, faults.still_clean)


if __name__ == "__main__":
    main()

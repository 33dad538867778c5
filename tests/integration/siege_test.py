#!/usr/bin/python3
"""The doors under attack, and an honest visit all the while: ticket, call, start, finish.

Floods, frames that are no commands, connections by the hundred, sockets that never read, traffic
recorded and sent again, a key that is revoked in the middle of a visit, guessed PINs. Whatever comes
in, the honest are served, nothing of it is done that was not permitted, the broker gives back what it
took for it (sockets, memory), and the journal replays cleanly at the end.

How much slower the honest are served meanwhile is the business of `./usher bench --only siege`.
"""
import contextlib
import json
import os
import select
import socket
import threading
from pathlib import Path

import zmq

from outlet import Line, Outlet, bound, check, new_id, play, spell, until

CLOCK = ("--speed", "1.001", "--start-at", "10:00")
TELLER = {"staff": "1006", "pin": "100600", "counter": "cash-1"}
CONNECTIONS = 8
MEMORY_MAX = 160 << 20  # bytes: several times what it needs, a small part of what a flood brings


class Branch:
    """The outlet, an honest kiosk and an honest teller."""

    def __init__(self, outlet):
        self.outlet = outlet
        for name, role in (("honest-kiosk", "kiosk"), ("honest-desk", "counter"),
                           ("boss", "lobby"), ("thief", "kiosk")):
            outlet.enrol(name, role)
        outlet.start(*CLOCK)
        self.kiosk, self.desk, self.boss = map(outlet.device, ("honest-kiosk", "honest-desk", "boss"))
        check(self.desk.ask("SignOn", **TELLER)["type"] == "SignedOn", "the teller signs on")
        signed = self.boss.ask("SignOn", staff="2001", pin="200100", counter=None)
        check(signed["type"] == "SignedOn", "the lobby manager signs on")

    def visit(self):
        """One customer, from the ticket to the end."""
        mine = self.boss.ask("TakeTicket", service="cash", paper="Shown")["ticket"]
        while True:
            called = self.desk.ask("CallNext", standBy=False)["ticket"]
            self.desk.ask("Start", ticket=called)
            self.desk.ask("Finish", ticket=called)
            if called == mine:
                return

    def sequence(self):
        return self.outlet.device("ctl").ask("GetSnapshot")["snapshot"]["sequence"]

    def sockets(self):
        return len(os.listdir(f"/proc/{self.outlet.broker.popen.pid}/fd"))

    def memory(self):
        """Bytes in use, as the kernel counts them."""
        pages = Path(f"/proc/{self.outlet.broker.popen.pid}/statm").read_text().split()[1]
        return int(pages) * os.sysconf("SC_PAGE_SIZE")


@contextlib.contextmanager
def meanwhile(*blows):
    """Each of them again and again, on a thread of its own, until the end of the block."""
    over = threading.Event()
    troubles = []

    def go_on(blow):
        try:
            while not over.is_set():
                blow()
        except Exception as trouble:  # shown by the scene, not lost in a thread
            troubles.append(trouble)
    threads = [threading.Thread(target=go_on, args=(blow,)) for blow in blows]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        over.set()
        for thread in threads:
            thread.join()
    check(not troubles, f"the attack itself failed: {troubles}")


def shouting(branch, name, *frames):
    """A blow: these frames, as many connections, and nobody reads what comes back."""
    lines = [Line(branch.outlet, zmq.DEALER, branch.outlet.key(name)["door"], branch.outlet.key(name))
             for _ in range(CONNECTIONS)]
    for line in lines:
        line.socket.connect(line.endpoint)
        branch.outlet.devices.append(line)

    def blow():
        for line in lines:
            for frame in frames:
                with contextlib.suppress(zmq.Again):
                    line.socket.send(frame() if callable(frame) else frame, zmq.DONTWAIT)
        lines[0].socket.poll(1)
    return blow


def floods(branch):
    """A stolen key asks for tickets as fast as it can: the kiosk's minute ends that, nobody waits for it"""
    before = branch.outlet.metrics()["usher_door_overrun_total"]

    def ticket():
        return spell(new_id(), "TakeTicket", service="cash", paper="Shown").encode()
    with meanwhile(shouting(branch, "thief", ticket)):
        for _ in range(5):
            branch.visit()
        until(lambda: branch.outlet.metrics()["usher_refusals_total"] > 100, "refusals")
    waiting = [one for one in branch.outlet.device("ctl").ask("GetSnapshot")["snapshot"]["tickets"]
               if one["device"] == "thief"]
    check(0 < len(waiting) <= 40, f"so many tickets for the thief: {len(waiting)}")
    told = branch.outlet.device("thief").ask("TakeTicket", service="cash", paper="Shown")
    check(told == "TooMany" or isinstance(told, dict), f"{told}")
    for ticket in waiting:
        branch.boss.ask("CancelTicket", ticket=ticket["id"], reason="nobody's")
    return f"{len(waiting)} tickets, {int(branch.outlet.metrics()['usher_door_overrun_total'] - before)} frames not read"


def babbles(branch):
    """Frames that are no commands: no JSON, too deep, the wrong types, as large as they may be and larger"""
    before = branch.outlet.metrics()["usher_door_malformed_total"]
    id = new_id()
    frames = [b"", b"\x00" * 1000, b"[" * 60000, b'{"v":1,"ask":' * 1000,
              ('{"v":1,"id":"%s","ask":{"type":"TakeTicket","service":%s}}' % (id, "[" * 100)).encode(),
              ('{"v":1,"id":"%s","ask":{"type":"TakeTicket","service":7}}' % id).encode(),
              ('{"v":1,"id":"%s","ask":{"type":"TakeTicket","service":"%s"}}' % (id, "x" * 60000)).encode(),
              b'{"v":1e999,"id":17}', "钱".encode("gb18030"), b'{"a":' * 16 + b"1" + b"}" * 16]
    with meanwhile(shouting(branch, "thief", *frames), shouting(branch, "thief", b"x" * 70000)):
        for _ in range(3):
            branch.visit()
        until(lambda: branch.outlet.metrics()["usher_door_malformed_total"] > before + 100, "the babble")


def churns(branch):
    """Connections by the hundred, enrolled, unknown and silent; the broker gives every socket back"""
    begun = branch.sockets()
    where = branch.outlet.key("ctl")["door"]
    host, port = where.removeprefix("tcp://").split(":")
    broker = branch.outlet.key("ctl")["brokerKey"]

    def knock(key):
        def blow():
            line = Line(branch.outlet, zmq.DEALER, where, key)
            line.socket.connect(where)
            line.socket.send(spell(new_id(), "GetBoard").encode())
            line.socket.poll(5)
            line.close()
        return blow

    def stranger():
        public, secret = (half.decode() for half in zmq.curve_keypair())
        knock({"brokerKey": broker, "publicKey": public, "secretKey": secret})()

    def silent():
        held = [socket.create_connection((host, int(port))) for _ in range(20)]
        held[0].sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
        held[1].sendall(b"\xff\x00\x00\x00\x00\x00\x00\x00\x01\x7f" + b"x" * 5000)
        for one in held:
            one.close()
    with meanwhile(knock(branch.outlet.key("thief")), stranger, silent):
        for _ in range(5):
            branch.visit()
        until(lambda: branch.outlet.metrics()["usher_gate_refused_total"] > 50, "strangers")
    until(lambda: branch.sockets() <= begun + 2, f"the sockets to be given back: {begun} before")


def never_reads(branch):
    """Who never reads costs the broker a bounded pile, and the others nothing"""
    key = branch.outlet.key("boss")
    for _ in range(10):
        line = Line(branch.outlet, zmq.SUB, key["staff"], key)
        line.socket.rcvhwm = 1
        line.socket.subscribe(b"")
        line.socket.connect(line.endpoint)
        branch.outlet.devices.append(line)
    feed = branch.outlet.feed("boss", "staff", "records")
    heard = []
    with meanwhile(shouting(branch, "thief", lambda: spell(new_id(), "GetBoard").encode())):
        for _ in range(5):
            branch.visit()
            while feed.socket.poll(0):
                heard += [record["sequence"] for record in feed.next()[1]["records"]]
    check(heard == list(range(heard[0], heard[0] + len(heard))), f"a gap on the honest feed: {heard}")
    check(branch.memory() < MEMORY_MAX, f"{branch.memory()} bytes of memory")
    return f"{branch.memory() >> 20} MiB"


class Tap:
    """A wire to the door that keeps what goes in."""

    def __init__(self, where):
        host, port = where.removeprefix("tcp://").split(":")
        self.door = (host, int(port))
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.endpoint = f"tcp://127.0.0.1:{self.listener.getsockname()[1]}"
        self.said = bytearray()
        threading.Thread(target=self.carry, daemon=True).start()

    def carry(self):
        near, _ = self.listener.accept()
        far = socket.create_connection(self.door)
        while True:
            for one in select.select([near, far], [], [])[0]:
                data = one.recv(65536)
                if not data:
                    return
                if one is near:
                    self.said += data
                (far if one is near else near).sendall(data)

    def again(self):
        """Everything that was said, to the door once more; what it says back until it hangs up."""
        told = b""
        with socket.create_connection(self.door) as line, contextlib.suppress(ConnectionError):
            line.sendall(self.said)
            line.settimeout(20)
            while more := line.recv(65536):
                told += more
        return told


def replays(branch):
    """Traffic that was recorded on the wire and sent again does nothing, and says nothing"""
    key = branch.outlet.key("honest-kiosk")
    tap = Tap(key["door"])
    line = Line(branch.outlet, zmq.DEALER, tap.endpoint, key)
    line.socket.connect(tap.endpoint)
    frame = spell(new_id(), "TakeTicket", service="cash", paper="Shown").encode()
    line.socket.send(frame)
    answer = json.loads(line.socket.recv())
    check(answer["answer"]["type"] == "TicketIssued", f"through the tap: {answer}")
    line.close()
    check(frame not in tap.said, "the wire carries it in the clear")
    before, heard = branch.sequence(), branch.outlet.metrics()["usher_commands_total"]
    for _ in range(3):
        check(frame[10:40] not in tap.again(), "an answer to what was replayed")
    check(branch.sequence() == before, "a replay changed something")
    asked = branch.outlet.metrics()["usher_commands_total"] - heard
    check(asked <= 2, f"{asked} commands were heard; two of them were our own questions")
    # The command itself again, by its rightful owner: the same answer, and no second ticket.
    kiosk = branch.outlet.device("honest-kiosk")
    kiosk.send(frame)
    check(kiosk.hear(answer["id"]) == answer, "the first answer again")
    check(branch.sequence() == before, "the same command twice")
    branch.boss.ask("CancelTicket", ticket=answer["answer"]["ticket"], reason="a test")


def new_key(branch):
    """A device gets a new key: the old one is out at once, and the visit goes on after a PIN"""
    mine = branch.boss.ask("TakeTicket", service="cash", paper="Shown")["ticket"]
    check(branch.desk.ask("CallNext", standBy=False)["ticket"] == mine, "called")
    branch.desk.ask("Start", ticket=mine)
    old = branch.desk
    branch.outlet.tool("revoke", "--name", "honest-desk")

    def gone():
        old.send(spell(new_id(), "Finish", ticket=mine))
        return branch.outlet.metrics()["usher_door_strangers_total"] > 0
    until(gone, "the old key to be out")
    picture = branch.outlet.device("ctl").ask("GetSnapshot")["snapshot"]
    ticket = next(one for one in picture["tickets"] if one["id"] == mine)
    check(ticket["phase"] == "Serving", f"nobody took the customer away: {ticket['phase']}")
    branch.outlet.enrol("honest-desk", "counter")
    branch.desk = branch.outlet.device("honest-desk")
    check(branch.desk.ask("Finish", ticket=mine) == "NotSignedOn", "a new key inherits no session")
    told = branch.desk.ask("SignOn", **dict(TELLER, pin="111111"))
    check(told == "WrongPin", f"{told}")
    check(branch.desk.ask("Finish", ticket=mine) == "NotSignedOn", "nor by a wrong PIN")
    check(branch.desk.ask("SignOn", **TELLER)["type"] == "SignedOn", "the teller signs on again")
    old.drain()
    old.send(spell(new_id(), "CallNext", standBy=False))
    branch.outlet.kill()
    branch.outlet.start(*CLOCK)
    check(branch.desk.ask("Finish", ticket=mine)["type"] == "Accepted", "the visit goes on")
    branch.visit()
    check(old.silent(), "the old key was answered")


def guesses(branch):
    """Five wrong PINs lock a person out at that device, ten of whomever all; over a restart too"""
    branch.outlet.enrol("guesser", "counter")
    guesser = branch.outlet.device("guesser")
    wish = {"staff": "1007", "counter": "cash-2"}
    told = [guesser.ask("SignOn", pin=f"00000{n}", **wish) for n in range(5)]
    check(told == ["WrongPin"] * 4 + ["LockedOut"], f"{told}")
    check(guesser.ask("SignOn", pin="100700", **wish) == "LockedOut", "and now the right one")
    next_one = {"staff": "1008", "counter": "cash-3"}
    told = [guesser.ask("SignOn", pin=f"00000{n}", **next_one) for n in range(5)]
    check(told == ["WrongPin"] * 4 + ["LockedOut"], f"{told}")
    check(guesser.ask("SignOn", staff="1009", pin="100900", counter="cash-4") == "LockedOut",
          "the device is locked, whoever it is")
    branch.outlet.kill()
    branch.outlet.start(*CLOCK)
    check(guesser.ask("SignOn", pin="100700", **wish) == "LockedOut", "after a restart")
    branch.visit()


def main():
    with Outlet() as outlet:
        branch = Branch(outlet)
        play(*(bound(scene, branch) for scene in (floods, babbles, churns, never_reads, replays,
                                                  new_key, guesses)))
        check(outlet.broker.alive(), outlet.broker.text())
        outlet.stop()
        print(outlet.tool("verify").strip())


if __name__ == "__main__":
    main()

#!/usr/bin/python3
"""A client written from docs/protocol.md alone, and nothing else of this repository.

Whoever writes one in another language may begin here: a door that asks until it is answered, and a
picture of the outlet that is held by the Clone pattern of section 8. The numbers in comments are
the sections of that page.
"""
import json
import secrets
import time

import zmq

VERSION = 1  # 3


class Refused(Exception):
    """The broker said no; the name of the refusal is in it (7)."""


def curve_socket(context, kind, key, endpoint):
    """1: CURVE on every socket, keys and endpoints from the key file."""
    made = context.socket(kind)
    made.linger = 0
    made.immediate = True
    made.heartbeat_ivl, made.heartbeat_timeout = 1000, 3000
    made.handshake_ivl = 5000
    made.reconnect_ivl, made.reconnect_ivl_max = 100, 2000
    made.curve_serverkey = key["brokerKey"].encode()
    made.curve_publickey = key["publicKey"].encode()
    made.curve_secretkey = key["secretKey"].encode()
    made.connect(endpoint)
    return made


class Door:
    """Where one asks (3, 13)."""

    def __init__(self, key_file, context=None):
        self.key = json.load(open(key_file, encoding="utf-8"))
        if self.key["v"] != VERSION:
            raise ValueError(f"a key file of version {self.key['v']}")
        self.context = context or zmq.Context.instance()
        self.socket = curve_socket(self.context, zmq.DEALER, self.key, self.key["door"])

    def ask(self, kind, patience=60, **members):
        """The answer; raises Refused. The same bytes again after 1 s, doubling to 8 s (13)."""
        wish = secrets.token_hex(16)
        frame = json.dumps({"v": VERSION, "id": wish, "ask": {"type": kind, **members}}).encode()
        end = time.monotonic() + patience
        distance = 1.0
        while time.monotonic() < end:
            self.socket.send(frame)
            told = self._hear(wish, min(end, time.monotonic() + distance))
            if told is not None:
                if "refusal" in told:
                    raise Refused(told["refusal"])
                return told["answer"]
            distance = min(8.0, distance * 2)
        raise TimeoutError(f"{kind}: no answer; it may have happened all the same")

    def _hear(self, wish, end):
        while (left := end - time.monotonic()) > 0:
            if self.socket.poll(int(left * 1000) + 1):
                told = json.loads(self.socket.recv())
                # A second answer to something asked twice is passed over (13).
                if told.get("v") == VERSION and told.get("id") == wish:
                    return told
        return None

    def ping(self, number):
        """1: is anybody there?"""
        self.socket.send(json.dumps({"v": VERSION, "ping": number}).encode())
        return self.socket.poll(3000) and json.loads(self.socket.recv()).get("pong") == number

    def close(self):
        self.socket.close()


# What an event makes of a ticket and of a counter (9). Only what this client shows is followed:
# the phases of tickets and what counters are doing.
PHASE_AFTER = {"TicketJoined": "Waiting", "TicketVoided": "Voided", "TicketLeft": "Left",
               "TicketCalled": "Called", "ServiceStarted": "Serving", "ServiceFinished": "Done",
               "TicketMissed": "NoShow", "TicketHeld": "Held", "TicketResumed": "Waiting"}
DESK_AFTER = {"CounterPaused": "Paused", "CounterResumed": "Idle", "CounterStoodBy": "Standby",
              "TicketCalled": "Calling", "ServiceStarted": "Serving"}


class Picture:
    """The outlet as this client knows it: a snapshot, and every record since, without a gap (8)."""

    STALE_AFTER = 3.0  # seconds of real time

    def __init__(self, door):
        self.door = door
        self.socket = curve_socket(door.context, zmq.SUB, door.key, door.key["staff"])
        for topic in (b"records", b"beat"):  # step 1
            self.socket.subscribe(topic)
        self.kept = []       # batches that came and are not in the picture yet
        self.epoch = None
        self.sequence = 0
        self.whole = False
        self.resyncs = 0
        self.beat_at = None
        self.tickets, self.desks, self.sessions = {}, {}, {}
        self.taken_in = []   # records, in order, since the picture began
        self.lose = None     # a test may say which record this client is not to get

    def sync(self):
        """Steps 2 to 4: a snapshot, and what was kept since."""
        self.whole = False
        self.resyncs += 1
        answer = self.door.ask("GetSnapshot")
        snapshot = answer["snapshot"]
        self.epoch, self.sequence = answer["epoch"], snapshot["sequence"]
        self.tickets = {one["id"]: dict(one) for one in snapshot["tickets"]}
        self.desks = {one["id"]: dict(one) for one in snapshot["counters"]}
        self.sessions = {one["device"]: one for one in snapshot["sessions"]}
        self.whole = True
        kept, self.kept = self.kept, []
        for epoch, records in kept:
            if epoch >= self.epoch:  # step 3: what is of an older one is thrown away
                self.take(epoch, records)

    def pump(self, seconds):
        """Takes in one message, if one comes in time."""
        if not self.socket.poll(int(seconds * 1000)):
            return False
        topic, body = self.socket.recv_multipart()
        said = json.loads(body)
        if said.get("v") != VERSION:
            return True
        if topic == b"records":
            self.take(said["epoch"], said["records"])
        elif topic == b"beat":
            self.beat_at = time.monotonic()
            # Step 5: another epoch, or a beat beyond what we know: something was lost.
            if self.whole and (said["epoch"] != self.epoch or said["sequence"] > self.sequence):
                self.sync()
        return True

    def take(self, epoch, records):
        if self.lose is not None:
            records = [one for one in records if not self.lose(one)]
        if not self.whole:
            self.kept.append((epoch, records))
            return
        if epoch != self.epoch:
            self.kept.append((epoch, records))
            self.sync()
            return
        for place, record in enumerate(records):
            if record["sequence"] <= self.sequence:
                continue  # step 5: it is in the picture already
            if record["sequence"] != self.sequence + 1:
                self.kept.append((epoch, records[place:]))
                self.sync()
                return
            self.sequence = record["sequence"]
            self.taken_in.append(record)
            self.evolve(record)

    def evolve(self, record):
        """9: what the event says of a ticket and a counter."""
        event = record["event"]
        kind = event["type"]
        if kind == "TicketTaken":
            self.tickets[event["ticket"]["id"]] = dict(event["ticket"])
        elif kind == "StaffSignedOn":
            session = event["session"]
            self.sessions[session["device"]] = session
            if session["counter"] and self.desks[session["counter"]]["desk"] == "Closed":
                self.desks[session["counter"]]["desk"] = "Idle"
        elif kind == "StaffSignedOff":
            session = self.sessions.pop(event["device"])
            if session["counter"]:
                self.desks[session["counter"]]["desk"] = "Closed"
        if kind in PHASE_AFTER:
            ticket = self.tickets[event["ticket"]]
            ticket["phase"], ticket["version"] = PHASE_AFTER[kind], record["sequence"]
        if "counter" in event:
            desk = self.desks[event["counter"]]
            desk["version"] = record["sequence"]
            if kind in DESK_AFTER:
                desk["desk"] = DESK_AFTER[kind]
            elif kind in ("ServiceFinished", "TicketMissed", "TicketHeld"):
                desk["desk"] = "Closed" if desk["closing"] else "Idle"
            elif kind == "CounterOpened":
                desk["closing"] = False
                desk["desk"] = "Idle" if desk["desk"] == "Closed" else desk["desk"]

    def stale(self):
        """Step 6: to be shown as old."""
        late = self.beat_at is None or time.monotonic() - self.beat_at > self.STALE_AFTER
        return late or not self.whole

    def until(self, fits, patience=60):
        """Takes messages in until the picture fits; says whether it came to that."""
        end = time.monotonic() + patience
        while not fits(self):
            if time.monotonic() > end:
                return False
            self.pump(0.5)
        return True

    def close(self):
        self.socket.close()

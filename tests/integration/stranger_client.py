"""A stranger's client of the Usher broker, written from docs/protocol.md alone.

It prepares a demo outlet, enrols a counter client of its own, and does a small piece of business by
the page: connects with CURVE, holds a picture of the outlet by the Clone pattern, takes a ticket at
a kiosk, signs a teller on, calls, starts and finishes, asks the same thing twice, and loses two feed
messages on purpose to see that it notices. Exits 0 if all of it was as the page says. USHER_BIN is
the folder of the built programs, USHER_SOURCE the root of the source.
"""
import json, os, pathlib, random, secrets, signal, socket, subprocess, tempfile, time, zmq  # noqa: E401

BROKER = os.path.join(os.environ["USHER_BIN"], "usher-broker")
ASSETS = os.path.join(os.environ["USHER_SOURCE"], "assets")
OUTLET = os.path.join(ASSETS, "outlets", "galaxy.toml")
CONTEXT = zmq.Context()


def check(true, what):
    if not true:
        raise AssertionError("not so: " + what)
    print("ok:", what)


def free_port():
    """Four in a row: the door, both feeds and the metrics."""
    while True:
        port = random.randrange(20000, 32000)
        try:
            for n in range(4):
                with socket.socket() as one:
                    one.bind(("127.0.0.1", port + n))
            return port
        except OSError:
            continue


def connect(kind, key, end, *topics):
    """Sections 1 and 2."""
    s = CONTEXT.socket(kind)
    s.curve_serverkey, s.curve_publickey, s.curve_secretkey = (
        key[k].encode() for k in ("brokerKey", "publicKey", "secretKey"))
    for option, value in ((zmq.IMMEDIATE, 1), (zmq.LINGER, 0), (zmq.SNDTIMEO, 10000), (zmq.HEARTBEAT_IVL, 1000),
                          (zmq.HEARTBEAT_TIMEOUT, 3000), (zmq.HANDSHAKE_IVL, 5000)):
        s.setsockopt(option, value)
    for topic in topics:
        s.subscribe(topic)
    s.connect(key[end])
    return s


class Door:
    """Sections 3 and 13."""

    def __init__(self, key):
        self.socket = connect(zmq.DEALER, key, "door")

    def tell(self, frame, member, value):
        for wait in (1, 2, 4, 8):
            self.socket.send_string(json.dumps(frame))
            end = time.monotonic() + wait
            while self.socket.poll(max(0, round(1000 * (end - time.monotonic())))):
                told = json.loads(self.socket.recv())
                if told.get(member) == value:
                    return told
        raise AssertionError("the door is silent about %s" % list(frame))

    def ask(self, kind, under=None, **members):
        under = under or secrets.token_hex(16)
        told = self.tell({"v": 1, "id": under, "ask": {"type": kind, **members}}, "id", under)
        return told["answer"] if "answer" in told else told["refusal"]


class Picture:
    """Sections 8 and 9: tickets and counters, by the Clone pattern."""
    PHASES = {"TicketCalled": ("Called", "Calling"), "ServiceStarted": ("Serving", "Serving"),
              "ServiceFinished": ("Done", "Idle")}

    def __init__(self, key, door):
        self.door, self.feed = door, connect(zmq.SUB, key, "staff", "records", "beat")
        self.seen, self.lost, self.drop = [], 0, 0
        self.snapshot(self.receive(3))

    def receive(self, wait):
        assert self.feed.poll(round(1000 * wait)), "the feed is stale"
        topic, text = self.feed.recv_multipart()
        return topic.decode(), json.loads(text)

    def snapshot(self, *kept):
        answer = self.door.ask("GetSnapshot")
        kept = list(kept)
        while self.feed.poll(0):
            kept.append(self.receive(0))
        self.epoch, s = answer["epoch"], answer["snapshot"]
        self.sequence = s["sequence"]
        self.tickets, self.counters = ({x["id"]: x for x in s[k]} for k in ("tickets", "counters"))
        for topic, content in kept:
            if content["epoch"] >= self.epoch:
                self.take(topic, content)

    def take(self, topic, content):
        if topic == "records" and self.drop:  # lost on purpose
            self.drop -= 1
            return
        fresh = [r for r in content.get("records", []) if r["sequence"] > self.sequence]
        gap = any(r["sequence"] != self.sequence + 1 + n for n, r in enumerate(fresh))
        if content["epoch"] != self.epoch or gap or content.get("sequence", 0) > self.sequence:
            self.lost += 1
            return self.snapshot((topic, content))
        for record in fresh:
            self.sequence = record["sequence"]
            self.seen.append(record)
            self.apply(record, record["event"])

    def apply(self, record, event):
        kind, stamp = event["type"], {"since": record["at"], "version": record["sequence"]}
        if kind == "TicketTaken":
            self.tickets[event["ticket"]["id"]] = {**event["ticket"], "version": record["sequence"]}
        elif kind == "StaffSignedOn":
            s = event["session"]
            who = {"staff": s["staff"], "staffName": s["name"], "device": s["device"]}
            self.counters[s["counter"]].update(desk="Idle", **who, **stamp)
        elif kind == "TicketJoined":
            self.tickets[event["ticket"]].update(phase="Waiting", paper=event["paper"], **stamp)
        elif kind in self.PHASES:
            phase, desk = self.PHASES[kind]
            self.tickets[event["ticket"]].update(phase=phase, counter=event["counter"], **stamp)
            here = None if kind == "ServiceFinished" else event["ticket"]
            self.counters[event["counter"]].update(desk=desk, ticket=here, **stamp)
        elif kind != "HelpAsked":  # an event we do not know: a new snapshot (section 15)
            self.snapshot()

    def until(self, true, what):
        end = time.monotonic() + 5
        while not true() and time.monotonic() < end:
            self.take(*self.receive(3))
        check(true(), what)


def business(data, enrol):
    own, front = (json.loads(pathlib.Path(p).read_text()) for p in (enrol, data + "/keys/K1.json"))
    check((own["v"], own["name"], own["role"]) == (1, "stranger", "Counter"), "the key file is as told")
    counter, kiosk = Door(own), Door(front)
    check(counter.tell({"v": 1, "ping": 7}, "pong", 7)["v"] == 1, "a ping is answered")
    picture = Picture(own, counter)
    check(kiosk.ask("GetSnapshot") == "NotPermitted", "a kiosk sees no staff picture")
    check(kiosk.ask("TakeTicket", service="cash") == "Malformed", "paper must be there")

    name = secrets.token_hex(16)
    issued = kiosk.ask("TakeTicket", name, service="cash", paper="Pending")
    check(issued["type"] == "TicketIssued", "a ticket is issued")
    check(kiosk.ask("TakeTicket", name, service="cash", paper="Pending") == issued, "once, if asked twice")
    check(counter.ask("SignOff", name) == "DuplicateId", "an id belongs to one device")
    ticket = issued["ticket"]
    check(kiosk.ask("ConfirmTicket", ticket=ticket, paper="Printed")["type"] == "Accepted", "it is printed")
    check(counter.ask("CallNext") == "NotSignedOn", "nobody calls who is not signed on")
    check(counter.ask("SignOn", staff="1006", pin="100600", counter="cash-1")["type"] == "SignedOn", "signed on")
    name = secrets.token_hex(16)
    called = counter.ask("CallNext", name)
    check((called["type"], called["ticket"], called["number"]) == ("Called", ticket, issued["number"]), "called")
    picture.until(lambda: picture.counters["cash-1"]["desk"] == "Calling", "the picture shows the call")
    check(counter.ask("Start", ticket=ticket)["type"] == "Accepted", "started")
    done = counter.ask("Finish", ticket=ticket)["version"]
    picture.until(lambda: picture.sequence >= done, "finished, and the picture shows it")
    check(counter.ask("CallNext", name) == called, "the first answer, also when it is all over")
    check([r["event"]["type"] for r in picture.seen] == [
        "TicketTaken", "TicketJoined", "StaffSignedOn", "TicketCalled", "ServiceStarted",
        "ServiceFinished"] and not picture.lost, "every event once, in order, without a gap")

    def same():
        s = counter.ask("GetSnapshot")["snapshot"]
        return ([*picture.tickets.values()], [*picture.counters.values()]) == (s["tickets"], s["counters"])
    check(same(), "the picture is what a new snapshot says")
    picture.drop = 1  # the first of two is lost: the second betrays it; or a beat, if it comes between
    last = [kiosk.ask("TakeTicket", service="cash", paper="Shown")["ticket"] for _ in range(2)][-1]
    picture.until(lambda: last in picture.tickets and picture.lost == 1, "a lost message is noticed")
    picture.drop = 1  # the last one is lost: only a beat can tell
    version = kiosk.ask("AskHelp")["version"]
    picture.until(lambda: picture.sequence >= version and picture.lost == 2, "also if it was the last")
    check(same(), "the picture is whole again")


def main():
    with tempfile.TemporaryDirectory(prefix="stranger-") as folder:
        port, data = str(free_port()), folder + "/data"
        subprocess.run([BROKER, "demo", "--data", data, "--outlet", OUTLET, "--people", ASSETS + "/demo",
                        "--port", port], check=True, stdout=subprocess.DEVNULL)
        broker = subprocess.Popen([BROKER, "run", "--outlet", OUTLET, "--data", data, "--port", port,
                                   "--speed", "1", "--start-at", "10:00"])
        try:
            enrol = subprocess.run([BROKER, "enrol", "--data", data, "--role", "counter", "--name", "stranger",
                                    "--port", port], check=True, capture_output=True, text=True)
            business(data, enrol.stdout.strip())
        finally:
            broker.send_signal(signal.SIGTERM)
            left = broker.wait(10)
            CONTEXT.destroy(linger=0)
        check(left == 0, "the broker leaves in peace")


if __name__ == "__main__":
    main()

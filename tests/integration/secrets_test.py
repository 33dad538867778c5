#!/usr/bin/python3
"""Card numbers and PINs come in wherever they can, and are nowhere afterwards.

Each way in gets a number of its own, so that one which is found tells how it came there: at the
command door (right, misspelt, of the wrong type, too deep, too large, escaped), in text that staff
type, as a reference, as a person, as the name of a device, in the registers, on the page of metrics
and on usher-ctl's command line. Then everything that goes out or stays is searched, in every form
find_number.py knows: the data directory while the broker runs and afterwards, copies of it, what
the processes print, replies, both feeds, the metrics page, summaries, what processes were given;
and the broker's memory. A number planted in each of these is found.
"""
import http.client
import json
import os
import random
import re
import signal
import subprocess
import sys

from outlet import BIN, SOURCE, Outlet, check, new_id, spell, until

sys.path.insert(0, str(SOURCE / "tests/support"))
import find_number  # noqa: E402  (its folder is known only now)

PREFIXES = [("622202", 16), ("622202", 19), ("411111", 16), ("522222", 16), ("378282", 15),
            ("422222", 13), ("222300", 16)]

BARE = "nothing but the card"
KEPT = "480015162342"  # twelve digits that are no card's: they stay in the broker's memory

# With so many numbers, eight digits of one would turn up by chance.
find_number.PART = 11


class Secrets:
    """Numbers nobody has, each known by the way it came in."""

    def __init__(self, seed):
        self.chance = random.Random(seed)
        self.ways = {}

    def pan(self, way):
        prefix, length = PREFIXES[len(self.ways) % len(PREFIXES)]
        body = prefix + self._digits(length - len(prefix) - 1)
        doubled = sum(sum(divmod(2 * int(d), 10)) for d in body[::-2])
        return self._keep(way, body + str(-(doubled + sum(map(int, body[-2::-2]))) % 10))

    def pin(self, way):
        return self._keep(way, self._digits(12))

    def _digits(self, count):
        while True:
            digits = "".join(self.chance.choice("0123456789") for _ in range(count))
            if len(set(digits[-8:])) > 3:
                return digits

    def _keep(self, way, digits):
        assert way not in self.ways and digits not in self.ways.values()
        self.ways[way] = digits
        return digits


class Outside:
    """Everything the broker says to anybody, kept to be searched."""

    def __init__(self, outlet):
        self.outlet = outlet
        self.said = {}
        self.feeds = {"staff feed": outlet.feed("L2", "staff", ""),
                      "public feed": outlet.feed("H1", "board", "")}

    def keep(self, what, text):
        data = text if isinstance(text, bytes) else text.encode()
        self.said[what] = self.said.get(what, b"") + data + b"\n"

    def listen(self):
        for name, feed in self.feeds.items():
            while feed.socket.poll(0):
                self.keep(name, b" ".join(feed.socket.recv_multipart()))

    def page(self, path):
        line = http.client.HTTPConnection("127.0.0.1", self.outlet.port + 3, timeout=60)
        line.request("GET", path, headers={"X-Card": path})
        answer = line.getresponse()
        self.keep("http", answer.read() + str(answer.getheaders()).encode())

    def run(self, *words, **more):
        """A tool, and what it prints."""
        done = subprocess.run([str(word) for word in words], capture_output=True, text=True,
                              timeout=60, **more)
        self.keep("tools", done.stdout + done.stderr)
        return done

    def ctl(self, *words):
        return self.run(BIN / "usher-ctl", "--data", self.outlet.data, *words)


class Way:
    """A device that asks, and keeps what it hears."""

    def __init__(self, outside, name):
        self.outside = outside
        self.device = outside.outlet.device(name)

    def raw(self, frame, id=None):
        self.device.send(frame)
        told = self.device.hear(id) if id else self.device.ping(random.getrandbits(32))
        self.outside.keep("replies", json.dumps(told))
        return told

    def ask(self, kind, **members):
        told = self.device.ask(kind, **members)
        self.outside.keep("replies", json.dumps(told))
        return told


def registers(outlet, outside, secrets):
    """Cards and staff from files: good ones, and each line of the bad ones wrong in its own way."""
    def import_file(verb, text, *words):
        file = outlet.dir / "register.csv"
        file.write_text(text)
        done = outside.run(BIN / "usher-broker", verb, "--data", outlet.data, *words, file)
        file.unlink()
        return done
    head = "card,tier,valid_from,valid_to,client_manager\n"
    good = [secrets.pan(f"imported card {n}") for n in range(3)]
    cards = head + "".join(f"{number},vip,2020-01-01,2099-12-31,3002\n" for number in good)
    check(import_file("import-cards", cards, "--outlet", outlet.toml).returncode == 0, "good cards")
    broken = secrets.pan("card in a bad line")
    bad = [f"{broken[:-1]}{(int(broken[-1]) + 1) % 10},vip,,,",
           f'"{secrets.pan("card in an open quote")},vip,,,',
           f"{secrets.pan('card with too few columns')},vip",
           f"{secrets.pan('card of no tier')},{secrets.pan('card as tier')},,,",
           f"{secrets.pan('card on no day')},vip,{secrets.pan('card as a day')},,",
           f"{secrets.pan('card of a manager')},vip,,,{secrets.pan('card as manager')}",
           f"{secrets.pan('twice')},vip,,,", f"{secrets.ways['twice']},vip,,,"]
    for text in (head + "\n".join(bad), head.replace("card", secrets.pan("card as a heading"), 1)):
        check(import_file("import-cards", text, "--outlet", outlet.toml).returncode == 2, text)
    head = "id,name,role,pin\n"
    people = (head + f"2001,Lobby,lobby-manager,{secrets.pin('a PIN')}\n"
              f"1009,Teller,teller,{secrets.pin('the teller`s PIN')}\n")
    check(import_file("import-staff", people).returncode == 0, "good staff")
    for line in (f"7,Some,teller,{secrets.pin('a PIN in a bad line')}x",
                 f"7,Some,{secrets.pin('a PIN as role')},123456",
                 f"7,{secrets.pan('card as somebody`s name')},teller,123456",
                 f"{secrets.pan('card as somebody`s number')},Some,teller,123456"):
        check(import_file("import-staff", head + line).returncode == 2, line)


def the_door(outside, secrets):
    """IdentifyCard and SignOn, as they should be and as they should not."""
    kiosk, lobby = Way(outside, "K1"), Way(outside, "L1")
    check(kiosk.ask("ReportDevice", part="self", up=True, detail=KEPT)["type"] == "Accepted", "")
    check(kiosk.ask("IdentifyCard", card=secrets.ways["imported card 0"])["type"] == "Greeting", "")
    told = kiosk.ask("IdentifyCard", card=secrets.pan("card nobody knows"))
    told = kiosk.ask("TakeTicket", service="cash", recognition=told["recognition"], paper="Shown")
    check(told["type"] == "TicketIssued", f"{told}")

    def wrong(way, **members):
        id = new_id()
        return kiosk.raw(spell(id, "IdentifyCard", **members), id)
    track = secrets.pan("track 1")
    wrong("track 1", card=f"%B{track}^CHEN/MEI^2512101{'0' * 20}?")
    wrong("track 2", card=f";{secrets.pan('track 2')}=25121010000000000?")
    wrong("a number", card=int(secrets.pan("card as a number")))
    wrong("another member", pan=secrets.pan("card under another name"))
    wrong("one more", card="x", track=secrets.pan("card beside the card"))
    wrong("a list", card=[secrets.pan("card in a list")])
    wrong("long", card=secrets.pan("card and much more") + "x" * 30000)
    id = new_id()
    kiosk.raw(spell(id, "IdentfyCard", card=secrets.pan("misspelt command")), id)
    id = new_id()
    kiosk.raw(spell(id, "GetBoard", card=secrets.pan("card with a question")), id)
    number = secrets.pan("too deep")
    kiosk.raw('{"v":1,"id":"%s","ask":{"type":"IdentifyCard","card":%s"%s"%s}}'
              % (new_id(), "[" * 30, number, "]" * 30))
    kiosk.raw('{"v":1,"card":"%s"' % secrets.pan("no JSON"))
    kiosk.raw('{"v":2,"id":"%s","ask":{"card":"%s"}}' % (new_id(), secrets.pan("another version")))
    kiosk.raw(secrets.pan(BARE))
    number = secrets.pan("escaped")
    id = new_id()
    kiosk.raw('{"v":1,"id":"%s","ask":{"type":"IdentifyCard","card":"\\u00%x%s"}}'
              % (id, ord(number[0]), number[1:]), id)
    Way(outside, "H1").ask("IdentifyCard", card=secrets.pan("from a display"))

    check(lobby.ask("SignOn", staff="2001", pin=secrets.pin("wrong PIN"), counter=None)
          == "WrongPin", "a wrong PIN")
    check(lobby.ask("SignOn", staff=secrets.pan("card as who I am"),
                    pin=secrets.pin("PIN of nobody"), counter=None) == "WrongPin", "nobody")
    kiosk.ask("SignOn", staff="2001", pin=secrets.pin("PIN at a kiosk"))
    id = new_id()
    lobby.raw(spell(id, "SignOn", staff=2001, pin=int("1" + secrets.pin("PIN as a number"))), id)
    check(lobby.ask("SignOn", staff="2001", pin=secrets.ways["a PIN"], counter=None)["type"]
          == "SignedOn", "the lobby manager")
    return kiosk, lobby


def what_people_type(outside, secrets, kiosk, lobby):
    """A card number where text, a reference or a name belongs."""
    taken = kiosk.ask("TakeTicket", service="cash", paper="Shown")["ticket"]

    def typed(answer, kind, **members):
        told = lobby.ask(kind, **members)
        check((told if isinstance(told, str) else told["type"]) == answer, f"{kind}: {told}")
    number = secrets.pan("card in a reason, in fours")
    fours = " ".join(number[at:at + 4] for at in range(0, len(number), 4))
    typed("Accepted", "Promote", ticket=taken, reason=f"has {fours}, gold")
    wide = "".join(chr(0xff10 + int(d)) for d in secrets.pan("card in a reason, full-width"))
    typed("Accepted", "Redirect", ticket=taken, place={}, reason=wide)
    typed("Accepted", "CloseCounter", counter="low-2", reason=secrets.pan("card as a reason"))
    typed("Accepted", "ReportDevice", part="printer", detail=secrets.pan("card as a detail"))
    typed("Accepted", "ReportDevice", part=secrets.pan("card as a part"), detail="")
    at = 4102444800000
    typed("UnknownAppointment", "BookAppointment", at=at, service="cash",
          reference=secrets.pan("card as a reference"))
    typed("UnknownAppointment", "CancelAppointment", reference=secrets.pan("card to be cancelled"))
    told = kiosk.ask("TakeTicket", service="cash", paper="Shown",
                     appointment=secrets.pan("card as booking"))
    check(told == "UnknownAppointment", f"{told}")
    told = kiosk.ask("TakeTicket", service=secrets.pan("card as service"), paper="Shown")
    check(told == "UnknownService", f"{told}")
    kiosk.ask("TakeTicket", service="cash", paper="Shown",
              recognition=secrets.pan("card as a token"))
    typed("UnknownCounter", "CloseCounter", counter=secrets.pan("card as counter"), reason="x")
    typed("Accepted", "CancelTicket", ticket=taken,
          reason=";" + secrets.pan("track in a reason") + "=25121010000000?")
    text = outside.outlet.run_tool("verify").stdout
    check("clean" in text, text)
    journal = subprocess.run(["sqlite3", "-readonly", outside.outlet.data / "journal.db",
                              "SELECT body FROM events"], capture_output=True, text=True).stdout
    check("has **** **** **** **" in journal, "what was typed around a number is kept")


def tools(outlet, outside, secrets):
    """On command lines and web addresses: what is typed there is echoed nowhere."""
    outside.page("/" + secrets.pan("card as a page"))
    outside.page("/metrics?card=" + secrets.pan("card as a question to a page"))
    outside.page("/metrics")
    outside.page("/health")
    check(outside.run(BIN / "usher-broker", "enrol", "--data", outlet.data, "--role", "kiosk",
                      "--name", secrets.pan("card as a device")).returncode == 2, "enrolled")
    outside.ctl("send", "IdentifyCard", "card=" + secrets.pan("card sent by ctl"))
    outside.ctl("send", "IdentifyCard", secrets.pan("card as a word of ctl"))
    outside.ctl("send", "SignOn", "staff=2001", "pin=" + secrets.pin("PIN sent by ctl"))
    outside.ctl("send", "Promote", "ticket=1", "reason=" + secrets.pan("reason by ctl"))
    outside.ctl("--json", "status")
    outside.ctl("status")
    outside.ctl("why", "A001")
    outside.ctl("--json", "why", "A001")
    outside.run(BIN / "usher-broker", "devices", "--data", outlet.data)
    outside.run(BIN / "usher-broker", "backup", "--data", outlet.data, outlet.data / "copy.db")


def search(secrets, places):
    """{way in: where it was found} of every number, in every file and every word."""
    found = {}
    for way, digits in secrets.ways.items():
        seeker = find_number.Seeker(digits)
        for place, data in places.items():
            for finding in seeker.search(data):
                found.setdefault(way, []).append(f"{place}, {finding}")
    return found


def files(folder):
    return {str(path.relative_to(folder)): path.read_bytes() + b"\n" + os.fsencode(path.name)
            for path in sorted(folder.rglob("*")) if path.is_file()}


def given(broker):
    """What the process was given and may leave behind."""
    home = f"/proc/{broker.popen.pid}"
    limits = open(f"{home}/limits").read()
    check(re.search(r"^Max core file size\s+0\s+0", limits, re.M), "a crash would write a core")
    return {what: open(f"{home}/{what}", "rb").read() for what in ("cmdline", "environ")}


def memory(broker):
    """{region: its bytes} of what the process may write to; nothing if that may not be read.

    It stands still meanwhile: memory that is given back under the reader's eyes is no answer.
    """
    pid, regions = broker.popen.pid, {}
    os.kill(pid, signal.SIGSTOP)
    try:
        os.waitid(os.P_PID, pid, os.WSTOPPED)
        with open(f"/proc/{pid}/mem", "rb", 0) as mem:
            for line in open(f"/proc/{pid}/maps"):
                spot, mode, *rest = line.split(None, 5)
                if mode.startswith("rw"):
                    begin, end = (int(part, 16) for part in spot.split("-"))
                    name = f"{rest[3].strip() if len(rest) > 3 else 'anonymous'} {spot}"
                    regions[name] = whole(mem, begin, end)
    except PermissionError:
        return None
    finally:
        os.kill(pid, signal.SIGCONT)
    return regions


def whole(mem, begin, end):
    """Every byte there: one read may end at any page."""
    mem.seek(begin)
    data = b""
    while begin + len(data) < end:
        more = mem.read(end - begin - len(data))
        check(more, f"memory ends at {begin + len(data):x}")
        data += more
    return data


def forgotten(broker, secrets, kiosk, when):
    """What the broker's memory still holds of a secret once its work is done.

    Ours is the loop's [stack] and [heap], and whatever is no frame as it came. libzmq decrypts each
    frame into memory that it gives back as it is, on a thread of its own: the last few can be
    there, quotes and all. What somebody asked the page of metrics is no secret of ours.
    """
    known = secrets.pan(f"card nobody knows, {when}")
    check(kiosk.ask("IdentifyCard", card=known)["type"] == "Greeting", "")
    kiosk.raw(json.dumps({"v": 1, "ping": 7}))
    regions = memory(broker)
    if regions is None:
        return "memory: SKIPPED, not to be read here"
    check(any("[heap]" in name for name in regions) and any("[stack]" in n for n in regions), "")
    strayed = 0
    for way, digits in secrets.ways.items():
        for name, data in regions.items():
            for hit in re.finditer(digits.encode(), data):
                around = data[hit.start() - 4:hit.end() + 1]
                frame = b'"' in around or b": " in around or way == BARE
                check(frame and not name.startswith(("[heap]", "[stack]")) or "a page" in way,
                      f"{way} is in memory at {name}: {data[hit.start() - 40:hit.end() + 9]}")
                strayed += 1
    check(any(KEPT.encode() in data for name, data in regions.items() if "[heap]" in name),
          "the search does not even see what the broker is to remember")
    size = sum(map(len, regions.values())) >> 20
    return f"memory {when}, {size} MiB: none of ours, {strayed} in libzmq's freed frames"


def judge(secrets, places):
    found = search(secrets, places)
    check(not found, "\n".join(f"{way}: {where}" for way, where in found.items()))
    # Would it have been found? In each of these places it is, once it is there.
    way, digits = next(iter(secrets.ways.items()))
    one = Secrets(0)
    one.ways = {way: digits}
    for place, data in places.items():
        half = len(data) // 2
        planted = {place: data[:half] + digits.encode() + data[half:]}
        check(search(one, planted), f"a number planted in {place} is not found")


def main():
    seed = random.SystemRandom().getrandbits(32) if len(sys.argv) < 2 else int(sys.argv[1])
    print(f"seed {seed}", flush=True)
    secrets = Secrets(seed)
    with Outlet() as outlet:
        outside = Outside(outlet)
        registers(outlet, outside, secrets)
        broker = outlet.start("--speed", "1.001", "--start-at", "10:00")
        kiosk, lobby = the_door(outside, secrets)
        said = [forgotten(broker, secrets, kiosk, "after the door")]
        what_people_type(outside, secrets, kiosk, lobby)
        tools(outlet, outside, secrets)
        said.append(forgotten(broker, secrets, kiosk, "in the end"))
        until(lambda: outside.listen() or len(outside.said) == 5, "replies, feeds, pages, tools")
        living = {f"{name}, running": data for name, data in files(outlet.data).items()}
        places = {**living, **given(broker), **outside.said}
        outlet.stop()
        outside.run(BIN / "usher-broker", "summary", "--data", outlet.data)
        places.update(files(outlet.data), log=broker.text().encode(), tools=outside.said["tools"])
        judge(secrets, places)
    size = sum(map(len, places.values())) >> 10
    print(f"{len(secrets.ways)} secrets, each by a way of its own; {len(places)} places, "
          f"{size} KiB: none of them anywhere, and each planted one found", *said, sep="\n")


if __name__ == "__main__":
    main()

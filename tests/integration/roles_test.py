#!/usr/bin/python3
"""Every command of the protocol under every role, and everybody who has no business here.

What is marked in the table is never refused NotPermitted (a refusal by the rules is fine), and what
is not marked always is. Strangers, revoked keys and sockets without CURVE hear nothing at the door
and on both feeds; a kiosk's or a hall's key hears nothing on the staff feed.
"""
import json

import zmq

from outlet import SOURCE, Line, Outlet, bound, check, new_id, play, spell, until

ROLES = ["kiosk", "counter", "lobby", "hall", "head-office", "admin"]

# Our own copy of who may ask what; docs/protocol.md must say the same.
TABLE = """
IdentifyCard    x . x . . .
ListServices    x . x . . x
TakeTicket      x . x . . x
ConfirmTicket   x . x . . x
CancelTicket    x . x . . x
AskHelp         x . . . . .
SignOn          . x x . . .
SignOff         . x x . . .
PauseCounter    . x . . . .
ResumeCounter   . x . . . .
CallNext        . x . . . .
Recall          . x . . . .
Start           . x . . . .
Finish          . x x . . x
NoShow          . x . . . .
Hold            . x . . . .
Transfer        . x . . . .
ResumeTicket    . x x . . x
Redirect        . . x . . x
Promote         . . x . . x
OpenCounter     . . x . . x
CloseCounter    . . x . . x
ReportMachine   . . x . . x
OverrideProfile . . x . . x
EndOverride     . . x . . x
BookAppointment . . x . x x
CancelAppointment . . x . x x
ReportDevice    x x x x . .
Undo            . x x . . x
GetSnapshot     . x x . x x
GetBoard        x x x x x x
WhatIf          . . x . x x
"""

STAFF = {"counter": {"staff": "1001", "pin": "100100", "counter": "low-1"},
         "lobby": {"staff": "2001", "pin": "200100", "counter": None}}
STRANGER = {"staff": "1001", "pin": "100100", "counter": "low-1"}


def allowed():
    rows = (line.split() for line in TABLE.split("\n") if line)
    return {(row[0], role): mark == "x" for row in rows for role, mark in zip(ROLES, row[1:])}


def members(command, role, ticket):
    """Well-formed members, so that nothing but the role or the rules can refuse."""
    place = {"zone": None, "counter": None}
    return {
        "IdentifyCard": {"card": "6200000000000005"},
        "TakeTicket": {"service": "cash", "paper": "Shown"},
        "ConfirmTicket": {"ticket": ticket, "paper": "Printed"},
        "SignOn": STAFF.get(role, STRANGER),
        "PauseCounter": {"reason": "rest"},
        "CallNext": {"standBy": False},
        "Transfer": {"ticket": ticket, "service": None, "place": place, "reason": "elsewhere"},
        "Redirect": {"ticket": ticket, "place": place, "reason": "elsewhere"},
        "Promote": {"ticket": ticket, "reason": "asked for"},
        "OpenCounter": {"counter": "low-1"},
        "CloseCounter": {"counter": "low-1"},
        "ReportMachine": {"counter": "low-1", "state": "Ready"},
        "OverrideProfile": {"counter": "low-1", "takes": [{"services": ["wealth"]}],
                            "minutes": 5, "reason": "busy"},
        "EndOverride": {"counter": "low-1"},
        "BookAppointment": {"reference": "R1", "at": 1795489200000, "service": "cash"},
        "CancelAppointment": {"reference": "R1"},
        "ReportDevice": {"part": "self", "up": True},
        "WhatIf": {"changes": [{"arrivals": 200}]},
    }.get(command, {"ticket": ticket} if command in
          ("CancelTicket", "Start", "Finish", "NoShow", "Hold", "ResumeTicket") else {})


def every_command(outlet, devices):
    """Every command under every role, before and after somebody signed on"""
    may = allowed()
    ticket = devices["admin"].ask("TakeTicket", service="cash", paper="Shown")["ticket"]
    tried = 0
    for passage in (1, 2):
        for (command, role), good in may.items():
            told = devices[role].ask(command, **members(command, role, ticket))
            refused = told == "NotPermitted"
            check(refused != good, f"pass {passage}: {command} from {role}: {told}")
            check(told != "Malformed", f"{command} was not well-formed: {told}")
            tried += 1
        for role, who in STAFF.items():
            check(devices[role].ask("SignOn", **who)["type"] == "SignedOn", f"{role} signs on")
    for inside in ("CardLookedUp", "PinChecked", "AdoptSetup"):
        for role, device in devices.items():
            told = device.ask(inside)
            check(told in ("Malformed", "NotPermitted"), f"{inside} from {role}: {told}")
    return f"{tried} tried"


def the_document():
    """The table of docs/protocol.md says the same"""
    page = SOURCE / "docs/protocol.md"
    if not page.exists():
        return "there is no such page yet"
    found = {}
    for line in page.read_text().splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        name = cells[0].strip("`")
        if len(cells) == 7 and cells[0].startswith("`") and (name, "kiosk") in allowed():
            found.update({(name, role): mark == "x" for role, mark in zip(ROLES, cells[1:])})
    check(found == allowed(), f"differs: {set(found.items()) ^ set(allowed().items())}")
    return f"{len(found)} cells"


def try_everything(outlet, key, doors=("door", "staff", "board")):
    """Who is not let in sees the handshake fail, and has heard nothing."""
    for where in doors:
        line = Line(outlet, zmq.DEALER if where == "door" else zmq.SUB, outlet.key("ctl")[where], key)
        if where == "door":
            line.socket.connect(line.endpoint)
            line.socket.send(spell(new_id(), "GetBoard").encode())
        else:
            line.socket.subscribe(b"")
            line.socket.connect(line.endpoint)
        line.wait_denied()
        check(line.silent(), f"it heard something at {where}")
        line.close()


def strangers(outlet, devices):
    """An unknown key, a wrong broker key and no CURVE at all get nothing anywhere"""
    public, secret = (half.decode() for half in zmq.curve_keypair())
    broker = outlet.key("ctl")["brokerKey"]
    try_everything(outlet, {"brokerKey": broker, "publicKey": public, "secretKey": secret})
    try_everything(outlet, None)
    before = outlet.key("kiosk")
    try_everything(outlet, {**before, "brokerKey": public})
    # A key that is enrolled, without the secret that belongs to it.
    try_everything(outlet, {**before, "secretKey": secret})
    check(devices["kiosk"].ask("GetBoard")["type"] == "Board", "the honest are still served")


def wrong_feed(outlet, devices):
    """A kiosk's or a hall's key hears nothing on the staff feed, and hears the public one"""
    boards = [outlet.feed(role, "board", "board") for role in ROLES]
    beats = [outlet.feed(role, "staff", "beat")
             for role in ("counter", "lobby", "head-office", "admin")]
    for role in ("kiosk", "hall"):
        try_everything(outlet, outlet.key(role), ("staff",))
    for board in boards:
        check(board.next()[1]["outlet"]["en"] == "Galaxy Branch", "a board")
    for beat in beats:
        check(beat.next()[1]["healthy"], "a beat")


def revoked(outlet, devices):
    """A key revoked while connected is not answered and not told anything any more"""
    outlet.enrol("gone", "lobby")
    gone, feed = outlet.device("gone"), outlet.feed("gone", "staff", "records", "beat")
    board = outlet.feed("gone", "board", "board")
    honest = outlet.feed("admin", "staff", "records", "beat")
    check(gone.ask("GetBoard")["type"] == "Board", "answered as long as it is enrolled")
    for one in (feed, board, honest):
        one.next()
    key = outlet.key("gone")
    outlet.tool("revoke", "--name", "gone")

    def noticed():
        gone.send(json.dumps({"v": 1, "ping": 99}))
        return outlet.metrics()["usher_door_strangers_total"] > 0
    until(noticed, "the broker to heed the revocation")
    feed.wait_denied()
    board.wait_denied()
    for one in (gone, feed, board, honest):
        one.drain()
    honest.until(lambda topic, said: topic == "beat", "the feed to be back for the others")
    wish = new_id()
    gone.send(spell(wish, "TakeTicket", service="cash", paper="Shown"))
    gone.send(spell(new_id(), "GetSnapshot"))
    # An honest command after it, and the record of that: by now the other would have come, too.
    before = outlet.metrics()["usher_door_strangers_total"]
    mine = new_id()
    devices["admin"].ask("TakeTicket", id=mine, service="cash", paper="Shown")
    honest.until(lambda topic, said: topic == "records" and
                 any(record["cause"] == mine for record in said["records"]), "the honest record")
    honest.until(lambda topic, said: topic == "beat", "another beat")
    honest.until(lambda topic, said: topic == "beat", "and one more")
    check(outlet.metrics()["usher_door_strangers_total"] >= before, "counted")
    check(gone.silent() and feed.silent() and board.silent(), "the revoked one heard something")
    picture = devices["admin"].ask("GetSnapshot")["snapshot"]
    check(all(one["device"] != "gone" for one in picture["tickets"]), "its wish was not granted")
    try_everything(outlet, key)


def main():
    with Outlet() as outlet:
        for role in ROLES:
            outlet.enrol(role, role)
        outlet.start("--speed", "1.001", "--start-at", "10:00")
        devices = {role: outlet.device(role) for role in ROLES}
        scenes = (every_command, strangers, wrong_feed, revoked)
        play(the_document, *(bound(scene, outlet, devices) for scene in scenes))
        check(outlet.broker.alive(), outlet.broker.text())
        outlet.stop()
        print(outlet.tool("verify").strip())


if __name__ == "__main__":
    main()

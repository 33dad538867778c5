#!/usr/bin/python3
"""What the line did is told in a sentence, and what would leave a service without a counter named.

An appointment is kept, a window taken over by a person, a machine fails: `usher-ctl why` tells of
the calls, of who went before and of who still waits, in words and as JSON; what staff do beyond the
rule is counted apart; `usher-broker check --explain` prints the rule for the wall.
"""
import json
import subprocess

from outlet import BIN, GALAXY, Outlet, bound, check, play


def ctl(outlet, *words):
    told = subprocess.run([BIN / "usher-ctl", "--data", outlet.data, *words],
                          capture_output=True, text=True, timeout=60)
    return told.stdout, told.stderr, told.returncode


def why(outlet, number):
    return json.loads(ctl(outlet, "--json", "why", number)[0])


def sign_on(outlet, device, staff, pin, counter):
    told = outlet.device(device)
    answer = told.ask("SignOn", staff=staff, pin=pin, counter=counter)
    check(answer["type"] == "SignedOn", f"{staff} signs on: {answer}")
    return told


def calls(outlet):
    """A kept appointment goes before who came earlier, and why says so"""
    desk = sign_on(outlet, "W3", "1003", "100300", "low-1")
    kiosk, admin = outlet.device("K1"), outlet.device("ctl")
    now = admin.ask("GetBoard")["now"]
    check(admin.ask("BookAppointment", reference="R1", at=now + 300_000, service="wealth",
                    tier=None)["type"] == "Accepted", "booked")
    first = kiosk.ask("TakeTicket", service="wealth", paper="Shown")["number"]
    second = kiosk.ask("TakeTicket", service="", paper="Shown", appointment="R1")["number"]
    check(kiosk.ask("TakeTicket", service="", paper="Shown", appointment="R1") ==
          "AppointmentUsed", "used up")
    called = desk.ask("CallNext")
    check(called["number"] == second, f"{called}")
    story = why(outlet, second)["calls"][0]
    check(story["rule"] == "HeadStart" and story["head_start_for"] == "appointment", f"{story}")
    check(story["head_start_s"] == 1200 and story["eligible"] == [second, first], f"{story}")
    check([one["number"] for one in story["passed"]] == [first], f"{story}")
    check("a kept appointment's" in story["en"] and "按时赴约" in story["zh"], f"{story}")
    check(story["kept_free_for"] is None and not story["degraded"], f"{story}")
    waits = why(outlet, first)["stand"]
    check(waits["phase"] == "Waiting" and waits["ahead"] == 0, f"{waits}")
    check(waits["counters_now"] == [3] and waits["counters_kept"] == [], f"{waits}")
    before = why(outlet, first.lower())["went_before"]
    check([one["number"] for one in before["calls"]] == [second], f"{before}")
    check(before["calls"][0]["head_start_for"] == "appointment", f"{before}")
    text = ctl(outlet, "why", second)[0]
    check(story["en"] in text and story["zh"] in text, text)
    only = ctl(outlet, "why", second, "--lang", "en")[0]
    check(story["en"] in only and story["zh"] not in only, only)
    return story["en"]


def ahead(outlet):
    """Only who can be called first where one may be called oneself is ahead"""
    sign_on(outlet, "W1", "1001", "100100", "vip-counter")
    sign_on(outlet, "W9", "1009", "100900", "cash-4")
    kiosk = outlet.device("K1")
    kiosk.ask("TakeTicket", service="opening", paper="Shown")  # the VIP counter's too, but later
    number = kiosk.ask("TakeTicket", service="pension", paper="Shown")["number"]
    waits = why(outlet, number)["stand"]
    check(waits["ahead"] == 0 and waits["counters_now"] == [9], f"{waits}")
    check([one["counter"] for one in waits["counters_later"]] == [1], f"{waits}")


def machines(outlet):
    """A machine that fails gives its customer back, and the kiosk offers it no more"""
    kiosk, admin = outlet.device("K1"), outlet.device("ctl")

    def offered():
        offers = kiosk.ask("ListServices")["offers"]
        return next(one for one in offers if one["service"] == "transfer")
    before = [one["machine"] for one in offered()["alternatives"]]
    check(before == ["terminal-1", "terminal-2"], f"{before}")
    issued = kiosk.ask("TakeTicket", service="transfer", paper="Shown", machine="terminal-1")
    check(issued["wait"]["surely"] == 0, f"{issued}")
    check(why(outlet, issued["number"])["stand"]["machine"] == 23, "stands at the machine")
    check(offered()["machine"] == "terminal-2", f"{offered()}")
    for machine in ("terminal-1", "terminal-2"):
        admin.ask("ReportMachine", counter=machine, state="Down", detail="no power")
    check(offered()["alternatives"] == [] and offered()["machine"] is None, f"{offered()}")
    back = why(outlet, issued["number"])["stand"]
    check(back["machine"] is None and back["phase"] == "Waiting", f"{back}")


def overrides(outlet):
    """An override that would leave a service without a counter is refused, and the service named"""
    takes = json.dumps([{"services": ["wealth"]}])
    told, said, code = ctl(outlet, "send", "OverrideProfile", "counter=low-1", f"takes={takes}",
                           "minutes=10", "reason=busy")
    check("ServiceUncovered" in told and "would be left without a counter" in said, told + said)
    check(code == 1, f"{code}")
    for words, more in ((["takes=[]", "minutes=10"], "takes is empty"),
                        ([f"takes={takes}", "minutes=0"], "minutes is 0"),
                        ([f"takes={takes}", "minutes=9999"], "minutes is 9999; write 1 to 1440"),
                        (['takes=[{"after":2700000}]', "minutes=10"], "takes[0].after")):
        told, said, code = ctl(outlet, "send", "OverrideProfile", "counter=low-1", "reason=busy",
                               *words)
        check("Malformed" in told and more in said and code == 1, told + said)
    takes = json.dumps([{"services": []}])
    told, said, code = ctl(outlet, "send", "OverrideProfile", "counter=low-1", f"takes={takes}",
                           "minutes=10", "reason=busy")
    check(code == 0 and "Accepted" in told, told + said)
    picture = outlet.device("ctl").ask("GetSnapshot")["snapshot"]
    low = next(one for one in picture["counters"] if one["id"] == "low-1")
    check(low["profile"]["reason"] == "busy" and low["profile"]["staff"] is None, f"{low}")
    check("takes other things" in ctl(outlet, "status")[0], "status says so")
    check(ctl(outlet, "send", "EndOverride", "counter=low-1")[2] == 0, "ended")


def promotions(outlet):
    """Whom staff move forward may pass anybody: said with name and reason, and counted apart"""
    desk = sign_on(outlet, "W6", "1006", "100600", "cash-1")
    lobby, kiosk = outlet.device("L1"), outlet.device("K1")
    lobby.ask("SignOn", staff="2001", pin="200100")
    first = kiosk.ask("TakeTicket", service="fx", paper="Shown")
    moved = kiosk.ask("TakeTicket", service="fx", paper="Shown")
    check(lobby.ask("Promote", ticket=moved["ticket"], reason="unwell")["type"] == "Accepted", "")
    called = desk.ask("CallNext", standBy=False)
    check(called["number"] == moved["number"], f"{called}")
    before = why(outlet, first["number"])["went_before"]
    check(before["calls"][0]["promoted_by"].endswith("(2001): unwell"), f"{before}")
    check("unwell" in before["zh"] and "moved forward by 30 min" in before["en"], f"{before}")
    check("called after staff promoted them: 1;" in ctl(outlet, "status")[0], "status shows it")
    summary = json.loads(outlet.tool("summary"))
    check(summary["promoted_calls"] == 1 and summary["worst_promoted_s"] >= 0, f"{summary}")
    check(outlet.metrics()["usher_promoted_calls"] == 1, "the metrics show it")


def wall(outlet):
    """The rule is printed in both languages, as this outlet has it"""
    told = subprocess.run([BIN / "usher-broker", "check", "--explain", GALAXY],
                          capture_output=True, text=True, timeout=60).stdout
    for line in ("Our promise: nobody who comes more than 30 minutes after you",
                 "我们保证：比您晚到超过 30 分钟的客户", "counts as 20 min earlier",
                 "视同提前 15 分钟"):
        check(line in told, f"{line} is not in:\n{told}")


def main():
    with Outlet() as outlet:
        outlet.start("--start-at", "10:00")
        play(*(bound(scene, outlet) for scene in (calls, ahead, machines, overrides, promotions, wall)))
        outlet.stop()
        print(outlet.tool("verify").strip())


if __name__ == "__main__":
    main()

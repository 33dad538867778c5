#!/usr/bin/python3
"""What happens to an outlet at eight in the morning: a register saved by the wrong program, a copy
written over the wrong file, the other outlet's file, a counter's computer that is dead.

Nothing of it loses anything, and everything refused says what to do.
"""
import os
import shutil
import sqlite3
import subprocess
import time

from outlet import BIN, GALAXY, PEOPLE, SOURCE, Outlet, bound, check, play, until

TELLER = {"staff": "1009", "pin": "100900", "counter": "cash-4"}


NOBODY = 65534


def refused(done, *words):
    check(done.returncode != 0, f"it was done: {done.stdout}")
    for word in words:
        check(word in done.stderr, f"no {word!r} in: {done.stderr}")


def unstarted(outlet, *words):
    check(outlet.launch().wait() == 1, f"it started: {outlet.broker.text()}")
    for word in words:
        check(str(word) in outlet.broker.text(), f"no {word!r} in: {outlet.broker.text()}")


def journal(outlet, *sql):
    database = sqlite3.connect(outlet.data / "journal.db")
    for line in sql:
        database.execute(line)
    database.commit()
    database.close()


def by_nobody(outlet, verb, *words):
    """What the tool answers somebody without rights; of this test's own rights, if it has no more."""
    who = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
    return subprocess.run([BIN / "usher-broker", verb, *map(str, words)], capture_output=True,
                          text=True, timeout=60, cwd=outlet.dir, **who)


def registers(outlet):
    """A register of another encoding, or with nobody in it, is refused by its line"""
    text = (PEOPLE / "staff.csv").read_text()
    strange = outlet.dir / "staff.csv"
    strange.write_bytes(text.encode("gbk"))
    refused(outlet.run_tool("import-staff", strange), "staff.csv:", "UTF-8")
    strange.write_text(text.splitlines()[0] + "\n1001,a\x1b[2Jb,teller,100100\n")
    refused(outlet.run_tool("import-staff", strange), "staff.csv:2:")
    strange.write_text(text.splitlines()[0] + "\n")
    refused(outlet.run_tool("import-staff", strange), "nobody")


def dropped_service(outlet):
    """A service that people wait for is not taken away in silence"""
    outlet.start("--start-at", "10:00")
    outlet.device("K1").ask("TakeTicket", service="fx", paper="Shown")
    outlet.stop()
    usual, outlet.toml = outlet.toml, outlet.dir / "without.toml"
    outlet.toml.write_text(usual.read_text().replace('"fx"', '"abroad"'))
    outlet.start("--start-at", "10:00")
    outlet.broker.wait_line("their tickets end now")
    outlet.stop()
    outlet.toml = usual


def older_register(outlet):
    """What an older version took in that is no text is not spoken of, and the journal reads back"""
    vault = sqlite3.connect(outlet.data / "vault.db")
    vault.execute("UPDATE staff SET name = CAST(x'd5c5' AS TEXT) WHERE id = '1009'")
    vault.commit()
    vault.close()
    outlet.start("--start-at", "10:00")
    told = outlet.device("W9").ask("SignOn", **TELLER)
    check(told["name"] == "1009", f"{told}")
    outlet.stop()
    outlet.tool("verify")


def copies(outlet):
    """A copy is written over nothing but a copy, and nowhere into the outlet's own directory"""
    outlet.start("--start-at", "10:00")
    before = (outlet.data / "vault.key").read_bytes()
    for name in ("journal.db", "vault.db", "vault.key", "new.db", "keys/new.db"):
        refused(outlet.run_tool("backup", outlet.data / name), "own directory")
    refused(outlet.run_tool("summary", outlet.data / "vault.key"), "own directory")
    check((outlet.data / "vault.key").read_bytes() == before, "the key was written over")
    refused(outlet.run_tool("backup", "/dev/null"), "not a file")
    other = outlet.dir / "letter.txt"
    other.write_text("Dear all")
    refused(outlet.run_tool("backup", other), "no copy of a journal")
    check(other.read_text() == "Dear all", "the letter is gone")
    copy = outlet.dir / "copy.db"
    outlet.tool("backup", copy)
    outlet.device("K1").ask("TakeTicket", service="cash", paper="Shown")
    epoch = outlet.device("ctl").ask("GetSnapshot")["epoch"]
    outlet.tool("backup", copy)
    outlet.stop()
    said = outlet.tool("restore", copy)
    check("restored" in said and "clean" in said, said)
    outlet.start("--start-at", "10:00")
    check(outlet.device("ctl").ask("GetSnapshot")["epoch"] > epoch, "an epoch came again")
    outlet.stop()


def demo_again(outlet):
    """Invented people replace nobody's registers"""
    outlet.tool("demo", "--outlet", GALAXY, "--people", PEOPLE, "--port", outlet.port)
    outlet.tool("import-staff", PEOPLE / "staff.csv")  # for all it knows, the bank's own
    refused(outlet.run_tool("demo", "--outlet", GALAXY, "--people", PEOPLE), "no demo's")


def another_outlet(outlet):
    """Another outlet's file sends nobody home"""
    outlet.start("--start-at", "10:00")
    told = outlet.device("K1").ask("TakeTicket", service="cash", paper="Shown")
    outlet.stop()
    own, outlet.toml = outlet.toml, SOURCE / "assets/outlets/corner.toml"
    check(outlet.launch().wait() == 2, "it started")
    check("is of the outlet galaxy" in outlet.broker.text(), outlet.broker.text())
    outlet.toml = own
    outlet.start("--start-at", "10:00")
    tickets = outlet.device("ctl").ask("GetSnapshot")["snapshot"]["tickets"]
    check(told["ticket"] in [one["id"] for one in tickets if one["phase"] == "Waiting"], "gone")
    outlet.stop()


def lost_files(outlet):
    """Without its vault or its key the broker does not begin anew as if nothing had been"""
    for name, word in (("vault.db", "put it back"), ("broker.key", "put it back")):
        aside = outlet.dir / name
        shutil.move(outlet.data / name, aside)
        check(outlet.launch().wait() == 1, "it started")
        check(name in outlet.broker.text() and word in outlet.broker.text(), outlet.broker.text())
        shutil.move(aside, outlet.data / name)
    outlet.start("--start-at", "10:00")
    shutil.move(outlet.data / "journal.db", outlet.dir / "journal.db")
    kiosk = outlet.device("K1")
    until(lambda: kiosk.ask("TakeTicket", service="cash", paper="Shown") == "Unavailable",
          "the broker to notice")
    outlet.broker.wait_line("moved away")
    outlet.broker.end()
    shutil.move(outlet.dir / "journal.db", outlet.data / "journal.db")
    outlet.tool("verify")


def lost_journal(outlet):
    """Where a broker has run, none begins anew without its journal; a copy puts it right"""
    copy = outlet.dir / "lost.db"
    outlet.tool("backup", copy)
    shutil.move(outlet.data / "journal.db", outlet.dir / "journal.db")
    unstarted(outlet, outlet.data / "journal.db", "is gone", "usher-broker restore --data DIR FILE",
              "another directory")
    check(not (outlet.data / "journal.db").exists(), "it began anew")
    outlet.enrol("K8", "kiosk")
    outlet.tool("import-staff", PEOPLE / "staff.csv")
    outlet.tool("restore", copy)
    outlet.start("--start-at", "10:00")
    outlet.stop()


def lost_hand(outlet):
    """Without its key file, the administrator's hand gets a new one, and the old key opens nothing"""
    old = outlet.device("ctl")
    outlet.start("--start-at", "10:00")
    check(old.ask("GetBoard")["healthy"], "the old key opens nothing yet")
    outlet.stop()
    (outlet.data / "keys/ctl.json").unlink()
    outlet.start("--start-at", "10:00").wait_line("warning.*ctl has a new key")
    check(outlet.device("ctl").ask("GetBoard")["healthy"], "the new key opens nothing")
    old.wait_denied()
    of_ctl = [line for line in outlet.tool("devices").splitlines() if line.startswith("ctl ")]
    check(["revoked" in line for line in of_ctl] == [True, False], f"{of_ctl}")
    outlet.stop()
    (outlet.data / "keys/ctl.json").write_text('{"name":"ctl"')
    outlet.start("--start-at", "10:00").wait_line("warning.*ctl has a new key")
    check(outlet.device("ctl").ask("GetBoard")["healthy"], "the newest key opens nothing")
    outlet.stop()
    refused(outlet.run_tool("enrol", "--name", "ctl", "--role", "kiosk"), "own name")


def signed_on_then(outlet):
    """Who was signed on when a copy was made is not signed on because it was put back"""
    copy = outlet.dir / "manned.db"
    outlet.start("--start-at", "10:00")
    console = outlet.device("L1")
    ticket = outlet.device("K1").ask("TakeTicket", service="cash", paper="Shown")["ticket"]
    console.ask("SignOn", staff="2001", pin="200100")
    outlet.tool("backup", copy)
    console.ask("SignOff")
    outlet.stop()
    outlet.tool("restore", copy)
    outlet.start("--start-at", "10:00")
    forward = {"ticket": ticket, "reason": "waits with a child"}
    check(console.ask("Promote", **forward) == "NotSignedOn", "it is still signed on")
    console.ask("SignOn", staff="2001", pin="200100")
    check(console.ask("Promote", **forward)["type"] == "Accepted", "signed on, it is not heard")
    outlet.stop()


def cut_apart(outlet):
    """A crash between a sign-on and the note of its key ends no session"""
    outlet.start("--start-at", "10:00")
    counter = outlet.device("W6")
    counter.ask("SignOn", staff="1006", pin="100600", counter="cash-1")
    outlet.kill()
    journal(outlet, "DELETE FROM meta WHERE key = 'session key of W6'")
    outlet.start("--start-at", "10:00")
    told = counter.ask("CallNext", standBy=True)
    check(told["type"] in ("Called", "StandingBy"), f"{told}")
    outlet.stop()


def cut_short(outlet):
    """Records that are gone from the journal's end are missed"""
    copy = outlet.dir / "whole.db"
    outlet.tool("backup", copy)
    for which in ("WHERE sequence > (SELECT max(sequence) - 3 FROM events)", ""):
        journal(outlet, f"DELETE FROM events {which}")
        refused(outlet.run_tool("verify"), "speaks of record", "restore --data DIR FILE")
    outlet.tool("restore", copy)


def damaged_copy(outlet):
    """A damaged copy is not put back, and what is there stays"""
    for damage in ("UPDATE events SET at = at + 1 WHERE sequence = 2",
                   "UPDATE snapshots SET body = body || ' '"):
        copy = outlet.dir / "damaged.db"
        outlet.tool("backup", copy)
        database = sqlite3.connect(copy)
        if "snapshots" in damage:
            database.execute("INSERT OR IGNORE INTO snapshots(sequence, at, body, seal) "
                             "VALUES(1, 1, '{}', x'00')")
        database.execute(damage)
        database.commit()
        database.close()
        before = sorted(outlet.data.iterdir()), (outlet.data / "journal.db").read_bytes()
        refused(outlet.run_tool("restore", copy), "damaged.db", "nothing was changed")
        after = sorted(outlet.data.iterdir()), (outlet.data / "journal.db").read_bytes()
        check(after == before, f"it changed what was there: {before[0]} {after[0]}")
    outlet.tool("verify")


def clock_ahead(outlet):
    """An hour that was asked for once is no clock that was set back"""
    local = time.gmtime(time.time() + 8 * 3600)
    if (local.tm_hour, local.tm_min) >= (23, 57):
        return "SKIPPED, no later hour is left of today"
    outlet.start("--speed", "1.001", "--start-at", "23:59")  # another speed: a clock of its own
    outlet.device("K1").ask("ReportDevice", part="printer", up=False, detail="at night")
    outlet.stop()
    outlet.start().wait_line("further than the clock")
    check(outlet.device("K1").ping() is not None, "it does not answer")
    outlet.stop()
    check("set back" not in outlet.broker.text(), outlet.broker.text())


def keys_in_the_way(outlet):
    """A device without its key file is not enrolled, and no directory is made by a slip"""
    shutil.move(outlet.data / "keys", outlet.dir / "keys")
    (outlet.data / "keys").write_text("")
    refused(outlet.run_tool("enrol", "--name", "K9", "--role", "kiosk"), f"{outlet.data}/keys:")
    unstarted(outlet, f"{outlet.data}/keys:")
    (outlet.data / "keys").unlink()
    shutil.move(outlet.dir / "keys", outlet.data / "keys")
    for in_the_way in ("K9.json", "K9.json.new"):
        (outlet.data / "keys" / in_the_way).mkdir()
        refused(outlet.run_tool("enrol", "--name", "K9", "--role", "kiosk"), "K9.json")
        shutil.rmtree(outlet.data / "keys" / in_the_way, ignore_errors=True)
    still = [line for line in outlet.tool("devices").splitlines()
             if line.startswith("K9 ") and "revoked" not in line]
    check(not still, f"{still}")
    outlet.enrol("K9", "kiosk")
    typo = outlet.dir / "dta"
    for verb, words in (("enrol", ("--name", "K1", "--role", "kiosk")), ("devices", ()),
                        ("revoke", ("--name", "K1"))):
        done = subprocess.run([BIN / "usher-broker", verb, "--data", typo, *words],
                              capture_output=True, text=True)
        refused(done, str(typo))
        check(not typo.exists(), f"{verb} made {typo}")


def may_not(outlet):
    """What may not be read or written is named, and who must be able to"""
    outlet.dir.chmod(0o755)
    closed = outlet.dir / "closed.toml"
    closed.write_text(GALAXY.read_text())
    closed.chmod(0)
    try:
        refused(by_nobody(outlet, "check", closed), "closed.toml", "cannot be read")
    except PermissionError:
        return f"SKIPPED, {BIN} is not for everybody"
    start = ("run", "--outlet", GALAXY, "--data", outlet.data, "--port", outlet.port)
    outlet.data.chmod(0)
    for verb, *words in (start, ("verify", "--data", outlet.data), ("devices", "--data", outlet.data),
                         ("enrol", "--data", outlet.data, "--name", "K7", "--role", "kiosk")):
        done = by_nobody(outlet, verb, *words)
        refused(done, str(outlet.data), "this user")
        check("filesystem error" not in done.stderr, done.stderr)
    outlet.data.chmod(0o700)
    if os.geteuid() == 0:
        subprocess.run(["chown", "-R", f"{NOBODY}:{NOBODY}", outlet.data], check=True)
    enrol = ("enrol", "--data", outlet.data, "--name", "K7", "--role", "kiosk")
    for path, words in ((outlet.data / "journal.db", start), (outlet.data / "vault.db", enrol),
                        (outlet.data, start)):
        mode = path.stat().st_mode
        path.chmod(mode & ~0o222)
        refused(by_nobody(outlet, *words), str(path), "this user must be able to write")
        path.chmod(mode)
        for left in outlet.data.glob("*.db-*"):  # as read-only as the file was
            left.unlink()
    if os.geteuid() == 0:
        subprocess.run(["chown", "-R", "0:0", outlet.data], check=True)
    aside = outlet.dir / "vault.db"
    shutil.move(outlet.data / "vault.db", aside)
    (outlet.data / "vault.db").write_text("Dear all, " * 900)
    unstarted(outlet, outlet.data / "vault.db", "not a database", "put a copy")
    shutil.move(aside, outlet.data / "vault.db")


def dead_computer(outlet):
    """A teller whose computer is dead goes on at another, with the customer; nobody else does"""
    outlet.start("--start-at", "10:00")
    old, new = outlet.device("W9"), outlet.device("W8")
    old.ask("SignOn", **TELLER)
    outlet.device("K1").ask("TakeTicket", service="cash", paper="Shown")
    called = old.ask("CallNext", standBy=False)
    other = dict(TELLER, staff="1008", pin="100800")
    check(new.ask("SignOn", **other) == "CounterTaken", "somebody else took the counter")
    check(new.ask("SignOn", **TELLER)["type"] == "SignedOn", "the teller was not let back")
    check(old.ask("CallNext", standBy=False) == "NotSignedOn", "both are at the counter")
    check(new.ask("Start", ticket=called["ticket"])["type"] == "Accepted", "the customer is gone")
    check(new.ask("Finish", ticket=called["ticket"])["type"] == "Accepted", "the customer is gone")


def revoked(outlet):
    """Who is revoked is signed off, and a new key of that name signs on for itself"""
    def staff():
        counters = outlet.device("ctl").ask("GetSnapshot")["snapshot"]["counters"]
        return [one.get("staff") for one in counters if one["id"] == "cash-4"]
    check(staff() == ["1009"], f"{staff()}")
    outlet.tool("revoke", "--name", "W8")
    until(lambda: staff() in ([None], [""]), "the session to end")
    outlet.enrol("W8", "counter")
    check(outlet.device("W8").ask("CallNext", standBy=False) == "NotSignedOn", "it inherited")
    outlet.stop()


def same_name(outlet):
    """A name's next key inherits neither its session nor its place on the feed, however quick"""
    outlet.enrol("L9", "lobby")
    outlet.start("--start-at", "10:00")
    old, heard = outlet.device("L9"), outlet.feed("L9", "staff", "records", "beat")
    check(old.ask("SignOn", staff="2001", pin="200100", counter=None)["type"] == "SignedOn", "on")
    ticket = outlet.device("K1").ask("TakeTicket", service="cash", paper="Shown")["ticket"]
    wish = {"ticket": ticket, "reason": "a test"}
    heard.until(lambda topic, said: topic == "beat", "the old one hears")
    outlet.tool("revoke", "--name", "L9")
    outlet.enrol("L9", "lobby")
    new = outlet.device("L9")
    check(new.ask("Promote", **wish) == "NotSignedOn", "it inherited")
    heard.wait_denied()
    new.ask("SignOn", staff="2001", pin="200100", counter=None)
    check(new.ask("Promote", **wish)["type"] == "Accepted", "signed on")
    outlet.stop()
    outlet.tool("revoke", "--name", "L9")
    outlet.enrol("L9", "lobby")
    outlet.start("--start-at", "10:00")
    check(outlet.device("L9").ask("CancelTicket", **wish) == "NotSignedOn", "after a restart")
    outlet.stop()


with Outlet() as one:
    play(*(bound(scene, one) for scene in
           (registers, copies, demo_again, another_outlet, lost_files, dead_computer, revoked,
            same_name, dropped_service, older_register, may_not, cut_short, damaged_copy, lost_hand,
            signed_on_then, cut_apart, keys_in_the_way, lost_journal, clock_ahead)))

#!/usr/bin/python3
"""The outlet's time: midnight with people waiting, and clocks that are set back between two runs.

At midnight numbers start again, but none that somebody still holds; who waits is cleared or carried
over, as the outlet file says, and it is on record. Time in the journal never goes back, and it does
not stand still either.
"""
import sqlite3
import time

from outlet import CORNER, GALAXY, PEOPLE, Outlet, check, play

LATE = ("--speed", "10", "--start-at", "23:58")  # midnight is twelve seconds away
LIVE = ("Reserved", "Waiting", "Called", "Serving", "Held", "Diverted")


def all_day(outlet, toml):
    """The outlet file, but open round the clock on every day."""
    text = toml.read_text()
    for usual in ("08:30-17:00", "09:00-16:00"):
        text = text.replace(usual, "00:00-24:00")
    text = text.replace('sunday = "closed"\n', "").replace('holidays = ["2027-01-01"]\n', "")
    outlet.toml = outlet.dir / "all-day.toml"
    outlet.toml.write_text(text)
    outlet.tool("demo", "--outlet", outlet.toml, "--people", PEOPLE, "--port", outlet.port)


def picture(device):
    return device.ask("GetSnapshot")["snapshot"]


def numbers_live(snapshot):
    numbers = [one["number"] for one in snapshot["tickets"] if one["phase"] in LIVE]
    check(len(set(numbers)) == len(numbers), f"a live number was given twice: {numbers}")
    return set(numbers)


def take(device):
    return device.ask("TakeTicket", service="cash", paper="Shown")


def day_turns(feed):
    """The records of the turn of the day."""
    found = {}

    def both(topic, said):
        for record in said["records"]:
            if record["event"]["type"] in ("DayClosed", "DayOpened"):
                found[record["event"]["type"]] = record
        return "DayClosed" in found and "DayOpened" in found
    feed.until(both, "midnight")
    check(found["DayClosed"]["sequence"] < found["DayOpened"]["sequence"], "closed, then opened")
    check(found["DayClosed"]["event"]["day"] < found["DayOpened"]["event"]["day"], "a later day")
    return found["DayClosed"]["event"]


def times(outlet):
    """Of every event in the journal; they never go back."""
    database = sqlite3.connect(outlet.data / "journal.db")
    found = [row[0] for row in database.execute("SELECT at FROM events ORDER BY sequence")]
    database.close()
    check(found == sorted(found), f"time went back: {found}")
    return found


def cleared():
    """Midnight where who still waits is cleared: recorded, and the numbers start again"""
    with Outlet(demo=False) as outlet:
        all_day(outlet, GALAXY)
        outlet.start(*LATE)
        feed, admin = outlet.feed("L2", "staff", "records"), outlet.device("ctl")
        desk, kiosk = outlet.device("W6"), outlet.device("K2")
        first, second, third = (take(kiosk) for _ in range(3))
        desk.ask("SignOn", staff="1006", pin="100600", counter="cash-1")
        called = desk.ask("CallNext")
        check(called["ticket"] == first["ticket"], f"{called}")
        closed = day_turns(feed)
        check(closed["cleared"] == [second["ticket"], third["ticket"]], f"{closed}")
        after = picture(admin)
        phases = {one["id"]: one["phase"] for one in after["tickets"]}
        check(phases[first["ticket"]] == "Called", "who is at a counter is seen through")
        check(phases[second["ticket"]] == phases[third["ticket"]] == "Left", "the others have left")
        check(after["totals"]["taken"] == 0, "the totals start again")
        new = [take(kiosk)["number"] for _ in range(3)]
        check(first["number"] not in new, f"{first['number']} is still held, and in {new}")
        check(second["number"] in new, f"numbers start again: {new}")
        numbers_live(picture(admin))
        for step in ("Start", "Finish"):
            check(desk.ask(step, ticket=first["ticket"])["type"] == "Accepted", step)
        outlet.stop()
        times(outlet)
        return outlet.tool("verify").strip()


def carried_over():
    """Midnight where who still waits is carried over: nobody is lost, no number is given twice"""
    with Outlet(demo=False) as outlet:
        all_day(outlet, CORNER)
        outlet.start(*LATE)
        feed, admin, kiosk = outlet.feed("L2", "staff", "records"), outlet.device("ctl"), \
            outlet.device("K2")
        held = [take(kiosk) for _ in range(4)]
        closed = day_turns(feed)
        check(closed["cleared"] == [], f"{closed}")
        check(numbers_live(picture(admin)) == {one["number"] for one in held}, "all still wait")
        kiosk.ask("CancelTicket", ticket=held[0]["ticket"])
        new = [take(kiosk)["number"] for _ in range(3)]
        check(new[0] == held[0]["number"], f"the first free number: {new}")
        check(len(numbers_live(picture(admin))) == 6, "six people, six numbers")
        outlet.kill()  # and all the same after a restart
        outlet.start(*LATE)
        check(len(numbers_live(picture(admin))) == 6, "six people after a restart")
        check(take(kiosk)["number"] not in new, "another number")
        numbers_live(picture(admin))
        outlet.stop()
        times(outlet)
        return outlet.tool("verify").strip()


def goes_on(outlet):
    """The outlet's time does. A new forecast and the second can both have a beat at once."""
    feed = outlet.feed("L2", "staff", "beat")
    beats = [feed.next()[1]["now"] for _ in range(3)]
    feed.close()
    check(beats[2] > beats[0], f"time stands still: {beats}")


def set_back():
    """A clock set back between two runs does not set the outlet back, nor stop it"""
    with Outlet(demo=False) as outlet:
        all_day(outlet, GALAXY)
        kiosk, last = outlet.device("K2"), 0
        # The same speed: the clock that was kept goes on. Another: it would begin at that hour.
        for words in (("1.001", "15:00"), ("1.001", "09:00"), ("1.002", "09:00"), ("5", "14:00")):
            outlet.start("--speed", words[0], "--start-at", words[1])
            check(take(kiosk)["type"] == "TicketIssued", f"{words}")
            goes_on(outlet)
            outlet.kill()
            latest = times(outlet)[-1]  # of what is on record; a beat after it may be heard again
            check(latest > last, f"{words}: {latest} after {last}")
            last = latest
        return outlet.tool("verify").strip()


def an_hour_of_our_own():
    """An hour that was asked for is kept to at ordinary speed, too"""
    with Outlet(demo=False) as outlet:
        all_day(outlet, GALAXY)
        hour = (time.gmtime().tm_hour + 8 + 12) % 24  # half a day from the outlet's real hour
        outlet.start("--start-at", f"{hour:02}:10")
        goes_on(outlet)
        board = outlet.device("ctl").ask("GetBoard")
        local = time.gmtime(board["now"] / 1000 + board["offsetSeconds"])
        check((local.tm_hour, local.tm_min // 10) == (hour, 1), f"{hour}:10 became {local}")
        outlet.stop()


if __name__ == "__main__":
    play(cleared, carried_over, set_back, an_hour_of_our_own)

#!/usr/bin/python3
"""A busy branch at many times its load for a long time, by real processes over the real doors.

The outlet's clock runs a hundred times as fast, and the branch is open most of the day and night:
each real minute brings a hundred outlet minutes of a busy hall, and the run has closing times,
midnights, nights and mornings. usher-rehearse plays kiosks, tellers and customers; besides there
are hall displays, consoles, a manager who steers, and a probe that measures. After each midnight
the journal is copied while the broker runs, and the copy verified.

Every minute a line; in the end: nothing acknowledged is missing, no ticket is open, `verify` is
clean, nobody was overtaken beyond H, and neither memory nor latency has grown (long_day_gauges.py).
`./usher soak --day` lives five days in an hour and a quarter.
"""
import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from datetime import datetime, timezone

from long_day_gauges import (LONG_ENOUGH, Program, grown, latencies, read, size, table,
                              trends, write)
from long_day_people import Days, Manager, Screens
from outlet import BIN, GALAXY, PEOPLE, PATIENCE, SOURCE, Outlet, Process, check, until

BUSY = 66  # customers an hour, as in assets/days/busy.csv
KIOSKS = 4
WATCHERS = 3
SPREAD = (("K4", "kiosk"), ("probe", "kiosk"), ("L4", "lobby"), ("L5", "lobby"), ("H2", "hall"))
LIVE = ("Reserved", "Waiting", "Called", "Serving", "Held", "Diverted")
ENOUGH_TURNS = 30  # of the probe, for a minute that counts


def minutes_of(text):
    hour, minute = map(int, text.split(":"))
    return hour * 60 + minute


class LongDay:
    def __init__(self, outlet, options):
        self.outlet, self.options = outlet, options
        self.minutes = []
        self.turns = 0
        self.worst = 0
        self.rehearsal = self.probe = None
        self.people, self.watchers = [], []
        self.begun = time.monotonic()

    def prepare(self):
        """Hours as wished, every day; more devices than the demo's."""
        outlet = self.outlet
        hours = f"{self.options.opens}-{self.options.closes}"
        text = GALAXY.read_text().replace("08:30-17:00", hours)
        check(hours in text, "the outlet file has other hours than it had")
        outlet.toml = outlet.dir / "long-day.toml"
        outlet.toml.write_text(text)
        outlet.tool("demo", "--outlet", outlet.toml, "--people", PEOPLE, "--port", outlet.port)
        for name, role in SPREAD:
            outlet.enrol(name, role)

    def begin(self):
        early = max(0, minutes_of(self.options.opens) - 10)
        self.outlet.start("--speed", self.options.speed, "--start-at",
                          f"{early // 60:02}:{early % 60:02}")
        self.broker = Program(self.outlet.broker.popen.pid)
        self.watchers = [subprocess.Popen([BIN / "usher-ctl", "--data", self.outlet.data, "watch"],
                                          stdout=subprocess.DEVNULL) for _ in range(WATCHERS)]
        self.watched = Program(self.watchers[0].pid)
        self.admin = self.outlet.device("ctl")
        self.screens = Screens(self.outlet)
        self.manager = Manager(self.outlet, random.Random(self.options.seed))
        self.days = Days(self.play, self.copy, self.screens, self.options.days)
        self.probe = Process(sys.executable, SOURCE / "tests/integration/long_day_probe.py",
                             self.outlet.data / "keys/probe.json", self.outlet.dir)
        self.people = [self.screens, self.manager, self.days]
        for one in self.people:
            one.start()

    def shift(self, closes):
        """The outlet file of a day on which everybody goes home at that hour."""
        file = self.outlet.dir / "shift.toml"
        text = self.outlet.toml.read_text()
        file.write_text(text.replace(f"-{self.options.closes}", f"-{closes}"))
        return file

    def acknowledged(self, day):
        """A file a day, for answers are kept for two days and not for ever."""
        return self.outlet.dir / f"acknowledged-{day}.csv"

    def play(self, day):
        """Rehearses a day that was drawn for it; what its customers came to."""
        file = self.outlet.dir / f"day-{day}.csv"
        last = day == self.options.days - 1 and self.options.last_closes
        closes = last or self.options.closes
        hours = (minutes_of(closes) - minutes_of(self.options.opens)) / 60
        made = subprocess.run([BIN / "usher-sim", "day", "--outlet", self.shift(closes), "--people",
                               PEOPLE, "--out", file, "--customers", str(round(BUSY * hours)),
                               "--seed", str(self.options.seed + day)],
                              capture_output=True, text=True)
        check(made.returncode == 0, f"no day was made: {made.stderr}")
        self.rehearsal = Process(BIN / "usher-rehearse", file, "--data", self.outlet.data,
                                 "--kiosks", KIOSKS, "--acknowledged", self.acknowledged(day))
        code = self.rehearsal.popen.wait()
        self.rehearsal.reader.join(PATIENCE)
        check(code == 0, f"the rehearsal ended with {code}:\n{self.rehearsal.text()}")
        print(f"day {day + 1}: {self.rehearsal.text()}", flush=True)
        return json.loads(self.rehearsal.text())

    def copy(self, day):
        """A copy of the journal, taken while the broker runs, is whole, the day before in it."""
        file, place = self.outlet.dir / "copy.db", self.outlet.dir / "copy"
        self.outlet.tool("backup", file)
        for verb, *words in (("restore", file),
                             ("verify", "--acknowledged", self.acknowledged(day - 1))):
            done = subprocess.run(["nice", BIN / "usher-broker", verb, "--data", place, *words],
                                  capture_output=True, text=True)
            check(done.returncode == 0, f"{verb} of the copy: {done.stderr}")
        print(f"copied after day {day}: {done.stdout.strip()}", flush=True)
        shutil.rmtree(place)
        file.unlink()

    def wait_minute(self):
        """Until the next minute is full, or the days are over."""
        end = self.begun + 60 * (len(self.minutes) + 1)
        while time.monotonic() < end and not self.days.over.is_set():
            time.sleep(0.2)
            for one in self.people:
                if one.trouble:
                    raise one.trouble
            check(self.outlet.broker.alive(), f"the broker ended:\n{self.outlet.broker.text()}")
            check(self.probe.alive(), f"the probe ended:\n{self.probe.text()}")
            check(all(one.poll() is None for one in self.watchers), "a watcher ended")

    def look(self):
        """One line of gauges; nothing if the probe had too little of a minute."""
        turns = [json.loads(line) for line in self.probe.lines[self.turns:]]
        self.turns += len(turns)
        if len(turns) < ENOUGH_TURNS:
            return
        said = self.outlet.metrics()
        self.worst = max(self.worst, said["usher_worst_overtake_seconds"])
        journal = self.outlet.data / "journal.db"
        rss, anon = self.broker.memory()
        local = (self.screens.now + self.screens.offset) / 1000
        self.minutes.append({
            "minute": len(self.minutes) + 1,
            "outlet": datetime.fromtimestamp(local, timezone.utc).strftime("%m-%d %H:%M"),
            "broker_rss": rss, "broker_anon": anon, "watch_rss": self.watched.memory()[0],
            "fds": self.broker.fds(), "log": size(journal.with_name("journal.db-wal")),
            "journal": size(journal), "cpu": self.broker.cpu_since(),
            "events": int(said["usher_events_total"]), "again": turns[-1][-1],
            "overrun": int(said["usher_door_overrun_total"]),
            "waiting": int(sum(value for name, value in said.items() if "usher_waiting{" in name)),
            "load": os.getloadavg()[0], **latencies(turns)})
        self.show(self.minutes[-1])

    def show(self, one):
        print(f"{one['minute']:3} {one['outlet']}  broker {one['broker_rss']:.1f} MiB "
              f"({one['broker_anon']:.1f}), watch {one['watch_rss']:.1f}, {one['fds']} fds, log "
              f"{one['log']:.1f}, journal {one['journal']:.1f}, cpu {one['cpu']:.1f} s, "
              f"{one['events']} events, {one['again']} asked again, {one['overrun']} overrun, "
              f"{one['waiting']} wait; ms p50/p99: question "
              f"{one['question']:.2f}/{one['question_p99']:.1f} echo {one['echo']:.2f}/"
              f"{one['echo_p99']:.1f} durable {one['durable']:.2f}/{one['durable_p99']:.1f} sync "
              f"{one['sync']:.2f}/{one['sync_p99']:.1f}, load {one['load']:.1f}", flush=True)

    def settle(self):
        """The last customers are gone, and everybody's picture is the broker's."""
        def open_tickets():
            return [one for one in self.admin.ask("GetSnapshot")["snapshot"]["tickets"]
                    if one["phase"] in LIVE]
        self.manager.stop()
        self.probe.popen.kill()
        until(lambda: not open_tickets(), "every ticket to be closed", 300)
        # The night goes on meanwhile; so the end is where both stand still.
        until(lambda: set(self.screens.last.values()) ==
              {self.admin.ask("GetSnapshot")["snapshot"]["sequence"]}, "the consoles to catch up")
        self.part()

    def judge(self):
        outlet = self.outlet
        outlet.stop()
        last = self.acknowledged(self.options.days - 1)
        clean = outlet.tool("verify", "--acknowledged", last).strip()
        summary = json.loads(outlet.tool("summary", "--acknowledged", last))
        given = sum(one["tickets"] for one in self.days.told)
        check(all(one["day_over"] and one["unanswered"] == 0 for one in self.days.told),
              f"a day did not end: {self.days.told}")
        check(summary["lost"] == summary["waiting"] == 0, f"{summary}")
        check(summary["taken"] == given, f"{given} tickets were given, {summary}")
        check(max(self.worst, summary["worst_overtake_s"]) <= summary["bound_s"], f"{summary}")
        return clean, summary

    def live(self):
        self.prepare()
        self.begin()
        while not self.days.over.is_set():
            self.wait_minute()
            self.look()
        if self.days.trouble:
            raise self.days.trouble
        self.settle()
        return self.judge()

    def part(self):
        """Nobody goes on by himself, whatever happened."""
        for one in (self.rehearsal, self.probe):
            if one and one.alive():
                one.popen.kill()
        for one in self.people:
            one.stop()
        for one in self.watchers:
            one.kill()
            one.wait()


def report(life, clean, summary):
    """What came of the promises, which live() has checked."""
    minutes = round((time.monotonic() - life.begun) / 60, 1)
    print(f"\nverify: {clean}")
    print(json.dumps({"minutes": minutes, "speed": life.options.speed,
                      "days": len(life.days.told), **summary}))
    print(json.dumps({"heard": life.screens.heard, "manager": life.manager.done}))


def verdict(minutes):
    """The exit code: 1 if something grew."""
    if len(minutes) < LONG_ENOUGH:
        print(f"\nshorter than {LONG_ENOUGH} minutes: whether anything grows cannot be told")
        return 0
    found = trends(minutes)
    troubles = grown(minutes, found)
    print("\n" + table(found))
    print("\n" + ("\n".join(f"GROWN: {one}" for one in troubles) or "nothing grew"))
    return 1 if troubles else 0


def main():
    words = argparse.ArgumentParser(description=__doc__, prog="./usher soak --day",
                                    formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--days", type=int, default=5, help="business days, one after the other")
    words.add_argument("--speed", type=float, default=100, help="times the clock")
    words.add_argument("--opens", default="02:30")
    words.add_argument("--closes", default="22:00")
    words.add_argument("--last-closes", help="nobody comes after that on the last day")
    words.add_argument("--seed", type=int, default=10)  # five full days
    words.add_argument("--csv", help="the gauges of every minute, written there")
    words.add_argument("--judge", metavar="CSV", help="only judge what an earlier run wrote")
    options = words.parse_args()
    if options.judge:
        return verdict(read(options.judge))
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # with everybody else, not without
    with Outlet(demo=False) as outlet:
        life = LongDay(outlet, options)
        try:
            clean, summary = life.live()
        finally:
            life.part()
            if options.csv and life.minutes:
                write(life.minutes, options.csv)
        report(life, clean, summary)
        return verdict(life.minutes)


if __name__ == "__main__":
    sys.exit(main())

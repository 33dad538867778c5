#!/usr/bin/env python3
"""Makes the days that usher-rehearse plays: busy.csv, normal.csv and quiet.csv.

    make_days.py [FOLDER]      (default: beside this script)

Every figure below is published or marked as assumed; README.md says which is which and what the
columns mean. Chance comes from one seed a day, through random() only, whose sequence Python
promises to keep; so the same days come out anywhere, to the byte.
"""

import math
import pathlib
import random
import sys

OPENS = 8 * 3600 + 30 * 60
HALF_HOUR = 1800
# Share of the 08:30-17:00 day in each half-hour: Anonymous Bank, mean of February and August 1999.
SHAPE = [.0538, .0535, .0646, .0693, .0674, .0633, .0589, .0536, .0515,
         .0521, .0566, .0588, .0604, .0567, .0606, .0608, .0581]
DAY_CV = .15          # how days differ (measured .11 to .21)
HALF_HOUR_CV = .19    # how half-hours differ beyond the shape (measured .15 to .23)
TELLER_CV = .2        # how tellers differ (measured .20 to .22)
PATIENCE_CV = 1.0     # assumed; lognormal, for few walk out in the first minutes
NO_SHOW = .04         # assumed, 3 to 5 %
SECONDS_MIN, SECONDS_MAX = 20, 5400  # no service is shorter or longer (assumed)

# tier: share, patience mean in minutes, shares of cash / non-cash / advice (all assumed, as the
# reference lobby; that VIPs are 1.7 times as patient is measured)
TIERS = {
    "vip": (.05, 50, (.30, .40, .30)),
    "assisted": (.08, 30, (.65, .33, .02)),
    "gold": (.17, 35, (.45, .40, .15)),
    "ordinary": (.70, 30, (.60, .37, .03)),
}
# kind: cv of the service time, and its services with their share and mean in minutes
KINDS = [
    (.9, [("cash", .70, 4), ("pension", .30, 4)]),
    (1.0, [("transfer", .35, 6), ("e-banking", .17, 7), ("opening", .16, 13), ("lost-card", .12, 8),
           ("fx", .10, 8), ("corporate", .10, 10)]),
    (.7, [("wealth", .65, 22), ("loans", .35, 22)]),
]
COUNTERS = ["vip-counter", "vip-desk", "low-1", "low-2", "low-3", "cash-1", "cash-2", "cash-3",
            "cash-4"]
# name: customers on average, seed (picked so that the day comes within 2 % of it), open counters
DAYS = {
    "busy": (560, 35, COUNTERS),
    "normal": (400, 12, COUNTERS[:-1]),
    "quiet": (120, 11, ["vip-counter", "low-1", "low-2", "cash-1", "cash-2"]),
}


class Chance:
    """The distributions, from uniform numbers alone."""

    def __init__(self, seed):
        self.uniform = random.Random(seed).random

    def normal(self):
        return math.sqrt(-2 * math.log(1 - self.uniform())) * math.cos(2 * math.pi * self.uniform())

    def exponential(self, mean):
        return -mean * math.log(1 - self.uniform())

    def lognormal(self, mean, cv):
        variance = math.log(1 + cv * cv)
        return mean * math.exp(math.sqrt(variance) * self.normal() - variance / 2)

    def gamma(self, cv):
        """Mean 1, by Marsaglia and Tsang (2000); the shape is above 1 for every cv used here."""
        shape = 1 / (cv * cv)
        d = shape - 1 / 3
        while True:
            x = self.normal()
            v = (1 + x / math.sqrt(9 * d)) ** 3
            if v > 0 and math.log(1 - self.uniform()) < x * x / 2 + d - d * v + d * math.log(v):
                return d * v / shape

    def poisson(self, mean):
        count, time = 0, self.exponential(1)
        while time < mean:
            count, time = count + 1, time + self.exponential(1)
        return count

    def choose(self, weighted):
        """One of [(thing, weight)]."""
        left = self.uniform() * sum(weight for _, weight in weighted)
        for thing, weight in weighted:
            left -= weight
            if left < 0:
                return thing
        return weighted[-1][0]


class Deck:
    """The demo cards of each tier, dealt in turn: a card returns after all others had their turn."""

    def __init__(self, path):
        rows = path.read_text(encoding="utf-8").splitlines()[1:]
        self.cards = {}
        for number, row in enumerate(rows, 1):
            _, tier, _, valid_to, _ = row.split(",")
            if valid_to >= "2030":
                self.cards.setdefault(tier, []).append(number)
        self.dealt = {tier: 0 for tier in self.cards}

    def deal(self, tier):
        if tier not in self.cards:
            return "-"
        self.dealt[tier] += 1
        return str(self.cards[tier][(self.dealt[tier] - 1) % len(self.cards[tier])])


def clock(second):
    second = int(second)
    return f"{second // 3600:02d}:{second // 60 % 60:02d}:{second % 60:02d}"


def arrivals(chance, mean):
    day = chance.gamma(DAY_CV)
    times = []
    for index, share in enumerate(SHAPE):
        count = chance.poisson(mean * share / sum(SHAPE) * day * chance.gamma(HALF_HOUR_CV))
        begin = OPENS + index * HALF_HOUR
        times += [begin + int(chance.uniform() * HALF_HOUR) for _ in range(count)]
    return sorted(times)


def tellers(chance, counters):
    """Each is there five minutes early, eats in one of four turns, and rests ten minutes."""
    rows = []
    for index, counter in enumerate(counters):
        staff = 1001 + COUNTERS.index(counter)
        on = OPENS - 300 + int(chance.uniform() * 240)
        lunch = 11 * 3600 + 15 * 60 + index % 4 * 1800
        rest = 14 * 3600 + 30 * 60 + index * 600
        rows.append(f"teller,{staff},{counter},{clock(on)},17:00:00,"
                    f"{chance.lognormal(1, TELLER_CV):.3f}")
        rows.append(f"break,{staff},{clock(lunch)},{clock(lunch + 1500)},lunch")
        rows.append(f"break,{staff},{clock(rest)},{clock(rest + 600)},rest")
    return rows


def customers(chance, mean, deck):
    rows = []
    for time in arrivals(chance, mean):
        tier = chance.choose([(name, share) for name, (share, _, _) in TIERS.items()])
        _, patience, mix = TIERS[tier]
        cv, services = chance.choose(list(zip(KINDS, mix)))
        service, minutes = chance.choose([((name, m), share) for name, share, m in services])
        seconds = round(chance.lognormal(minutes * 60, cv))
        seconds = min(max(seconds, SECONDS_MIN), SECONDS_MAX)
        waits = max(60, round(chance.lognormal(patience * 60, PATIENCE_CV)))
        absent = int(chance.uniform() < NO_SHOW)
        rows.append(f"customer,{clock(time)},{service},{deck.deal(tier)},"
                    f"{int(tier == 'assisted')},{waits},{seconds},{absent}")
    return rows


def write(folder, name, cards):
    mean, seed, counters = DAYS[name]
    chance = Chance(seed)
    staffed = tellers(chance, counters)
    came = customers(chance, mean, Deck(cards))
    head = [
        f"# A {name} day at the galaxy outlet: {len(came)} customers, {len(counters)} tellers.",
        f"# Made by make_days.py with seed {seed}; do not edit. README.md explains the columns and",
        "# from which published figures they were drawn.",
        "usher-day,1",
        "staff,../demo/staff.csv",
        "cards,../demo/cards.csv",
        "# teller,staff,counter,signs on,signs off,factor   break,staff,from,to,reason",
    ]
    columns = "# customer,arrives,service,card,assisted,patience s,service s,no-show"
    text = "\n".join(head + staffed + [columns] + came) + "\n"
    (folder / f"{name}.csv").write_bytes(text.encode("utf-8"))


def main():
    here = pathlib.Path(__file__).resolve().parent
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else here
    for name in DAYS:
        write(folder, name, here.parent / "demo" / "cards.csv")


if __name__ == "__main__":
    main()

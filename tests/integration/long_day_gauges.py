"""What is read off a long day every minute, and whether anything grew in the end."""
import csv
import math
import os
import statistics
from dataclasses import dataclass
from pathlib import Path

MIB = 1 << 20
LONG_ENOUGH = 20      # minutes: below that, the first quarter is but the start
MEMORY_FACTOR = 1.05  # the last quarter's median against the second's, and on top of that
MEMORY_SLACK = 1.0    # MiB
MEMORY_RISE = 2.0     # MiB an hour, and beyond twice its doubt: a slow leak
MEDIAN_FACTOR = 1.25  # so much slower than in the first quarter is growth, if the bare thing is not
TAIL_FACTOR = 1.6
LOG_MAX = 80          # MiB: at 64 the broker stops to drain it
FDS_MORE = 8


class Program:
    """A running process, as the kernel sees it."""

    def __init__(self, pid):
        self.proc = Path(f"/proc/{pid}")
        self.seconds = self.cpu()

    def memory(self):
        """MiB in all, and of it what no file stands behind."""
        found = dict(line.split(":", 1) for line in (self.proc / "status").read_text().splitlines())
        return [int(found[name].split()[0]) / 1024 for name in ("VmRSS", "RssAnon")]

    def fds(self):
        return len(os.listdir(self.proc / "fd"))

    def cpu(self):
        words = (self.proc / "stat").read_text().rsplit(")", 1)[1].split()
        return (int(words[11]) + int(words[12])) / os.sysconf("SC_CLK_TCK")

    def cpu_since(self):
        before, self.seconds = self.seconds, self.cpu()
        return self.seconds - before


def size(path):
    """MiB; a log that is not there has none."""
    return path.stat().st_size / MIB if path.exists() else 0.0


def quantile(values, q):
    """The nearest rank."""
    return sorted(values)[round(q * (len(values) - 1))]


def latencies(turns):
    """Milliseconds, median and 99th percentile of each of the probe's four."""
    found = {}
    for name, column in zip(("echo", "question", "sync", "durable"), zip(*turns)):
        found[name] = statistics.median(column) / 1000
        found[name + "_p99"] = quantile(column, 0.99) / 1000
    return found


def slope(values):
    """Least squares through one value a minute: by how much it goes up in an hour, and the standard
    error of that, as if minutes were independent."""
    n = len(values)
    at = [(i - (n - 1) / 2) / 60 for i in range(n)]
    spread = sum(x * x for x in at)
    mean = statistics.fmean(values)
    rise = sum(x * y for x, y in zip(at, values)) / spread
    rest = sum((y - mean - rise * x) ** 2 for x, y in zip(at, values))
    return rise, math.sqrt(rest / (n - 2) / spread)


@dataclass
class Trend:
    """One gauge over the whole run."""
    name: str
    unit: str
    quarters: list  # the median of each
    rise: float     # an hour
    doubt: float
    later: tuple    # rise and doubt from the second quarter on

    @classmethod
    def of(cls, name, unit, values):
        bounds = [round(len(values) * i / 4) for i in range(5)]
        quarters = [statistics.median(values[a:b]) for a, b in zip(bounds, bounds[1:])]
        return cls(name, unit, quarters, *slope(values), slope(values[bounds[1]:]))

    @property
    def first(self):
        return self.quarters[0]

    @property
    def last(self):
        return self.quarters[-1]

    @property
    def ratio(self):
        return self.last / self.first

    def row(self):
        medians = " | ".join(f"{one:.2f}" for one in self.quarters)
        return (f"| {self.name} | {self.unit} | {medians} | {self.ratio:.2f} "
                f"| {self.rise:+.2f} ± {self.doubt:.2f} |")


GAUGES = (("broker_rss", "memory of the broker", "MiB"),
          ("broker_anon", "of it, not of files", "MiB"),
          ("watch_rss", "memory of a listening usher-ctl", "MiB"),
          ("fds", "open files and sockets of the broker", ""),
          ("log", "write-ahead log", "MiB"),
          ("cpu", "processor time a minute", "s"),
          ("question", "question, median", "ms"), ("question_p99", "question, 99 %", "ms"),
          ("durable", "durable command, median", "ms"),
          ("durable_p99", "durable command, 99 %", "ms"),
          ("echo", "bare round trip, median", "ms"), ("echo_p99", "bare round trip, 99 %", "ms"),
          ("sync", "bare sync, median", "ms"), ("sync_p99", "bare sync, 99 %", "ms"),
          ("question_beside", "question : bare round trip, medians", ""),
          ("durable_beside", "durable command : bare round trip and sync, medians", ""))


def trends(minutes):
    for one in minutes:
        one["question_beside"] = one["question"] / one["echo"]
        one["durable_beside"] = one["durable"] / (one["echo"] + one["sync"])
    return {key: Trend.of(name, unit, [one[key] for one in minutes]) for key, name, unit in GAUGES}


def table(found):
    heads = ["", "unit", *(f"quarter {i}" for i in range(1, 5)), "last : first", "rise an hour"]
    return "\n".join(["| " + " | ".join(heads) + " |", "|---|---|" + "---:|" * 6,
                      *(one.row() for one in found.values())])


def write(minutes, path):
    with open(path, "w", encoding="utf-8", newline="") as file:
        rows = csv.DictWriter(file, minutes[0])
        rows.writeheader()
        rows.writerows(minutes)


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return [{name: value if name == "outlet" else float(value) for name, value in row.items()}
                for row in csv.DictReader(file)]


def grown(minutes, found):
    """What grew, in sentences. Memory is judged from the second quarter on, when a day and its
    night, a what-if and a copy have been lived through for the first time. A latency grew if it did
    beside the bare thing as well: a machine that others came to use is slower for all."""
    said = []
    for key in ("broker_rss", "broker_anon", "watch_rss"):
        one = found[key]
        settled = one.quarters[1]
        if one.last > settled * MEMORY_FACTOR + MEMORY_SLACK:
            said.append(f"{one.name}: {settled:.1f} to {one.last:.1f} MiB")
        rise, doubt = one.later
        if rise > MEMORY_RISE and rise > 2 * doubt:
            said.append(f"{one.name}: by {rise:.1f} ± {doubt:.1f} MiB an hour since the second "
                        "quarter")
    for key, bare in (("question", ("echo",)), ("durable", ("echo", "sync"))):
        for tail, factor in (("", MEDIAN_FACTOR), ("_p99", TAIL_FACTOR)):
            one = found[key + tail]
            beside = sum(found[each + tail].last for each in bare) / \
                sum(found[each + tail].first for each in bare)
            if one.ratio > factor and one.ratio > factor * beside:
                said.append(f"{one.name}: {one.first:.2f} to {one.last:.2f} ms, {one.ratio:.2f} "
                            f"times as long, and the bare thing {beside:.2f} times")
    if max(one["log"] for one in minutes) > LOG_MAX:
        said.append(f"the write-ahead log reached {max(one['log'] for one in minutes):.0f} MiB")
    if found["fds"].last > found["fds"].first + FDS_MORE:
        said.append(f"open files: {found['fds'].first:.0f} to {found['fds'].last:.0f}")
    return said

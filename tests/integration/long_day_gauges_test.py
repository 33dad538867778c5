#!/usr/bin/python3
"""What a long day calls growth: a step, a slow leak, a latency that leaves the bare thing behind;
and not the start, nor a machine that is slow for all."""
import random
import sys

from long_day_gauges import GAUGES, grown, trends
from outlet import check

MINUTES = 60


def hour(**changed):
    """An hour with a little noise; each gauge that is named is led by a function of the minute."""
    dice = random.Random(7)
    derived = ("question_beside", "durable_beside")
    return [{key: changed.get(key, lambda _: 20.0)(minute) * dice.uniform(0.99, 1.01)
             for key, _, _ in GAUGES if key not in derived} for minute in range(MINUTES)]


def said(**changed):
    minutes = hour(**changed)
    return grown(minutes, trends(minutes))


def main():
    check(not said(), "a flat hour has grown")
    check(not said(broker_rss=lambda at: 10.0 if at < 12 else 20.0), "the start counts as growth")
    check(said(broker_rss=lambda at: 20.0 if at < 40 else 30.0), "a step is not seen")
    check(said(broker_anon=lambda at: 20.0 + at / 20), "a slow leak is not seen")
    check(said(durable=lambda at: 20.0 + at / 2), "a slower command is not seen")
    check(not said(**dict.fromkeys(("durable", "echo", "sync"), lambda at: 20.0 + at / 2)),
          "a slower machine counts as growth")
    check(said(fds=lambda at: 20.0 + at), "files left open are not seen")


if __name__ == "__main__":
    sys.exit(main())

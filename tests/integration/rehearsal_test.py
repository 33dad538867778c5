#!/usr/bin/python3
"""A quiet day is rehearsed from morning to evening, with somebody at a screen besides.

Everybody who came is served or left, the tellers go home, and nothing that was acknowledged is
missing. A customer who took a ticket by hand, of whom the rehearsal knows nothing, is served too.
"""
import json

from outlet import BIN, SOURCE, Outlet, Process, check


def main():
    with Outlet() as outlet:
        outlet.start("--speed", "1500", "--start-at", "08:20")
        feed = outlet.feed("L3", "staff", "records")
        acknowledged = outlet.dir / "acknowledged.csv"
        rehearsal = Process(BIN / "usher-rehearse", SOURCE / "assets/days/quiet.csv", "--data",
                            outlet.data, "--acknowledged", acknowledged, "--for", "120")
        feed.until(lambda _, said: any(one["event"]["type"] == "ServiceFinished"
                                       for one in said["records"]), "the first customer served")
        by_hand = outlet.device("K3").ask("TakeTicket", service="cash", paper="Shown")["ticket"]
        feed.until(lambda _, said: any(one["event"]["type"] == "ServiceFinished" and
                                       one["event"]["ticket"] == by_hand
                                       for one in said["records"]), "the stranger served")
        code = rehearsal.wait(150)
        check(code == 0, f"the rehearsal ended with {code}:\n{rehearsal.text()}")
        told = json.loads(rehearsal.text())
        check(told["day_over"], f"the day did not end: {told}")
        picture = outlet.device("ctl").ask("GetSnapshot")["snapshot"]
        open_ = [one["id"] for one in picture["counters"] if one["staff"]]
        check(not open_, f"tellers still there: {open_}")
        outlet.stop()
        summary = json.loads(outlet.tool("summary", "--acknowledged", acknowledged))
        check(summary["taken"] == told["tickets"] + 1, f"{summary} {told}")
        check(summary["waiting"] == summary["lost"] == 0, f"{summary}")
        check("assisted" in summary["waits"], f"nobody assisted: {summary}")
        check(told["refused"] * 20 <= told["answered"], f"too much was refused: {told}")
        check(summary["worst_overtake_s"] <= summary["bound_s"], f"{summary}")
        print(json.dumps({**told, **summary}))


if __name__ == "__main__":
    main()

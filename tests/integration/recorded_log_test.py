"""The forecasts on a recorded log: frozen on arrival, out of sample, better than recent waits.

The log (Anonymous Bank, February 1999; acknowledge the Technion SEELab) is not ours to pass on and
lies beside the repository where it is at all. Where it is not, this test is skipped and says so.
"""
import json
import os
import subprocess
import sys

SIM = os.path.join(os.environ["USHER_BIN"], "usher-sim")
LOG = os.environ["USHER_RECORDED_LOG"]
SKIPPED = 77


def score(train, test):
    done = subprocess.run([SIM, "score", "--log", LOG, "--train-days", train, "--test-days", test,
                           "--futures", "50", "--json"], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def check(train, test, callers):
    scores = score(train, test)
    said = scores["predictors"]
    assert scores["n"] == callers, scores["n"]
    assert set(said) >= {"usher", "les", "hol", "ewma", "ticket-machine"}, said.keys()
    for predictor in said.values():
        assert set(predictor) >= {"rmse", "mae", "bias"}, predictor
    ours = said["usher"]
    les = ours["rmse"] / said["les"]["rmse"]
    ewma = ours["rmse"] / said["ewma"]["rmse"]
    print(f"{train} -> {test}: RMSE {ours['rmse']:.1f} s, {les:.3f} x LES, {ewma:.3f} x EWMA, "
          f"{ours['p10']:.3f} {ours['p50']:.3f} {ours['p90']:.3f} within P10, P50, P90")
    assert les <= 0.75 and ewma <= 0.87
    assert abs(ours["p50"] - 0.5) <= 0.03 and abs(ours["p90"] - 0.9) <= 0.02


def main():
    if not os.path.exists(LOG):
        print(f"skipped: there is no recorded log at {LOG}")
        sys.exit(SKIPPED)
    check("1-14", "15-28", 7035)
    check("odd", "even", 6723)


main()

#!/usr/bin/python3
"""A VIP puts a card into the real kiosk; afterwards the number is nowhere to be found.

Runs inside with_virtual_reader.sh: real pcscd, a scripted EMV card, the real kiosk and broker, every
byte between them captured. The ticket must have the VIP head start; neither the card number nor any
eight digits of it may be in a file, a log, the journal, the capture, or what the processes were
given and have open. The search is then shown to find the number where it is planted.
"""
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from outlet import BIN, SOURCE, Outlet, Process, until

SUPPORT = SOURCE / "tests/support"
SERVICE = "wealth"


def a_number():
    """Sixteen random digits, the last of which fits the others; nobody's, and telling."""
    digits = "62" + "".join(random.choice("123456789") for _ in range(13))
    doubled = sum(sum(divmod(2 * int(d), 10)) for d in digits[::-2])
    return digits + str(-(doubled + sum(int(d) for d in digits[-2::-2])) % 10)


def import_vip(outlet, number):
    register = outlet.dir / "cards.csv"
    register.write_text("card,tier,valid_from,valid_to,client_manager\n"
                        f"{number},vip,2020-01-01,2099-12-31,3002\n")
    outlet.tool("import-cards", "--outlet", outlet.toml, register)
    register.unlink()


def find(number, *paths, pids=()):
    """What find_number.py says: its exit code and its words."""
    words = ["/usr/bin/python3", SUPPORT / "find_number.py", "--number-from", "-"]
    for pid in pids:
        words += ["--pid", str(pid)]
    done = subprocess.run([*map(str, words), *map(str, paths)], input=number, text=True,
                          capture_output=True)
    return done.returncode, done.stdout + done.stderr


def no_core(process):
    limits = Path(f"/proc/{process.popen.pid}/limits").read_text()
    line = next(row for row in limits.splitlines() if row.startswith("Max core file size"))
    assert line.split()[4:6] == ["0", "0"], f"a crash would write memory down: {line}"


def tickets(outlet):
    """TicketTaken events of the journal, read by SQLite's own shell."""
    rows = subprocess.run(["sqlite3", "-readonly", outlet.data / "journal.db",
                           "SELECT body FROM events WHERE body LIKE '%TicketTaken%'"],
                          capture_output=True, text=True, check=True).stdout
    return rows


def status(outlet):
    return subprocess.run([BIN / "usher-ctl", "--data", outlet.data, "--json", "status"],
                          capture_output=True, text=True, check=True).stdout


def start_capture(path):
    if not shutil.which("tcpdump"):
        os.environ["PATH"] += ":/usr/sbin"
    if not shutil.which("tcpdump"):
        print("SKIPPED: no tcpdump here (Debian: tcpdump)")
        sys.exit(77)
    # Room for whatever else speaks on the loopback meanwhile: a dropped packet proves nothing.
    capture = Process("tcpdump", "-i", "lo", "-B", "65536", "-U", "-s", "0", "-Z", "root", "-w", path)
    capture.wait_line("listening on")
    return capture


def take_by_card(kiosk, number):
    """Inserts the card; the kiosk's autopilot does the rest. Returns the ticket's number."""
    card = Process("/usr/bin/python3", SUPPORT / "virtual_card.py", "--pan", number)
    card.wait_line("inserted")
    line = kiosk.wait_line('"number"')
    card.end()
    return re.search(r'"number":"(\w+)"', line).group(1)


def main():
    number = a_number()
    work = Path(tempfile.mkdtemp(prefix="usher-card-"))
    os.environ.update(QT_QPA_PLATFORM="offscreen", XDG_RUNTIME_DIR=str(work), LANG="C.UTF-8",
                      HOME=str(work))
    os.chmod(work, 0o700)
    work_files = work / "found"
    work_files.mkdir()
    with Outlet() as outlet:
        import_vip(outlet, number)
        capture = start_capture(work_files / "lo.pcap")
        broker = outlet.start("--speed", "2", "--start-at", "09:00")
        kiosk = Process(BIN / "usher-kiosk", "--key", outlet.data / "keys/K1.json", "--card", "pcsc",
                        "--printer", "none", "--windowed", "--auto", SERVICE)
        until(lambda: '"part":"card-reader"' in status(outlet), "the kiosk to report its reader")
        taken = take_by_card(kiosk, number)
        no_core(broker)
        no_core(kiosk)
        code, words = find(number, pids=[broker.popen.pid, kiosk.popen.pid])
        assert code == 0, f"in what a process was given or has open:\n{words}"

        body = tickets(outlet)
        assert taken.startswith("M"), f"{taken} is no VIP's number"
        assert '"tier":"vip"' in body, body
        assert '"headStart":1800000' in status(outlet), "the VIP tier's head start of 30 minutes"

        kiosk.end()
        outlet.stop()
        capture.end()
        assert "\n0 packets dropped by kernel" in capture.text(), capture.text()
        (work_files / "kiosk.log").write_text(kiosk.text())
        (work_files / "broker.log").write_text(broker.text())
        shutil.copy(os.environ["USHER_PCSCD_LOG"], work_files / "pcscd.log")
        # The card's own wire (pcscd to the virtual chip) is no wire of ours: leave out its port.
        ours = work_files / "ours.pcap"
        subprocess.run(["tcpdump", "-r", work_files / "lo.pcap", "-w", ours, "-Z", "root",
                        "not port 35963 and not port 35964"], check=True, capture_output=True)
        chip = work / "chip.pcap"
        (work_files / "lo.pcap").rename(chip)
        assert ours.stat().st_size > 10_000, "the capture saw kiosk and broker speak"

        code, words = find(number, outlet.data, work_files)
        assert code == 0, f"the card number is where it must not be:\n{words}"
        for process in (kiosk, broker):
            assert "Traceback" not in process.text()

        # Would it have been found? On the chip's own wire it is; and where we plant it.
        assert find(number, chip)[0] == 1, "the search does not see the chip say its number"
        (outlet.data / "planted").write_bytes(b"..." + bytes.fromhex(number) + b"...")
        assert find(number, outlet.data)[0] == 1, "the search misses a planted number"
    shutil.rmtree(work, ignore_errors=True)
    print(f"ticket {taken}, a VIP's; the number is nowhere, and would have been found")


if __name__ == "__main__":
    main()

#!/usr/bin/python3
"""What the broker tells whoever supervises it, as sd_notify(3) spells it, and when.

READY not before an ask at the door is answered, WATCHDOG as long as the loop turns and no longer,
STOPPING when told to stop; and all is well where nobody listens.
"""
import os
import resource
import signal
import socket

from outlet import Missing, Outlet, check, play

SILENCE = 3.5  # seconds: more than three beats


class Supervisor:
    """The datagram socket of a service manager, and the variable that names it."""

    def __init__(self, outlet):
        self.path = outlet.dir / "notify"
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.socket.bind(str(self.path))
        os.environ["NOTIFY_SOCKET"] = str(self.path)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        del os.environ["NOTIFY_SOCKET"]
        self.socket.close()

    def next(self, seconds=60):
        """What it is told next, or nothing."""
        self.socket.settimeout(seconds)
        try:
            return self.socket.recv(4096).decode()
        except TimeoutError:
            return None

    def wait(self, word):
        """Everything up to and including the first that begins with `word`."""
        heard = []
        while not heard or not heard[-1].startswith(word):
            told = self.next()
            if told is None:
                raise Missing(f"no {word} after {heard}")
            heard.append(told)
        return heard

    def rest(self):
        """What it was told and has not looked at."""
        self.socket.setblocking(False)
        heard = []
        while True:
            try:
                heard.append(self.socket.recv(4096).decode())
            except BlockingIOError:
                return heard


def ready():
    """READY comes once, and from then on every ask is answered at once"""
    with Outlet() as outlet, Supervisor(outlet) as supervisor:
        outlet.launch()
        before = supervisor.wait("READY=1")[:-1]
        socket.create_connection(("127.0.0.1", outlet.port), timeout=5).close()
        told = outlet.device("L2").ask("GetBoard")
        check(isinstance(told, dict) and told["type"] == "Board", f"ready, and then {told}")
        check(outlet.device("K1").ask("ListServices")["type"] == "Services", "services")
        check(all(line.startswith(("STATUS=", "WATCHDOG=1")) for line in before), f"{before}")
        check(any(f"door tcp://127.0.0.1:{outlet.port}" in line for line in before), f"{before}")
        outlet.stop()
        check("READY=1" not in supervisor.rest(), "READY twice")


def not_ready():
    """A broker that cannot open its door is never ready"""
    with Outlet() as outlet, Supervisor(outlet) as supervisor:
        with socket.socket() as held:
            held.bind(("127.0.0.1", outlet.port))
            code = outlet.launch().wait()
        heard = supervisor.rest()
        check(code == 1, f"ended with {code}")
        check("READY=1" not in heard, f"{heard}")


def watchdog():
    """WATCHDOG goes on as long as the broker does, and no longer"""
    with Outlet() as outlet, Supervisor(outlet) as supervisor:
        broker = outlet.start()
        for _ in range(4):
            supervisor.wait("WATCHDOG=1")
        broker.popen.send_signal(signal.SIGSTOP)
        os.waitid(os.P_PID, broker.popen.pid, os.WSTOPPED)
        supervisor.rest()
        check(supervisor.next(SILENCE) is None, "a broker that stands still says it is alive")
        broker.popen.send_signal(signal.SIGCONT)
        supervisor.wait("WATCHDOG=1")


def stopping():
    """Told to stop, it says STOPPING before it ends"""
    with Outlet() as outlet, Supervisor(outlet) as supervisor:
        outlet.launch()
        supervisor.wait("READY=1")
        check("STOPPING=1" not in supervisor.rest(), "STOPPING before anybody asked")
        outlet.stop()
        check(supervisor.rest().count("STOPPING=1") == 1, "STOPPING, once")


def trouble():
    """A disk that takes nothing in shows in the status, and the watchdog is content"""
    def small_files():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # so that a write fails, as on a full disk
        resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 17, 1 << 17))
    with Outlet() as outlet, Supervisor(outlet) as supervisor:
        outlet.launch("--speed", 5, "--start-at", "09:30", before=small_files)
        supervisor.wait("READY=1")
        kiosk = outlet.device("K1")
        said = None
        while said != "Unavailable":
            said = kiosk.ask("TakeTicket", service="cash", paper="Shown")
            check(said == "Unavailable" or isinstance(said, dict), f"{said}")
        heard = supervisor.wait("STATUS=the journal takes nothing in")
        supervisor.wait("WATCHDOG=1")
        return heard[-1]


def nobody_listens():
    """Where the socket leads nowhere, the broker runs as ever"""
    with Outlet() as outlet, Supervisor(outlet) as supervisor:
        supervisor.socket.close()
        outlet.start()
        check(outlet.device("L2").ask("GetBoard")["type"] == "Board", "it is served all the same")
        outlet.stop()


if __name__ == "__main__":
    play(ready, not_ready, watchdog, stopping, trouble, nobody_listens)

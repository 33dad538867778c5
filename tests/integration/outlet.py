"""A real outlet for a test: the real programs, a folder that goes away again, devices on real sockets.

Nothing here sleeps for a while and hopes: whoever waits, waits for something (a line of the log, an
answer, a message of a feed) with a generous deadline, and says what was awaited if it never came.
"""
import atexit
import json
import os
import random
import re
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time
import urllib.request
from pathlib import Path

import zmq
from zmq.utils.monitor import recv_monitor_message

SOURCE = Path(os.environ.get("USHER_SOURCE", Path(__file__).resolve().parents[2]))
BIN = Path(os.environ.get("USHER_BIN", SOURCE / "build/bin"))
GALAXY = SOURCE / "assets/outlets/galaxy.toml"
CORNER = SOURCE / "assets/outlets/corner.toml"
PEOPLE = SOURCE / "assets/demo"
PATIENCE = 60  # seconds: far beyond what anything takes, even on a loaded machine


class Missing(AssertionError):
    """What was waited for did not come."""


def until(condition, what, seconds=PATIENCE):
    """Asks until the answer is true, and returns it."""
    end = time.monotonic() + seconds
    while not (found := condition()):
        if time.monotonic() > end:
            raise Missing(f"waited {seconds} s for {what}")
        time.sleep(0.02)  # between two looks, where there is nothing to be woken by
    return found


def free_ports(count):
    """The first of so many free ports in a row, below those that the system gives out itself."""
    while True:
        first = random.SystemRandom().randrange(20000, 32000 - count)
        held = []
        try:
            for port in range(first, first + count):
                one = socket.socket()
                held.append(one)
                one.bind(("127.0.0.1", port))
            return first
        except OSError:
            continue
        finally:
            for one in held:
                one.close()


class Process:
    """A program under way, and every line it has said."""

    def __init__(self, *command, cwd=None, before=None):
        self.lines = []
        self.heard = threading.Condition()
        self.popen = subprocess.Popen([str(part) for part in command], stdout=subprocess.PIPE,
                                      stderr=subprocess.STDOUT, text=True, cwd=cwd, preexec_fn=before)
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()
        atexit.register(lambda: self.alive() and self.popen.kill())  # a failed test leaves nobody

    def _read(self):
        for line in self.popen.stdout:
            with self.heard:
                self.lines.append(line.rstrip("\n"))
                self.heard.notify_all()
        with self.heard:
            self.lines.append(None)  # it says nothing more
            self.heard.notify_all()

    def wait_line(self, pattern, seconds=PATIENCE):
        """The first line that has `pattern`; fails at once if the program ends without it."""
        def look():
            for line in self.lines:
                if line is None or re.search(pattern, line):
                    return (line,)
            return None
        with self.heard:
            found = self.heard.wait_for(look, seconds)
        if not found or found[0] is None:
            raise Missing(f"no line with {pattern!r} in:\n{self.text()}")
        return found[0]

    def text(self):
        return "\n".join(line for line in self.lines if line is not None)

    def alive(self):
        return self.popen.poll() is None

    def end(self, sign=signal.SIGTERM, seconds=PATIENCE):
        """Its exit code; negative: of the signal."""
        if self.alive():
            self.popen.send_signal(sign)
        return self.wait(seconds)

    def wait(self, seconds=PATIENCE):
        code = self.popen.wait(seconds)
        self.reader.join(seconds)
        return code


class Outlet:
    """A data directory with people and devices in it, and the broker that serves it."""

    def __init__(self, toml=GALAXY, demo=True, data=None):
        self.dir = Path(tempfile.mkdtemp(prefix="usher-test-"))
        self.data = Path(data) if data else self.dir / "data"
        self.toml = toml
        self.port = free_ports(4)
        self.broker = None
        self.context = zmq.Context()
        self.devices = []
        if demo:
            self.tool("demo", "--outlet", toml, "--people", PEOPLE, "--port", self.port)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for device in self.devices:
            device.close()
        if self.broker:
            self.broker.end(signal.SIGKILL)
        self.context.destroy(linger=0)
        shutil.rmtree(self.dir, ignore_errors=True)

    def run_tool(self, verb, *words):
        """What a broker tool answers, whatever its exit code."""
        return subprocess.run([str(BIN / "usher-broker"), verb, "--data", str(self.data),
                               *map(str, words)], capture_output=True, text=True, timeout=PATIENCE)

    def tool(self, verb, *words):
        done = self.run_tool(verb, *words)
        assert done.returncode == 0, f"{verb} ended with {done.returncode}:\n{done.stderr}{done.stdout}"
        return done.stdout

    def enrol(self, name, role):
        self.tool("enrol", "--name", name, "--role", role, "--port", self.port)
        return name

    def key(self, name):
        return json.loads((self.data / "keys" / f"{name}.json").read_text())

    def launch(self, *words, before=None):
        """The broker, begun; it may still refuse to start."""
        self.broker = Process(BIN / "usher-broker", "run", "--outlet", self.toml, "--data", self.data,
                              "--port", self.port, *words, before=before)
        return self.broker

    def start(self, *words, before=None):
        self.launch(*words, before=before).wait_line(r"door tcp://")
        return self.broker

    def stop(self):
        code = self.broker.end(signal.SIGTERM)
        assert code == 0, f"the broker ended with {code}:\n{self.broker.text()}"

    def kill(self):
        code = self.broker.end(signal.SIGKILL)
        assert code == -signal.SIGKILL, f"it had ended by itself with {code}:\n{self.broker.text()}"

    def metrics(self):
        page = urllib.request.urlopen(f"http://127.0.0.1:{self.port + 3}/metrics", timeout=PATIENCE)
        found = {}
        for line in page.read().decode().splitlines():
            if line and not line.startswith("#"):
                name, value = line.rsplit(" ", 1)
                found[name] = float(value)
        return found

    def device(self, name):
        made = Device(self, self.key(name))
        self.devices.append(made)
        return made

    def feed(self, name, which, *topics):
        made = Feed(self, self.key(name), which, topics)
        self.devices.append(made)
        return made


class Line:
    """One socket of a device, with its monitor: what becomes of the handshake can be waited for."""

    def __init__(self, outlet, kind, endpoint, key):
        self.socket = outlet.context.socket(kind)
        self.socket.linger = 0
        self.socket.sndtimeo = 1000 * PATIENCE  # to nobody it would wait for ever
        self.socket.reconnect_ivl = 50
        self.socket.reconnect_ivl_max = 500
        if key:
            self.socket.curve_serverkey = key["brokerKey"].encode()
            self.socket.curve_publickey = key["publicKey"].encode()
            self.socket.curve_secretkey = key["secretKey"].encode()
        self.monitor = self.socket.get_monitor_socket()
        self.endpoint = endpoint

    def wait_event(self, *wanted, seconds=PATIENCE):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if self.monitor.poll(200) and recv_monitor_message(self.monitor)["event"] in wanted:
                return
        raise Missing(f"none of the events {wanted} of {self.endpoint}")

    def wait_denied(self):
        self.wait_event(zmq.EVENT_HANDSHAKE_FAILED_AUTH, zmq.EVENT_HANDSHAKE_FAILED_PROTOCOL,
                        zmq.EVENT_HANDSHAKE_FAILED_NO_DETAIL, zmq.EVENT_DISCONNECTED)

    def drain(self):
        """What has come so far is forgotten."""
        while self.socket.poll(0):
            self.socket.recv_multipart()

    def silent(self):
        return not self.socket.poll(0)

    def close(self):
        if not self.socket.closed:
            self.socket.disable_monitor()
            self.socket.close(0)


class Device(Line):
    """Asks at the door. An answer comes as an object, a refusal as its name."""

    def __init__(self, outlet, key):
        super().__init__(outlet, zmq.DEALER, key["door"], key)
        self.early = {}
        self.socket.connect(self.endpoint)

    def send(self, frame):
        self.socket.send(frame if isinstance(frame, bytes) else frame.encode())

    def hear(self, wanted, seconds=PATIENCE):
        """What the broker said under that id; nothing if it did not in time."""
        end = time.monotonic() + seconds
        while wanted not in self.early:
            left = end - time.monotonic()
            if left <= 0 or not self.socket.poll(int(left * 1000) + 1):
                return None
            told = json.loads(self.socket.recv())
            self.early[told.get("id", told.get("pong"))] = told
        return self.early.pop(wanted)

    def ask(self, kind, *, id=None, **members):
        """Asks until it is answered, the same bytes each time."""
        id = id or new_id()
        frame = spell(id, kind, **members)
        for _ in range(PATIENCE):
            self.send(frame)
            told = self.hear(id, 1)
            if told:
                return told["answer"] if "answer" in told else told["refusal"]
        raise Missing(f"no answer to {kind}")

    def ping(self, number=1):
        self.send(json.dumps({"v": 1, "ping": number}))
        return self.hear(number)


class Feed(Line):
    """Hears one of the two feeds."""

    def __init__(self, outlet, key, which, topics):
        super().__init__(outlet, zmq.SUB, key[which], key)
        for topic in topics:
            self.socket.subscribe(topic.encode())
        self.socket.connect(self.endpoint)

    def next(self, seconds=PATIENCE):
        """(topic, what it says)"""
        if not self.socket.poll(int(seconds * 1000)):
            raise Missing(f"nothing on {self.endpoint}")
        topic, body = self.socket.recv_multipart()
        return topic.decode(), json.loads(body)

    def until(self, fits, what, seconds=PATIENCE):
        """The first message that fits, of those that come from now on."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0 and self.socket.poll(int(left * 1000) + 1):
            topic, said = self.next()
            if fits(topic, said):
                return said
        raise Missing(f"waited {seconds} s for {what}")

def new_id():
    return secrets.token_hex(16)


def spell(id, kind, **members):
    return json.dumps({"v": 1, "id": id, "ask": {"type": kind, **members}})


def check(true, what):
    """An assertion that says what it was about, in a sentence."""
    if not true:
        raise AssertionError(what)


def play(*scenes):
    """Plays every scene and says how each went; the first trouble ends the test."""
    for scene in scenes:
        begun = time.monotonic()
        title = (scene.__doc__ or scene.__name__).splitlines()[0]
        try:
            said = scene()
        except BaseException:
            print(f"FAILED   {title}", flush=True)
            raise
        print(f"passed   {title} ({time.monotonic() - begun:.1f} s)" + (f": {said}" if said else ""),
              flush=True)


def bound(scene, *gifts):
    """The scene with what it needs, to be played."""
    def played():
        return scene(*gifts)
    played.__doc__ = scene.__doc__
    return played

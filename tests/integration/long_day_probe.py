#!/usr/bin/python3
"""A device that does nothing but ask and look at its watch, and what the machine does meanwhile.

    long_day_probe.py KEYFILE FOLDER

Four times a second: a bare encrypted round trip to a process of our own, a question to the broker
(what can be had now, with forecasts), a small write and sync in FOLDER, and a command that changes
something, answered once it is on the disk. A line for each turn, in microseconds, in that order,
and how often it has asked again so far. It asks one thing at a time: nothing it says waits behind
something else it said; who is not answered within a second asks again, and that has then taken as
long.
"""
import json
import os
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import zmq

from outlet import PATIENCE, Device, Missing, new_id, spell

EVERY = 0.25  # seconds


class Mirror:
    """A process that says what it hears, over the same library and the same encryption."""

    def __init__(self, folder):
        self.place = f"ipc://{folder}/mirror"
        self.keys = zmq.curve_keypair()
        self.parent = os.getpid()
        self.pid = os.fork()
        if self.pid == 0:
            self.reflect()

    def reflect(self):
        server = zmq.Context().socket(zmq.ROUTER)
        server.curve_server = True
        server.curve_secretkey = self.keys[1]
        port = server.bind_to_random_port("tcp://127.0.0.1")
        teller = zmq.Context().socket(zmq.PUSH)
        teller.connect(self.place)
        teller.send(str(port).encode())
        while os.getppid() == self.parent:
            if server.poll(1000):
                server.send_multipart(server.recv_multipart())
        os._exit(0)

    def line(self, context):
        heard = context.socket(zmq.PULL)
        heard.bind(self.place)
        port = int(heard.recv())
        heard.close(0)
        line = context.socket(zmq.DEALER)
        line.curve_serverkey = self.keys[0]
        line.curve_publickey, line.curve_secretkey = zmq.curve_keypair()
        line.connect(f"tcp://127.0.0.1:{port}")
        return line


class Probe:
    def __init__(self, key, folder):
        mirror = Mirror(folder)  # before there is a thread to fork with
        context = zmq.Context()
        self.mirror = mirror.line(context)
        self.device = Device(SimpleNamespace(context=context), key)
        self.paper = os.open(folder / "bare", os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600)
        self.up = False
        self.again = 0  # how often it had to ask again, so far

    def echo(self):
        self.mirror.send(spell(new_id(), "ListServices").encode())
        if not self.mirror.poll(PATIENCE * 1000):
            raise Missing("no echo")
        self.mirror.recv()

    def question(self):
        self.ask("ListServices")

    def sync(self):
        os.write(self.paper, b"x" * 400)
        os.fsync(self.paper)

    def durable(self):
        self.up = not self.up
        self.ask("ReportDevice", part="printer", up=self.up)

    def ask(self, kind, **members):
        """As every client does: the same again after a second without an answer."""
        id = new_id()
        for again in range(PATIENCE):
            self.device.send(spell(id, kind, **members))
            told = self.device.hear(id, 1)
            if told:
                break
            self.again += 1
        if told is None or "answer" not in told:
            raise Missing(f"{kind} was told {told}")

    def turn(self):
        took = []
        for what in (self.echo, self.question, self.sync, self.durable):
            begun = time.perf_counter()
            what()
            took.append(round((time.perf_counter() - begun) * 1e6))
        return [*took, self.again]


def main():
    probe = Probe(json.loads(Path(sys.argv[1]).read_text()), Path(sys.argv[2]))
    probe.device.ping()
    probe.echo()
    due = time.monotonic()
    while os.getppid() != 1:
        print(json.dumps(probe.turn()), flush=True)
        due = max(due + EVERY, time.monotonic())
        time.sleep(max(0, due - time.monotonic()))


if __name__ == "__main__":
    main()

#!/usr/bin/python3
"""A bank card made of words, for the virtual PC/SC reader (vsmartcard-vpcd).

Connecting is putting the card in, and ending is pulling it out: end this program by SIGTERM, or by
closing its standard input with --until-eof. It says on standard output, one line each: `inserted`,
`command N` for every command it answers if --verbose, `pulled`. Its bytes are written down here from
the EMV books, not taken from the reader under test.

Behaviours:
  contactless      directory in the answer (2PAY), records listed in format 80; the usual bank card
  contact          directory in a file (1PAY), format 77, wants 61xx and 6Cxx to be understood
  no-directory     only its application can be selected
  number-in-77     tells track 2 straight in the answer to GET PROCESSING OPTIONS
  shy              refuses every GET PROCESSING OPTIONS, has its number in record 1 of file 1
  not-a-bank-card  knows none of our applications
  bad-number       its number has a wrong check digit
  pulled           is pulled out after --after commands
  mute             never answers after --after commands
  slow             takes --delay seconds for each command
  endless          lists and answers records for ever, none with a number
  nesting          containers in containers in containers
  lying            lengths that point beyond the end
  looping          says 61xx to everything
  correcting       says 6Cxx to everything
  huge             answers with 60000 bytes
"""
import argparse
import os
import signal
import socket
import struct
import sys
import threading
import time

ATR = bytes.fromhex("3B80800101")
AID = bytes.fromhex("A000000333010101")
FINE, NOT_FOUND, NOT_NOW = b"\x90\x00", b"\x6A\x82", b"\x69\x85"


def tlv(tag, *parts):
    value = b"".join(parts)
    size = len(value)
    if size < 0x80:
        length = bytes([size])
    elif size < 0x100:
        length = bytes([0x81, size])
    else:
        length = b"\x82" + struct.pack(">H", size)
    return bytes.fromhex(tag) + length + value


def packed(digits, separator=""):
    text = digits + separator
    return bytes.fromhex(text + "F" * (len(text) % 2))


class Card:
    def __init__(self, behaviour, number):
        self.behaviour = behaviour
        if behaviour == "bad-number":
            number = number[:-1] + str((int(number[-1]) + 1) % 10)
        self.number = number
        self.pending = b""

    def record(self):
        # Name and expiry are there to be left alone.
        return tlv("70", tlv("57", packed(self.number, "D99122010000000000")),
                   tlv("5A", packed(self.number)), tlv("5F24", bytes.fromhex("991231")),
                   tlv("5F20", b"SPECIMEN/CARD"))

    def answer(self, command):
        """Data and status word for one command."""
        spoilt = {"looping": b"\x61\x10", "correcting": b"\x6C\x10",
                  "huge": bytes(60000) + FINE,
                  "nesting": tlv("6F", tlv("A5", tlv("BF0C", tlv("61", tlv("70", tlv("70")))))) + FINE,
                  "lying": bytes.fromhex("6F82FFF0840E") + FINE}
        if self.behaviour in spoilt:
            return spoilt[self.behaviour]
        kind, p1, p2 = command[1], command[2], command[3]
        if kind == 0xA4:
            return self.select(command[5:5 + command[4]])
        if kind == 0xA8:
            return self.options(command)
        if kind == 0xB2:
            return self.read(p1, p2 >> 3, command[4] if len(command) > 4 else 0)
        if kind == 0xC0:
            data, self.pending = self.pending, b""
            return data + FINE
        return b"\x6D\x00"

    def select(self, name):
        if self.behaviour == "not-a-bank-card":
            return NOT_FOUND
        entry = tlv("61", tlv("4F", AID), tlv("50", b"PBOC DEBIT"), tlv("87", b"\x01"))
        with_2pay = self.behaviour not in ("contact", "no-directory")
        if name == b"2PAY.SYS.DDF01" and with_2pay:
            return tlv("6F", tlv("84", name), tlv("A5", tlv("BF0C", entry))) + FINE
        if name == b"1PAY.SYS.DDF01" and self.behaviour == "contact":
            self.pending = tlv("6F", tlv("84", name), tlv("A5", tlv("88", b"\x01")))
            return bytes([0x61, len(self.pending)])
        if name == AID:
            pdol = bytes.fromhex("9F66049F1A025F2A029A039C019F3704")
            return tlv("6F", tlv("84", AID), tlv("A5", tlv("50", b"PBOC DEBIT"),
                                                 tlv("9F38", pdol))) + FINE
        return NOT_FOUND

    def options(self, command):
        if self.behaviour == "shy":
            return NOT_NOW
        # 83, 16 bytes: qualifiers, country, currency, date, type, chance
        if command[4:7] != b"\x12\x83\x10":
            return b"\x67\x00"
        locator = b"\x10\x01\x02\x00" if self.behaviour == "contact" else b"\x08\x01\x01\x00"
        if self.behaviour == "endless":
            locator = b"".join(bytes([file << 3, 1, 16, 0]) for file in range(1, 11))
        if self.behaviour == "number-in-77":
            return tlv("77", tlv("82", b"\x7C\x00"), tlv("57", packed(self.number, "D9912201"))) + FINE
        if self.behaviour == "contact":
            return tlv("77", tlv("82", b"\x7C\x00"), tlv("94", locator)) + FINE
        return tlv("80", b"\x7C\x00", locator) + FINE

    def read(self, record, file, length):
        if self.behaviour == "endless":
            return tlv("70", tlv("5F20", b"ON AND ON")) + FINE
        if self.behaviour != "contact":
            return self.record() + FINE if (file, record) == (1, 1) else b"\x6A\x83"
        contents = {(1, 1): tlv("70", tlv("61", tlv("4F", AID), tlv("50", b"PBOC"), tlv("87", b"\x01"))),
                    (2, 1): tlv("70", tlv("5F24", bytes.fromhex("991231"))),
                    (2, 2): self.record()}
        data = contents.get((file, record))
        if data is None:
            return b"\x6A\x83"
        if length != len(data):
            return bytes([0x6C, len(data)])
        return data + FINE


def quick(reader):
    # The driver sends length and body apart; without this each command waits 40 ms for our ACK.
    reader.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)


def receive(reader, size):
    data = b""
    while len(data) < size:
        part = reader.recv(size - len(data))
        if not part:
            raise EOFError
        data += part
    return data


def insert(port, deadline):
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port))
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.02)


def say(text):
    print(text, flush=True)


def play(reader, card, options):
    commands = 0
    while True:
        size = struct.unpack(">H", receive(reader, 2))[0]
        quick(reader)
        body = receive(reader, size)
        if size == 1:
            if body == b"\x04":
                reader.sendall(struct.pack(">H", len(ATR)) + ATR)
            continue
        if commands == options.after and options.behaviour == "pulled":
            return
        if commands == options.after and options.behaviour == "mute":
            say("mute")
            threading.Event().wait()
        commands += 1
        if options.verbose:
            say(f"command {commands}")
        if options.behaviour == "slow":
            time.sleep(options.delay)
        answer = card.answer(body)
        reader.sendall(struct.pack(">H", len(answer)) + answer)


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--behaviour", default="contactless")
    parser.add_argument("--pan", default="6222000000000000129", help="a test number")
    parser.add_argument("--port", type=int, default=35963)
    parser.add_argument("--after", type=int, default=2, help="commands before it is pulled or mute")
    parser.add_argument("--delay", type=float, default=1.0)
    parser.add_argument("--until-eof", action="store_true")
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    if f"\n  {options.behaviour} " not in __doc__:
        parser.error(f"no behaviour called {options.behaviour}")

    reader = insert(options.port, time.monotonic() + 20)
    reader.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    quick(reader)

    def pull(*_):
        reader.shutdown(socket.SHUT_RDWR)
        say("pulled")
        os._exit(0)

    signal.signal(signal.SIGTERM, pull)
    if options.until_eof:
        threading.Thread(target=lambda: (sys.stdin.read(), pull()), daemon=True).start()
    say("inserted")
    try:
        play(reader, Card(options.behaviour, options.pan), options)
    except (EOFError, ConnectionError):
        pass
    say("pulled")


if __name__ == "__main__":
    main()

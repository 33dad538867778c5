#!/usr/bin/python3
"""Every form a card number could leak in is planted and found; nothing is found where nothing is."""
import base64
import os
import random
import struct
import subprocess
import sys
import tempfile
from pathlib import Path

from find_number import SWAPPED, search_all

NUMBER = "6200001234567890"  # invented, and of the test range
TOOL = Path(__file__).parent / "find_number.py"


def pcap(payload):
    """A capture of one packet that carries these bytes."""
    frame = bytes(12) + b"\x08\x00" + bytes(40) + payload
    head = struct.pack("<IHHiIII", 0xA1B2C3D4, 2, 4, 0, 0, 65535, 1)
    return head + struct.pack("<IIII", 1, 2, len(frame), len(frame)) + frame


def forms(number):
    """Name and bytes of every way to spell it."""
    text = number.encode()
    packed = bytes.fromhex(number + "0" * (len(number) % 2))
    shifted = bytes.fromhex("D" + number + "F" * (1 - len(number) % 2))
    groups = [number[at:at + 4] for at in range(0, len(number), 4)]
    yield "plain", text
    yield "spaces", " ".join(groups).encode()
    yield "dashes", "-".join(groups).encode()
    yield "every digit apart", " ".join(number).encode()
    yield "utf-16-le", number.encode("utf-16-le")
    yield "utf-16-be", number.encode("utf-16-be")
    yield "utf-32", number.encode("utf-32-le")
    yield "tag 5A", b"\x5a" + bytes([len(packed)]) + packed
    yield "tag 57", b"\x57\x10" + packed + bytes.fromhex("D30122010000000F")
    yield "packed, half a byte on", shifted
    yield "nibbles swapped", packed.translate(SWAPPED)
    yield "hex of ascii", text.hex().encode()
    yield "hex of ascii, escaped", "".join(f"\\x{byte:02x}" for byte in text).encode()
    yield "hex of ascii, with colons", ":".join(f"{byte:02X}" for byte in text).encode()
    yield "hex of packed, spaced", packed.hex(" ").encode()
    for before in range(3):
        yield f"base64 after {before}", base64.b64encode(b"x" * before + text + b"yz")
        yield f"base64 of packed after {before}", base64.b64encode(b"x" * before + packed + b"yz")
    yield "base64 of utf-16", base64.b64encode(number.encode("utf-16-le"))
    yield "in json", f'{{"card":"{number}"}}'.encode()
    yield "in a capture", pcap(text)


def noise(chance, size):
    return bytes(chance.randrange(256) for _ in range(size))


def planted(folder, chance):
    """Every form, between noise, is found; and so is every part of eight digits"""
    count = 0
    for name, spelt in forms(NUMBER):
        file = folder / "planted"
        file.write_bytes(noise(chance, 999) + b"\n" + spelt + b"\n" + noise(chance, 999))
        found = search_all([folder], [], NUMBER)
        assert found, f"{name} was not found"
        whole = any(one.last - one.first >= 15 for _, one in found)
        assert whole, f"{name}: only {[str(one) for _, one in found]}"
        count += 1
    for at in range(len(NUMBER) - 7):
        part = NUMBER[at:at + 8]
        for name, spelt in (("digits", part.encode()), ("packed", bytes.fromhex(part)),
                            ("wide", part.encode("utf-16-le")), ("hex", part.encode().hex().encode()),
                            ("base64", base64.b64encode(b"--" + part.encode()))):
            (folder / "planted").write_bytes(b"a line\n" + spelt + b"\nthe end")
            assert search_all([folder], [], NUMBER), f"part from {at} in {name}"
            count += 1
    (folder / "planted").unlink()
    return count


def innocent(folder, chance):
    """Noise, other numbers and seven digits are not taken for it"""
    for name, data in (("noise", noise(chance, 200_000)), ("zeros", bytes(100_000)),
                       ("zeros in letters", b"0" * 10_000), ("seven", NUMBER[:7].encode()),
                       ("other", b"6200 0099 8877 6655"), ("time", b"1795406400000 1795406400001"),
                       ("digest", noise(chance, 20_000).hex().encode()),
                       ("base64", base64.b64encode(noise(chance, 20_000)))):
        (folder / name).write_bytes(data)
        found = search_all([folder / name], [], NUMBER)
        assert not found, f"{name}: {[str(one) for _, one in found]}"


def process(folder):
    """What a running process was given and has open is looked through"""
    log = folder / "log"
    log.write_text(f"card {NUMBER}\n")
    with open(log, "a", encoding="ascii") as held, \
            subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=held) as child:
        try:
            found = search_all([], [child.pid], NUMBER)
            assert [one for path, one in found if "/fd/" in str(path)], "the log it has open"
            log.write_text("nothing\n")
            assert not search_all([], [child.pid], NUMBER), "it was taken out"
        finally:
            child.stdin.close()
    (folder / NUMBER).write_text("its name is enough")
    assert search_all([folder / NUMBER], [], NUMBER), "the name of a file"
    (folder / NUMBER).unlink()


def by_hand(folder):
    """The command says where, says nothing of the digits, and ends with 0, 1 or 2"""
    for text, paths, code in ((f"card={NUMBER}", [folder / "leak"], 1), ("card=", [folder / "leak"], 0),
                              ("", [folder / "absent"], 2)):
        (folder / "leak").write_text(text)
        done = subprocess.run([sys.executable, TOOL, "--number-from", "-", *paths], input=NUMBER,
                              capture_output=True, text=True, check=False)
        assert done.returncode == code, f"{done.returncode}, not {code}: {done.stderr}"
        said = done.stdout + done.stderr
        assert all(NUMBER[at:at + 4] not in said for at in (0, 4, 8, 12)), "it repeats the number"
        assert (str(folder / "leak") in said) == (code == 1), said


def main():
    chance = random.Random(57)
    with tempfile.TemporaryDirectory(prefix="usher-test-") as made:
        folder = Path(made)
        print(f"{planted(folder, chance)} planted, all found")
        innocent(folder, chance)
        process(folder)
        by_hand(folder)
    print("nothing found where there is nothing")


if __name__ == "__main__":
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
    main()

#!/usr/bin/python3
"""Looks for a card number where none may be: in files, folders, captures and what processes write.

It knows every form a leak could take: plain digits, with spaces or dashes, UTF-16 and UTF-32, packed
two to a byte as in EMV tags 5A and 57 (at either nibble, and with the nibbles swapped), written out
as hexadecimal, base64 of any of these; and parts: any eight digits in a row. It says where and in
which form, never the digits. Eight digits with fewer than three different ones (as 00000000) are in
every file and say nothing: those are passed over, so choose a number that has many.

    find_number.py --number-from FILE PATH...     FILE `-` is standard input
    find_number.py --number-from FILE --pid PID   what the process was given and has open

Ends with 0 if there is nothing, 1 if something was found, 2 if it could not look.
"""
import argparse
import base64
import os
import re
import stat
import sys
from dataclasses import dataclass
from pathlib import Path

PART = 8          # digits in a row that are too many
TELLING = 3       # different digits that a part must have
BYTES_MAX = 1 << 28
SWAPPED = bytes((byte & 15) << 4 | byte >> 4 for byte in range(256))
BETWEEN = rb"(?:[\s\-.,:_/]|\xc2\xa0){0,2}"
BETWEEN_HEX = rb"(?:[\s:,]|\\x|0x){0,4}"


@dataclass(frozen=True)
class Finding:
    """`first` and `last`: which digits of the number, from 1 up."""
    form: str
    offset: int
    first: int
    last: int

    def __str__(self):
        return f"byte {self.offset}: digits {self.first} to {self.last}, {self.form}"


def parts_of(number):
    """(where it begins, eight digits) for every part that says something."""
    for at in range(len(number) - PART + 1):
        part = number[at:at + PART]
        if len(set(part)) >= TELLING:
            yield at, part


def spaced(part):
    return BETWEEN.join(re.escape(digit.encode()) for digit in part)


def as_hex(part):
    return BETWEEN_HEX.join(b"3" + digit.encode() for digit in part)


def encoded_cores(raw):
    """What base64 makes of these bytes wherever they begin, less what their neighbours decide."""
    for shift in range(3):
        text = base64.b64encode(b"\0" * shift + raw)
        first = -(-shift * 8 // 6)
        last = (shift + len(raw)) * 8 // 6
        yield text[first:last]
        yield base64.urlsafe_b64encode(b"\0" * shift + raw)[first:last]


def packed(part):
    return bytes.fromhex(part)


def base64_pattern(part):
    raws = [part.encode(), part.encode("utf-16-le"), part.encode("utf-16-be")]
    cores = {core for raw in raws for core in encoded_cores(raw)}
    return b"|".join(re.escape(core) for core in sorted(cores))


def packed_base64_pattern(number):
    """Packed digits are few bytes: only the whole number is told apart from noise."""
    even = number + "F" * (len(number) % 2)
    cores = {core for raw in (packed(even), packed(even).translate(SWAPPED))
             for core in encoded_cores(raw)}
    return b"|".join(re.escape(core) for core in sorted(cores))


class Seeker:
    """The patterns of one number, made once."""

    def __init__(self, number):
        if not number.isdigit() or len(number) < PART:
            raise ValueError("a number is at least eight digits")
        self.number = number
        parts = list(parts_of(number))
        if not parts:
            raise ValueError("too few different digits in this number to look for it")
        self.forms = [(name, [(at, re.compile(pattern(part))) for at, part in parts])
                      for name, pattern in (("in digits", spaced), ("hexadecimal of digits", as_hex),
                                            ("base64", base64_pattern))]
        self.nibbles = [(at, part.encode()) for at, part in parts]
        self.packed64 = re.compile(packed_base64_pattern(number))

    def search(self, data):
        """Every form the number is found in, once each, with the longest run of it."""
        found = []
        for name, patterns in self.forms:
            found += self._run(name, [(at, pattern.search(data)) for at, pattern in patterns])
        wide = data.replace(b"\0", b"")
        if len(wide) != len(data):
            name, patterns = self.forms[0]
            if not any(one.form == name for one in found):
                found += self._run("in digits of several bytes",
                                   [(at, pattern.search(wide)) for at, pattern in patterns])
        for name, as_bytes in (("packed", data), ("packed, nibbles swapped", data.translate(SWAPPED))):
            text = as_bytes.hex().encode()
            hits = [(at, text.find(part)) for at, part in self.nibbles]
            found += self._run(name, [(at, None if hit < 0 else hit // 2) for at, hit in hits])
        if hit := self.packed64.search(data):
            found.append(Finding("base64 of packed", hit.start(), 1, len(self.number)))
        return found

    @staticmethod
    def _run(name, hits):
        places = [(at, hit if isinstance(hit, int) else hit.start())
                  for at, hit in hits if hit is not None]
        if not places:
            return []
        return [Finding(name, places[0][1], places[0][0] + 1, places[-1][0] + PART)]


def files_under(path):
    path = Path(path)
    if not path.is_dir():
        yield path
        return
    for folder, _, names in os.walk(path):
        for name in sorted(names):
            yield Path(folder) / name


def files_of_process(pid):
    """What it was given, and every ordinary file it has open: its logs are among them."""
    home = Path("/proc") / str(pid)
    yield home / "cmdline"
    yield home / "environ"
    for link in sorted((home / "fd").iterdir()):
        try:
            if stat.S_ISREG(link.stat().st_mode):
                yield link
        except OSError:
            continue  # closed meanwhile


def search_file(path, seeker):
    """Findings in one file; sockets and pipes have nothing to read."""
    if not stat.S_ISREG(os.stat(path).st_mode):
        return []
    with open(path, "rb") as file:
        data = file.read(BYTES_MAX + 1)
    if len(data) > BYTES_MAX:
        raise ValueError("is too large to look through")
    # Names are written to disk, too.
    return seeker.search(data) + seeker.search(os.fsencode(Path(path).name))


def search_all(paths, pids, number):
    """(path, finding) for every place where the number is, or part of it."""
    seeker = Seeker(number)
    found = []
    for pid in pids:
        for file in files_of_process(pid):
            try:
                found += [(file, finding) for finding in search_file(file, seeker)]
            except FileNotFoundError:
                continue  # the process closed it between the look and the reading
    for path in paths:
        for file in files_under(path):
            found += [(file, finding) for finding in search_file(file, seeker)]
    return found


def main():
    words = argparse.ArgumentParser(description=__doc__,
                                    formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--number-from", required=True, help="a file with the number, or -")
    words.add_argument("--pid", type=int, action="append", default=[])
    words.add_argument("paths", nargs="*")
    options = words.parse_args()
    source = sys.stdin if options.number_from == "-" else open(options.number_from, encoding="ascii")
    try:
        number = re.sub(r"[\s-]", "", source.read())
        found = search_all(options.paths, options.pid, number)
    except (OSError, ValueError) as trouble:
        print(f"cannot look: {trouble}", file=sys.stderr)
        return 2
    for path, finding in found:
        print(f"{path}: {finding}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/python3
"""Writes chime.wav: two soft tones, a falling third, that come before every announcement."""
import math
import pathlib
import struct
import wave

RATE = 22050
TONES = [(0.0, 783.99), (0.28, 622.25)]  # start in seconds, hertz
LENGTH = 1.3


def loudness(moment):
    """A struck bar: at full strength within 6 ms, then dying away."""
    return min(1.0, moment / 0.006) * math.exp(-4.2 * moment)


def sample(moment):
    total = 0.0
    for start, hertz in TONES:
        since = moment - start
        if since >= 0:
            phase = 2 * math.pi * hertz * since
            total += loudness(since) * (math.sin(phase) + 0.2 * math.sin(2 * phase))
    return total * min(1.0, (LENGTH - moment) / 0.05)


samples = [sample(index / RATE) for index in range(int(LENGTH * RATE))]
peak = max(abs(value) for value in samples)
with wave.open(str(pathlib.Path(__file__).with_name("chime.wav")), "wb") as sound:
    sound.setparams((1, 2, RATE, 0, "NONE", ""))
    sound.writeframes(b"".join(struct.pack("<h", round(value / peak * 22000)) for value in samples))

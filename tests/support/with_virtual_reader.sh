#!/bin/bash
# Usage: with_virtual_reader.sh COMMAND [ARGUMENT...]
#
# Runs COMMAND where PC/SC has two virtual readers and nobody outside can see them: in a network and
# mount namespace of its own, with its own pcscd. A card is a program that connects to 127.0.0.1
# port 35963 (or 35964): see virtual_card.py. COMMAND finds the daemon's id in USHER_PCSCD_PID and
# what it prints in USHER_PCSCD_LOG. Exits as COMMAND does, or with 77 if this machine cannot do it.
set -u

skip() {
    echo "SKIPPED: $1" >&2
    exit 77
}

if [[ ${1-} != --inside ]]; then
    [[ $# -gt 0 ]] || { echo "usage: $0 COMMAND [ARGUMENT...]" >&2; exit 2; }
    command -v pcscd >/dev/null || PATH=$PATH:/usr/sbin
    command -v pcscd >/dev/null || skip "no pcscd here (Debian: pcscd)"
    command -v ip >/dev/null || skip "no ip here (Debian: iproute2)"
    compgen -G '/usr/lib/pcsc/drivers/serial/libifdvpcd*' >/dev/null ||
        skip "no virtual reader here (Debian: vsmartcard-vpcd)"
    for way in '-n -m' '-U -r -n -m'; do
        # shellcheck disable=SC2086
        if unshare $way true 2>/dev/null; then exec unshare $way "$0" --inside "$@"; fi
    done
    skip "this machine allows no namespaces of one's own"
fi
shift

ip link set lo up || skip "the loopback device of the new namespace cannot be switched on"
if [[ -d /run/pcscd ]]; then
    mount -t tmpfs tmpfs /run/pcscd || skip "no tmpfs over /run/pcscd"
else
    mount -t tmpfs tmpfs /run && mkdir /run/pcscd || skip "no tmpfs over /run"
    if [[ ${XDG_RUNTIME_DIR-} == /run/* ]]; then mkdir -p -m 700 "$XDG_RUNTIME_DIR"; fi
fi

export USHER_PCSCD_LOG=/run/pcscd/log
pcscd -f >"$USHER_PCSCD_LOG" 2>&1 & # never -a: it logs every byte a card says
export USHER_PCSCD_PID=$!
trap 'kill "$USHER_PCSCD_PID" 2>/dev/null; wait "$USHER_PCSCD_PID" 2>/dev/null' EXIT

for ((tries = 0; tries < 200; ++tries)); do
    [[ -S /run/pcscd/pcscd.comm ]] && break
    kill -0 "$USHER_PCSCD_PID" 2>/dev/null || { cat "$USHER_PCSCD_LOG" >&2; skip "pcscd does not stay up"; }
    sleep 0.05
done
[[ -S /run/pcscd/pcscd.comm ]] || skip "pcscd never opened its socket"

"$@"

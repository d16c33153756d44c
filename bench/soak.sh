#!/usr/bin/env bash
# Builds VTS and the simulator where they changed, loads VTS while faults come and go, writes bench/results/soak.md.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

usage() {
  cat <<'USAGE'
Usage: bench/soak.sh [options]

Loads the native server for half an hour at 70 % of its maximum, over all operations and forms, while Extend, DynamoDB and the
server's own process fail at random; checks every answer against what the simulator of Extend held; looks whether memory, sockets and
threads stay flat. Writes bench/results/soak.md. Ends with 1 if anything was wrong, lost or not flat.

  --minutes N    how long; the short form is --minutes 1 --rate 100
  --rate N       requests a second, instead of measuring the maximum first
  --seed N       of requests, changes and faults; it is printed
  --output FILE  another report
  --no-faults    no fault, kill or restart
  --help         this text

Run as root it installs the Debian packages it lacks; otherwise it prints the one line that does.
USAGE
}

source bench/lib.sh
for argument in "$@"; do
  case $argument in
    --help | -h) usage; exit 0 ;;
  esac
done

install_missing gcc=gcc java=default-jre-headless node=nodejs npm=npm /usr/include/zlib.h=zlib1g-dev

make_server
make_simulator
dotnet build bench/Soak -c Release --nologo -v q || fail "could not build bench/Soak"

measure artifacts/bin/Soak/release/vts-soak "$@"

#!/usr/bin/env bash
# Builds VTS and its peers where they changed, measures them side by side, writes the table to bench/results/.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

usage() {
  cat <<'USAGE'
Usage: bench/run.sh [--quick]

Measures VTS (native and JIT) against a plain Python service of the same job and against an endpoint that only sends the
same bytes: start, requests a second, latency, CPU, memory, Extend calls. Writes bench/results/full.md.

  --quick    fewer and shorter rounds, about five minutes once built; writes bench/results/quick.md
  --help     this text

Run it on a quiet machine: the table says how much CPU time other programs took. bench/README.md tells how to read it.
Run as root it installs the Debian packages it lacks; otherwise it prints the one line that does.
USAGE
}

source bench/lib.sh
read_arguments "$@"

install_missing wrk=wrk gcc=gcc /usr/include/zlib.h=zlib1g-dev python3:requests=python3-requests

make_server
make artifacts/bin/Vts.Server/release/vts-server.dll src \
  dotnet build src/Vts.Server -c Release
make_bare
make_simulator

measure /usr/bin/python3 -B bench/measure.py

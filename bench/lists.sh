#!/usr/bin/env bash
# Builds VTS, the bare endpoint and the simulator where they changed, measures lists that are streamed, writes bench/results/lists.md.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

usage() {
  cat <<'USAGE'
Usage: bench/lists.sh [--quick]

Measures /transactions.csv and /transactions.ndjson over 10,000 cards of 25 transactions each: rows and bytes a second of VTS (native)
against a bare endpoint that sends the same bytes, memory meanwhile, and when the first byte comes. Writes bench/results/lists.md.

  --quick    1,000 cards, about a minute once built; writes bench/results/lists-quick.md
  --help     this text

Run it on a quiet machine: the table says how much CPU time other programs took. bench/README.md tells how to read it.
Run as root it installs the Debian packages it lacks; otherwise it prints the one line that does.
USAGE
}

source bench/lib.sh
read_arguments "$@"

install_missing gcc=gcc /usr/include/zlib.h=zlib1g-dev

make_server
make_bare
make_simulator

measure /usr/bin/python3 -B bench/lists.py

#!/usr/bin/env bash
# Builds VTS and its peers where they changed, measures them side by side, writes the table to bench/results/.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

usage() {
  cat <<'USAGE'
Usage: bench/run.sh [--quick] [--only ROWS]...

Measures VTS (native, JIT, and its functions behind the local gateway) against calling Extend directly, a plain Python service
of the same job, nginx as a cache before Extend, and an endpoint that only sends the same bytes: start, requests a second,
latency, CPU, memory, Extend calls, authentications, and what many cards cost. Says which bars are held. Writes bench/results/full.md.

  --quick       fewer and shorter rounds, under five minutes once built; writes bench/results/quick.md
  --only ROWS   only starts, warm, growth, memory, authentication or functions; shows the table and writes nothing
  --help        this text

Run it on a quiet machine: the table says how much CPU time other programs took. bench/README.md tells how to read it.
Run as root it installs the Debian packages it lacks; otherwise it prints the one line that does.
With --quick the functions are measured only if they have been published (deploy/build.sh --arch x64).
USAGE
}

source bench/lib.sh

only=()
rest=()
while [ $# -gt 0 ]; do
  case $1 in
    --only) only+=(--only "${2:-}"); shift ;;
    *) rest+=("$1") ;;
  esac
  shift || true
done
read_arguments "${rest[@]}"

install_missing wrk=wrk gcc=gcc zip=zip advzip=advancecomp java=default-jre-headless node=nodejs npm=npm /usr/include/zlib.h=zlib1g-dev \
  /usr/sbin/nginx=nginx python3:requests=python3-requests

make_server
make artifacts/bin/Vts.Server/release/vts-server.dll src \
  dotnet build src/Vts.Server -c Release
make_bare
make_simulator
make artifacts/bin/Gateway/release/vts-bench-gateway.dll "bench/Gateway deploy/LocalGateway src/Extend.Simulator" \
  dotnet build bench/Gateway -c Release
[ ${#quick[@]} -gt 0 ] || [ ${#only[@]} -gt 0 ] ||
  deploy/build.sh --arch x64

# DynamoDB Local, which the functions need: the gateway would fetch it while it is measured.
[ -d deploy/LocalGateway/node_modules ] || npm --prefix deploy/LocalGateway ci --silent --no-progress >/dev/null || fail "npm could not fetch DynamoDB Local"

measure /usr/bin/python3 -B bench/measure.py "${only[@]}"

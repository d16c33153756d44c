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

# Runs the command that makes the file, unless none of the inputs (folders or files, joined by spaces) has changed since.
make() {
  local file=$1 inputs stamp stamped
  read -ra inputs <<<"$2"
  shift 2
  stamped=artifacts/bench/$(basename "$file").stamp
  stamp=$(find "${inputs[@]}" Directory.*.props global.json -type f -not -name '*.md' -print0 | sort -z | xargs -0 sha256sum | sha256sum)
  if [ -e "$file" ] && [ "$stamp" = "$(cat "$stamped" 2>/dev/null)" ]; then
    echo "unchanged: $file"
    return
  fi
  echo "building: $file"
  "$@" --nologo -v q || fail "could not build $file"
  echo "$stamp" >"$stamped"
}

install_missing wrk=wrk gcc=gcc /usr/include/zlib.h=zlib1g-dev python3:requests=python3-requests

mkdir -p artifacts/bench
make artifacts/bench/vts-server/vts-server src \
  dotnet publish src/Vts.Server -c Release -r linux-x64 -o artifacts/bench/vts-server
make artifacts/bin/Vts.Server/release/vts-server.dll src \
  dotnet build src/Vts.Server -c Release
make artifacts/bench/vts-bare/vts-bare bench/Bare \
  dotnet publish bench/Bare -c Release -r linux-x64 -o artifacts/bench/vts-bare
# The simulator's project does not ask for a native build; its lock file and its other builds stay as they are.
make artifacts/bench/extend-simulator/extend-simulator src/Extend.Simulator \
  dotnet publish src/Extend.Simulator -c Release -r linux-x64 -p:PublishAot=true \
  -p:ArtifactsPath="$PWD/artifacts/bench/simulator-build" -p:NuGetLockFilePath="$PWD/artifacts/bench/simulator.lock.json" \
  -o artifacts/bench/extend-simulator

measure /usr/bin/python3 -B bench/measure.py

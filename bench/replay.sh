#!/usr/bin/env bash
# Builds vts-replay where it changed, and runs it in the folder it was called from.
set -euo pipefail

usage() {
  cat <<'USAGE'
Usage: bench/replay.sh record ADDRESS RECORDING [options]
       bench/replay.sh replay RECORDING ADDRESS [options]
       bench/replay.sh compare FIRST SECOND [options]

Asks two builds of VTS the same requests and tells where their answers differ. An address is https://…, or lambda:DEPLOYMENT:ALIAS.
`bench/replay.sh COMMAND --help` tells the options; bench/README.md tells the rest.

Exit code: 0 the same, 1 different, 2 wrongly used, or nobody answers.
USAGE
}

case ${1:-} in
  '') usage >&2; exit 2 ;;
  --help | -h) usage; exit 0 ;;
esac

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# What is printed is the tool's; of the build only what fails is told.
build() {
  cd "$root"
  source bench/lib.sh
  make artifacts/bench/vts-replay/vts-replay bench/Replay dotnet publish bench/Replay -c Release -o artifacts/bench/vts-replay
}
(build) >&2 || exit 2

exec "$root/artifacts/bench/vts-replay/vts-replay" "$@"

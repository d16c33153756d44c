#!/usr/bin/env bash
# Builds and runs the micro-benchmarks, writes bench/results/micro.md.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

usage() {
  cat <<'USAGE'
Usage: bench/micro.sh [--quick]

Measures the hot path of VTS in small pieces with BenchmarkDotNet, each beside something to compare it with, and writes
bench/results/micro.md.

  --quick    short runs, about a minute once built instead of five; shows the tables and leaves the file as it is
  --help     this text

Run it on a quiet machine. bench/README.md tells how to read it. To run some of them only:
  artifacts/bin/Micro/release/vts-micro-bench --filter '*Authentication*'
USAGE
}

source bench/lib.sh
read_arguments "$@"
install_missing python3=python3

dotnet build bench/Micro -c Release --nologo -v q || fail "could not build bench/Micro"
rm -rf artifacts/bench/micro
before=$(cut -d' ' -f1-3 /proc/loadavg)
artifacts/bin/Micro/release/vts-micro-bench "${quick[@]}" --artifacts artifacts/bench/micro

report() {
  cat <<EOT
# The hot path in small pieces

|  |  |
| --- | --- |
| Date | $(date -u +'%Y-%m-%d %H:%M UTC') |
| Command | bench/micro.sh |
| Commit | $(git rev-parse --short HEAD) |
| Load before, after | $before; $(cut -d' ' -f1-3 /proc/loadavg) |

Compare ratios, each with the first line of its group. [README.md](../README.md) tells what is measured.
EOT
  local table
  for table in artifacts/bench/micro/results/*-report-github.md; do
    printf '\n## %s\n\n' "$(basename "$table" -report-github.md | sed 's/.*\.//')"
    cat "$table"
  done
}

if [ ${#quick[@]} -gt 0 ]; then
  report
else
  report >bench/results/micro.md
  echo "Written: bench/results/micro.md"
fi

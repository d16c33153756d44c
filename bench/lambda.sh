#!/usr/bin/env bash
# Builds what it needs, measures a function of VTS against a Python function of the same job, writes bench/results/lambda.md.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

usage() {
  cat <<'USAGE'
Usage: bench/lambda.sh [--quick]

Measures the published function ListCards against a Python function of the same job (bench/peers/lambda), both behind the
local gateway: CPU time and memory of a cold start with its first call, CPU time of a warm call, size and its parts.
Writes bench/results/lambda.md.

  --quick    fewer rounds (about half a minute once built, instead of two)
  --help     this text

Run it on a quiet machine: the table says how much CPU time other programs took. bench/README.md tells how to read it.
Run as root it installs the Debian packages it lacks; otherwise it prints the one line that does.
USAGE
}

source bench/lib.sh
read_arguments "$@"

install_missing gcc=gcc zip=zip java=default-jre-headless node=nodejs npm=npm /usr/include/zlib.h=zlib1g-dev \
  /etc/ssl/certs/ca-certificates.crt=ca-certificates python3:boto3=python3-boto3 python3:requests=python3-requests

deploy/build.sh --arch x64 ListCards
dotnet build bench/Lambda -c Release --nologo -v q || fail "could not build bench/Lambda"
mkdir -p artifacts/bench
bench/parts.py artifacts/obj/ListCards/release_linux-x64/native >artifacts/bench/parts.md

measure artifacts/bin/Lambda/release/vts-lambda-bench --parts artifacts/bench/parts.md

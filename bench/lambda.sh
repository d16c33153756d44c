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

quick=()
for argument in "$@"; do
  case $argument in
    --quick) quick=(--quick) ;;
    --help | -h) usage; exit 0 ;;
    *) echo "bench/lambda.sh: unknown argument '$argument'; see --help" >&2; exit 2 ;;
  esac
done

fail() {
  echo "bench/lambda.sh: $*" >&2
  exit 1
}

measuring=
stop_measuring() {
  if [ -n "$measuring" ] && kill "$measuring" 2>/dev/null; then
    wait "$measuring" || true # it stops what it started
  fi
}
trap stop_measuring EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

install_missing() {
  local missing=()
  command -v gcc >/dev/null || missing+=(gcc)
  command -v zip >/dev/null || missing+=(zip)
  command -v java >/dev/null || missing+=(default-jre-headless)
  command -v npm >/dev/null || missing+=(nodejs npm)
  [ -e /usr/include/zlib.h ] || missing+=(zlib1g-dev)
  [ -e /etc/ssl/certs/ca-certificates.crt ] || missing+=(ca-certificates)
  /usr/bin/python3 -c 'import boto3' 2>/dev/null || missing+=(python3-boto3)
  /usr/bin/python3 -c 'import requests' 2>/dev/null || missing+=(python3-requests)
  [ ${#missing[@]} -eq 0 ] && return
  if [ "$(id -u)" -ne 0 ]; then
    echo "bench/lambda.sh: these Debian packages are missing. Install them with:" >&2
    echo "  sudo apt-get update && sudo apt-get install -y ${missing[*]}" >&2
    exit 1
  fi
  echo "Installing ${missing[*]}"
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "${missing[@]}" >/dev/null || fail "apt-get could not install ${missing[*]}"
}

command -v dotnet >/dev/null || fail "the .NET SDK is missing; global.json names its version"
[ -x /usr/bin/python3 ] || fail "Debian's python3 is missing: apt-get install -y python3"
install_missing

deploy/build.sh --arch x64 ListCards
dotnet build bench/Lambda -c Release --nologo -v q || fail "could not build bench/Lambda"
mkdir -p artifacts/bench
bench/parts.py artifacts/obj/ListCards/release_linux-x64/native >artifacts/bench/parts.md

artifacts/bin/Lambda/release/vts-lambda-bench "${quick[@]}" --parts artifacts/bench/parts.md &
measuring=$!
wait "$measuring"

#!/usr/bin/env bash
# Publishes VTS's functions as native binaries and zips them; those whose inputs have not changed are left as they are.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

ALL=(ListCards ListActiveCards GetCard ListCardTransactions ListTransactions SummarizeTransactions GetMe KeepSessions)

usage() {
  cat <<EOT
Usage: deploy/build.sh [--arch arm64|x64] [--output FOLDER] [FUNCTION...]

Publishes the functions (${ALL[*]})
to artifacts/functions/<arch>/<function>/ and zips each beside it. Those whose sources have not changed since are skipped.

  --arch      arm64 (default, as on AWS) or x64 (for this machine)
  --output    another folder than artifacts/functions/<arch>
  --help      this text

arm64 on an x64 machine needs the Debian packages clang, lld and gcc-aarch64-linux-gnu; x64 needs gcc and zlib1g-dev.
EOT
}

fail() {
  echo "build.sh: $*" >&2
  exit 1
}

arch=arm64
output=
functions=()
while [ $# -gt 0 ]; do
  case $1 in
    --arch) arch=${2:-}; shift ;;
    --output) output=${2:-}; shift ;;
    --help | -h) usage; exit 0 ;;
    -*) fail "unknown option '$1'; see --help" ;;
    *) [[ " ${ALL[*]} " == *" $1 "* ]] || fail "there is no function '$1', only ${ALL[*]}"; functions+=("$1") ;;
  esac
  shift
done
case $arch in arm64 | x64) ;; *) fail "--arch is arm64 or x64, not '$arch'" ;; esac
[ ${#functions[@]} -gt 0 ] || functions=("${ALL[@]}")
output=${output:-artifacts/functions/$arch}

source deploy/lib/native.sh
command -v dotnet >/dev/null || fail "the .NET SDK is missing; global.json names its version"
need gcc "gcc zlib1g-dev"
need zip zip
need advzip advancecomp
need readelf binutils

choose_linker "$arch"

inputs=$(find src global.json Directory.*.props deploy/build.sh deploy/lib/native.sh -type f -not -path '*/Vts.Server/*' -not -path '*/Extend.Simulator/*' -not -name '*.md' -print0 |
  sort -z | xargs -0 sha256sum | sha256sum | cut -d' ' -f1)

# The same bytes in, the same zip out: no time of day, no order of the file system.
pack() {
  local folder=$1 zip=$2
  rm -f "$zip"
  chmod 755 "$folder/bootstrap"
  chmod 644 "$folder/roots.pem"
  TZ=UTC touch -d '1980-01-01 00:00:00' "$folder"/*
  (cd "$folder" && TZ=UTC zip -X -9 -q "$zip" bootstrap roots.pem)
  # The same form, packed with more patience: 3 % smaller.
  advzip -z -3 -q "$zip"
}

mkdir -p "$output"
output=$(cd "$output" && pwd)
count=0
for function in "${functions[@]}"; do
  count=$((count + 1))
  folder=$output/$function
  if [ -x "$folder/bootstrap" ] && [ -f "$folder.zip" ] && [ "$inputs" = "$(cat "$folder.stamp" 2>/dev/null)" ]; then
    echo "[$count/${#functions[@]}] $function: unchanged"
    continue
  fi
  echo "[$count/${#functions[@]}] $function: publishing for $arch (about a minute)"
  rm -rf "$folder" "$folder.zip" "$folder.stamp"
  dotnet publish "src/Functions/$function" -c Release -r "linux-$arch" -o "$folder" --nologo -v q "${LINKER[@]}"
  check_glibc "$folder/bootstrap"
  pack "$folder" "$folder.zip"
  echo "$inputs" >"$folder.stamp"
  echo "    $(stat -c %s "$folder/bootstrap" | numfmt --to=iec) bootstrap, $(stat -c %s "$folder.zip" | numfmt --to=iec) zip"
done

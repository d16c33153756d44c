#!/usr/bin/env bash
# Publishes the server as a native binary; where nothing that goes into it has changed, it is left as it is.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

usage() {
  cat <<'EOT'
Usage: release/server.sh [--arch x64|arm64]

Publishes the server to artifacts/aot/vts-server (x64, the default) or artifacts/aot/vts-server-arm64.
EOT
}

fail() {
  echo "server.sh: $*" >&2
  exit 1
}

arch=x64
while [ $# -gt 0 ]; do
  case $1 in
    --arch) arch=${2:-}; shift ;;
    --help | -h) usage; exit 0 ;;
    *) fail "unknown argument '$1'; see --help" ;;
  esac
  shift
done
case $arch in
  x64) output=artifacts/aot/vts-server ;;
  arm64) output=artifacts/aot/vts-server-arm64 ;;
  *) fail "--arch is x64 or arm64, not '$arch'" ;;
esac

source deploy/lib/native.sh
need gcc "gcc zlib1g-dev"
need readelf binutils
choose_linker "$arch"

inputs=$(find src global.json Directory.*.props release/server.sh deploy/lib/native.sh -type f -not -path '*/Functions/*' -not -name '*.md' -print0 |
  sort -z | xargs -0 sha256sum | sha256sum | cut -d' ' -f1)
if [ -x "$output/vts-server" ] && [ "$inputs" = "$(cat "$output.stamp" 2>/dev/null)" ]; then
  echo "unchanged: $output"
  exit
fi
rm -rf "$output" "$output.stamp"
dotnet publish src/Vts.Server -c Release -r "linux-$arch" -o "$output" --nologo -v q "${LINKER[@]}"
check_glibc "$output/vts-server"
echo "$inputs" >"$output.stamp"

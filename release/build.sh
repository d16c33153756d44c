#!/usr/bin/env bash
# Makes all files of a release: archives, their bills of materials, what they were built with, and checksums over all.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

usage() {
  cat <<'EOT'
Usage: release/build.sh [--arch x64|arm64]... [--function NAME]... [--output FOLDER]

Publishes the server and the functions where they changed, and makes of them in artifacts/release/
  vts-server-VERSION-linux-ARCH.tar.gz      the server
  vts-functions-VERSION-linux-ARCH.tar.gz   a zip for each function
  NAME.cdx.json                             what is linked into the archive NAME (CycloneDX)
  toolchain.txt                             the commit, and the versions of what it was built with
  SHA256SUMS                                checksums of all these
The same commit and the same tools make the same bytes. Times in the archives are SOURCE_DATE_EPOCH, or the commit's.

  --arch       x64, arm64, or both by repeating it; both if none is named
  --function   only this function, to try something
  --output     another folder than artifacts/release; files of an earlier release in it are replaced
  --help       this text
EOT
}

fail() {
  echo "release/build.sh: $*" >&2
  exit 1
}

arches=()
functions=()
output=artifacts/release
while [ $# -gt 0 ]; do
  case $1 in
    --arch) arches+=("${2:-}"); shift ;;
    --function) functions+=("${2:-}"); shift ;;
    --output) output=${2:-}; shift ;;
    --help | -h) usage; exit 0 ;;
    *) fail "unknown argument '$1'; see --help" ;;
  esac
  shift || fail "the last option lacks its value; see --help"
done
[ ${#arches[@]} -gt 0 ] || arches=(x64 arm64)
for arch in "${arches[@]}"; do
  case $arch in x64 | arm64) ;; *) fail "--arch is x64 or arm64, not '$arch'; see --help" ;; esac
done
for function in "${functions[@]}"; do
  [ -f "src/Functions/$function/$function.csproj" ] || fail "there is no function '$function'"
done
[ -n "$output" ] || fail "--output lacks its value; see --help"

source deploy/lib/native.sh
need node nodejs
[ -d release/node_modules ] || fail "install the tools first: npm --prefix release ci"

version=$(sed -n 's:.*<Version>\(.*\)</Version>.*:\1:p' Directory.Build.props)
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
export LC_ALL=C TZ=UTC

# The same files in, the same archive out: names in order, no owner, one time, the modes that a program and a text have.
pack() {
  local name=$1
  find "$stage/$name" -type f -exec chmod 644 {} +
  find "$stage/$name" -name vts-server -exec chmod 755 {} +
  find "$stage/$name" -type d -exec chmod 755 {} +
  tar --create --format=gnu --sort=name --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner --directory="$stage" "$name" |
    gzip -n -9 >"$made/$name.tar.gz"
  echo "$(stat -c %s "$made/$name.tar.gz" | numfmt --to=iec) $name.tar.gz"
}

tool_version() {
  if command -v "$1" >/dev/null; then
    echo "$1: $("$@" 2>&1 | grep -m 1 .)"
  fi
}

package_version() {
  dpkg-query -W -f '${db:Status-Status} ${Package}: ${Version}\n' "$@" 2>/dev/null | sed -n 's/^installed //p' || true
}

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
stage=$scratch/stage
made=$scratch/made
mkdir "$stage" "$made"

for arch in "${arches[@]}"; do
  release/server.sh --arch "$arch"
  name=vts-server-$version-linux-$arch
  published=artifacts/aot/vts-server
  [ "$arch" = x64 ] || published+=-$arch
  mkdir "$stage/$name"
  cp -R "$published/." LICENSE CHANGELOG.md "$stage/$name"
  node release/notices.mjs "$stage/$name/THIRD-PARTY-NOTICES.txt" "$arch" Vts.Server
  pack "$name"
  node release/bill.mjs "$made/$name.cdx.json" vts-server "$version" "$arch" Vts.Server

  deploy/build.sh --arch "$arch" "${functions[@]}"
  name=vts-functions-$version-linux-$arch
  mkdir "$stage/$name"
  cp LICENSE CHANGELOG.md "$stage/$name"
  built=("${functions[@]}")
  if [ ${#built[@]} -eq 0 ]; then
    mapfile -t built < <(cd src/Functions && find . -name '*.csproj' -printf '%f\n' | sed 's/\.csproj$//' | sort)
  fi
  for function in "${built[@]}"; do
    cp "artifacts/functions/$arch/$function.zip" "$stage/$name"
  done
  node release/notices.mjs "$stage/$name/THIRD-PARTY-NOTICES.txt" "$arch" "${built[@]}"
  pack "$name"
  node release/bill.mjs "$made/$name.cdx.json" vts-functions "$version" "$arch" "${built[@]}"
done

{
  echo "commit: $(git describe --always --abbrev=40 --dirty=' and changes' --exclude='*')"
  echo "SOURCE_DATE_EPOCH: $SOURCE_DATE_EPOCH"
  tool_version dotnet --version
  tool_version node --version
  for tool in gcc ld aarch64-linux-gnu-gcc clang ld.lld; do
    tool_version "$tool" --version
  done
  package_version libc6-dev libc6-dev-arm64-cross zlib1g-dev zip advancecomp tar gzip
} >"$made/toolchain.txt"
(cd "$made" && sha256sum -- vts-*.tar.gz vts-*.cdx.json toolchain.txt >SHA256SUMS)

# Only a whole release takes the place of an earlier one.
mkdir -p "$output"
rm -f "$output"/vts-*.tar.gz "$output"/vts-*.cdx.json "$output/toolchain.txt" "$output/SHA256SUMS"
mv "$made"/* "$output"
echo "checksums of $(wc -l <"$output/SHA256SUMS") files in $output/SHA256SUMS"

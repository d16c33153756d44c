#!/usr/bin/env bash
# Makes roots.pem of this machine's certificate authorities (Debian: ca-certificates) by the fingerprints in roots.txt.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

bundle=${1:-/etc/ssl/certs/ca-certificates.crt}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
csplit --quiet --elide-empty-files --prefix="$folder/" --suffix-format=%04d.pem "$bundle" '/-----BEGIN CERTIFICATE-----/' '{*}'

declare -A files
for file in "$folder"/*.pem; do
  fingerprint=$(openssl x509 -in "$file" -noout -fingerprint -sha256 2>/dev/null | cut -d= -f2 | tr -d : | tr '[:upper:]' '[:lower:]') || continue
  files[$fingerprint]=$file
done

while read -r fingerprint name; do
  case $fingerprint in '#'* | '') continue ;; esac
  if [ -z "${files[$fingerprint]:-}" ]; then
    echo "roots.sh: $bundle does not hold '$name' ($fingerprint)" >&2
    exit 1
  fi
  echo "# $name"
  openssl x509 -in "${files[$fingerprint]}"
done <roots.txt >roots.pem.new
mv roots.pem.new roots.pem
echo "roots.pem: $(grep -c BEGIN roots.pem) authorities"

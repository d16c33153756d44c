#!/usr/bin/env bash
# Prints what CHANGELOG.md tells of a version: the notes of its release.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

version=${1:?"Usage: release/notes.sh VERSION"}
notes=$(awk -v heading="## $version" '$0 == heading || index($0, heading " ") == 1 { inside = 1; next } /^## / { inside = 0 } inside' CHANGELOG.md)
if [ -z "${notes//[[:space:]]/}" ]; then
  echo "notes.sh: CHANGELOG.md tells nothing of $version" >&2
  exit 1
fi
echo "$notes"

#!/usr/bin/env bash
# Asks the registries whether a package that is used anywhere here, also by the tests, is known to be vulnerable; status 1 if one is.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1

failed=0

# The command itself ends well whatever it finds.
dotnet restore Vts.slnx --nologo -v q || exit 1
if ! found=$(dotnet list Vts.slnx package --vulnerable --include-transitive --format json); then
  echo "$found"
  exit 1
fi
if grep -q '"vulnerabilities"' <<<"$found"; then
  dotnet list Vts.slnx package --vulnerable --include-transitive
  failed=1
fi

while read -r manifest; do
  folder=$(dirname "$manifest")
  echo "npm: $folder"
  npm --prefix "$folder" audit --package-lock-only --audit-level=moderate || failed=1
done < <(git ls-files '*package.json')
exit $failed

#!/usr/bin/env bash
# Asks the registries whether a package that is used anywhere here, also by the tests, is known to be vulnerable; status 1 if one is.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1

failed=0

dotnet restore Vts.slnx --nologo -v q || exit 1
# Its status is 0 whatever it finds, so its words are read.
if ! answer=$(dotnet list Vts.slnx package --vulnerable --include-transitive --format json) || ! grep -q '"projects"' <<<"$answer"; then
  echo "$answer"
  echo "audit.sh: NuGet gave no answer" >&2
  exit 1
fi
if grep -q '"vulnerabilities"' <<<"$answer"; then
  grep -B 5 -A 5 '"vulnerabilities"' <<<"$answer"
  failed=1
fi

while read -r manifest; do
  folder=$(dirname "$manifest")
  echo "npm: $folder"
  npm --prefix "$folder" audit --package-lock-only --audit-level=moderate || failed=1
done < <(git ls-files '*package.json')
exit $failed

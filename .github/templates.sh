#!/usr/bin/env bash
# Makes the templates for AWS from the code; status 1, and the difference as a diff, where the committed ones say something else.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

npm --prefix deploy ci --silent --no-progress >&2
dotnet build test/Infrastructure --nologo -v q >&2
VTS_UPDATE=1 artifacts/bin/Infrastructure.Tests/debug/Infrastructure.Tests -noColor -class Vts.Infrastructure.Tests.TemplateTests >&2
fence='```'
if git diff --quiet -- deploy; then
  echo 'The committed templates are those that the code makes.'
  exit
fi
echo "The code makes other templates than the committed ones. VTS_UPDATE=1 ./test.sh --quick writes them; read the difference."
echo "${fence}diff"
git diff -- deploy
echo "$fence"
exit 1

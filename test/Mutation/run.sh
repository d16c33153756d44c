#!/usr/bin/env bash
# Plants faults in areas of src/, one at a time, and counts those that the tests find. Writes test/Mutation/results.md.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

root=$PWD
areas=test/Mutation/areas.txt
kept=artifacts/mutation
workers=1
chosen=()

usage() {
  cat <<'USAGE'
Usage: test/Mutation/run.sh [--workers N] [AREA...]

Tests the tests: plants faults in src/Vts and src/Extend with Stryker.NET, one at a time, and runs the tests that reach each.
Writes test/Mutation/results.md; an area that is not run again keeps its figures from artifacts/mutation. docs/mutation.md
tells how to read them. All areas together take hours.

  AREA          a line of test/Mutation/areas.txt, as Vts.Text; without any: all
  --workers N   faults tested side by side (1)
  --report      run nothing, write the results of what was run before
  --survivors   list the faults that no test found, of all areas or of those named
  --help        this text
USAGE
}

fail() {
  echo "test/Mutation/run.sh: $*" >&2
  exit 1
}

mode=run
while [ $# -gt 0 ]; do
  case $1 in
    --help | -h) usage; exit 0 ;;
    --workers) workers=${2:?how many}; shift ;;
    --report) mode=report ;;
    --survivors) mode=survivors ;;
    -*) echo "test/Mutation/run.sh: unknown argument '$1'; see --help" >&2; exit 2 ;;
    *) grep -q "^$1 |" "$areas" || fail "there is no area '$1' in $areas"; chosen+=("$1") ;;
  esac
  shift
done
command -v dotnet >/dev/null || fail "the .NET SDK is missing; global.json names its version"
[ -x /usr/bin/python3 ] || fail "Debian's python3 is missing: apt-get install -y python3"
mkdir -p "$kept"

# What areas.txt says of an area: its project (2), its files (3) or the words of its tests (4).
part() {
  grep "^$1 |" "$areas" | cut -d '|' -f "$2" | sed 's/^ *//; s/ *$//'
}

# The chosen areas of one project, in one go: to build takes longer than some areas.
mutate() {
  local project=$1 area glob word stryker arguments=() filter=() tests=()
  local folder=$kept/$project built=artifacts/bin/$project.Tests/debug
  shift
  set -f
  for area in "$@"; do
    for glob in $(part "$area" 3); do
      arguments+=(--mutate "$glob")
    done
    filter+=("($(part "$area" 4 | sed -E 's/(^| )([^- ])/\1FullyQualifiedName~\2/g; s/ -/ FullyQualifiedName!~/g; s/ /\&/g'))")
  done
  set +f
  rm -rf "${folder:?}" "$built/$project".dll*
  mkdir -p "$folder"

  # What is built here is only run: the analyzers have their say in test.sh.
  (cd "test/$project" && exec env RunAnalyzers=false DOTNET_TieredPGO=0 nice -n 19 dotnet tool run dotnet-stryker -- \
    --config-file ../Mutation/stryker-config.json --project "$project.csproj" "${arguments[@]}" \
    --test-case-filter "$(IFS='|'; echo "${filter[*]}")" --concurrency "$workers" --skip-version-check --output "$root/$folder") &
  stryker=$!

  # Stryker takes its faulty build away when it ends; it is needed once more.
  while kill -0 "$stryker" 2>/dev/null; do
    sleep 2
    if [ ! -d "$folder/tests" ] && grep -aqs 'S.T.R.Y.K.E.R._.M.U.T.A.N.T._.F.I.L.E' "$built/$project.dll"; then
      sleep 2
      cp -r "$built" "$folder/tests"
    fi
  done
  wait "$stryker" || fail "Stryker could not run $project"
  for area in "$@"; do
    tests=()
    for word in $(part "$area" 4); do
      case $word in
        -*) tests+=(-method- "*${word#-}*") ;;
        *) tests+=(-method "*$word*") ;;
      esac
    done
    glob=$(part "$area" 3)
    nice -n 19 /usr/bin/python3 test/Mutation/again.py "$folder/reports/mutation-report.json" "${glob%%\**}" "$kept/$area.json" "$workers" "$folder/tests/$project.Tests" "${tests[@]}"
  done
}

if [ "$mode" = run ]; then
  dotnet tool restore >/dev/null || fail "the tools of .config/dotnet-tools.json could not be installed"
  [ ${#chosen[@]} -gt 0 ] || mapfile -t chosen < <(grep -v -e '^#' -e '^$' "$areas" | cut -d ' ' -f 1)
  for project in Vts Extend; do
    of_project=()
    for area in "${chosen[@]}"; do
      [ "$(part "$area" 2)" != "$project" ] || of_project+=("$area")
    done
    [ ${#of_project[@]} -eq 0 ] || mutate "$project" "${of_project[@]}" </dev/null
  done
  mode=report
fi
/usr/bin/python3 test/Mutation/report.py "$mode" "${chosen[@]}"

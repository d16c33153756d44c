#!/usr/bin/env bash
# What the scripts of this folder share; sourced by them, from the repository's root.

SCRIPT=bench/$(basename "$0")

fail() {
  echo "$SCRIPT: $*" >&2
  exit 1
}

# The measuring program: whatever ends the script ends it too, and what it started.
measuring=
stop_measuring() {
  if [ -n "$measuring" ] && kill "$measuring" 2>/dev/null; then
    wait "$measuring" || true
  fi
}
trap stop_measuring EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# Runs the measuring program, with --quick if it was given.
measure() {
  "$@" "${quick[@]}" &
  measuring=$!
  wait "$measuring"
}

quick=()
read_arguments() {
  local argument
  for argument in "$@"; do
    case $argument in
      --quick) quick=(--quick) ;;
      --help | -h) usage; exit 0 ;;
      *) echo "$SCRIPT: unknown argument '$argument'; see --help" >&2; exit 2 ;;
    esac
  done
}

# Installs the Debian packages that are missing, each given as what shows that it is there and its name: a command, a file, or
# a module of Python's (`python3:NAME`). Who is not root is told the line to type.
install_missing() {
  local missing=() entry sign
  command -v dotnet >/dev/null || fail "the .NET SDK is missing; global.json names its version"
  [ -x /usr/bin/python3 ] || fail "Debian's python3 is missing: apt-get install -y python3"
  for entry in "$@"; do
    sign=${entry%=*}
    case $sign in
      python3:*) /usr/bin/python3 -c "import ${sign#*:}" 2>/dev/null || missing+=("${entry##*=}") ;;
      /*) [ -e "$sign" ] || missing+=("${entry##*=}") ;;
      *) command -v "$sign" >/dev/null || missing+=("${entry##*=}") ;;
    esac
  done
  [ ${#missing[@]} -eq 0 ] && return
  if [ "$(id -u)" -ne 0 ]; then
    echo "$SCRIPT: these Debian packages are missing. Install them with:" >&2
    echo "  sudo apt-get update && sudo apt-get install -y ${missing[*]}" >&2
    exit 1
  fi
  echo "Installing ${missing[*]}"
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "${missing[@]}" >/dev/null || fail "apt-get could not install ${missing[*]}"
}

# Runs the command that makes the file, unless none of the inputs (folders or files, joined by spaces) has changed since.
make() {
  local file=$1 inputs stamp stamped
  read -ra inputs <<<"$2"
  shift 2
  stamped=artifacts/bench/$(basename "$file").stamp
  mkdir -p artifacts/bench
  stamp=$(find "${inputs[@]}" Directory.*.props global.json -type f -not -name '*.md' -print0 | sort -z | xargs -0 sha256sum | sha256sum)
  if [ -e "$file" ] && [ "$stamp" = "$(cat "$stamped" 2>/dev/null)" ]; then
    echo "unchanged: $file"
    return
  fi
  echo "building: $file"
  "$@" --nologo -v q || fail "could not build $file"
  echo "$stamp" >"$stamped"
}

# The native binaries that are measured, and the simulator they ask.
make_server() {
  make artifacts/bench/vts-server/vts-server src \
    dotnet publish src/Vts.Server -c Release -r linux-x64 -o artifacts/bench/vts-server
}

make_bare() {
  make artifacts/bench/vts-bare/vts-bare bench/Bare \
    dotnet publish bench/Bare -c Release -r linux-x64 -o artifacts/bench/vts-bare
}

# The simulator's project does not ask for a native build; its lock file and its other builds stay as they are.
make_simulator() {
  make artifacts/bench/extend-simulator/extend-simulator src/Extend.Simulator \
    dotnet publish src/Extend.Simulator -c Release -r linux-x64 -p:PublishAot=true \
    -p:ArtifactsPath="$PWD/artifacts/bench/simulator-build" -p:NuGetLockFilePath="$PWD/artifacts/bench/simulator.lock.json" \
    -o artifacts/bench/extend-simulator
}

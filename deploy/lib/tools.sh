# shellcheck shell=bash
# The tools that must be there before anything is begun.

# Names those that are missing, a line each: the command, then its Debian package.
missing_tools() {
  local entry
  for entry in "$@"; do
    command -v "${entry%%:*}" >/dev/null || printf '%s\n' "$entry"
  done
}

# The tools that deploy/build.sh needs for an architecture here: compilers_for ARCH.
compilers_for() {
  case $1/$(uname -m) in
    arm64/aarch64 | x64/x86_64) printf '%s\n' 'gcc:gcc zlib1g-dev' ;;
    arm64/*) printf '%s\n' clang:clang ld.lld:lld aarch64-linux-gnu-gcc:gcc-aarch64-linux-gnu ;;
    *) misused "functions for $1 are not built on a machine of another kind" ;;
  esac
  printf '%s\n' readelf:binutils zip:zip advzip:advancecomp
}

# Tells all that is missing at once, and the line that installs it. A dry run goes on.
check_tools() {
  local missing packages=() entry advice
  mapfile -t missing < <(missing_tools "$@")
  ((${#missing[@]} > 0)) || return 0
  for entry in "${missing[@]}"; do
    [[ $entry == dotnet:* ]] || packages+=("${entry##*:}")
  done
  advice=''
  ((${#packages[@]} == 0)) || advice="sudo apt-get update && sudo apt-get install -y ${packages[*]}"
  [[ " ${missing[*]} " != *' dotnet:'* ]] ||
    advice+="${advice:+ ; and }install the .NET SDK that global.json names (https://dot.net)"
  if $DRY_RUN; then
    warn "missing here: ${missing[*]%%:*}. Install: $advice"
  else
    fail "these tools are missing: ${missing[*]%%:*}" "$advice"
  fi
}

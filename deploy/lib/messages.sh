# shellcheck shell=bash
# What the person at the terminal reads.

# Set by the options of deploy.sh and remove.sh.
DRY_RUN=${DRY_RUN:-false}
step_number=0
told=false

# Descriptor 3 is the screen, so that a function whose output is captured can speak too.
exec 3>&1

say() { printf '%s\n' "$*" >&3; }

# A long step: says that it begins.
step() {
  step_number=$((step_number + 1))
  printf '\n== %s. %s [%s]\n' "$step_number" "$*" "$(date +%H:%M:%S)" >&3
}

# What was reached; a dry run reaches nothing.
reached() { $DRY_RUN || say "  $*"; }

warn() { printf 'warning: %s\n' "$*" >&2; }

# Ends the script: what failed, then what to do next.
fail() {
  told=true
  printf '\n%s: %s\n' "${0##*/}" "$1" >&2
  printf '  What to do: %s\n' "$2" >&2
  exit 1
}

# A wrong option ends the script with status 2, before anything is done.
misused() {
  told=true
  printf '%s: %s; see --help\n' "${0##*/}" "$1" >&2
  exit 2
}

# Shows a command as it could be typed.
show() {
  local line='' word
  for word in "$@"; do
    if [[ $word =~ ^[A-Za-z0-9_./:=@,+-]+$ ]]; then
      line+=" $word"
    else
      line+=" '${word//\'/\'\\\'\'}'"
    fi
  done
  printf '  $%s\n' "$line" >&3
}

# Runs a command that changes something; in a dry run only shows it.
change() {
  if $DRY_RUN; then
    show "$@"
  else
    "$@"
  fi
}

# For the trap on exit: an end that no message explained is explained.
explain_end() {
  local status=$1
  if ((status != 0)) && ! $told; then
    printf '\n%s: stopped (status %s) before it was done.\n' "${0##*/}" "$status" >&2
    printf '  What to do: read the lines above, then run the same command again; it goes on where it stopped.\n' >&2
  fi
}

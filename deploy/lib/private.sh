# shellcheck shell=bash
# A folder that only this user can read, for answers and secrets on their way; it goes when the script ends, however it ends.

PRIVATE=''

open_private_folder() {
  local base=${XDG_RUNTIME_DIR:-}
  [[ -n $base && -d $base && -w $base ]] || base=${TMPDIR:-/tmp}
  USERS_UMASK=$(umask)
  umask 077
  PRIVATE=$(mktemp -d "$base/vts-XXXXXXXX")
  trap 'close_private_folder $?' EXIT
  trap 'exit 129' HUP
  trap 'exit 130' INT
  trap 'exit 143' TERM
}

close_private_folder() {
  [[ -z $PRIVATE ]] || rm -rf -- "$PRIVATE"
  PRIVATE=''
  explain_end "$1"
}

# Runs what makes files for others: with the user's own umask.
openly() {
  (umask "$USERS_UMASK" && "$@")
}

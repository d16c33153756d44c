# shellcheck shell=bash
# The first caller's token. VTS keeps only its SHA-256; the token is shown once, at the terminal or in a file of the user's own.

# Before anything is done: a token file that is there must be private.
check_token_file() {
  [[ -z $TOKEN_FILE || ! -e $TOKEN_FILE ]] || check_private_file "$TOKEN_FILE"
}

# The token that the check of the new address uses, where one is known.
take_token() {
  [[ -n $TOKEN_FILE && -e $TOKEN_FILE ]] || return 0
  tr -d '\r\n' <"$TOKEN_FILE" >"$PRIVATE/token"
  LC_ALL=C grep -qE '^[!-~]{20,512}$' "$PRIVATE/token" ||
    fail "$TOKEN_FILE holds no token of 20 to 512 visible characters" "put the token there, alone; or name a file that is not there yet."
}

# Gives caller NUMBER a token: the one in the token file, else a new one.
make_token() {
  local hash
  hash=$(pending "Callers/$1/TokenSha256")
  mkdir -p "${hash%/*}"
  if $DRY_RUN; then
    say '  make a token for that caller, and show it once'
    printf '<made>' >"$hash"
    return
  fi
  if [[ ! -e $PRIVATE/token ]]; then
    $TERMINAL || [[ -n $TOKEN_FILE ]] ||
      fail "a token must be made, and there is no terminal to show it on" "give --token-file with the name of a file to write it to, or Callers/0/TokenSha256 in the file of --secrets."
    head -c 32 /dev/urandom | od -An -v -tx1 | tr -d ' \n' >"$PRIVATE/token"
    hand_over_token
  fi
  sha256sum <"$PRIVATE/token" | cut -d' ' -f1 | tr -d '\n' >"$hash"
}

# Before it is written, so that no token is in force which nobody has.
hand_over_token() {
  if [[ -n $TOKEN_FILE ]]; then
    (umask 077 && set -o noclobber && cat "$PRIVATE/token" >"$TOKEN_FILE")
    say "  the caller's token is in $TOKEN_FILE (only you can read it)"
  else
    {
      printf '\n  The token of this caller, shown this once; VTS keeps only its SHA-256:\n\n    '
      cat "$PRIVATE/token"
      printf '\n\n'
    } >&"$ANSWERS"
  fi
}

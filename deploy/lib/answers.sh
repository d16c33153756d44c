# shellcheck shell=bash
# Questions, asked at the terminal if there is one, else answered by standard input, a line each.

ASSUME_YES=${ASSUME_YES:-false}
TERMINAL=false
ANSWERS=''

open_answers() {
  if { : <>/dev/tty; } 2>/dev/null; then
    exec {ANSWERS}<>/dev/tty
    TERMINAL=true
  else
    exec {ANSWERS}<&0
  fi
  # No command that is run may eat what was meant as an answer.
  exec </dev/null
}

# Asks and writes the answer's first line to a file: ask FILE QUESTION. "hidden" as third argument shows nothing of it.
ask() {
  local file=$1 question=$2 quiet=()
  local +x answer=''
  [[ ${3:-} != hidden ]] || quiet=(-s)
  if $TERMINAL; then
    IFS= read -r "${quiet[@]}" -u "$ANSWERS" -p "$question: " answer 2>&"$ANSWERS" || no_answer "$question"
    [[ ${3:-} != hidden ]] || printf '\n' >&"$ANSWERS"
  else
    say "$question:"
    IFS= read -r -u "$ANSWERS" answer || no_answer "$question"
  fi
  printf '%s' "$answer" >"$file"
}

no_answer() {
  fail "there was no answer to '$1'" "run it at a terminal, or give what is missing by the options that --help lists."
}

# A question whose answer is yes or no; no ends the script.
confirm() {
  if $ASSUME_YES || $DRY_RUN; then
    say "$1 (yes)"
    return
  fi
  ask "$PRIVATE/answer" "$1 (yes/no)"
  case $(<"$PRIVATE/answer") in
    y | yes | Y | Yes | YES) ;;
    *) fail "you did not say yes, so nothing more was done" "run it again when you are ready." ;;
  esac
}

# Something that cannot be undone: the name must be typed.
confirm_by_name() {
  if $ASSUME_YES || $DRY_RUN; then
    return
  fi
  ask "$PRIVATE/answer" "Type $1 to go on"
  [[ $(<"$PRIVATE/answer") == "$1" ]] ||
    fail "that was not $1, so nothing was removed" "run it again and type exactly $1."
}

# shellcheck shell=bash
# The options of a deployment that the next one keeps when they are not given again: context of the CDK app, a word each.

# Name=value pairs that go to CDK as context; the later one counts.
declare -A CONTEXT=()

# Takes what the last deployment noted, without overruling this one's options.
recall_context() {
  local word name
  has_parameter Deploy/Options || return 0
  query ssm get-parameter --name "/vts/$STAGE/Deploy/Options" --query Parameter.Value --output text || return 0
  for word in $FOUND; do
    name=${word%%=*}
    [[ $word =~ ^[A-Za-z][A-Za-z0-9]*=[^[:space:]]+$ && ! -v CONTEXT[$name] ]] || continue
    CONTEXT[$name]=${word#*=}
    say "as last time: $word"
  done
}

# One line, always in the same order; empty values are left out, which is how an option is taken back.
context_line() {
  local name
  for name in $(printf '%s\n' "${!CONTEXT[@]}" | LC_ALL=C sort); do
    [[ -z ${CONTEXT[$name]} ]] || printf '%s=%s ' "$name" "${CONTEXT[$name]}"
  done
}

# Runs a command with one value more, which is not kept: with_context NAME VALUE COMMAND….
with_context() {
  CONTEXT[$1]=$2
  "${@:3}"
  unset "CONTEXT[$1]"
}

note_context() {
  context_line | sed 's/ $//' >"$PRIVATE/options"
  write_parameter Deploy/Options "$PRIVATE/options"
}

# The arguments for CDK, in CONTEXT_ARGUMENTS.
name_context() {
  local word
  CONTEXT_ARGUMENTS=(-c "stage=$STAGE")
  for word in $(context_line); do
    CONTEXT_ARGUMENTS+=(-c "$word")
  done
}

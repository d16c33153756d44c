# shellcheck shell=bash
# The functions of VTS, as src/Functions has them.

FUNCTIONS=(ListCards ListActiveCards GetCard ListCardTransactions ListTransactions SummarizeTransactions GetMe KeepSessions)

functions_built() {
  local name
  for name in "${FUNCTIONS[@]}"; do
    [[ -e $ROOT/artifacts/functions/$ARCH/$name/bootstrap ]] || return 1
  done
}

# In a dry run without built functions a file of a few bytes stands for each, so that the rest can be seen.
make_stand_ins() {
  local name
  for name in "${FUNCTIONS[@]}"; do
    mkdir -p "$PRIVATE/functions/$name"
    printf 'stands for %s\n' "$name" >"$PRIVATE/functions/$name/bootstrap"
  done
  say '  the functions are not built here: small files stand for them'
}

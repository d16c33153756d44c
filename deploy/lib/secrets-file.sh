# shellcheck shell=bash
# Settings from a file, for a pipeline that has nobody to ask: KEY=VALUE a line, the key in any of its three spellings.

# Only a file that nobody else can read is read.
check_private_file() {
  local mode
  [[ -f $1 && -r $1 ]] || misused "$1 is not a file that can be read"
  mode=$(stat -L -c %a "$1")
  [[ $mode == 600 || $mode == 400 ]] || misused "$1 can be read by others (mode $mode): chmod 600 it"
}

read_secrets_file() {
  local +x line='' value='' key='' name='' number=0
  while IFS= read -r line || [[ -n $line ]]; do
    number=$((number + 1))
    [[ -n $line && $line != \#* ]] || continue
    [[ $line == *=* ]] || fail "line $number of $1 is not KEY=VALUE" "mend it; nothing was written."
    key=${line%%=*}
    value=${line#*=}
    name=${key//__//}
    name=${name//://}
    [[ $name =~ ^(Extend|Callers|Sessions|Freshness|Limits|Lists)(/[A-Za-z0-9_.-]+)+$ ]] ||
      fail "line $number of $1 names no setting of VTS" "the README lists them, for example Extend/Accounts/main/ApiSecret."
    if [[ $REPLACE != secrets ]] && stays "$name"; then
      say "  /vts/$STAGE/$name is there and stays (--replace secrets writes it anew)"
      continue
    fi
    set_setting "$name" "$value"
    check_value "$name" "$(pending "$name")"
  done <"$1"
}

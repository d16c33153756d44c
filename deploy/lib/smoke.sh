# shellcheck shell=bash
# A short check of the new address: the operations with a token where one is known, and the gateway's own answers without.

smoke_failures=0

# smoke_call METHOD PATH [token]: the status in $status, the body in $PRIVATE/body.
status=''
smoke_call() {
  {
    printf 'silent\nshow-error\nmax-time = 35\nrequest = "%s"\nurl = "%s%s"\noutput = "%s/body"\nwrite-out = "%%{http_code}"\n' "$1" "$ADDRESS" "$2" "$PRIVATE"
    if [[ ${3:-} == token ]]; then
      printf 'header = "token: '
      sed 's/[\\"]/\\&/g' <"$PRIVATE/token"
      printf '"\n'
    fi
  } >"$PRIVATE/curl"
  : >"$PRIVATE/body"
  status=$(curl --disable --config "$PRIVATE/curl" 2>"$PRIVATE/errors") || status=000
}

# A gateway that is seconds old may not know its routes yet: a fault of its own is tried again, ten times in all.
smoke_patience=10
smoke_call_patiently() {
  smoke_call "$@"
  while [[ $status == 000 || $status == 403 || $status == 500 || $status == 502 ]] && ((smoke_patience > 0)); do
    smoke_patience=$((smoke_patience - 1))
    sleep 3
    smoke_call "$@"
  done
}

problem_member() { sed -nE "s/.*\"$1\":\"([^\"]*)\".*/\1/p" "$PRIVATE/body" | head -n 1; }

report() { printf '  %-6s %-5s %-38s %s %s\n' "$1" "$2" "$3" "$4" "$5" >&3; }

# smoke_expect STATUS CODE METHOD PATH: an answer that needs no token.
smoke_expect() {
  smoke_call_patiently "$3" "$4"
  if [[ $status == "$1" && $(problem_member code) == "$2" ]]; then
    report ok "$3" "$4" "$status" "$2"
  else
    smoke_failures=$((smoke_failures + 1))
    report FAILED "$3" "$4" "$status" "(expected $1 $2) $(problem_member code) $(<"$PRIVATE/errors")"
  fi
}

# smoke_read PATH [made-up]: 200, or a 503 that says what is wrong at Extend, which is no fault of the deployment. Of a card whose id
# was made up, 404.
smoke_read() {
  smoke_call_patiently GET "$1" token
  case $status/${2:-} in
    200/) report ok GET "$1" 200 '' ;;
    404/made-up) report ok GET "$1" 404 "$(problem_member code) (there was no card to read)" ;;
    503/*) report note GET "$1" 503 "$(problem_member code): $(problem_member title). $(problem_member detail)" ;;
    *)
      smoke_failures=$((smoke_failures + 1))
      report FAILED GET "$1" "$status" "$(problem_member code) $(problem_member detail) $(<"$PRIVATE/errors")"
      ;;
  esac
}

smoke_operations() {
  local card made_up=()
  smoke_read /me
  smoke_read /cards
  card=$(grep -oE '"id":"vc_[0-9A-Za-z]+"' "$PRIVATE/body" | head -n 1 | cut -d'"' -f4) || true
  if [[ -z $card ]]; then
    card=vc_0000000000000000000000
    made_up=(made-up)
  fi
  smoke_read /cards/active
  smoke_read "/cards/$card" "${made_up[@]}"
  smoke_read "/cards/$card/transactions" "${made_up[@]}"
  smoke_read /transactions
  smoke_read /transactions/summary
  smoke_read /cards.csv
}

smoke_check() {
  smoke_expect 401 token_missing GET /cards
  smoke_expect 404 route_not_found GET /no-such-path
  smoke_expect 405 method_not_allowed POST /cards
  if [[ -e $PRIVATE/token ]]; then
    smoke_operations
  else
    say '  no token is known here: give --token-file to check the operations too'
  fi
  ((smoke_failures == 0)) ||
    fail "$smoke_failures of the checks failed" "read their lines above and docs/aws.md. The new version is in use; to go back, check out the commit that was deployed before and run the same command there."
}

# shellcheck shell=bash
# What VTS must know before it can start: a login at Extend, a caller, a key for kept sessions. What is missing is asked or made;
# all of it is gathered in the private folder first, a file a setting, and written when it is complete.

# Where a setting waits to be written.
pending() { printf '%s/settings/%s' "$PRIVATE" "$1"; }

# Whether a setting is there and stays, or is about to be.
known() { [[ -e $(pending "$1") ]] || stays "$1"; }

stays() { has_parameter "$1" && ! replaced "$1"; }

# What --replace asks anew.
replaced() {
  case $REPLACE/$1 in
    login/Extend/Accounts/main/ApiKey | login/Extend/Accounts/main/ApiSecret) ;;
    login/Extend/Accounts/main/Email | login/Extend/Accounts/main/Password) ;;
    token/Callers/0/TokenSha256) ;;
    *) return 1 ;;
  esac
}

# ask_setting NAME QUESTION [hidden]
ask_setting() {
  local file
  file=$(pending "$1")
  mkdir -p "${file%/*}"
  if $DRY_RUN; then
    say "  ask: $2"
    printf '<asked>' >"$file"
    return
  fi
  ask "$file" "$2" "${3:-}"
  check_value "$1" "$file"
}

set_setting() {
  local file
  file=$(pending "$1")
  mkdir -p "${file%/*}"
  printf '%s' "$2" >"$file"
}

# Everything that is missing, or is to be replaced, gathered and written.
provide_settings() {
  list_parameters
  mkdir -p "$PRIVATE/settings"
  [[ -z $SECRETS_FILE ]] || read_secrets_file "$SECRETS_FILE"
  gather_login
  gather_caller
  make_encryption_key
  write_settings
  list_parameters
}

gather_login() {
  local door
  door=$(login_door)
  if [[ $door == none ]]; then
    choose_door
    door=$(<"$PRIVATE/door")
  fi
  case $door in
    key)
      need Extend/Accounts/main/ApiKey 'Extend API key'
      need Extend/Accounts/main/ApiSecret 'Extend API secret (not shown)' hidden
      ;;
    password)
      need Extend/Accounts/main/Email "Extend login's e-mail"
      need Extend/Accounts/main/Password "Extend login's password (not shown)" hidden
      ;;
  esac
}

# Asks for a setting that is neither there nor gathered.
need() { known "$1" || ask_setting "$@"; }

# Which door the login of the account "main" uses; "other" where only a bearer token, or accounts of other names, are set up.
login_door() {
  if known Extend/Accounts/main/ApiKey || known Extend/Accounts/main/ApiSecret; then
    echo key
  elif known Extend/Accounts/main/Email || known Extend/Accounts/main/Password; then
    echo password
  elif [[ $REPLACE != login ]] && { [[ -d $PRIVATE/settings/Extend/Accounts ]] || has_parameters_like 'Extend/Accounts/.*'; }; then
    echo other
  else
    echo none
  fi
}

choose_door() {
  say '  Which login may VTS use at Extend?'
  say '    1  an API key and its secret (recommended; an organization admin gets both from Extend)'
  say '    2  e-mail and password (the older door; Extend may ask it for a one-time code)'
  if $DRY_RUN; then
    say '  ask: 1 or 2'
    printf key >"$PRIVATE/door"
    return
  fi
  ask "$PRIVATE/answer" '  1 or 2'
  case $(<"$PRIVATE/answer") in
    1) printf key >"$PRIVATE/door" ;;
    2) printf password >"$PRIVATE/door" ;;
    *) fail "that was neither 1 nor 2, so nothing was written" "run the same command again." ;;
  esac
}

gather_caller() {
  if caller_known; then
    return
  fi
  need Callers/0/Name "The first caller's name, for logs (for example dashboard)"
  if ! known Callers/0/Account && [[ $(login_door) != other ]]; then
    set_setting Callers/0/Account main
  fi
  make_token 0
}

caller_known() {
  [[ $REPLACE != token ]] || { known Callers/0/TokenSha256; return; }
  compgen -G "$PRIVATE/settings/Callers/*/TokenSha256" >/dev/null || has_parameters_like 'Callers/[0-9]+/TokenSha256'
}

# The key that sessions are kept under. Never replaced here: see docs/aws.md.
make_encryption_key() {
  ! known Sessions/EncryptionKey || return 0
  mkdir -p "$PRIVATE/settings/Sessions"
  if $DRY_RUN; then
    set_setting Sessions/EncryptionKey '<made>'
    return
  fi
  head -c 32 /dev/urandom | base64 -w 0 >"$PRIVATE/settings/Sessions/EncryptionKey"
}

write_settings() {
  local names=() name
  mapfile -t names < <(cd "$PRIVATE/settings" && find . -type f | sed 's|^\./||' | LC_ALL=C sort)
  for name in "${names[@]}"; do
    write_parameter "$name" "$(pending "$name")"
    rm -f "$(pending "$name")"
  done
  case ${names[*]} in
    *main/ApiSecret*) remove_parts Email Password ;;
    *main/Password*) remove_parts ApiKey ApiSecret ;;
  esac
}

# After a change of doors, the parts of the other: an account has one door.
remove_parts() {
  local part
  for part in "$@"; do
    ! has_parameter "Extend/Accounts/main/$part" || remove_aws ssm delete-parameter --name "/vts/$STAGE/Extend/Accounts/main/$part"
  done
}

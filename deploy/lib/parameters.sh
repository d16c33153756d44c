# shellcheck shell=bash
# The stage's parameters in SSM: which there are, and how they are written. A value is a file in the private folder, always.

# Lists names and versions, never values, into $PRIVATE/parameters, sorted.
list_parameters() {
  query ssm get-parameters-by-path --path "/vts/$STAGE/" --recursive --no-with-decryption \
    --query 'Parameters[].[Name,Version]' --output text || true
  printf '%s\n' "$FOUND" | sed -E '/^(None)?$/d' | LC_ALL=C sort >"$PRIVATE/parameters"
}

# Whether a parameter is there, by its name without the stage.
has_parameter() {
  cut -f1 "$PRIVATE/parameters" | grep -Fxq "/vts/$STAGE/$1"
}

# Whether there is any whose name without the stage matches a pattern of grep.
has_parameters_like() {
  cut -f1 "$PRIVATE/parameters" | grep -qE "^/vts/$STAGE/$1\$"
}

# A short hash over names and versions. A function gets it with its configuration, so that a changed secret makes new versions of the
# functions, which are tried out and put back like new code. What the script notes for itself does not count.
parameters_version() {
  grep -v "^/vts/$STAGE/Deploy/" "$PRIVATE/parameters" | tr '\t' ':' | sha256sum | cut -c1-16
}

# Public by nature; all else is encrypted.
parameter_type() {
  case $1 in
    Callers/Keys/* | Callers/*/Name | Callers/*/TokenSha256 | Callers/*/Account) echo String ;;
    Extend/Accounts/*/ApiKey | Extend/Accounts/*/Email | Extend/Accounts/*/BaseUrl | Extend/Accounts/*/ApiKeyExpires) echo String ;;
    Extend/Accounts/* | Sessions/EncryptionKey | Sessions/PreviousEncryptionKeys/*) echo SecureString ;;
    Deploy/* | Extend/* | Freshness/* | Sessions/*) echo String ;;
    *) echo SecureString ;;
  esac
}

# What SSM and VTS would refuse, refused here: check_value NAME FILE.
check_value() {
  local size
  size=$(wc -c <"$2")
  ((size > 0)) || fail "$1 is empty" "give it a value."
  ((size <= 4096)) || fail "$1 is longer than the 4,096 bytes that a parameter holds" "check that the right thing was given."
  ! LC_ALL=C grep -q '[[:cntrl:]]' "$2" || fail "$1 has control characters in it" "give it as one line of plain text."
  ! grep -qE '^[[:space:]]|[[:space:]]$' "$2" || fail "$1 begins or ends with a space" "give it without."
  case $1 in
    Callers/*/TokenSha256)
      grep -qE '^[0-9a-fA-F]{64}$' "$2" ||
        fail "$1 is not 64 hexadecimal digits" "give the token's SHA-256, never the token: printf %s \"\$TOKEN\" | sha256sum"
      ;;
    Sessions/EncryptionKey | Sessions/PreviousEncryptionKeys/*)
      [[ $(base64 -d <"$2" 2>/dev/null | wc -c) == 32 ]] || fail "$1 is not 32 bytes in base64" "make one: openssl rand -base64 32"
      ;;
    Lists/CursorKey)
      (($(base64 -d <"$2" 2>/dev/null | wc -c) >= 32)) || fail "$1 is not 32 bytes or more in base64" "make one: openssl rand -base64 32"
      ;;
  esac
}

# The request as a file, since a command line can be read by every user of the machine.
parameter_request() {
  local name=$1 file=$2 overwrite=$3 type
  type=$(parameter_type "$name")
  printf '{"Name":"/vts/%s/%s","Type":"%s","Tier":"Standard","Overwrite":%s,' "$STAGE" "$name" "$type" "$overwrite"
  [[ $type != SecureString ]] || printf '"KeyId":"alias/vts-%s",' "$STAGE"
  printf '"Value":"'
  sed 's/[\\"]/\\&/g' <"$file"
  printf '"}'
}

# write_parameter NAME FILE: makes it or gives it a new version. AWS may repeat a value it refuses, so only its error's name is shown.
write_parameter() {
  if $DRY_RUN; then
    show aws ssm put-parameter --cli-input-json 'file://<private>/request.json'
    say "      /vts/$STAGE/$1 ($(parameter_type "$1")) = $(shown_value "$1" "$2")"
    return
  fi
  parameter_request "$1" "$2" true >"$PRIVATE/request.json"
  if ! aws ssm put-parameter --cli-input-json "file://$PRIVATE/request.json" >/dev/null 2>"$PRIVATE/errors"; then
    fail "the parameter /vts/$STAGE/$1 was not written ($(error_name))" "mend that and run the same command again; what was written before it is kept and not asked again."
  fi
  rm -f "$PRIVATE/request.json"
  say "  /vts/$STAGE/$1 written"
}

# In a dry run: what is public is shown, all else as where it would come from.
shown_value() {
  local +x value=''
  value=$(<"$2")
  case $1/$value in
    Deploy/* | */'<made>' | Callers/*/Account/*) printf '%s' "$value" ;;
    *) printf '<asked>' ;;
  esac
}

error_name() {
  local name
  name=$(sed -nE 's/^.*\(([A-Za-z]+)\) when calling.*$/\1/p' "$PRIVATE/errors" | head -n 1)
  printf '%s' "${name:-no answer of AWS}"
}

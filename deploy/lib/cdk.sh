# shellcheck shell=bash
# The CDK command line, as the lock file pins it.

cdk() {
  (umask "$USERS_UMASK" && cd "$HERE" && JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION=1 ./node_modules/.bin/cdk "$@")
}

# As cdk, but in a dry run only shown.
change_cdk() {
  if $DRY_RUN; then
    show cdk "$@"
  else
    cdk "$@"
  fi
}

install_cdk() {
  [[ -x $HERE/node_modules/.bin/cdk && ! $HERE/package-lock.json -nt $HERE/node_modules ]] && return
  say '  npm installs the CDK command line into deploy/node_modules'
  openly npm --prefix "$HERE" ci --omit=dev --no-audit --no-fund --silent ||
    fail "npm could not install what deploy/package.json names" "check the network and npm's registry setting, then run the same command again."
}

# Makes the templates from the code, and checks the settings in doing so.
synthesize() {
  local stand_ins=()
  name_context
  ASSEMBLY=$ROOT/artifacts/deploy/$SERVICE_STACK
  ! $DRY_RUN || ASSEMBLY=$PRIVATE/templates
  rm -rf -- "$ASSEMBLY"
  if $DRY_RUN && ! functions_built; then
    make_stand_ins
    stand_ins=(-c "functions=$PRIVATE/functions")
  fi
  cdk synth --quiet --output "$ASSEMBLY" "${CONTEXT_ARGUMENTS[@]}" "${stand_ins[@]}" >"$PRIVATE/synth.log" 2>&1 || {
    cat "$PRIVATE/synth.log" >&2
    fail "the templates could not be made" "read the lines above: a setting given by an option may be wrong."
  }
}

# What differs from the committed template. What changes with the functions' code is left out there, and so it is here.
compare_with_committed() {
  [[ -e $HERE/template.json ]] || return 0
  say '  compared with the committed template (deploy/template.json, stage dev):'
  sed -E -i 's/((CurrentVersion|GatewayApiDeployment)[0-9A-F]{8})[0-9a-f]{32}/\1Hash/g; s/[0-9a-f]{64}\.zip/'"$(printf '0%.0s' {1..64})"'.zip/' \
    "$ASSEMBLY/$SERVICE_STACK.template.json"
  cdk diff "$SERVICE_STACK" --exclusively --app "$ASSEMBLY" --template template.json >"$PRIVATE/diff.log" 2>&1 || true
  say "    $(sed '/^ *$/d; s/^/    /; 1s/^ *//' "$PRIVATE/diff.log")"
}

# cdk_deploy STACK [argument…]. With somebody at the terminal CDK asks before permissions widen; the difference was shown before.
cdk_deploy() {
  local stack=$1 approval=never
  shift
  ! $TERMINAL || $ASSUME_YES || approval=broadening
  local command=(deploy "$stack" --app "$ASSEMBLY" --exclusively --require-approval "$approval" "$@")
  if $DRY_RUN; then
    show cdk deploy "$stack" --app '<templates>' --exclusively --require-approval "$approval" "$@"
  elif $TERMINAL; then
    cdk "${command[@]}" <&"$ANSWERS" || stack_failed "$stack"
  else
    cdk "${command[@]}" || stack_failed "$stack"
  fi
}

stack_failed() {
  fail "stack $1 was not deployed" "CloudFormation has put back what it had begun; the lines above, or the stack's events, say why. Mend that, then run the same command again: it goes on where it stopped."
}

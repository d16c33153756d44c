# shellcheck shell=bash
# Before any call goes to a new version, it is asked beside the one that serves, and must answer the same.
#
# One deployment is made of two changes of the stack: the first publishes the new versions and leaves the alias live where it is, the
# second leads live on, by CodeDeploy. Between them $LATEST is the new version, and nobody calls it.

ACCEPT_DIFFERENCES=${ACCEPT_DIFFERENCES:-false}

# What serves now, as the context value "serving": NAME:VERSION,…; what is new has nothing to be compared with.
serving_versions() {
  local name versions=()
  for name in "${FUNCTIONS[@]}"; do
    ! query lambda get-alias --function-name "$SERVICE_STACK-$name" --name live --query FunctionVersion --output text ||
      versions+=("$name:$FOUND")
  done
  local IFS=,
  SERVING=${versions[*]}
}

try_new_versions() {
  if [[ ! -e $PRIVATE/token ]] && ! $DRY_RUN; then
    warn "no token is known here: give --token-file, and new versions are compared with those that serve before any call goes to them."
    return
  fi
  serving_versions
  [[ -n $SERVING ]] || $DRY_RUN || return 0
  step "Publishing the new versions of $SERVICE_STACK; no call goes to them yet"
  publish_beside
  if ! $DRY_RUN && nothing_changed; then
    say '  no function has changed'
    return
  fi
  step 'Comparing what the new versions answer with what those answer that serve'
  compare_versions
}

publish_beside() {
  if $DRY_RUN; then
    say '  the alias live of each function stays at the version it has (-c serving=NAME:VERSION,…)'
    cdk_deploy "$SERVICE_STACK"
    return
  fi
  with_context serving "$SERVING" synthesize
  cdk_deploy "$SERVICE_STACK"
  synthesize
}

# Whether each function that serves is what was published last.
nothing_changed() {
  local name serves
  for name in ${SERVING//,/ }; do
    function_state "${name%%:*}" live
    serves=$FOUND
    # shellcheck disable=SC2016 # Lambda's own name
    function_state "${name%%:*}" '$LATEST'
    [[ $FOUND == "$serves" ]] || return 1
  done
}

function_state() {
  query lambda get-function-configuration --function-name "$SERVICE_STACK-$1" --qualifier "$2" \
    --query '[CodeSha256,MemorySize,Timeout,Layers,Architectures,Environment.Variables]' --output json
}

# shellcheck disable=SC2016 # Lambda's own name
compare_versions() {
  local command=("$ROOT/bench/replay.sh" compare "lambda:$SERVICE_STACK:live" "lambda:$SERVICE_STACK:"'$LATEST' --token-file "$PRIVATE/token") status=0
  if $DRY_RUN; then
    show bench/replay.sh compare "lambda:$SERVICE_STACK:live" "lambda:$SERVICE_STACK:"'$LATEST' --token-file '<private>/token'
    return
  fi
  openly "${command[@]}" >&3 || status=$?
  case $status in
    0) ;;
    1) judge_differences ;;
    *) fail "the new versions could not be compared with those that serve" "read the lines above. No call goes to the new versions; run the same command again when it is mended." ;;
  esac
}

# A difference may be just what is wanted; --yes does not say so.
judge_differences() {
  if $ACCEPT_DIFFERENCES; then
    say '  accepted (--accept-differences)'
  elif $ASSUME_YES; then
    fail "the new versions answer differently" "no call goes to them. If the lines above are what is meant, run the same command with --accept-differences; else mend the code and run it again."
  else
    confirm "The new versions answer differently. Is that meant, and may they be put on trial?"
  fi
}

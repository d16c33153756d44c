#!/usr/bin/env bash
# Puts VTS into an AWS account: builds, asks for what is missing, shows what will change, deploys, checks the new address.
# shellcheck source-path=SCRIPTDIR
# No tracing and no exporting of variables here: secrets pass through.
{ set +axv; } 2>/dev/null
set -euo pipefail

HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
ROOT=$(dirname "$HERE")

usage() {
  cat <<'EOF'
Usage: deploy/deploy.sh [options]

Puts one stage of VTS into the AWS account that the credentials in use lead to. Run it again to change anything: what is there and
unchanged stays, what is missing is asked, an interrupted run is gone on with.

  --stage STAGE        which deployment of several in an account: 1 to 20 characters a-z, 0-9, - (default: dev)
  --arch arm64|x64     the functions' processor (default: as last time, at first arm64)
  --region REGION      where (default: AWS_REGION, or that of the profile)
  --alarm-email EMAIL  whom alarms are sent to; EMAIL must confirm it once (default: as last time)
  --context NAME=VALUE any setting of deploy/Infrastructure (docs/aws.md lists them); kept for the next time, '' takes it back
  --secrets FILE       settings from FILE instead of questions: KEY=VALUE a line, mode 0600
  --token-file FILE    the caller's token: read from FILE for the checks, or written there if a new one is made
  --replace WHAT       asks anew for what is there already: login, token, or secrets (all that --secrets names)
  --accept-differences lets new versions take over that answer differently from those that serve; --yes does not
  --yes                asks nothing that can be answered by yes, not even whether permissions may widen
  --dry-run            needs no account: shows each step and command, changes nothing
  --help               this text

Secrets are asked without echo, or read from FILE. They are never on a command line, in a log or in a template.
EOF
}

source "$HERE/lib/messages.sh"
source "$HERE/lib/private.sh"
source "$HERE/lib/answers.sh"
source "$HERE/lib/tools.sh"
source "$HERE/lib/account.sh"
source "$HERE/lib/stacks.sh"
source "$HERE/lib/functions.sh"
source "$HERE/lib/cdk.sh"
source "$HERE/lib/parameters.sh"
source "$HERE/lib/settings.sh"
source "$HERE/lib/secrets-file.sh"
source "$HERE/lib/token.sh"
source "$HERE/lib/remembered.sh"
source "$HERE/lib/trial.sh"
source "$HERE/lib/smoke.sh"

STAGE=dev
SECRETS_FILE=''
TOKEN_FILE=''
REPLACE=''

read_options() {
  while (($# > 0)); do
    case $1 in
      --help | -h) usage; told=true; exit 0 ;;
      --dry-run) DRY_RUN=true; shift; continue ;;
      --yes) ASSUME_YES=true; shift; continue ;;
      --accept-differences) ACCEPT_DIFFERENCES=true; shift; continue ;;
      --stage | --arch | --region | --alarm-email | --context | -c | --secrets | --token-file | --replace) ;;
      *) misused "unknown option '$1'" ;;
    esac
    (($# > 1)) || misused "$1 needs a value"
    take_option "$1" "$2"
    shift 2
  done
  check_stage "$STAGE"
  check_region_name
}

take_option() {
  case $1 in
    --stage) STAGE=$2 ;;
    --arch) [[ $2 == arm64 || $2 == x64 ]] || misused "--arch is arm64 or x64, not '$2'" ;;&
    --arch) CONTEXT[arch]=$2 ;;
    --region) REGION=$2 ;;
    --alarm-email) [[ $2 =~ ^[^[:space:]@]+@[^[:space:]@]+\.[^[:space:]@]+$ ]] || misused "'$2' is not an e-mail address" ;;&
    --alarm-email) CONTEXT[alarmEmail]=$2 ;;
    --context | -c) [[ $2 =~ ^[A-Za-z][A-Za-z0-9]*=[^[:space:]]*$ ]] || misused "$1 takes NAME=VALUE without spaces, not '$2'" ;;&
    --context | -c) take_context "${2%%=*}" "${2#*=}" ;;
    --secrets) check_private_file "$2" ;;&
    --secrets) SECRETS_FILE=$(realpath "$2") ;;
    --token-file) TOKEN_FILE=$(realpath "$2") ;;
    --replace) [[ $2 == login || $2 == token || $2 == secrets ]] || misused "--replace is login, token or secrets, not '$2'" ;;&
    --replace) REPLACE=$2 ;;
  esac
}

take_context() {
  [[ $1 != stage && $1 != parametersVersion && $1 != functions && $1 != serving ]] || misused "--context $1 is set by this script itself"
  CONTEXT[$1]=$2
}

prepare() {
  SERVICE_STACK=vts-$STAGE
  DATA_STACK=vts-$STAGE-data
  check_token_file
  [[ $REPLACE != secrets || -n $SECRETS_FILE ]] || misused "--replace secrets goes with --secrets FILE"
  open_private_folder
  open_answers
  take_token
  ! $DRY_RUN || say "A dry run: nothing is changed in any account. Lines with \$ are the commands that would run."
}

check_here() {
  step 'Checking tools and account'
  check_all_tools
  check_account
  list_parameters
  recall_context
  ARCH=${CONTEXT[arch]:-arm64}
  CONTEXT[arch]=$ARCH
  $DRY_RUN || check_compilers "$ARCH"
}

# All that is missing is told at once; compilers only for an architecture that was not left to the last deployment's note.
check_all_tools() {
  local base=(dotnet:dotnet node:nodejs npm:npm aws:awscli curl:curl) compilers=()
  if $DRY_RUN || [[ -v CONTEXT[arch] || -n $(missing_tools "${base[@]}") ]]; then
    mapfile -t compilers < <(compilers_for "${CONTEXT[arch]:-arm64}")
  fi
  check_tools "${base[@]}" "${compilers[@]}"
}

check_compilers() {
  local compilers
  mapfile -t compilers < <(compilers_for "$1")
  check_tools "${compilers[@]}"
}

build() {
  step "Building the functions for $ARCH (some minutes the first time; what is unchanged is kept)"
  if $DRY_RUN; then
    show deploy/build.sh --arch "$ARCH"
  else
    openly "$HERE/build.sh" --arch "$ARCH" >&3 || fail "the functions could not be built for $ARCH" "read the lines above; nothing was deployed."
  fi
}

check_templates() {
  step 'Making and checking the templates'
  install_cdk
  synthesize
  say "  ${DATA_STACK}, ${SERVICE_STACK}: well formed"
}

prepare_account() {
  step 'Preparing the account, where that is not done'
  stack_state CDKToolkit || {
    say "  CDK's own stack is missing: making it (once for an account and region)"
    change_cdk bootstrap "aws://$ACCOUNT/$REGION" || fail "CDK could not prepare the account" "read the lines above; it needs permission to make a bucket, roles and a repository."
  }
  query apigateway get-account --query cloudwatchRoleArn --output text || true
  [[ -n $FOUND ]] || {
    say '  API Gateway may not write logs yet: making the role (once for an account and region)'
    cdk_deploy vts-account
  }
}

deploy_data() {
  step "Deploying $DATA_STACK: the key and the table"
  check_stack_state "$DATA_STACK"
  [[ $FOUND != ROLLBACK_COMPLETE ]] ||
    fail "an earlier, failed making of $DATA_STACK left its remains" "take them away (there is nothing in them): deploy/remove.sh --stage $STAGE --data; then run the same command again."
  cdk_deploy "$DATA_STACK"
}

settle_settings() {
  step "Settings and secrets under /vts/$STAGE/"
  provide_settings
  if $DRY_RUN; then
    CONTEXT[parametersVersion]='from-names-and-versions'
  else
    CONTEXT[parametersVersion]=$(parameters_version)
  fi
}

deploy_service() {
  step "What changes in $SERVICE_STACK"
  check_stack_state "$SERVICE_STACK"
  $DRY_RUN || synthesize
  show_difference
  confirm "Deploy this to account $ACCOUNT, region $REGION?"
  try_new_versions
  step "Deploying $SERVICE_STACK (a new one takes some 3 minutes; changed functions 5 more, on trial with a tenth of the calls)"
  OUTPUTS=$ROOT/artifacts/deploy/$SERVICE_STACK.json
  cdk_deploy "$SERVICE_STACK" --outputs-file "../artifacts/deploy/$SERVICE_STACK.json"
  unset 'CONTEXT[parametersVersion]'
  note_context
}

show_difference() {
  if $DRY_RUN; then
    show cdk diff "$SERVICE_STACK" --exclusively --app '<templates>'
    compare_with_committed
  else
    cdk diff "$SERVICE_STACK" --exclusively --app "$ASSEMBLY" >&3 2>&1 ||
      fail "the difference could not be shown" "read the lines above, then run the same command again."
  fi
}

check_address() {
  step 'Checking the new address'
  if $DRY_RUN; then
    say '  GET /cards without a token 401, an unknown path 404, POST 405; the operations with the token 200, or 503 with its reason'
    return
  fi
  ADDRESS=$(sed -nE 's/.*"Address": *"([^"]+)".*/\1/p' "$OUTPUTS" | head -n 1)
  [[ -n $ADDRESS ]] || fail "the address is not in $OUTPUTS" "see the outputs of stack $SERVICE_STACK in the AWS console."
  smoke_check
}

say_farewell() {
  local at=${ADDRESS:-'https://<id>.execute-api.<region>.amazonaws.com/'$STAGE}
  say ''
  say "VTS $STAGE answers at $at"
  # shellcheck disable=SC2016 # the reader's own variable
  say "Try: curl -H \"token: \$TOKEN\" $at/cards/active"
  say 'To go back: check out the commit that was deployed before, and run the same command there.'
  say "  At once, one function: aws lambda update-alias --function-name $SERVICE_STACK-GetCard --name live --function-version N"
  say "To take it away: deploy/remove.sh --stage $STAGE"
}

main() {
  read_options "$@"
  prepare
  check_here
  build
  check_templates
  prepare_account
  deploy_data
  settle_settings
  deploy_service
  check_address
  say_farewell
}

main "$@"

#!/usr/bin/env bash
# Takes a stage of VTS out of an AWS account: the service, and with --data what it keeps.
# shellcheck source-path=SCRIPTDIR
{ set +axv; } 2>/dev/null
set -euo pipefail

HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

usage() {
  cat <<'EOF'
Usage: deploy/remove.sh [options]

Takes one stage of VTS out of the AWS account that the credentials in use lead to, after its name has been typed. Without --data the
table, the key and the parameters stay: deploy.sh puts the service back as it was. Run it again if it was interrupted.

  --stage STAGE     which deployment (default: dev)
  --region REGION   where (default: AWS_REGION, or that of the profile)
  --data            takes away all that is kept too: the table, the parameters with their secrets, the key. This cannot be undone
  --key-days DAYS   with --data: how many days the key can still be saved, 7 to 30 (default: 30)
  --yes             does not ask for the name
  --dry-run         needs no account: shows each command, changes nothing
  --help            this text
EOF
}

source "$HERE/lib/messages.sh"
source "$HERE/lib/private.sh"
source "$HERE/lib/answers.sh"
source "$HERE/lib/tools.sh"
source "$HERE/lib/account.sh"
source "$HERE/lib/stacks.sh"
source "$HERE/lib/functions.sh"
source "$HERE/lib/parameters.sh"
source "$HERE/lib/removal.sh"

STAGE=dev
DATA=false
KEY_DAYS=30

read_options() {
  while (($# > 0)); do
    case $1 in
      --help | -h) usage; exit 0 ;;
      --dry-run) DRY_RUN=true; shift; continue ;;
      --yes) ASSUME_YES=true; shift; continue ;;
      --data) DATA=true; shift; continue ;;
      --stage | --region | --key-days) ;;
      *) misused "unknown option '$1'" ;;
    esac
    (($# > 1)) || misused "$1 needs a value"
    case $1 in
      --stage) STAGE=$2 ;;
      --region) REGION=$2 ;;
      --key-days) KEY_DAYS=$2 ;;
    esac
    shift 2
  done
  check_stage "$STAGE"
  check_region_name
  [[ $KEY_DAYS =~ ^([7-9]|[12][0-9]|30)$ ]] || misused "--key-days is 7 to 30, not '$KEY_DAYS'"
}

prepare() {
  SERVICE_STACK=vts-$STAGE
  DATA_STACK=vts-$STAGE-data
  TABLE=$SERVICE_STACK
  open_private_folder
  open_answers
  ! $DRY_RUN || say "A dry run: nothing is changed in any account. Lines with \$ are the commands that would run."
  check_tools aws:awscli
  check_account
}

say_what_goes() {
  step "What goes"
  say "  stack $SERVICE_STACK: gateway, functions and their logs, schedule, alarms, dashboard, budget"
  list_resources "$SERVICE_STACK"
  if $DATA; then
    say "  stack $DATA_STACK, with what it would leave behind:"
    say "    table $TABLE (sessions, leases, the guard's states)"
    say "    all parameters under /vts/$STAGE/, secrets included"
    say "    key alias/$SERVICE_STACK, after a window of $KEY_DAYS days"
    list_resources "$DATA_STACK"
  else
    say ''
    say 'What stays (take it away with --data):'
    say "  stack $DATA_STACK: table $TABLE, key alias/$SERVICE_STACK (1 USD a month)"
    say "  the parameters under /vts/$STAGE/, secrets included"
  fi
}

list_resources() {
  if query cloudformation list-stack-resources --stack-name "$1" --query 'StackResourceSummaries[].[ResourceType,PhysicalResourceId]' --output text; then
    say "    ${FOUND//$'\n'/$'\n'    }"
  fi
}

remove_data() {
  step "Removing $DATA_STACK and what it keeps"
  lift_protection
  delete_stack "$DATA_STACK"
  delete_table
  delete_parameters
  delete_log_groups
  schedule_key_deletion
}

say_what_remains() {
  say ''
  say 'What remains:'
  if $DATA; then
    say "  the key, until its window ends, and what DynamoDB keeps of a deleted table for 35 days; both free of charge"
  else
    say "  $DATA_STACK and the parameters; deploy/deploy.sh --stage $STAGE puts the service back over them"
  fi
  say '  what all deployments of an account and region share: CDKToolkit (of CDK; its bucket holds the functions that were deployed), and'
  say "  vts-account (API Gateway's role for logs). When no other deployment needs them: aws cloudformation delete-stack --stack-name …"
}

main() {
  read_options "$@"
  prepare
  say_what_goes
  if $DATA; then
    confirm_by_name "$DATA_STACK"
  else
    confirm_by_name "$SERVICE_STACK"
  fi
  step "Removing $SERVICE_STACK"
  delete_stack "$SERVICE_STACK"
  ! $DATA || remove_data
  say_what_remains
}

main "$@"

# shellcheck shell=bash
# The account, its region, and how it is asked.

ACCOUNT=''
REGION=${REGION:-}
# No page-wise reading in the middle of a script.
export AWS_PAGER=''

# Asks AWS and leaves the answer in $FOUND. Status 1 when what was asked for is not there; any other failure ends the script.
# A dry run asks nobody: nothing is there.
FOUND=''
query() {
  FOUND=''
  if $DRY_RUN; then
    show aws "$@"
    return 1
  fi
  if aws "$@" >"$PRIVATE/reply" 2>"$PRIVATE/errors"; then
    FOUND=$(<"$PRIVATE/reply")
    [[ $FOUND != None ]] || FOUND=''
    return 0
  fi
  absent "$PRIVATE/errors" || aws_failed "$1 $2"
  return 1
}

absent() {
  grep -qE '\((ParameterNotFound|ResourceNotFoundException|NotFoundException)\)|\(ValidationError\).*does not exist' "$1"
}

aws_failed() {
  fail "aws $1 failed: $(<"$PRIVATE/errors")" "check the permissions of the credentials in use, and the network; then run the same command again."
}

# Makes a change by AWS's command line; its answer is of no interest.
change_aws() {
  if $DRY_RUN; then
    show aws "$@"
  else
    aws "$@" >/dev/null 2>"$PRIVATE/errors" || aws_failed "$1 $2"
  fi
}

# As change_aws; what is gone already is as good as removed.
remove_aws() {
  if $DRY_RUN; then
    show aws "$@"
  else
    aws "$@" >/dev/null 2>"$PRIVATE/errors" || absent "$PRIVATE/errors" || aws_failed "$1 $2"
  fi
}

check_region_name() {
  [[ -z $REGION || $REGION =~ ^[a-z]{2}(-[a-z]+)+-[0-9]+$ ]] || misused "'$REGION' is not the name of a region"
}

check_region() {
  REGION=${REGION:-${AWS_REGION:-${AWS_DEFAULT_REGION:-}}}
  if [[ -z $REGION ]] && ! $DRY_RUN; then
    REGION=$(aws configure get region 2>/dev/null) || true
    [[ -n $REGION ]] || fail "no region is set" "give --region, for example --region us-east-1."
  fi
  [[ -n $REGION ]] || REGION='<region>'
  [[ $REGION == '<region>' ]] || export AWS_REGION=$REGION AWS_DEFAULT_REGION=$REGION
}

# Says which account and region the credentials lead to, and asks whether that is meant.
check_account() {
  check_region
  if $DRY_RUN; then
    ACCOUNT='<account>'
    show aws sts get-caller-identity --query Account --output text
  else
    ACCOUNT=$(aws sts get-caller-identity --query Account --output text 2>"$PRIVATE/errors") ||
      fail "there are no valid AWS credentials: $(<"$PRIVATE/errors")" "sign in ('aws sso login', or 'aws configure'), check with 'aws sts get-caller-identity', then run the same command again."
    refuse_history
  fi
  confirm "Account $ACCOUNT, region $REGION, stage $STAGE. Is this meant?"
}

# AWS's command line can keep what it sends, secrets included.
refuse_history() {
  [[ $(aws configure get cli_history 2>/dev/null || true) != enabled ]] ||
    fail "AWS's command line keeps a history of all it sends (cli_history), secrets included" "run 'aws configure set cli_history disabled', then the same command again."
}

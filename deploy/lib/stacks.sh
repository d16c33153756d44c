# shellcheck shell=bash
# The two stacks of a stage, and the CDK command line that makes them.

# What a stage may be called.
check_stage() {
  [[ $1 =~ ^[a-z][a-z0-9-]{0,19}$ ]] || misused "a stage is 1 to 20 characters a-z, 0-9 and -, a letter first: not '$1'"
}

# The state of a stack in $FOUND; status 1 where there is none.
stack_state() {
  query cloudformation describe-stacks --stack-name "$1" --query 'Stacks[0].StackStatus' --output text
}

# Says what to do about a stack that cannot be changed as it is.
check_stack_state() {
  stack_state "$1" || return 0
  case $FOUND in
    REVIEW_IN_PROGRESS | ROLLBACK_COMPLETE) ;; # its first creation failed: CDK takes it away and begins anew
    *_IN_PROGRESS)
      fail "stack $1 is being changed by somebody else ($FOUND)" "wait until 'aws cloudformation describe-stacks --stack-name $1' says COMPLETE, then run the same command again."
      ;;
    UPDATE_ROLLBACK_FAILED)
      fail "stack $1 could not be put back after a failed change" "see its events, run 'aws cloudformation continue-update-rollback --stack-name $1', then the same command again."
      ;;
    DELETE_FAILED)
      fail "stack $1 is half removed" "run remove.sh for this stage again, then the same command."
      ;;
  esac
}

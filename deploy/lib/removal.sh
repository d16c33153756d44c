# shellcheck shell=bash
# The parts of a removal.

# Deletes a stack and waits; none is as good as deleted.
delete_stack() {
  stack_state "$1" || $DRY_RUN || {
    say "  $1 is not there"
    return 0
  }
  change_aws cloudformation delete-stack --stack-name "$1"
  reached "$1 is going; this takes some minutes"
  if $DRY_RUN; then
    show aws cloudformation wait stack-delete-complete --stack-name "$1"
  elif ! aws cloudformation wait stack-delete-complete --stack-name "$1" >/dev/null 2>&1; then
    fail "stack $1 did not go" "see 'aws cloudformation describe-stack-events --stack-name $1' for what stands in the way, mend that, then run the same command again."
  fi
  reached "$1 is gone"
}

# Takes off what keeps the data stack from being deleted by mistake.
lift_protection() {
  if stack_state "$DATA_STACK" || $DRY_RUN; then
    change_aws cloudformation update-termination-protection --no-enable-termination-protection --stack-name "$DATA_STACK"
  fi
  if query dynamodb describe-table --table-name "$TABLE" --query Table.TableStatus --output text || $DRY_RUN; then
    change_aws dynamodb update-table --table-name "$TABLE" --no-deletion-protection-enabled
    change_aws dynamodb wait table-exists --table-name "$TABLE"
  fi
}

# The stack leaves the table behind, on purpose; here it goes too.
delete_table() {
  remove_aws dynamodb delete-table --table-name "$TABLE"
  change_aws dynamodb wait table-not-exists --table-name "$TABLE"
  reached "table $TABLE: gone"
}

# Ten at a time, as many as one call takes.
delete_parameters() {
  local names=() chunk
  list_parameters
  mapfile -t names < <(cut -f1 "$PRIVATE/parameters")
  if $DRY_RUN; then
    names=("/vts/$STAGE/<each name>")
  fi
  while ((${#names[@]} > 0)); do
    chunk=("${names[@]:0:10}")
    names=("${names[@]:10}")
    change_aws ssm delete-parameters --names "${chunk[@]}"
  done
  reached "parameters under /vts/$STAGE/: gone"
}

# By their exact names: a prefix would take those of a stage whose name begins like this one's.
delete_log_groups() {
  local name
  for name in "${FUNCTIONS[@]}"; do
    remove_aws logs delete-log-group --log-group-name "/aws/lambda/$SERVICE_STACK-$name"
  done
  remove_aws logs delete-log-group --log-group-name "/aws/apigateway/$SERVICE_STACK"
  reached 'log groups: gone'
}

# The key last: what was encrypted with it can be read until its window ends. By its tags, since its alias goes with the stack.
schedule_key_deletion() {
  local arn keys=()
  query resourcegroupstaggingapi get-resources --resource-type-filters kms:key \
    --tag-filters Key=application,Values=vts "Key=stage,Values=$STAGE" --query 'ResourceTagMappingList[].ResourceARN' --output text || true
  read -ra keys <<<"$(tr '\n\t' '  ' <<<"$FOUND")"
  ! $DRY_RUN || keys=('<key>')
  for arn in "${keys[@]}"; do
    schedule_one_key "$arn"
  done
  remove_aws kms delete-alias --alias-name "alias/$SERVICE_STACK"
}

schedule_one_key() {
  query kms describe-key --key-id "$1" --query KeyMetadata.KeyState --output text || $DRY_RUN || return 0
  if [[ $FOUND != PendingDeletion ]]; then
    change_aws kms schedule-key-deletion --key-id "$1" --pending-window-in-days "$KEY_DAYS"
  fi
  reached "key ${1##*/}: goes in $KEY_DAYS days at the most; until then 'aws kms cancel-key-deletion' keeps it"
}

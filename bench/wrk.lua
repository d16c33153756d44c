-- One line for measuring/load.py: requests, microseconds, p50 and p99 in microseconds, answers of 400 and above, other failures.
done = function(summary, latency)
  local errors = summary.errors
  io.write(string.format("result %d %d %d %d %d %d\n", summary.requests, summary.duration,
    latency:percentile(50), latency:percentile(99), errors.status,
    errors.connect + errors.read + errors.write + errors.timeout))
end

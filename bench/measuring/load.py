"""Many requests at once, by wrk."""

import subprocess
from collections import namedtuple

from measuring.asking import PATIENCE
from measuring.repository import ROOT
from measuring.telling import BenchError

# Requests answered in so many seconds, of which half came within p50 milliseconds and 99 of 100 within p99.
Load = namedtuple("Load", "requests seconds p50 p99")


def load(subject, operation, connections, seconds, headers=None, refused=False):
    """Loads a subject. Any answer but what is expected ends the run: a success, or where refused a failure each time."""
    path = subject.path(operation)
    headers = [part for header in (headers or subject.headers).items() for part in ("-H", ": ".join(header))]
    run = subprocess.run([
        "wrk", f"-t{min(connections, 2)}", f"-c{connections}", f"-d{seconds}s", "--timeout", f"{PATIENCE}s",
        "-s", ROOT / "bench/wrk.lua", *headers, f"http://127.0.0.1:{subject.port}{path}",
    ], capture_output=True, text=True, check=False)
    result = [line.split()[1:] for line in run.stdout.splitlines() if line.startswith("result ")]
    if run.returncode or not result:
        raise BenchError(f"wrk failed on {subject.name} {path}: {run.stdout}{run.stderr}")
    requests, microseconds, p50, p99, statuses, failures = map(int, result[0])
    if failures or not requests or statuses != (requests if refused else 0):
        raise BenchError(
            f"{subject.name} {path} with {connections} connections: {requests} answers, {statuses} of them refusals, {failures} failures")
    return Load(requests, microseconds / 1e6, p50 / 1000, p99 / 1000)

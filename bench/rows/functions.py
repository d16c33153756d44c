"""The functions of VTS behind the local gateway, beside the server."""

from measuring.asking import get
from measuring.bench import OPERATIONS
from measuring.load import load
from measuring.markdown import label, ratio, spread, table
from measuring.repository import ROOT
from measuring.subjects import FUNCTIONS, KEPT
from measuring.telling import BenchError, say
from measuring.turns import rotated

CONNECTIONS = [1, 16]
PUBLISHED = ROOT / "artifacts" / "functions" / "x64"
NEEDED = sorted(project.stem for project in (ROOT / "src" / "Functions").glob("*/*.csproj"))
LOADS = [(operation, connections) for operation in OPERATIONS for connections in CONNECTIONS]


def are_built():
    return all((PUBLISHED / name / "bootstrap").exists() for name in NEEDED)


def measure(bench):
    if not are_built():
        say("the functions are left out, as they are not published: deploy/build.sh --arch x64")
        return
    subjects = [bench.start(name) for name in (FUNCTIONS, KEPT)]
    functions, server = subjects
    for subject in subjects:
        subject.process.await_answer("/cards/active")
    for operation in OPERATIONS:
        if get(functions.port, operation) != get(server.port, operation):
            raise BenchError(f"the functions do not send the bytes that the server sends for {operation}")
        for subject in subjects:
            load(subject, operation, 16, bench.seconds)
            calls = bench.simulator.calls_during(lambda: [get(subject.port, operation) for _ in range(5)])
            bench.note("calls", ("functions", operation), subject, calls / 5)
    for turn in range(1 if bench.quick else 3):
        for operation, connections in LOADS:
            for subject in rotated(subjects, turn):
                row = ("functions", operation, connections)
                answered = load(subject, operation, connections, bench.seconds)
                bench.note("rate", row, subject, answered.requests / answered.seconds)
                bench.note("p50", row, subject, answered.p50)
                bench.note("p99", row, subject, answered.p99 if answered.requests >= 100 else None)
        say(f"functions, turn {turn + 1} done")
    for subject in subjects:
        subject.stop()


def tables(bench):
    if not are_built():
        return ["## The functions\n", "Not measured: they were not published. `deploy/build.sh --arch x64` publishes them; `bench/run.sh` without `--quick` does it itself.\n"]

    def line(operation, connections):
        def of(measure, name):
            return bench.of(measure, ("functions", operation, connections), name)

        return [
            label(operation), str(connections), *(spread(of("rate", name)) for name in (FUNCTIONS, KEPT)), ratio(of("rate", FUNCTIONS), of("rate", KEPT)),
            *(spread(of(measure, name)) for measure in ("p50", "p99") for name in (FUNCTIONS, KEPT)),
            f"{bench.of('calls', ('functions', operation), FUNCTIONS)[0]:g}"]

    return [
        "## The functions behind the local gateway, warm\n",
        "Four processes of each function, whose answers are kept for five seconds in each, beside the server with the same defaults. The local gateway\n"
        "passes every request through JSON twice and stops the process after each call, as Lambda does: the rates tell of the stand-in as much as of\n"
        "VTS. What a function itself costs is [measured by its CPU time](lambda.md). Calls are Extend's for each of five requests in a row.\n",
        table(["operation", "connections", FUNCTIONS, KEPT, "ratio", "p50, ms", f"p50, {KEPT}", "p99, ms", f"p99, {KEPT}", "Extend calls"],
              [line(*each) for each in LOADS]),
    ]

"""Each operation under load, when all is warm."""

from measuring.asking import get
from measuring.bench import OPERATIONS
from measuring.equality import check_equal
from measuring.load import load
from measuring.markdown import differences, label, ratio, spread, table
from measuring.subjects import AOT, BARE, DIRECT, JIT, KEPT, NGINX, PYTHON
from measuring.telling import say
from measuring.turns import rotated

SUBJECTS = [AOT, KEPT, JIT, PYTHON, NGINX, BARE, DIRECT]
CONNECTIONS = [1, 16]
ALL_CARDS = "/transactions"
FIRST = f"{ALL_CARDS}, the first"
LOADS = [(operation, connections) for operation in OPERATIONS for connections in CONNECTIONS]


def measure(bench):
    # A first look does without what is known to lie beside the native binary.
    subjects = [bench.start(name) for name in SUBJECTS if name != JIT or not bench.quick]
    for subject in subjects:
        subject.process.await_answer(subject.path("/cards/active"), subject.headers)
        if path := subject.path(ALL_CARDS):
            bench.note("calls", FIRST, subject, bench.simulator.calls_during(lambda: get(subject.port, path)))
    check_equal(subjects)

    for subject in subjects:
        for operation in operations_of(subject):
            load(subject, operation, 16, bench.seconds)
            subject.process.settle()
        say(f"{subject.name} is warm")
    for turn in range(bench.rounds):
        for operation, connections in LOADS:
            for subject in rotated(subjects, turn):
                if subject.path(operation):
                    measure_load(bench, subject, operation, connections)
        say(f"round {turn + 1} of {bench.rounds} done")

    for subject in subjects:
        bench.note("peak", "", subject, subject.process.memory_mb("VmHWM"))
        for operation in operations_of(subject):
            path = subject.path(operation)
            calls = bench.simulator.calls_during(lambda: [get(subject.port, path, subject.headers) for _ in range(5)])
            bench.note("calls", operation, subject, calls / 5)
        subject.stop()


def operations_of(subject):
    return [operation for operation in OPERATIONS if subject.path(operation)]


def measure_load(bench, subject, operation, connections):
    # What takes long needs longer for as many answers; a first look does without.
    seconds = bench.seconds * (2 if operation == ALL_CARDS and not bench.quick else 1)
    simulator = bench.simulator.process
    before, simulator_before = subject.process.cpu_ms(), simulator.cpu_ms()
    answered = load(subject, operation, connections, seconds)
    cpu, simulator_cpu = subject.process.cpu_ms() - before, simulator.cpu_ms() - simulator_before
    subject.process.settle()
    row = (operation, connections)
    bench.note("rate", row, subject, answered.requests / answered.seconds)
    bench.note("p50", row, subject, answered.p50)
    bench.note("p99", row, subject, answered.p99 if answered.requests >= 100 else None)
    if connections == 1:
        bench.note("cpu", operation, subject, cpu / answered.requests)
        bench.note("simulator", operation, subject, simulator_cpu / answered.requests)


def tables(bench):
    of = bench.of

    def loads(measure):
        return table(["operation", "connections", *SUBJECTS], [
            [label(operation), str(connections), *(spread(of(measure, (operation, connections), name)) for name in SUBJECTS)]
            for operation, connections in LOADS])

    def each(measure, names):
        return [[label(operation), *(spread(of(measure, operation, name)) for name in names)] for operation in OPERATIONS]

    pairs = [(AOT, PYTHON), (KEPT, PYTHON), (KEPT, NGINX), (KEPT, BARE)]
    once = [operation for operation in OPERATIONS if of("p50", (operation, 1), DIRECT)]
    return [
        "## Requests a second, warm\n",
        "wrk, the subject and the simulator share the machine's cores. nginx and a direct call have the operations that are one call of\n"
        "Extend; they send Extend's bytes, which are more than VTS's. A subject that answers `/transactions` slowly is at work on up to\n"
        "as many more requests as there are connections when the time is up; they count for nothing.\n",
        loads("rate"),
        table(["operation", "connections", *(f"{ours} : {theirs}" for ours, theirs in pairs)], [
            [label(operation), str(connections), *(ratio(of("rate", (operation, connections), ours), of("rate", (operation, connections), theirs)) for ours, theirs in pairs)]
            for operation, connections in LOADS]),
        "## Half of the answers came within (p50), ms\n",
        loads("p50"),
        "## 99 of 100 answers came within (p99), ms\n",
        "– where a round had fewer than 100 answers.\n",
        loads("p99"),
        "## Added to a direct call when nothing is kept, ms\n",
        f"p50 of {AOT} less p50 of the same call of Extend made directly, at 1 connection, round by round.\n",
        table(["operation", AOT, DIRECT, "added"], [
            [label(operation), spread(of("p50", (operation, 1), AOT)), spread(of("p50", (operation, 1), DIRECT)),
             spread(differences(of("p50", (operation, 1), AOT), of("p50", (operation, 1), DIRECT)))] for operation in once]),
        "## CPU a request, ms\n",
        "User and system time of the subject's processes at 1 connection, then of the simulator on its behalf.\n",
        table(["operation", *SUBJECTS[:-1]], each("cpu", SUBJECTS[:-1])),
        table(["operation", *(f"simulator for {name}" for name in SUBJECTS)], each("simulator", SUBJECTS)),
        "## Extend calls a request\n",
        "From the simulator's log, five requests one after the other.\n",
        table(["operation", *SUBJECTS], [
            [title, *(f"{of('calls', row, name)[0]:g}" if of("calls", row, name) else "–" for name in SUBJECTS)]
            for title, row in [*((label(operation), operation) for operation in OPERATIONS), (f"{label(ALL_CARDS)}, the first after start", FIRST)]]),
    ]

"""Requests that do nothing but say who asks."""

from measuring.asking import ask
from measuring.bench import OPERATIONS
from measuring.load import load
from measuring.markdown import ratio, spread, table
from measuring.subjects import BARE, KEPT, NGINX, PYTHON
from measuring.telling import BenchError, say
from measuring.turns import rotated

ME = "/me"
WRONG = "wrong"
KNOWN, UNKNOWN = "known token, `/me`", "unknown token, 401"
ROWS = {KNOWN: [KEPT, BARE], UNKNOWN: [KEPT, PYTHON, NGINX]}
NAMES = [KEPT, PYTHON, NGINX, BARE]
CONNECTIONS = [1, 16]


def measure(bench):
    subjects = {name: bench.start(name) for name in NAMES}
    for subject in subjects.values():
        subject.process.await_answer(subject.path("/cards/active"))
        if subject.name != BARE and ask(subject.port, subject.path("/cards/active"), headers={"token": WRONG})[0] != 401:
            raise BenchError(f"{subject.name} does not refuse a wrong token")
    for row, names in ROWS.items():
        for name in names:
            ask_much(bench, subjects[name], row, CONNECTIONS[-1])
    for turn in range(bench.rounds):
        for row, names in ROWS.items():
            for connections in CONNECTIONS:
                for name in rotated(names, turn):
                    answered = ask_much(bench, subjects[name], row, connections)
                    bench.note("rate", (row, connections), subjects[name], answered.requests / answered.seconds)
        say(f"authentication, turn {turn + 1} of {bench.rounds} done")
    for subject in subjects.values():
        subject.stop()


def ask_much(bench, subject, row, connections):
    if row == KNOWN:
        answered = load(subject, ME, connections, bench.seconds)
    else:
        answered = load(subject, OPERATIONS[1], connections, bench.seconds, {"token": WRONG}, refused=True)
    subject.process.settle()
    return answered


def tables(bench):
    def rates(row, connections, name):
        return bench.of("rate", (row, connections), name)

    return [
        "## Authentications a second\n",
        "`/me` asks no one and answers what the caller may do, with its limits counted and a record written; the bare endpoint sends the same bytes\n"
        "and asks for no token. An unknown token is refused before anything else is done; nginx and Python compare with the one token that they know.\n",
        table(["", "connections", *NAMES, f"{KEPT} : bare"], [
            [row, str(connections), *(spread(rates(row, connections, name)) for name in NAMES), ratio(rates(row, connections, KEPT), rates(row, connections, BARE))]
            for row in ROWS for connections in CONNECTIONS]),
    ]

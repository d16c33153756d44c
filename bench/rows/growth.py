"""What `/transactions` costs with one card and with ten thousand."""

import math
import time
from statistics import median

from measuring.asking import get
from measuring.markdown import number, quotients, spread, table
from measuring.subjects import AOT, PYTHON
from measuring.telling import BenchError, say
from measuring.turns import rotated

OPERATION = "/transactions"
ROWS_OF_CARD = 25
CARDS_ON_PAGE = 50
SIDE_BY_SIDE = 8
LATENCIES = [0, 50]
PATIENCE = 600
SETTINGS = {"Extend__ReadTimeout": "00:10:00", "Extend__ListTimeout": "00:10:00"}


def sizes(bench):
    return [1, 10, 100, 1_000] if bench.quick else [1, 10, 100, 1_000, 10_000]


def measure(bench):
    for cards in sizes(bench):
        bench.simulator.control("PUT", f"/sim/tenants/{tenant(cards)}", {"cards": cards, "transactionsPerCard": ROWS_OF_CARD})
        for latency in LATENCIES:
            measure_size(bench, cards, latency)
            say(f"{cards} cards with {latency} ms a call done")


def measure_size(bench, cards, latency):
    # Python is left out where it takes minutes, and a warm turn is as good as three where it takes long.
    names = [AOT, PYTHON] if cards <= 100 or cards == 1_000 and not bench.quick else [AOT]
    warm = 1 if cards * latency >= (50_000 if bench.quick else 500_000) else 3
    subjects = [bench.start(name, tenant(cards), SETTINGS if name == AOT else {}) for name in names]
    for subject in subjects:
        subject.process.await_answer("/cards/active")
    bench.simulator.set_latency(latency)
    answers = set()
    for turn in range(warm + 1):
        for subject in rotated(subjects, turn):
            started = time.perf_counter()
            calls = bench.simulator.calls_during(lambda: answers.add(get(subject.port, OPERATION, patience=PATIENCE)))
            took = (time.perf_counter() - started) * 1000
            bench.note("first" if turn == 0 else "warm", (cards, latency), subject, took)
            bench.note("calls", (cards, latency), subject, calls)
    bench.simulator.set_latency(0)
    for subject in subjects:
        subject.stop()
    if len(answers) != 1:
        raise BenchError(f"the answers over {cards} cards differ")


def tenant(cards):
    return f"cards{cards}"


def least(cards, latency):
    """Milliseconds that nobody can do with less who calls eight at a time: the first page, then the other pages and the cards."""
    pages = math.ceil(cards / CARDS_ON_PAGE)
    return latency * (1 + math.ceil((pages - 1 + cards) / SIDE_BY_SIDE))


def of_least(bench, cards, latency):
    """The share of the limit that VTS reaches, for each warm turn."""
    return [least(cards, latency) / took for took in bench.of("warm", (cards, latency), AOT)]


def growth(bench, latency):
    """What a card costs of ten thousand to what it costs of a thousand, as the most and the least of the turns."""
    few, many = (bench.of("warm", (cards, latency), AOT) for cards in (1_000, 10_000))
    if not few or not many:
        return []
    return quotients([took / 10_000 for took in many], [median(few) / 1_000] * len(many))


def tables(bench):
    def line(cards, latency, name):
        first, warm = bench.of("first", (cards, latency), name), bench.of("warm", (cards, latency), name)
        if not warm:
            return None
        limit = least(cards, latency)
        return [
            f"{cards:,}".replace(",", " "), str(latency), name, spread(first), spread(warm), number(median(warm) / cards),
            f"{limit}" if limit else "–", f"{limit / median(warm):.2f}" if limit else "–",
            f"{bench.of('calls', (cards, latency), name)[-1]}"]

    rows = [line(cards, latency, name) for latency in LATENCIES for cards in sizes(bench) for name in (AOT, PYTHON)]
    return [
        f"## `{OPERATION}` of one card and of many\n",
        f"Each card has {ROWS_OF_CARD} transactions, and nothing is kept. *First* is the first `{OPERATION}` of a process. *Limit* is what eight calls at a\n"
        "time allow: the first page of cards, then the other pages and all cards, each call as long as Extend takes for it. *Of the limit* is\n"
        "that to the warm median: 1 is the best there can be. `Extend:ReadTimeout` and `Extend:ListTimeout` are ten minutes here, as 10 000 cards at 50 ms want more than\n"
        "a minute. – where the machine alone decides.\n",
        table(["cards", "ms a call", "", "first, ms", "warm, ms", "ms a card", "limit, ms", "of the limit", "Extend calls"], [row for row in rows if row]),
        *growth_lines(bench),
    ]


def growth_lines(bench):
    return [
        f"What a card costs of 10 000 to what it costs of 1 000, at {latency} ms a call: {spread(growth(bench, latency))}.\n"
        for latency in LATENCIES if growth(bench, latency)]

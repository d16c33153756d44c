"""Resident memory at rest, under load and for what is kept; and the size on disk."""

from pathlib import Path

from measuring.asking import get
from measuring.markdown import number, spread, table
from measuring.repository import BUILT, ROOT
from measuring.subjects import AOT, BARE, JIT, KEPT, NGINX, NGINX_BINARY, PYTHON
from measuring.telling import say

ROWS_OF_CARD = 25
LISTS = ["/cards", "/transactions"]
ALL_KEPT = {"Freshness__Cards": "01:00:00", "Freshness__Transactions": "01:00:00", "Freshness__MaxBytes": str(8 * 1024 ** 3)}


def sizes(bench):
    return [100, 1_000] if bench.quick else [1_000, 10_000]


def measure(bench):
    turns = 1 if bench.quick else 3
    for cards in sizes(bench):
        bench.simulator.control("PUT", f"/sim/tenants/kept{cards}", {"cards": cards, "transactionsPerCard": ROWS_OF_CARD})
    for turn in range(turns):
        for cards in sizes(bench):
            subject = bench.start(KEPT, f"kept{cards}", ALL_KEPT)
            subject.process.await_answer("/cards/active")
            for path in LISTS:
                get(subject.port, path)
            subject.process.settle()
            bench.note("kept", cards, subject, subject.process.memory_mb("VmRSS"))
            subject.stop()
        say(f"memory of what is kept, {turn + 1} of {turns} done")


def per_thousand(bench):
    """Megabytes for 1,000 cards more, for each turn."""
    few, many = sizes(bench)
    return [
        (more - less) / ((many - few) / 1_000) for less, more in zip(bench.of("kept", few, KEPT), bench.of("kept", many, KEPT))]


def tables(bench):
    names = [AOT, KEPT, JIT, PYTHON, NGINX, BARE]
    few, many = sizes(bench)
    return [
        "## Memory and size, MB\n",
        "Resident memory right after the first answer, and the most during all warm rounds; nginx's processes added up, which counts what they\n"
        "share for each. Size: the one binary; for JIT the program's own files without the runtime; for Python the script without the\n"
        "interpreter and its libraries; for nginx Debian's binary without its libraries.\n",
        table(["", *names], [
            ["at rest", *(spread(bench.of("rest", "", name)) for name in names)],
            ["the most under load", *(spread(bench.of("peak", "", name)) for name in names)],
            ["size on disk", *(number(size(name) / 1e6) for name in names)]]),
        f"What is kept, with an hour's freshness and room for all: `/cards` and `/transactions` as JSON, {ROWS_OF_CARD} transactions a card, resident\n"
        "when all had come to rest. By default `Freshness:MaxBytes` bounds it at 64 MB by estimate.\n",
        table([f"{number(few)} cards kept", f"{number(many)} cards kept", "for 1 000 cards more"], [
            [spread(bench.of("kept", few, KEPT)), spread(bench.of("kept", many, KEPT)), spread(per_thousand(bench))]]),
    ]


def size(name):
    """Bytes on disk."""
    if name == JIT:
        built = ROOT / "artifacts/bin/Vts.Server/release"
        return sum(file.stat().st_size for file in built.iterdir() if file.suffix == ".dll" or file.name.endswith((".deps.json", ".runtimeconfig.json")))
    if name == PYTHON:
        return sum(file.stat().st_size for file in (ROOT / "bench/peers/python").glob("*.py"))
    binary = {NGINX: Path(NGINX_BINARY), BARE: BUILT / "vts-bare" / "vts-bare"}.get(name, BUILT / "vts-server" / "vts-server")
    return binary.stat().st_size

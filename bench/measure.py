#!/usr/bin/python3
"""Measures VTS against its peers and writes the table. Started by run.sh, which builds what this needs.

Every subject is its own process and asks the same simulator of Extend. Subjects take turns within each round, and whoever
began the last round does not begin the next. Nothing else of ours runs meanwhile.
"""

import argparse
import shutil
import signal
import sys
import tempfile
from pathlib import Path

import verdict
from measuring.bench import Bench
from measuring.markdown import table
from measuring.quiet import Quiet
from measuring.repository import ROOT, circumstances, peer_versions
from measuring.running import Running
from measuring.subjects import AOT, JIT, KEPT
from measuring.telling import BenchError, say
from rows import authentication, functions, growth, memory, starts, warm

ROWS = {"starts": starts, "warm": warm, "growth": growth, "memory": memory, "authentication": authentication, "functions": functions}
READING = (
    "Cells are the **median** of the rounds and (least–most). A ratio compares each round with itself and is then so summed up: `1 : 5` in\n"
    "a table of times means that the second takes five times as long, `5 : 1` in a table of rates that the first answers five times as many.\n"
    "[README.md](../README.md) tells who is measured and how to read it.\n\n"
    f"**{AOT}** and **{JIT}** keep no answers here (`Freshness:Cards=0`, `Freshness:Transactions=0`): every request asks Extend, as the Python\n"
    "peer's do, but for equal reads that are in flight at the same moment, which VTS makes one. "
    f"**{KEPT}** is the same binary with its\ndefaults: answers are kept for five seconds and say their age.\n")


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--quick", action="store_true", help="fewer and shorter rounds")
    arguments.add_argument("--only", choices=ROWS, action="append", help="these rows only, shown and not written")
    arguments = arguments.parse_args()
    chosen = arguments.only or list(ROWS)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))

    about = circumstances(arguments.quick, "bench/run.sh", peer_versions())
    scratch = Path(tempfile.mkdtemp(prefix="vts-bench-"))
    quiet = Quiet()
    failed = {}
    try:
        bench = Bench(scratch, arguments.quick)
        bench.learn()
        for name in chosen:
            say(f"measuring {name}")
            try:
                ROWS[name].measure(bench)
            except BenchError as fault:
                # What the other rows have shown in twenty minutes is not lost for it.
                failed[name] = fault
                say(f"{name} failed: {fault}")
    finally:
        for process in [*Running.all]:
            process.stop()
        shutil.rmtree(scratch)

    about["Quiet"] = quiet.told()
    about["Took"] = f"{quiet.seconds() / 60:.1f} minutes; {bench.rounds} rounds of {bench.seconds} s under load"
    parts = [verdict.tables(bench), *([f"## {name}\n", f"Not measured to the end: {failed[name]}\n"] if name in failed else ROWS[name].tables(bench) for name in chosen)]
    text = "\n".join(["# VTS against its peers\n", table(["", ""], [[name, value] for name, value in about.items()]), READING, *sum(parts, [])])
    print(text)
    if not arguments.only:
        file = ROOT / "bench" / "results" / ("quick.md" if arguments.quick else "full.md")
        file.write_text(text)
        say(f"written to {file.relative_to(ROOT)} after {quiet.seconds():.0f} s")
    if failed:
        raise BenchError("not measured to the end: " + ", ".join(failed))


if __name__ == "__main__":
    try:
        main()
    except BenchError as fault:
        sys.exit(f"measure.py: {fault}")

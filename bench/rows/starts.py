"""From the start of a process to its first answer, wherever it is started."""

from pathlib import Path

from measuring.markdown import ratio, spread, table
from measuring.subjects import AOT, BARE, JIT, NGINX, PYTHON
from measuring.telling import say
from measuring.turns import rotated

OPERATION = "/cards/active"
EMPTY, FULL, ROOT = "an empty folder", "a folder of 20 000 files", "`/`"
FOLDERS = {EMPTY: [AOT, JIT, PYTHON, NGINX, BARE], FULL: [AOT, JIT, PYTHON], ROOT: [AOT, JIT, PYTHON]}


def measure(bench):
    starts = 5 if bench.quick else 21
    places = {EMPTY: None, FULL: full_folder(bench), ROOT: Path("/")}
    for turn in range(starts):
        for folder, names in FOLDERS.items():
            for name in rotated(names, turn):
                subject = bench.start(name, folder=places[folder])
                bench.note("start", folder, subject, subject.process.await_answer(subject.path(OPERATION)))
                if folder == EMPTY:
                    bench.note("rest", "", subject, subject.process.memory_mb("VmRSS"))
                subject.stop()
        say(f"start {turn + 1} of {starts} done")


def full_folder(bench):
    full = bench.folder("full")
    for number in range(100):
        part = full / f"part-{number}"
        part.mkdir()
        for file in range(200):
            (part / f"{file}.json").write_text("{}")
    return full


def tables(bench):
    names = FOLDERS[EMPTY]
    return [
        f"## Start of the process to the whole first answer of `{OPERATION}`, ms\n",
        "A whole process each time, the simulator and the disk cache warm. nginx answers with Extend's own bytes.\n",
        table(["started in", *names, "VTS AOT : Python"], [
            [folder, *(spread(bench.of("start", folder, name)) for name in names),
             ratio(bench.of("start", folder, AOT), bench.of("start", folder, PYTHON))] for folder in FOLDERS]),
    ]

#!/usr/bin/python3
"""Measures lists that VTS sends while it reads them against a bare endpoint that sends the same bytes. Started by lists.sh, which
builds what this needs.

There are two pairs, and the two of a pair take turns: VTS that keeps nothing and a bare endpoint that makes the same calls of Extend;
VTS that has kept every row and a bare endpoint that sends a file.
"""

import argparse
import itertools
import json
import shutil
import signal
import socket
import sys
import tempfile
import time
import urllib.request
from collections import defaultdict
from pathlib import Path
from statistics import median

from measuring.asking import PATIENCE, TOKEN, TOKEN_SHA256, get
from measuring.markdown import quotients, spread, table
from measuring.quiet import Quiet
from measuring.repository import BUILT, ROOT, circumstances
from measuring.running import Running
from measuring.simulator import VERSION, Simulator
from measuring.telling import BenchError, say
from measuring.turns import rotated

LISTS = ["transactions.csv", "transactions.ndjson"]
TENANT = "lists"
ROWS_OF_CARD = 25
CARDS_ON_PAGE = 50
SIDE_BY_SIDE = 8
LATENCY_MS = 50
SECOND_CARD_MS = 2000
SLOW_SECONDS = 10
SLOW_BYTES = 100 * 1024  # every tenth of a second
MOST_MEMORY_MB = 150
LEAST_RATIO = 0.5

ASKED = "VTS, nothing kept"
KEPT = "VTS, every row kept"
BARE_ASKED = "bare, asks Extend too"
BARE_FILE = "bare, sends a file"


class Stream:
    """One answer as it comes in."""

    def __init__(self, port, path):
        self._socket = socket.create_connection(("127.0.0.1", port), PATIENCE)
        self._started = time.perf_counter()
        self._socket.sendall(f"GET {path} HTTP/1.1\r\nHost: localhost\r\ntoken: {TOKEN}\r\nConnection: close\r\n\r\n".encode())
        self._buffer = bytearray(256 * 1024)
        self._path = path
        self.tail = b""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._socket.close()

    def await_first_byte(self, of=""):
        """Milliseconds until the first bytes of the body were here, with those of this card."""
        came, body = b"", b""
        while not body or of.encode() not in body:
            read = self.take()
            if not read:
                raise BenchError(f"{self._path} ended before its rows: {came[:300]!r}")
            came += self._buffer[:read]
            body = came.partition(b"\r\n\r\n")[2]
        if not came.startswith(b"HTTP/1.1 200 "):
            raise BenchError(f"{self._path} answered {came[:300]!r}")
        return (time.perf_counter() - self._started) * 1000

    def take(self, most=0):
        read = self._socket.recv_into(self._buffer, most)
        self.tail = (self.tail + self._buffer[max(0, read - 128):read])[-128:]
        return read

    def await_end(self):
        """Seconds until all of it was here."""
        while self.take():
            pass
        return time.perf_counter() - self._started


class ListBench:
    def __init__(self, scratch, quick):
        self.scratch = scratch
        self.rounds = 5 if quick else 7
        self.cards = 1_000 if quick else 10_000
        self.rows = self.cards * ROWS_OF_CARD
        self.lists = self._folder("lists")
        self.sizes = {}
        self.figures = defaultdict(list)  # (measure, list, subject) -> a figure for each round
        self.simulator = Simulator(self._folder("simulator"))
        self.simulator.control("PUT", f"/sim/tenants/{TENANT}", {"cards": self.cards, "transactionsPerCard": ROWS_OF_CARD})
        self.simulator.control("PATCH", "/sim/switches", {"tokenLife": 86_400})

    def _folder(self, name):
        folder = self.scratch / name.replace(" ", "-").replace(",", "").lower()
        folder.mkdir(exist_ok=True)
        return folder

    def start_vts(self, name, freshness):
        """Starts VTS at Extend's older door, whose calls are one a card; its settings are the defaults but for what is kept."""
        folder = self._folder(name)
        vts = Running(name, [BUILT / "vts-server" / "vts-server", "--urls=http://127.0.0.1:{port}"], {
            "Extend__BaseUrl": self.simulator.url,
            f"Extend__Accounts__{TENANT}__Email": f"{TENANT}@example.com",
            f"Extend__Accounts__{TENANT}__Password": TENANT,
            "Callers__0__Name": "bench",
            "Callers__0__TokenSha256": TOKEN_SHA256,
            "Audit__File": str(folder / "audit.jsonl"),
            "Audit__Files": "2",
        } | freshness, folder)
        vts.await_answer("/cards?limit=1")
        vts.settle()
        return vts

    def start_asking(self):
        return self.start_vts(ASKED, {"Freshness__Cards": "00:00:00", "Freshness__Transactions": "00:00:00"})

    def _sign_in(self):
        request = urllib.request.Request(
            self.simulator.url + "/signin", json.dumps({"email": f"{TENANT}@example.com", "password": TENANT}).encode(),
            {"Accept": VERSION})
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            return json.load(answer)["token"]

    def start_bare(self):
        bare = Running("the bare endpoint", [
            BUILT / "vts-bare" / "vts-bare", "--urls=http://127.0.0.1:{port}", f"--Lists={self.lists}",
            f"--Extend={self.simulator.url}", f"--Token={self._sign_in()}",
        ], {}, self._folder("bare"))
        bare.await_answer("/written/" + LISTS[0])
        bare.settle()
        return bare

    def capture(self, vts):
        """Writes down what VTS sends, and beside it how much of that each card has."""
        for name in LISTS:
            whole = get(vts.port, "/" + name)
            (self.lists / name).write_bytes(whole)
            self.sizes[name] = len(whole)
            lines = whole.splitlines(keepends=True)
            first = len(lines) - 1 - self.rows
            if first not in (0, 1):
                raise BenchError(f"/{name} has {len(lines)} lines for {self.rows} rows")
            pieces = [
                [card, sum(map(len, rows))] for card, rows in itertools.groupby(lines[first:-1], lambda line: line[line.index(b'"vc_') + 1:][:25].decode())]
            if len(pieces) != self.cards:
                raise BenchError(f"/{name} does not come card by card")
            pieces[0][1] += len(whole) - len(lines[-1]) - sum(length for _, length in pieces)
            pieces[-1][1] += len(lines[-1])
            (self.lists / (name + ".cards")).write_text("".join(f"{card} {length}\n" for card, length in pieces))
            self.second_card = pieces[1][0]
            self.first_card = pieces[0][0]

    def check_equal(self, subject, prefix):
        for name in LISTS:
            if get(subject.port, prefix + name) != (self.lists / name).read_bytes():
                raise BenchError(f"{subject.name} does not send the bytes of /{name} at {prefix}{name}")

    def measure_pair(self, pair):
        """Streams both lists from the two in turns. Each of the pair is a name, a process, and what its paths begin with."""
        for name in LISTS:
            for subject, process, prefix in pair:
                self.measure_stream(subject, process, prefix, name, warm_up=True)
        for turn in range(self.rounds):
            for name in LISTS:
                for subject, process, prefix in rotated(pair, turn):
                    self.measure_stream(subject, process, prefix, name)
            say(f"turn {turn + 1} of {self.rounds} done")
        for name in LISTS:
            for subject, process, prefix in pair:
                calls = self.simulator.calls_during(lambda: self.measure_stream(subject, process, prefix, name, warm_up=True))
                self.figures["calls", name, subject].append(calls)

    def measure_stream(self, subject, process, prefix, name, warm_up=False):
        process.forget_peak()
        simulator = self.simulator.process
        cpu, simulator_cpu = process.cpu_ms(), simulator.cpu_ms()
        with Stream(process.port, prefix + name) as stream:
            stream.await_first_byte()
            seconds = stream.await_end()
            mark = f"#rows,{self.rows}," if name.endswith(".csv") else f'{{"rows":{self.rows}}}'
            if mark.encode() not in stream.tail:
                raise BenchError(f"{subject} did not send all of {prefix}{name}: it ends with {stream.tail!r}")
        if not warm_up:
            self.figures["rows", name, subject].append(self.rows / seconds)
            self.figures["bytes", name, subject].append(self.sizes[name] / 1e6 / seconds)
            self.figures["seconds", name, subject].append(seconds)
            self.figures["cpu", name, subject].append((process.cpu_ms() - cpu) / 1000)
            self.figures["simulator", name, subject].append((simulator.cpu_ms() - simulator_cpu) / 1000)
            self.figures["peak", name, subject].append(process.memory_mb("VmHWM"))
        process.settle()

    def measure_first_byte(self, pair):
        """When the first byte comes while each call of Extend takes its time, and the second card's a long time."""
        answered = f"/sim/requests/count?path=/virtualcards/{self.second_card}/"
        self.simulator.control("PATCH", "/sim/switches", {"latency": LATENCY_MS})
        self.simulator.control("POST", "/sim/faults", {
            "kind": "latency", "path": f"/virtualcards/{self.second_card}/", "milliseconds": SECOND_CARD_MS})
        for turn in range(self.rounds):
            for name in LISTS:
                for subject, process, prefix in rotated(pair, turn):
                    self.simulator.control("DELETE", "/sim/requests")
                    with Stream(process.port, prefix + name) as stream:
                        took = stream.await_first_byte(of=self.first_card)

                        # The simulator notes an answer when it has it ready to send.
                        if json.loads(self.simulator.control("GET", answered))["count"]:
                            raise BenchError(f"{subject} sent nothing of {prefix}{name} before the second card's answer was there")
                    self.figures["first", name, subject].append(took)
                    process.settle()
        self.simulator.control("DELETE", "/sim/faults")
        self.simulator.control("PATCH", "/sim/switches", {"latency": 0})

    def measure_slow_reader(self, vts):
        """The most memory while a client takes its rows slowly, until it leaves."""
        for name in LISTS:
            vts.forget_peak()
            with Stream(vts.port, "/" + name) as stream:
                stream.await_first_byte()
                for _ in range(SLOW_SECONDS * 10):
                    left = SLOW_BYTES
                    while left > 0 and (read := stream.take(left)):
                        left -= read
                    time.sleep(0.1)
            self.figures["slow", name, ASKED].append(vts.memory_mb("VmHWM"))
            vts.settle()

    def run(self):
        vts = self.start_asking()
        say("writing down what VTS sends")
        self.capture(vts)
        vts.stop()

        # Anew, so that its memory is that of what is measured.
        vts, bare = self.start_asking(), self.start_bare()
        self.figures["rest", "", ASKED].append(vts.memory_mb("VmRSS"))
        self.check_equal(bare, "/asked/")
        self.check_equal(bare, "/written/")
        asking = [(ASKED, vts, "/"), (BARE_ASKED, bare, "/asked/")]
        say("measuring with nothing kept")
        self.measure_pair(asking)
        say("measuring the first byte")
        self.measure_first_byte(asking)
        say("measuring a slow reader")
        self.measure_slow_reader(vts)
        self.figures["end", "", ASKED].append(vts.memory_mb("VmRSS"))
        vts.stop()

        kept = self.start_vts(KEPT, {
            "Freshness__Cards": "01:00:00", "Freshness__Transactions": "01:00:00", "Freshness__MaxBytes": str(8 * 1024 ** 3)})
        get(kept.port, "/transactions")
        kept.settle()
        self.figures["rest", "", KEPT].append(kept.memory_mb("VmRSS"))
        self.check_equal(kept, "/")
        say("measuring with every row kept")
        self.measure_pair([(KEPT, kept, "/"), (BARE_FILE, bare, "/written/")])
        if any(self.figures["calls", name, KEPT] != [0] for name in LISTS):
            raise BenchError("not every row was kept")
        if any(self.figures["calls", name, ASKED] != self.figures["calls", name, BARE_ASKED] for name in LISTS):
            raise BenchError("VTS and the bare endpoint make a different number of calls")
        kept.stop()
        bare.stop()


def share(values):
    """The median of ratios and the least and most."""
    return f"**{median(values):.2f}** ({min(values):.2f}–{max(values):.2f})"


def write(about, bench):
    figures = bench.figures
    labels = {name: f"`/{name}`" for name in LISTS}

    def count(number):
        return f"{number:,}".replace(",", " ")

    def pair_table(ours, theirs):
        measures = [
            ("rows a second", "rows"), ("MB a second", "bytes"), ("seconds for all", "seconds"), ("CPU of the subject, s", "cpu"),
            ("CPU of the simulator meanwhile, s", "simulator"), ("most memory, MB", "peak")]
        return table(["list", "", ours, theirs, "ratio"], [
            [labels[name], title, spread(figures[measure, name, ours]), spread(figures[measure, name, theirs]),
             share(quotients(figures[measure, name, ours], figures[measure, name, theirs])) if all(figures[measure, name, theirs]) else "–"]
            for name in LISTS for title, measure in measures])

    def verdict(holds):
        return "yes" if holds else "**no**"

    pages = -(-bench.cards // CARDS_ON_PAGE)
    ideal = (1 + -(-(pages - 1) // SIDE_BY_SIDE) + 1) * LATENCY_MS
    bars = []
    for name in LISTS:
        ratios = quotients(figures["rows", name, ASKED], figures["rows", name, BARE_ASKED])
        bars.append([labels[name], f"rows a second, VTS : bare at Extend's rate ≥ {LEAST_RATIO}", share(ratios), verdict(median(ratios) >= LEAST_RATIO)])
        peak = max(figures["peak", name, ASKED] + figures["slow", name, ASKED])
        bars.append([labels[name], f"most memory < {MOST_MEMORY_MB} MB", f"{peak:.0f} MB", verdict(peak < MOST_MEMORY_MB)])
        bars.append([labels[name], "first byte before the second card's answer", f"{len(figures['first', name, ASKED])} of {bench.rounds} times", "yes"])

    return "\n".join([
        "# Lists sent while they are read\n",
        table(["", ""], [[name, value] for name, value in about.items()]),
        f"{count(bench.cards)} cards of {ROWS_OF_CARD} transactions: {count(bench.rows)} rows, " +
        " and ".join(f"{bench.sizes[name] / 1e6:.1f} MB as {name.rpartition('.')[2].upper()}" for name in LISTS) + ".\n"
        "Cells are the **median** of the turns and (least–most); a ratio is taken turn by turn and then so summed up.\n",
        "## The bars\n",
        table(["list", "bar", "measured", "held"], bars),
        "## At Extend's rate: every row is asked for\n",
        f"VTS with `Freshness:Cards=0` and `Freshness:Transactions=0`, else its defaults (`Extend:Concurrency` {SIDE_BY_SIDE}, no limit of requests a\n"
        "minute as the simulator is on this machine), at Extend's older door. The bare endpoint makes the same "
        f"{count(figures['calls', LISTS[0], ASKED][0])} calls, as many\nside by side ({SIDE_BY_SIDE}), reads each "
        "answer to its end, and sends the bytes that the card has in VTS's list, from memory. It reads no JSON.\n",
        pair_table(ASKED, BARE_ASKED),
        "## From memory: every row is kept\n",
        "VTS with `Freshness:Cards=01:00:00`, `Freshness:Transactions=01:00:00` and `Freshness:MaxBytes` 8 GiB, after one `/transactions` as JSON, which is what\n"
        "keeps rows; Extend is not asked at all. The bare endpoint sends the same bytes from a file in the disk cache, in chunks of 32 KB. Memory holds\n"
        f"all rows here by choice: {spread(figures['rest', '', KEPT])} MB before the first stream.\n",
        pair_table(KEPT, BARE_FILE),
        "## The first byte\n",
        f"Every call of Extend takes {LATENCY_MS} ms, and that for the second card {SECOND_CARD_MS / 1000:g} s. When the first byte was here, with rows of the first card, "
        "the\nsimulator's log of answers had none for the second card, each time; else the run fails. The cards must all be known first, as the list begins with the\n"
        f"newest: {pages} pages, {SIDE_BY_SIDE} at a time after the first, and then the card are {ideal} ms at least.\n",
        table(["list", f"{ASKED}, ms", f"{BARE_ASKED}, ms", "VTS over the least"], [
            [labels[name], spread(figures["first", name, ASKED]), spread(figures["first", name, BARE_ASKED]),
             f"{median(figures['first', name, ASKED]) - ideal:.0f} ms"] for name in LISTS]),
        "## Memory of VTS with nothing kept, MB\n",
        f"The most resident at once (VmHWM, set back before each stream), and with a client that takes {SLOW_BYTES // 1024} KB every tenth of a second for\n"
        f"{SLOW_SECONDS} s and leaves.\n",
        table(["", *labels.values()], [
            ["at rest after the start", *[spread(figures["rest", "", ASKED])] * 2],
            ["most in a stream", *(spread(figures["peak", name, ASKED]) for name in LISTS)],
            ["most with a slow client", *(spread(figures["slow", name, ASKED]) for name in LISTS)],
            ["resident after all of it", *[spread(figures["end", "", ASKED])] * 2]]),
    ])


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--quick", action="store_true", help="a tenth of the cards, fewer turns")
    quick = arguments.parse_args().quick
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))

    about = circumstances(quick, "bench/lists.sh", [])
    scratch = Path(tempfile.mkdtemp(prefix="vts-lists-"))
    quiet_since = Quiet()
    try:
        bench = ListBench(scratch, quick)
        bench.run()
    finally:
        for process in [*Running.all]:
            process.stop()
        shutil.rmtree(scratch)

    about["Quiet"] = quiet_since.told()
    about["Turns"] = f"{bench.rounds}, the one who begins changing"
    text = write(about, bench)
    file = ROOT / "bench" / "results" / ("lists-quick.md" if quick else "lists.md")
    file.write_text(text)
    print(text)
    say(f"written to {file.relative_to(ROOT)} after {quiet_since.seconds():.0f} s")


if __name__ == "__main__":
    try:
        main()
    except BenchError as fault:
        sys.exit(f"lists.py: {fault}")

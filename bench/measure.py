#!/usr/bin/python3
"""Measures VTS against its peers and writes the table. Started by run.sh, which builds what this needs.

Every subject is its own process and asks the same simulator of Extend. Subjects take turns within each round, and whoever
began the last round does not begin the next. Nothing else of ours runs meanwhile.
"""

import argparse
import hashlib
import http.client
import json
import math
import os
import resource
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from datetime import datetime, timezone
from pathlib import Path

import report

ROOT = Path(__file__).resolve().parent.parent
BUILT = ROOT / "artifacts" / "bench"
TOKEN = "demo"
TOKEN_SHA256 = hashlib.sha256(TOKEN.encode()).hexdigest()
CARD = "vc_A681POqRINI7goyrCNPff7"
CARD_OF_NO_ONE = "/cards/vc_0000000000000000000000"
OPERATIONS = ["/cards", "/cards/active", f"/cards/{CARD}", f"/cards/{CARD}/transactions", "/transactions"]
CONNECTIONS = [1, 16]
LATENCY_MS = 50
MANY_CARDS = 100
TICK_MS = 1000 / os.sysconf("SC_CLK_TCK")
PATIENCE = 30  # seconds until something that should have happened is an error


class BenchError(Exception):
    """Something that makes the figures worthless; the message says what."""


def say(text):
    print(f"[{time.strftime('%H:%M:%S')}] {text}", flush=True)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def ask(port, path, method="GET", body=None, token=TOKEN):
    """Status and body of one request over a connection of its own."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request(method, path, body and json.dumps(body), {"token": token})
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


def get(port, path):
    status, body = ask(port, path)
    if status != 200:
        raise BenchError(f"{path} answered {status}: {body[:300]!r}")
    return body


class Running:
    """One process and the port it serves."""

    all = []

    def __init__(self, name, command, environment, scratch):
        self.name = name
        self.port = free_port()
        self._errors = open(scratch / "stderr.txt", "w+b")
        folder = scratch / "empty"
        folder.mkdir(exist_ok=True)
        usual = {"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/"), "LANG": "C.UTF-8"}
        self.started = time.perf_counter()
        self._process = subprocess.Popen(
            [str(part).replace("{port}", str(self.port)) for part in command],
            cwd=folder, env=usual | environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=self._errors)
        Running.all.append(self)

    def await_answer(self, path):
        """Milliseconds from the start of the process to the whole of its first answer."""
        while time.perf_counter() - self.started < PATIENCE:
            try:
                get(self.port, path)
                return (time.perf_counter() - self.started) * 1000
            except OSError:
                if self._process.poll() is not None:
                    raise BenchError(f"{self.name} ended at its start: {self._said()}") from None
                time.sleep(0.001)
        raise BenchError(f"{self.name} did not answer in {PATIENCE} s: {self._said()}")

    def cpu_ms(self):
        fields = Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) * TICK_MS

    def memory_mb(self, field):
        """VmRSS is what is resident now, VmHWM the most there ever was."""
        for line in Path(f"/proc/{self._process.pid}/status").read_text().splitlines():
            if line.startswith(field + ":"):
                return int(line.split()[1]) / 1024
        raise BenchError(f"{self.name} has no {field}")

    def forget_peak(self):
        """VmHWM begins anew with what is resident now."""
        Path(f"/proc/{self._process.pid}/clear_refs").write_text("5")

    def settle(self):
        """Waits until what the last load left behind is done."""
        deadline = time.monotonic() + PATIENCE
        before = self.cpu_ms()
        while time.monotonic() < deadline:
            time.sleep(0.1)
            now = self.cpu_ms()
            if now - before <= TICK_MS:
                return
            before = now
        raise BenchError(f"{self.name} did not come to rest")

    def stop(self):
        self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._errors.close()
        Running.all.remove(self)

    def _said(self):
        self._errors.seek(0)
        return self._errors.read().decode(errors="replace")[-500:].strip() or "it wrote nothing"


class Simulator:
    """The simulator of Extend that every subject asks."""

    def __init__(self, scratch):
        self.process = Running("the simulator", [
            BUILT / "extend-simulator" / "extend-simulator", "--urls", "http://127.0.0.1:{port}", "--rate-limit", "0", "--quiet",
        ], {}, scratch)
        self.process.await_answer("/sim")
        self.port = self.process.port
        self.url = f"http://127.0.0.1:{self.port}"

    def control(self, method, path, body=None):
        status, text = ask(self.port, path, method, body)
        if status >= 300:
            raise BenchError(f"the simulator answered {status} to {method} {path}: {text[:300]!r}")
        return text

    def calls_during(self, action):
        """How many calls of Extend the action caused."""
        self.control("DELETE", "/sim/requests")
        action()
        return json.loads(self.control("GET", "/sim/requests/count"))["count"]


class Bench:
    def __init__(self, scratch, quick):
        self.scratch = scratch
        self.quick = quick
        self.rounds = 3 if quick else 5
        self.starts = 5 if quick else 21
        self.seconds = 1 if quick else 4
        self.simulator = Simulator(self._folder("simulator"))
        self.figures = defaultdict(list)  # (measure, row, subject) -> a figure for each round

    def _folder(self, name):
        folder = self.scratch / name.replace(" ", "-").lower()
        folder.mkdir(exist_ok=True)
        return folder

    def start(self, name, tenant="demo"):
        """Starts a subject for a tenant of the simulator."""
        vts = {
            "Extend__BaseUrl": self.simulator.url,
            f"Extend__Accounts__{tenant}__ApiKey": f"apik_{tenant}",
            f"Extend__Accounts__{tenant}__ApiSecret": tenant,
            "Callers__0__Name": "bench",
            "Callers__0__TokenSha256": TOKEN_SHA256,

            # As it is used: limits that are counted, but not reached, and a record that is kept.
            "Limits__RequestsPerSecond": "100000",
            "Limits__Burst": "1000000",
            "Limits__Concurrency": "10000",
            "Audit__File": str(self._folder(f"{name} {tenant}") / "audit.jsonl"),
            "Audit__Files": "2",
        }
        nothing_kept = {"Freshness__Cards": "00:00:00", "Freshness__Transactions": "00:00:00"}
        python = {
            "EXTEND_URL": self.simulator.url,
            "EXTEND_API_KEY": f"apik_{tenant}",
            "EXTEND_API_SECRET": tenant,
            "TOKEN_SHA256": TOKEN_SHA256,
        }
        urls = "--urls=http://127.0.0.1:{port}"
        command, environment = {
            report.AOT: ([BUILT / "vts-server" / "vts-server", urls], vts | nothing_kept),
            report.KEPT: ([BUILT / "vts-server" / "vts-server", urls], vts),
            report.JIT: (["dotnet", ROOT / "artifacts/bin/Vts.Server/release/vts-server.dll", urls], vts | nothing_kept),
            report.PYTHON: (["/usr/bin/python3", ROOT / "bench/peers/python/vts_peer.py", "--port={port}"], python),
            report.BARE: ([BUILT / "vts-bare" / "vts-bare", urls, f"--Answers={self._folder('answers')}"], {}),
        }[name]
        return Running(name, command, environment, self._folder(f"{name} {tenant}"))

    def capture_answers(self):
        """Writes down what VTS answers, for the bare endpoint to send."""
        subject = self.start(report.AOT)
        subject.await_answer("/cards/active")
        for path in OPERATIONS:
            file = self._folder("answers") / (path[1:] + ".json")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(get(subject.port, path))
        subject.stop()

    def measure_starts(self):
        for turn in range(self.starts):
            for name in rotated([name for name in report.SUBJECTS if name != report.KEPT], turn):
                subject = self.start(name)
                self.figures["start", "/cards/active", name].append(subject.await_answer("/cards/active"))
                self.figures["rest", "", name].append(subject.memory_mb("VmRSS"))
                subject.stop()
            say(f"start {turn + 1} of {self.starts} done")

    def check_equal(self, subjects):
        """Fails unless every subject sends the same bytes, and all but the bare one refuse the same."""
        cards = [f"/cards/{card['id']}" for card in json.loads(get(subjects[0].port, "/cards"))]
        every = [*OPERATIONS, *cards, *(card + "/transactions" for card in cards)]
        for subject in subjects[1:]:
            paths = OPERATIONS if subject.name == report.BARE else every
            for path in paths:
                if get(subject.port, path) != get(subjects[0].port, path):
                    raise BenchError(f"{subject.name} does not send the bytes that {subjects[0].name} sends for {path}")
            say(f"{subject.name} sends the same bytes as {subjects[0].name} on {len(paths)} paths")
        refused = [("/cards", "wrong", 401), ("/nothing", TOKEN, 404), *((CARD_OF_NO_ONE + end, TOKEN, 404) for end in ("", "/transactions"))]
        for subject in subjects:
            for path, token, status in refused if subject.name != report.BARE else []:
                if ask(subject.port, path, token=token)[0] != status:
                    raise BenchError(f"{subject.name} does not answer {status} to {path} with the token '{token}'")

    def measure_warm(self):
        subjects = [self.start(name) for name in report.SUBJECTS]
        for subject in subjects:
            subject.await_answer("/cards/active")
            self.figures["calls", "/transactions, the first", subject.name].append(
                self.simulator.calls_during(lambda: get(subject.port, "/transactions")))
        self.check_equal(subjects)

        for subject in subjects:
            for path in OPERATIONS:
                self.load(subject, path, 16, self.seconds)
            say(f"{subject.name} is warm")
        for turn in range(self.rounds):
            for path in OPERATIONS:
                for connections in CONNECTIONS:
                    for subject in rotated(subjects, turn):
                        self.measure_load(subject, path, connections)
            say(f"round {turn + 1} of {self.rounds} done")

        for subject in subjects:
            self.figures["peak", "", subject.name].append(subject.memory_mb("VmHWM"))
            for path in OPERATIONS:
                calls = self.simulator.calls_during(lambda: [get(subject.port, path) for _ in range(5)])
                self.figures["calls", path, subject.name].append(calls / 5)
            subject.stop()

    def measure_load(self, subject, path, connections):
        # What takes long needs longer for as many answers.
        seconds = self.seconds * (4 if path == "/transactions" else 1)
        simulator = self.simulator.process
        before, simulator_before = subject.cpu_ms(), simulator.cpu_ms()
        requests, took, p50, p99 = self.load(subject, path, connections, seconds, settle=False)
        cpu, simulator_cpu = subject.cpu_ms() - before, simulator.cpu_ms() - simulator_before
        subject.settle()
        row = (path, connections)
        self.figures["rate", row, subject.name].append(requests / took)
        self.figures["p50", row, subject.name].append(p50)
        self.figures["p99", row, subject.name].append(p99 if requests >= 100 else None)
        if connections == 1:
            self.figures["cpu", path, subject.name].append(cpu / requests)
            self.figures["simulator", path, subject.name].append(simulator_cpu / requests)

    def load(self, subject, path, connections, seconds, settle=True):
        """Requests answered, seconds, p50 and p99 in milliseconds."""
        run = subprocess.run([
            "wrk", f"-t{min(connections, 2)}", f"-c{connections}", f"-d{seconds}s", "--timeout", f"{PATIENCE}s",
            "-s", ROOT / "bench/wrk.lua", "-H", f"token: {TOKEN}", f"http://127.0.0.1:{subject.port}{path}",
        ], capture_output=True, text=True, check=False)
        result = [line.split()[1:] for line in run.stdout.splitlines() if line.startswith("result ")]
        if run.returncode or not result:
            raise BenchError(f"wrk failed on {subject.name} {path}: {run.stdout}{run.stderr}")
        requests, microseconds, p50, p99, failures = map(int, result[0])
        if failures or not requests:
            raise BenchError(f"{subject.name} {path} with {connections} connections: {requests} answers, {failures} failures")
        if settle:
            subject.settle()
        return requests, microseconds / 1e6, p50 / 1000, p99 / 1000

    def measure_many_cards(self):
        """The whole of a tenant with many cards, when every call of Extend takes its time."""
        self.simulator.control("PUT", "/sim/tenants/hundred", {"cards": MANY_CARDS})
        subjects = [self.start(name, "hundred") for name in (report.AOT, report.PYTHON)]
        for subject in subjects:
            subject.await_answer("/cards/active")
        self.simulator.control("PATCH", "/sim/switches", {"latency": LATENCY_MS})
        answers = set()
        for turn in range(self.rounds + 1):
            for subject in rotated(subjects, turn):
                started = time.perf_counter()
                answers.add(get(subject.port, "/transactions"))
                took = (time.perf_counter() - started) * 1000
                self.figures["many", "first" if turn == 0 else "warm", subject.name].append(took)
        for subject in subjects:
            self.figures["many", "calls", subject.name].append(self.simulator.calls_during(lambda: get(subject.port, "/transactions")))
            subject.stop()
        self.simulator.control("PATCH", "/sim/switches", {"latency": 0})
        if len(answers) != 1:
            raise BenchError("the answers over many cards differ")


def rotated(items, turn):
    turn %= len(items)
    return [*items[turn:], *items[:turn]]


def machine_ms():
    """CPU time that all programs of this machine took so far, and its owner kept from it."""
    user, nice, system, _, _, _, _, steal = map(int, Path("/proc/stat").read_text().split()[1:9])
    return (user + nice + system + steal) * TICK_MS


def own_ms():
    """CPU time of this program and of all that it started and that ended."""
    usages = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum((usage.ru_utime + usage.ru_stime) * 1000 for usage in usages)


class Quiet:
    """Notes what CPU time is taken from now on, to tell how much of it other programs took."""

    def __init__(self):
        self._began, self._machine, self._own = time.monotonic(), machine_ms(), own_ms()

    def seconds(self):
        return time.monotonic() - self._began

    def told(self):
        """To be asked when all that was started has ended."""
        others = max(0, machine_ms() - self._machine - (own_ms() - self._own)) / (self.seconds() * 1000 * os.cpu_count())
        return f"other programs took {others:.0%} of the CPU time meanwhile" + (
            "" if others < 0.05 else ": NOT QUIET, the figures are a first look only")


def binary_sizes():
    jit = ROOT / "artifacts/bin/Vts.Server/release"
    needed = [file for file in jit.iterdir() if file.suffix == ".dll" or file.name.endswith((".deps.json", ".runtimeconfig.json"))]
    return {
        report.AOT: (BUILT / "vts-server" / "vts-server").stat().st_size,
        report.KEPT: (BUILT / "vts-server" / "vts-server").stat().st_size,
        report.JIT: sum(file.stat().st_size for file in needed),
        report.PYTHON: sum(file.stat().st_size for file in (ROOT / "bench/peers/python").glob("*.py")),
        report.BARE: (BUILT / "vts-bare" / "vts-bare").stat().st_size,
    }


def output(*command):
    run = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    return (run.stdout or run.stderr).strip()


def circumstances(quick, command, versions):
    cpu = next(line.partition(":")[2].strip() for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name"))
    system = next(line.partition("=")[2].strip('"') for line in Path("/etc/os-release").read_text().splitlines() if line.startswith("PRETTY_NAME"))
    changed = output("git", "status", "--porcelain", "--", ".", ":!bench/results")
    return {
        "Mode": "quick: few and short rounds, for a first look" if quick else "full",
        "Date": datetime.now(timezone.utc).strftime("%Y-%m-%d %H:%M UTC"),
        "Command": command + (" --quick" if quick else ""),
        "Commit": output("git", "rev-parse", "--short", "HEAD") + (" with changes not committed" if changed else ""),
        "Machine": f"{os.cpu_count()} cores, {cpu}, {system}",
        "Versions": ", ".join([f".NET SDK {output('dotnet', '--version')}", *versions]),
    }


def peer_versions():
    runtimes = [line.split()[1] for line in output("dotnet", "--list-runtimes").splitlines() if line.startswith("Microsoft.AspNetCore.App ")]
    return [
        f"ASP.NET Core {runtimes[-1]} (JIT)", output("/usr/bin/python3", "--version"),
        "requests " + output("/usr/bin/python3", "-c", "import requests; print(requests.__version__)"),
        " ".join(output("wrk", "-v").split()[:2]),
    ]


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--quick", action="store_true", help="fewer and shorter rounds")
    quick = arguments.parse_args().quick
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))

    about = circumstances(quick, "bench/run.sh", peer_versions())
    scratch = Path(tempfile.mkdtemp(prefix="vts-bench-"))
    quiet_since = Quiet()
    try:
        bench = Bench(scratch, quick)
        bench.capture_answers()
        say("measuring starts")
        bench.measure_starts()
        say("measuring warm")
        bench.measure_warm()
        say(f"measuring {MANY_CARDS} cards with {LATENCY_MS} ms a call")
        bench.measure_many_cards()
    finally:
        for process in [*Running.all]:
            process.stop()
        shutil.rmtree(scratch)

    about["Quiet"] = quiet_since.told()
    about["Rounds"] = f"{bench.starts} starts, {bench.rounds} warm rounds of {bench.seconds} s ({4 * bench.seconds} s for /transactions)"
    ideal = math.ceil(MANY_CARDS / 8) * LATENCY_MS
    text = report.write(about, bench.figures, binary_sizes(), OPERATIONS, CONNECTIONS, MANY_CARDS, LATENCY_MS, ideal)
    file = ROOT / "bench" / "results" / ("quick.md" if quick else "full.md")
    file.write_text(text)
    print(text)
    say(f"written to {file.relative_to(ROOT)} after {quiet_since.seconds():.0f} s")


if __name__ == "__main__":
    try:
        main()
    except BenchError as fault:
        sys.exit(f"measure.py: {fault}")

#!/usr/bin/env python3
"""One caller at 100 times its limit: what becomes of another caller's waiting times. bench/fairness.md says how to read it."""
import argparse
import hashlib
import http.client
import json
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request

CONNECTIONS = 8


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def start(binary, limit, latency, folder):
    os.makedirs(folder, exist_ok=True)
    port, simulator = free_port(), free_port()
    environment = os.environ | {
        "Limits__RequestsPerSecond": str(limit), "Limits__Burst": str(limit),
        "Audit__File": os.path.join(folder, "audit.jsonl"),
    }
    if latency:
        environment |= {"Freshness__Cards": "0"}
    for i, name in enumerate(("greedy", "other")):
        environment |= {f"Callers__{i}__Name": name, f"Callers__{i}__Account": "demo",
                        f"Callers__{i}__TokenSha256": hashlib.sha256(name.encode()).hexdigest()}
    process = subprocess.Popen([binary, "--urls", f"http://127.0.0.1:{port}", f"--Simulator:Urls=http://127.0.0.1:{simulator}"],
                               env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for _ in range(200):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/health/live", timeout=1)
            if latency:
                urllib.request.urlopen(urllib.request.Request(
                    f"http://127.0.0.1:{simulator}/sim/switches", json.dumps({"latency": latency}).encode(), method="PATCH"), timeout=5)
            return process, port
        except OSError:
            time.sleep(0.05)
    sys.exit("the server does not start")


class Other(threading.Thread):
    """Asks at an even pace on a connection, and measures from when each request was due."""

    def __init__(self, port, rate, seconds):
        super().__init__()
        self.port, self.rate, self.seconds, self.times, self.statuses = port, rate, seconds, [], {}

    def run(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.port)
        begin = time.perf_counter() + 0.1
        for i in range(int(self.rate * self.seconds)):
            due = begin + i / self.rate
            while (left := due - time.perf_counter()) > 0:
                time.sleep(left)
            connection.request("GET", "/cards/active", headers={"token": "other"})
            response = connection.getresponse()
            response.read()
            self.times.append(time.perf_counter() - due)
            self.statuses[response.status] = self.statuses.get(response.status, 0) + 1


def measure(port, rate, seconds):
    connections = [Other(port, rate / CONNECTIONS, seconds) for _ in range(CONNECTIONS)]
    for connection in connections:
        connection.start()
        time.sleep(1 / rate)
    for connection in connections:
        connection.join()
    ordered = sorted(took for connection in connections for took in connection.times)
    statuses = {}
    for connection in connections:
        for status, count in connection.statuses.items():
            statuses[status] = statuses.get(status, 0) + count
    return ordered[len(ordered) // 2] * 1000, ordered[int(len(ordered) * 0.99)] * 1000, statuses


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("binary", help="the server")
    options.add_argument("--limit", type=int, default=100, help="requests a second of each caller (100)")
    options.add_argument("--latency", type=int, default=0, help="milliseconds that Extend takes, with nothing kept (0: as it comes, kept as usual)")
    options.add_argument("--elsewhere", action="store_true", help="flood another server on this machine: what the load alone does")
    options.add_argument("--rounds", type=int, default=7)
    options.add_argument("--seconds", type=float, default=8)
    options = options.parse_args()
    flood, workers, rate = options.limit * 100, 20, min(options.limit // 2, 50)
    with tempfile.TemporaryDirectory() as folder:
        process, port = start(options.binary, options.limit, options.latency, folder)
        elsewhere, flooded_port = start(options.binary, options.limit, options.latency, folder + "/b") if options.elsewhere else (None, port)
        try:
            measure(port, rate, 2)
            print(f"load before: {os.getloadavg()[0]:.1f}; limit {options.limit}/s; Extend takes {options.latency} ms; other at {rate}/s; greedy at {flood}/s", flush=True)
            ratios = []
            for i in range(options.rounds):
                quiet = measure(port, rate, options.seconds)
                hey = subprocess.Popen(["hey", "-z", f"{options.seconds + 2:.0f}s", "-c", str(workers), "-q", str(flood // workers),
                                        "-H", "token: greedy", f"http://127.0.0.1:{flooded_port}/cards/active"], stdout=subprocess.PIPE, text=True)
                time.sleep(1)
                flooded = measure(port, rate, options.seconds)
                report = hey.communicate()[0]
                sent = next(line.split()[1] for line in report.splitlines() if "Requests/sec" in line)
                codes = " ".join(line.split("responses")[0].strip().replace("\t", " ") for line in report.splitlines() if "responses" in line)
                ratios.append(flooded[1] / quiet[1])
                print(f"round {i}: p50 {quiet[0]:.2f} -> {flooded[0]:.2f} ms, p99 {quiet[1]:.2f} -> {flooded[1]:.2f} ms, ratio {ratios[-1]:.2f}; "
                      f"greedy {sent}/s {codes}; other {json.dumps(flooded[2])}", flush=True)
            print(f"p99 with / without: median {statistics.median(ratios):.2f}, least {min(ratios):.2f}, most {max(ratios):.2f}")
        finally:
            for each in filter(None, (process, elsewhere)):
                each.terminate()
                each.wait()


main()

"""Processes that are measured, or that what is measured asks."""

import os
import socket
import subprocess
import time
from pathlib import Path

from measuring.asking import OF_CALLER, PATIENCE, get
from measuring.quiet import TICK_MS
from measuring.telling import BenchError


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Running:
    """One process, with those that it starts, and the port it serves."""

    all = []

    def __init__(self, name, command, environment, scratch, folder=None, port=None):
        """In the command {port} becomes the port, a free one if none is given. It is started in the folder, or in an empty one."""
        self.name = name
        self.port = port or free_port()
        self._errors = open(scratch / "stderr.txt", "w+b")
        if folder is None:
            folder = scratch / "empty"
            folder.mkdir(exist_ok=True)
        usual = {"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/"), "LANG": "C.UTF-8"}
        command = [str(part).replace("{port}", str(self.port)) for part in command]
        self.started = time.perf_counter()
        self._process = subprocess.Popen(
            command, cwd=folder, env=usual | environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=self._errors)
        Running.all.append(self)

    def await_answer(self, path, headers=OF_CALLER):
        """Milliseconds from the start of the process to the whole of its first answer."""
        deadline = time.perf_counter() + PATIENCE
        while time.perf_counter() < deadline:
            try:
                get(self.port, path, headers)
                return (time.perf_counter() - self.started) * 1000
            except OSError:
                if self._process.poll() is not None:
                    raise BenchError(f"{self.name} ended at its start: {self._said()}") from None
                time.sleep(0.001)
        raise BenchError(f"{self.name} did not answer in {PATIENCE} s: {self._said()}")

    def cpu_ms(self):
        def of(pid):
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            return (int(fields[11]) + int(fields[12])) * TICK_MS

        return sum(of(pid) for pid in self._pids())

    def memory_mb(self, field):
        """VmRSS is what is resident now, VmHWM the most there ever was; of all its processes together."""
        def of(pid):
            for line in Path(f"/proc/{pid}/status").read_text().splitlines():
                if line.startswith(field + ":"):
                    return int(line.split()[1]) / 1024
            raise BenchError(f"{self.name} has no {field}")

        return sum(of(pid) for pid in self._pids())

    def forget_peak(self):
        """VmHWM begins anew with what is resident now."""
        for pid in self._pids():
            Path(f"/proc/{pid}/clear_refs").write_text("5")

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

    def _pids(self):
        found = [self._process.pid]
        for pid in found:
            for thread in Path(f"/proc/{pid}/task").iterdir():
                try:
                    found += map(int, (thread / "children").read_text().split())
                except OSError:
                    pass  # the thread has just ended
        return found

    def _said(self):
        self._errors.seek(0)
        return self._errors.read().decode(errors="replace")[-500:].strip() or "it wrote nothing"

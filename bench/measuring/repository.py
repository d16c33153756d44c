"""Where things are, and of which commit, machine and versions a result tells."""

import os
import subprocess
from datetime import datetime, timezone
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
BUILT = ROOT / "artifacts" / "bench"


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
        output("/usr/sbin/nginx", "-v").rpartition(" ")[2],
        " ".join(output("wrk", "-v").split()[:2]),
    ]

"""Who is measured, and how each is started."""

import os

from measuring.asking import OF_CALLER, TOKEN, TOKEN_SHA256
from measuring.repository import BUILT, ROOT
from measuring.running import Running, free_port
from measuring.simulator import headers_of

AOT = "VTS AOT"
KEPT = "VTS AOT, kept"
JIT = "VTS JIT"
FUNCTIONS = "VTS functions"
PYTHON = "Python peer"
BARE = "bare AOT"
NGINX = "nginx"
DIRECT = "direct"

NGINX_BINARY = "/usr/sbin/nginx"
ENDPOINT = "--urls=http://127.0.0.1:{port}"
NOTHING_KEPT = {"Freshness__Cards": "00:00:00", "Freshness__Transactions": "00:00:00"}

# Counted, but never reached.
LIMITS = {
    "Limits__RequestsPerSecond": "100000",
    "Limits__Burst": "1000000",
    "Limits__Concurrency": "10000",
    "Limits__FailedAuthenticationsPerMinute": "1000000",
}


class Subject:
    """Something that answers: a process, what a request to it brings along, and its own paths of the operations."""

    def __init__(self, name, process, headers=OF_CALLER, paths=None):
        self.name = name
        self.process = process
        self.port = process.port
        self.headers = headers
        self._paths = paths

    def path(self, operation):
        """Its path of an operation; None where it has not the operation."""
        return operation if self._paths is None else self._paths.get(operation)

    def stop(self):
        self.process.stop()


def start(name, bench, tenant, settings, folder):
    """Starts a subject for a tenant of the simulator."""
    scratch = bench.folder(f"{name} {tenant}")
    if name == DIRECT:
        return Direct(bench, tenant)
    if name == NGINX:
        return Subject(name, start_nginx(bench, scratch, tenant, folder), paths=bench.extend_paths)
    command, environment = {
        AOT: lambda: ([BUILT / "vts-server" / "vts-server", ENDPOINT], vts_environment(bench, scratch, tenant) | NOTHING_KEPT),
        KEPT: lambda: ([BUILT / "vts-server" / "vts-server", ENDPOINT], vts_environment(bench, scratch, tenant)),
        JIT: lambda: (["dotnet", ROOT / "artifacts/bin/Vts.Server/release/vts-server.dll", ENDPOINT], vts_environment(bench, scratch, tenant) | NOTHING_KEPT),
        FUNCTIONS: lambda: ([ROOT / "artifacts/bin/Gateway/release/vts-bench-gateway", ENDPOINT, f"--Extend={bench.simulator.url}", f"--Tenant={tenant}"], {}),
        PYTHON: lambda: (["/usr/bin/python3", ROOT / "bench/peers/python/vts_peer.py", "--port={port}"], python_environment(bench, tenant)),
        BARE: lambda: ([BUILT / "vts-bare" / "vts-bare", ENDPOINT, f"--Answers={bench.folder('answers')}"], {}),
    }[name]()
    return Subject(name, Running(name, command, environment | settings, scratch, folder))


class Direct(Subject):
    """Extend itself: the simulator, asked without anything between."""

    def __init__(self, bench, tenant):
        super().__init__(DIRECT, bench.simulator.process, headers_of(tenant), bench.extend_paths)

    def stop(self):
        """The others still need it."""


def vts_environment(bench, scratch, tenant):
    return LIMITS | {
        "Extend__BaseUrl": bench.simulator.url,
        f"Extend__Accounts__{tenant}__ApiKey": f"apik_{tenant}",
        f"Extend__Accounts__{tenant}__ApiSecret": tenant,
        "Callers__0__Name": "bench",
        "Callers__0__TokenSha256": TOKEN_SHA256,
        "Audit__File": str(scratch / "audit.jsonl"),
        "Audit__Files": "2",
    }


def python_environment(bench, tenant):
    return {
        "EXTEND_URL": bench.simulator.url,
        "EXTEND_API_KEY": f"apik_{tenant}",
        "EXTEND_API_SECRET": tenant,
        "TOKEN_SHA256": TOKEN_SHA256,
    }


def start_nginx(bench, scratch, tenant, folder):
    port, extend = free_port(), headers_of(tenant)
    values = {
        "port": str(port), "scratch": str(scratch), "extend": bench.simulator.url.removeprefix("http://"), "token": TOKEN,
        "authorization": extend["Authorization"], "key": extend["x-extend-api-key"], "version": extend["Accept"],
    }
    text = (ROOT / "bench/peers/nginx/nginx.conf").read_text()
    for name, value in values.items():
        text = text.replace("{{" + name + "}}", value)
    (scratch / "nginx.conf").write_text(text)

    # Whoever may change the user of the workers would else have them be someone who cannot write here.
    command = [NGINX_BINARY, "-p", scratch, "-c", "nginx.conf", *(["-g", "user root;"] if os.geteuid() == 0 else [])]
    return Running(NGINX, command, {}, scratch, folder, port)

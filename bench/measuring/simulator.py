"""The simulator of Extend that every subject asks."""

import base64
import json

from measuring.asking import ask
from measuring.repository import BUILT
from measuring.running import Running
from measuring.telling import BenchError

VERSION = "application/vnd.paywithextend.v2021-03-12+json"


class Simulator:
    """A native process of its own, without a rate limit."""

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

    def set_latency(self, milliseconds):
        self.control("PATCH", "/sim/switches", {"latency": milliseconds})

    def calls_during(self, action):
        """How many calls of Extend the action caused."""
        self.control("DELETE", "/sim/requests")
        action()
        return json.loads(self.control("GET", "/sim/requests/count"))["count"]

    def paths_during(self, action):
        """The paths of the calls of Extend that the action caused, with their queries."""
        self.control("DELETE", "/sim/requests")
        action()
        return [call["path"] + call["query"] for call in json.loads(self.control("GET", "/sim/requests"))]


def headers_of(tenant):
    """What Extend wants of a client with an API key."""
    return {
        "Accept": VERSION,
        "Authorization": "Basic " + base64.b64encode(f"apik_{tenant}:{tenant}".encode()).decode(),
        "x-extend-api-key": f"apik_{tenant}",
    }

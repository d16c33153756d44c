"""One request at a time."""

import hashlib
import http.client
import json

from measuring.telling import BenchError

TOKEN = "demo"
TOKEN_SHA256 = hashlib.sha256(TOKEN.encode()).hexdigest()
OF_CALLER = {"token": TOKEN}
PATIENCE = 30  # seconds until something that should have happened is an error


def ask(port, path, method="GET", body=None, headers=OF_CALLER, patience=PATIENCE):
    """Status and body of one request over a connection of its own."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=patience)
    try:
        connection.request(method, path, body and json.dumps(body), headers)
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


def get(port, path, headers=OF_CALLER, patience=PATIENCE):
    status, body = ask(port, path, headers=headers, patience=patience)
    if status != 200:
        raise BenchError(f"{path} answered {status}: {body[:300]!r}")
    return body

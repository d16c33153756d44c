"""Whether all do the same, before it is measured how fast."""

import json

from measuring.asking import TOKEN, ask, get
from measuring.bench import OPERATIONS
from measuring.subjects import AOT, BARE, DIRECT, JIT, KEPT, NGINX, PYTHON
from measuring.telling import BenchError, say

CARD_OF_NO_ONE = "/cards/vc_0000000000000000000000"


def check_equal(subjects):
    """Fails unless all that do the whole job send the same bytes and refuse the same, and nginx sends what Extend sends."""
    by_name = {subject.name: subject for subject in subjects}
    first = by_name[AOT]
    cards = [f"/cards/{card['id']}" for card in json.loads(get(first.port, "/cards"))]
    every = [*OPERATIONS, *cards, *(card + "/transactions" for card in cards)]
    for name, paths in (KEPT, every), (JIT, every), (PYTHON, every), (BARE, OPERATIONS):
        if name in by_name:
            require_same(by_name[name], first, paths)
    require_same(by_name[NGINX], by_name[DIRECT], [operation for operation in OPERATIONS if by_name[NGINX].path(operation)])

    refused = [("/cards", "wrong", 401), ("/nothing", TOKEN, 404), *((CARD_OF_NO_ONE + end, TOKEN, 404) for end in ("", "/transactions"))]
    for name in {AOT, KEPT, JIT, PYTHON} & by_name.keys():
        for path, token, status in refused:
            require_status(by_name[name], path, token, status)
    require_status(by_name[NGINX], by_name[NGINX].path("/cards/active"), "wrong", 401)


def require_same(subject, other, operations):
    for operation in operations:
        if get(subject.port, subject.path(operation), subject.headers) != get(other.port, other.path(operation), other.headers):
            raise BenchError(f"{subject.name} does not send the bytes that {other.name} sends for {operation}")
    say(f"{subject.name} sends the same bytes as {other.name} on {len(operations)} paths")


def require_status(subject, path, token, status):
    if ask(subject.port, path, headers={"token": token})[0] != status:
        raise BenchError(f"{subject.name} does not answer {status} to {path} with the token '{token}'")

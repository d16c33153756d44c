#!/usr/bin/python3
"""The job of VTS in plain Python: a threaded standard-library server that asks Extend with python3-requests.

    EXTEND_URL=http://127.0.0.1:5081 EXTEND_API_KEY=apik_demo EXTEND_API_SECRET=demo \
    TOKEN_SHA256=$(printf demo | sha256sum | cut -d' ' -f1) /usr/bin/python3 vts_peer.py --port 5090

Written as one would write it well: connections kept alive on both sides, one Session, cards asked eight at a time.
"""

import argparse
import base64
import hashlib
import hmac
import os
import re
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import requests
from requests.adapters import HTTPAdapter

from mapping import as_json, card_answer, in_order, mask

MOST_RECENT = 25
PAGE_SIZE = 50
CONCURRENCY = 8
STATUSES = ["PENDING", "CLEARED", "DECLINED", "NO_MATCH", "AVS_PASS", "AVS_FAIL", "AUTH_REVERSAL"]
CARD_ID = re.compile(r"vc_[0-9A-Za-z]{22}", re.ASCII)


class ExtendFault(Exception):
    """Extend did not answer rightly."""


class Extend:
    """Extend's current door: HTTP Basic, the key once more in a header of its own, the version in Accept."""

    def __init__(self, url, key, secret):
        self._url = url.rstrip("/")
        self._http = requests.Session()
        self._http.mount("http://", HTTPAdapter(pool_connections=1, pool_maxsize=16))
        self._http.mount("https://", HTTPAdapter(pool_connections=1, pool_maxsize=16))
        self._http.trust_env = False  # neither proxies nor .netrc are looked up for each call
        self._http.headers.update({
            "Accept": "application/vnd.paywithextend.v2021-03-12+json",
            "Authorization": "Basic " + base64.b64encode(f"{key}:{secret}".encode()).decode(),
            "x-extend-api-key": key,
        })

    def get(self, path, parameters=None):
        """The answer's JSON; None where Extend has no such object."""
        try:
            answer = self._http.get(self._url + path, params=parameters, timeout=10, allow_redirects=False)
            if answer.status_code == 404:
                return None
            if answer.status_code != 200:
                raise ExtendFault(f"Extend answered {answer.status_code}")
            return answer.json()
        except requests.RequestException as fault:
            raise ExtendFault("Extend did not answer") from fault

    def cards(self, status=None):
        """Every card, or every card of one status, whole."""
        parameters = {"count": PAGE_SIZE, "page": 0, "sortField": "createdAt", "sortDirection": "ASC"}
        if status:
            parameters["statuses"] = status
        found = {}
        while True:
            answer = self.get("/virtualcards", parameters)
            if answer is None:
                raise ExtendFault("Extend has no list of cards")
            found.update((card["id"], card) for card in answer["virtualCards"])
            pagination = answer["pagination"]
            parameters["page"] += 1
            if not answer["virtualCards"] or parameters["page"] >= pagination["numberOfPages"]:
                break
        if len(found) < pagination["totalItems"]:
            raise ExtendFault("The list of cards did not add up")
        return [card for card in found.values() if status is None or card["status"] == status]

    def card(self, card_id):
        answer = self.get("/virtualcards/" + card_id)
        return answer and answer["virtualCard"]

    def recent_transactions(self, card_id):
        answer = self.get("/reports/transactions/v2", {
            "page": 1, "perPage": MOST_RECENT, "virtualCardId": card_id, "sort": "-date", "status": STATUSES,
        })
        if answer is None:
            raise ExtendFault("Extend has no report")
        return answer["report"]["transactions"]


def utc_milliseconds(time):
    """Extend's 2022-03-10T14:53:54.143+0000 as 2022-03-10T14:53:54.143Z."""
    if time is None or (len(time) == 28 and time.endswith("+0000")):
        return time and time[:-5] + "Z"
    moment = datetime.strptime(time, "%Y-%m-%dT%H:%M:%S.%f%z").astimezone(timezone.utc)
    return moment.strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03}Z"


def transaction_answer(card_id, source):
    kind = "clearing" if source["status"] == "CLEARED" else "auth"
    return {
        "id": source["id"],
        "cardId": card_id,
        "status": mask(source["status"]),
        "type": mask(source.get("type")),
        "amountCents": source.get(kind + "BillingAmountCents"),
        "currency": mask(source.get(kind + "BillingCurrency")),
        "merchantName": mask(source.get("merchantName")),
        "mcc": mask(source.get("mcc")),
        "authorizedAt": utc_milliseconds(source.get("authedAt")),
        "clearedAt": utc_milliseconds(source.get("clearedAt")),
    }


def newest_first(transactions):
    return sorted(transactions, key=lambda each: (each["authorizedAt"] or "", each["id"]), reverse=True)


class Service:
    """The five operations. Each gives what is to be sent, or None for a card that is not there."""

    def __init__(self, extend):
        self._extend = extend
        self._threads = ThreadPoolExecutor(CONCURRENCY)

    def list_cards(self, status=None):
        return [card_answer(card) for card in in_order(self._extend.cards(status))]

    def get_card(self, card_id):
        card = self._extend.card(card_id) if CARD_ID.fullmatch(card_id) else None
        return card and card_answer(card)

    def list_card_transactions(self, card_id):
        if not CARD_ID.fullmatch(card_id):
            return None
        transactions = self._recent(card_id)
        # The report is as empty for an unknown card as for an unused one.
        return transactions if transactions or self._extend.card(card_id) else None

    def list_transactions(self):
        cards = [card["id"] for card in self._extend.cards()]
        return newest_first(each for of_card in self._threads.map(self._recent, cards) for each in of_card)

    def _recent(self, card_id):
        found = {row["id"]: transaction_answer(card_id, row) for row in self._extend.recent_transactions(card_id)}
        return newest_first(found.values())[:MOST_RECENT]


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1  # head and body leave in one piece
    service = None
    token_sha256 = None

    def do_GET(self):
        path, _, query = self.path.partition("?")
        match path.split("/")[1:]:
            case ["cards"]:
                operation = self.service.list_cards
            case ["cards", "active"]:
                operation = lambda: self.service.list_cards("ACTIVE")
            case ["cards", card_id] if card_id:
                operation = lambda: self.service.get_card(card_id)
            case ["cards", card_id, "transactions"] if card_id:
                operation = lambda: self.service.list_card_transactions(card_id)
            case ["transactions"]:
                operation = self.service.list_transactions
            case _:
                return self.refuse(404, "No such path")
        if not self.is_known_caller():
            return self.refuse(401, "Token missing or not valid")
        if query:
            return self.refuse(400, "Unknown query parameter")
        try:
            answer = operation()
        except (ExtendFault, KeyError, TypeError, ValueError) as fault:
            print(f"{path}: {fault!r}", file=sys.stderr)
            return self.refuse(502, "Extend failed")
        if answer is None:
            return self.refuse(404, "No such card")
        return self.send(200, "application/json; charset=utf-8", answer)

    def is_known_caller(self):
        tokens = self.headers.get_all("token") or []
        return len(tokens) == 1 and hmac.compare_digest(hashlib.sha256(tokens[0].encode()).digest(), self.token_sha256)

    def refuse(self, status, title):
        self.send(status, "application/problem+json", {"title": title, "status": status})

    def send(self, status, content_type, answer):
        body = as_json(answer)
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


class Server(ThreadingHTTPServer):
    request_queue_size = 128


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--port", type=int, default=5090)
    port = arguments.parse_args().port
    try:
        extend = Extend(os.environ["EXTEND_URL"], os.environ["EXTEND_API_KEY"], os.environ["EXTEND_API_SECRET"])
        Handler.token_sha256 = bytes.fromhex(os.environ["TOKEN_SHA256"])
    except KeyError as missing:
        sys.exit(f"vts_peer.py: the environment variable {missing} is not set; see --help")
    Handler.service = Service(extend)
    Server(("127.0.0.1", port), Handler).serve_forever()


if __name__ == "__main__":
    main()

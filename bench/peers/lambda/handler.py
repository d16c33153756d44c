"""The job of VTS's ListCards as a plain Python Lambda function: boto3 for AWS, requests for Extend.

At the start, once for each process: the parameters from SSM and the session from DynamoDB, as AWS advises for whatever outlives
a call. In each call: the caller's token, the cards from Extend over a connection that is kept, the answer.
"""

import hashlib
import hmac
import os

import boto3
import requests
from botocore.config import Config

from mapping import as_json, card_answer, in_order

PAGE_SIZE = 50
TIMEOUT = 10


def aws(service):
    # What is sent is our own: it need not be checked against the service's model.
    config = Config(connect_timeout=2, read_timeout=2, retries={"total_max_attempts": 2}, parameter_validation=False)
    return boto3.client(service, endpoint_url=os.environ["AWS_ENDPOINT_URL_" + service.upper()], config=config)


def read_parameters(path):
    """The parameters by their names below the path."""
    ssm, asked, found = aws("ssm"), {"Path": path, "Recursive": True, "WithDecryption": True, "MaxResults": 10}, {}
    while True:
        page = ssm.get_parameters_by_path(**asked)
        found.update((each["Name"][len(path):], each["Value"]) for each in page["Parameters"])
        if not page.get("NextToken"):
            return found
        asked["NextToken"] = page["NextToken"]


def read_session(account):
    """The access token that someone keeps fresh in the table."""
    answer = aws("dynamodb").query(
        TableName=os.environ["Sessions__Table"],
        ConsistentRead=True,
        KeyConditionExpression="pk = :account and begins_with(sk, :session)",
        ExpressionAttributeValues={":account": {"S": f"account#{account}"}, ":session": {"S": "session#"}},
    )
    return next(item["token"]["S"] for item in answer["Items"] if item["sk"]["S"] == "session#access")


def extend_session(token):
    session = requests.Session()
    session.trust_env = False  # neither proxies nor .netrc are looked up for each call
    session.verify = os.environ["SSL_CERT_FILE"]
    session.headers.update({
        "Accept": "application/vnd.paywithextend.v2021-03-12+json",
        "Authorization": "Bearer " + token,
    })
    return session


PARAMETERS = read_parameters(f"/vts/{os.environ['VTS_STAGE']}/")
CALLERS = [
    (bytes.fromhex(value), PARAMETERS[name.rpartition("/")[0] + "/Account"])
    for name, value in PARAMETERS.items() if name.endswith("/TokenSha256")
]
ADDRESS = PARAMETERS["Extend/BaseUrl"].rstrip("/")
SESSIONS = {account: extend_session(read_session(account)) for _, account in CALLERS}


def account_of(event):
    """The account of the caller whose token the event has; None if that is no one's."""
    tokens = [value for name, values in event["multiValueHeaders"].items() if name.lower() == "token" for value in values]
    if len(tokens) != 1:
        return None
    given, found = hashlib.sha256(tokens[0].encode()).digest(), None
    for known, account in CALLERS:
        if hmac.compare_digest(given, known):
            found = account
    return found


def read_cards(session):
    """Every card, from all pages."""
    found, page, pages = {}, 0, 1
    while page < pages:
        parameters = {"count": PAGE_SIZE, "page": page, "sortField": "createdAt", "sortDirection": "ASC"}
        answer = session.get(ADDRESS + "/virtualcards", params=parameters, timeout=TIMEOUT, allow_redirects=False)
        answer.raise_for_status()
        content = answer.json()
        found.update((card["id"], card) for card in content["virtualCards"])
        page, pages = page + 1, content["pagination"]["numberOfPages"]
    if len(found) < content["pagination"]["totalItems"]:
        raise ValueError("The list of cards did not add up")
    return found.values()


def answer(status, content_type, body):
    return {
        "statusCode": status,
        "headers": {"Content-Type": content_type, "Cache-Control": "no-store"},
        "multiValueHeaders": {},
        "body": body.decode(),
        "isBase64Encoded": False,
    }


def handle(event):
    account = account_of(event)
    if account is None:
        return answer(401, "application/problem+json", as_json({"title": "Token missing or not valid", "status": 401}))
    try:
        cards = read_cards(SESSIONS[account])
    except (requests.RequestException, KeyError, TypeError, ValueError) as fault:
        print(f"Extend failed: {fault!r}")
        return answer(502, "application/problem+json", as_json({"title": "Extend failed", "status": 502}))
    return answer(200, "application/json; charset=utf-8", as_json([card_answer(card) for card in in_order(cards)]))

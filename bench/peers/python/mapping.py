"""Extend's cards as VTS tells them, and the bytes that VTS sends: what the Python peers have in common."""

import json
import re

CARD_NUMBER = re.compile(
    r"(?<!\d)(\d{4}(?P<s>[ -])\d{4}(?P=s)\d{4}(?P=s)\d{1,4}(?P<more>(?P=s)\d{1,3})?"
    r"|\d{4}(?P<t>[ -])\d{6}(?P=t)\d{4,5}|\d{13,19})(?!\d)"
)
BEYOND_BMP = re.compile("[\U00010000-\U0010ffff]")


def card_answer(card):
    last4 = card.get("last4")
    return {
        "id": card["id"],
        "displayName": mask(card.get("displayName")),
        "limitCents": card.get("limitCents"),
        "balanceCents": card.get("balanceCents"),
        "last4": last4 and last4[-4:],
        "status": mask(card["status"]),
    }


def in_order(cards):
    """Newest first, then by id."""
    cards = sorted(cards, key=lambda card: card["id"])
    cards.sort(key=lambda card: card.get("createdAt") or "", reverse=True)
    return cards


def mask(text):
    """The text without what could be a payment card's number, but for its last four digits."""
    if text is None or len(text) < 13:
        return text
    return CARD_NUMBER.sub(lambda match: mask_number(match[0], len(match["more"] or "")), text)


def mask_number(candidate, more):
    if passes_luhn(candidate):
        return stars(candidate)
    if more and passes_luhn(candidate[:-more]):
        return stars(candidate[:-more]) + candidate[-more:]
    return candidate


def passes_luhn(number):
    digits = [int(digit) for digit in reversed(number) if digit.isdecimal()]
    doubled = (digit * 2 for digit in digits[1::2])
    total = sum(digits[::2]) + sum(digit - 9 if digit > 9 else digit for digit in doubled)
    return 13 <= len(digits) <= 19 and total % 10 == 0


def stars(number):
    keep = [i for i, character in enumerate(number) if character.isdecimal()][-4]
    return "".join("*" if character.isdecimal() else character for character in number[:keep]) + number[keep:]


def as_json(answer):
    """UTF-8, with emoji and the like as pairs of escapes: .NET writes them so, and the bytes are to be the same."""
    text = json.dumps(answer, ensure_ascii=False, separators=(",", ":"))
    return BEYOND_BMP.sub(lambda match: json.dumps(match[0]).strip('"').upper().replace("\\U", "\\u"), text).encode()

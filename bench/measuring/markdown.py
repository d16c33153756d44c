"""Figures as they stand in tables."""

from statistics import median


def number(value):
    if value >= 100:
        return f"{value:,.0f}".replace(",", " ")
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def spread(values):
    """The median, and the least and most where there is more than one figure."""
    if not values or None in values:
        return "–"
    if len(values) == 1:
        return number(values[0])
    return f"**{number(median(values))}** ({number(min(values))}–{number(max(values))})"


def quotients(ours, theirs):
    """Ours to theirs, each round with itself; none where either has no figure."""
    return [] if not ours or not theirs or None in ours or None in theirs else [a / b for a, b in zip(ours, theirs)]


def differences(ours, theirs):
    """Ours less theirs, each round with itself; none where either has no figure."""
    return [] if not ours or not theirs or None in ours or None in theirs else [a - b for a, b in zip(ours, theirs)]


def ratio(ours, theirs):
    """Ours to theirs in words: 3 : 1 or 1 : 3."""
    values = quotients(ours, theirs)
    if not values:
        return "–"
    if median(values) >= 1:
        return f"{number(median(values))} : 1{_range(values)}"
    values = [1 / value for value in values]
    return f"1 : {number(median(values))}{_range(values)}"


def _range(values):
    return f" ({number(min(values))}–{number(max(values))})" if len(values) > 1 else ""


def table(head, rows):
    lines = [head, ["---"] * len(head), *rows]
    return "".join("| " + " | ".join(line) + " |\n" for line in lines)


def label(operation):
    """`/cards/{id}` for the path of a card."""
    return "`" + "/".join("{id}" if part.startswith("vc_") else part for part in operation.split("/")) + "`"

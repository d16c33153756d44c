"""Whose turn it is."""


def rotated(items, turn):
    turn %= len(items)
    return [*items[turn:], *items[:turn]]

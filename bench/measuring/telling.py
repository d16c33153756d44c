"""What the measuring says while it goes on, and how it ends before its time."""

import time


class BenchError(Exception):
    """Something that makes the figures worthless; the message says what."""


def say(text):
    print(f"[{time.strftime('%H:%M:%S')}] {text}", flush=True)

"""How much of the machine other programs took meanwhile."""

import os
import resource
import time
from pathlib import Path

TICK_MS = 1000 / os.sysconf("SC_CLK_TCK")
NOT_QUIET = 0.05


def machine_ms():
    """CPU time that all programs of this machine took so far, and its owner kept from it."""
    user, nice, system, _, _, _, _, steal = map(int, Path("/proc/stat").read_text().split()[1:9])
    return (user + nice + system + steal) * TICK_MS


def own_ms():
    """CPU time of this program and of all that it started and that ended."""
    usages = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum((usage.ru_utime + usage.ru_stime) * 1000 for usage in usages)


class Quiet:
    """Notes what CPU time is taken from now on, to tell how much of it other programs took."""

    def __init__(self):
        self._began, self._machine, self._own = time.monotonic(), machine_ms(), own_ms()

    def seconds(self):
        return time.monotonic() - self._began

    def told(self):
        """To be asked when all that was started has ended."""
        others = max(0, machine_ms() - self._machine - (own_ms() - self._own)) / (self.seconds() * 1000 * os.cpu_count())
        return f"other programs took {others:.0%} of the CPU time meanwhile" + (
            "" if others < NOT_QUIET else ": NOT QUIET, the figures are a first look only")

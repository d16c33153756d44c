"""What is asked of VTS, and whether this run holds it."""

from statistics import median

from measuring.bench import OPERATIONS
from measuring.markdown import differences, label, number, quotients, table
from measuring.subjects import AOT, BARE, DIRECT, KEPT, NGINX, PYTHON
from rows import growth, starts, warm


class Bar:
    """A bar, and its cases: what each is called and the figures of its rounds. It is met when the median of every case is."""

    def __init__(self, text, cases, least=None, most=None, aim=None, unit="{}"):
        self.text = text
        self._cases = {name: values for name, values in cases.items() if values and None not in values}
        self._least = least
        self._most = most
        self._aim = aim
        self._unit = unit

    def row(self):
        if not self._cases:
            return [self.text, "–", "–", "not measured"]
        medians = {name: median(values) for name, values in self._cases.items()}
        worst = (min if self._most is None else max)(medians, key=medians.get)
        values = self._cases[worst]
        figure = f"**{self._unit.format(number(medians[worst]))}**"
        if len(values) > 1:
            figure += f" ({number(min(values))}–{number(max(values))})"
        if len(medians) > 1:
            figure += f" with {worst}"
        held = [self._holds(value, self._least, self._most) for value in medians.values()]
        return [self.text, figure, f"{sum(held)} of {len(held)}", self._judged(all(held), medians[worst])]

    def _judged(self, is_met, value):
        if not is_met:
            return "**missed**"
        return "met, and the aim" if self._aim is not None and self._holds(value, self._aim, self._aim) else "met"

    def _holds(self, value, least, most):
        return value >= least if self._most is None else value <= most


def bars(bench):
    of = bench.of

    def loads(connections, measure, combine, ours, theirs):
        return {
            label(operation): combine(of(measure, (operation, connections), ours), of(measure, (operation, connections), theirs)) for operation in OPERATIONS}

    found = []
    for connections in sorted(warm.CONNECTIONS, reverse=True):
        at = f"{connections} connection{'s' if connections > 1 else ''}"
        found += [
            Bar(f"kept, requests a second at {at}: at least 0.7 of the bare endpoint's", loads(connections, "rate", quotients, KEPT, BARE), least=0.7),
            Bar(f"kept, requests a second at {at}: at least 15 times the Python service's", loads(connections, "rate", quotients, KEPT, PYTHON), least=15, unit="{} times"),
            Bar(f"kept, p99 at {at}: at most 1 ms over nginx's", loads(connections, "p99", differences, KEPT, NGINX), most=1, unit="{} ms more"),
        ]
    return [
        *found,
        Bar("nothing kept: at most 1 ms of p50 added to a direct call", loads(1, "p50", differences, AOT, DIRECT), most=1, unit="{} ms"),
        Bar("`/transactions`, 1 000 cards at 50 ms a call: at least 0.8 of the limit that eight at a time set",
            {"": growth.of_least(bench, 1_000, 50)}, least=0.8),
        Bar("`/transactions`: a card of 10 000 costs at most 1.2 times one of 1 000",
            {f"{latency} ms a call": growth.growth(bench, latency) for latency in growth.LATENCIES}, most=1.2, unit="{} times"),
        Bar("start to first answer, whatever the folder: at most the Python service's (aim: half)",
            {folder: quotients(of("start", folder, AOT), of("start", folder, PYTHON)) for folder in starts.FOLDERS}, most=1, aim=0.5),
        Bar("at rest: under 80 MB (aim: 60)", {"": of("rest", "", AOT)}, most=80, aim=60, unit="{} MB"),
    ]


def tables(bench):
    return [
        "## The bars\n",
        "The figure is the worst case's median, with the least and most of its rounds; *cases* is how many of all hold the bar. *Kept* is\n"
        f"{KEPT}, *nothing kept* {AOT}. The bars of the functions are held or missed in [lambda.md](lambda.md), those of lists in [lists.md](lists.md).\n",
        table(["bar", "measured", "cases", ""], [bar.row() for bar in bars(bench)]),
    ]

"""Turns the figures of measure.py into Markdown."""

from statistics import median

AOT = "VTS AOT"
KEPT = "VTS AOT, kept"
JIT = "VTS JIT"
PYTHON = "Python peer"
BARE = "bare AOT"
SUBJECTS = [AOT, KEPT, JIT, PYTHON, BARE]


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


def ratio(ours, theirs):
    """Ours to theirs, each round with itself."""
    if not ours or not theirs or None in ours or None in theirs:
        return "–"
    quotients = [a / b for a, b in zip(ours, theirs)]
    if median(quotients) >= 1:
        return f"{number(median(quotients))} : 1 ({number(min(quotients))}–{number(max(quotients))})"
    inverse = [1 / quotient for quotient in quotients]
    return f"1 : {number(median(inverse))} ({number(min(inverse))}–{number(max(inverse))})"


def table(head, rows):
    lines = [head, ["---"] * len(head), *rows]
    return "".join("| " + " | ".join(line) + " |\n" for line in lines)


def write(about, figures, sizes, operations, connections, many_cards, latency, ideal):
    def subjects(measure, row):
        return [spread(figures[measure, row, name]) for name in SUBJECTS]

    def ratios(measure, row):
        python, kept = figures[measure, row, PYTHON], figures[measure, row, KEPT]
        return [ratio(figures[measure, row, AOT], python), ratio(kept, python), ratio(kept, figures[measure, row, BARE])]

    def label(path):
        return "`" + "/".join("{id}" if part.startswith("vc_") else part for part in path.split("/")) + "`"

    def line(name, measure, row):
        return [name, *subjects(measure, row), *ratios(measure, row)]

    head = [*SUBJECTS, "VTS AOT : Python", "kept : Python", "kept : bare"]
    warm = [(path, count) for path in operations for count in connections]

    def warm_table(measure):
        return table(["operation", "connections", *head], [
            [label(path), *line(str(count), measure, (path, count))] for path, count in warm])

    parts = ["# VTS against its peers\n"]
    parts.append(table(["", ""], [[name, value] for name, value in about.items()]))
    parts.append(
        "Cells are the **median** of the rounds and (least–most). A ratio is VTS to the named peer, taken round by round and then\n"
        "so summed up; `1 : 5` in a table of times means that the peer takes five times as long, `5 : 1` in a table of rates that VTS\n"
        "answers five times as many. The Python peer does the whole job of VTS; the bare endpoint only sends the same bytes and is\n"
        "the limit.\n\n"
        f"**{AOT}** and **{JIT}** keep no answers here (`Freshness:Cards=0`, `Freshness:Transactions=0`): every request asks Extend,\n"
        "as the Python peer's do, but for equal reads that are in flight at the same moment, which VTS makes one. "
        f"**{KEPT}** is the\nsame binary with its defaults: answers are kept for five seconds and say their age.\n")
    parts.append("## Start of the process to the whole first answer of `/cards/active`, ms\n")
    parts.append("Whole process, started in an empty folder (a temporary one of its own).\n")
    parts.append(table(["", *head], [line("start", "start", "/cards/active")]))
    parts.append("## Requests a second, warm\n")
    parts.append(
        "wrk, the subject and the simulator share the machine's cores. A subject that answers `/transactions` slowly is at work on\n"
        "up to as many more requests as there are connections when the time is up; they count for nothing.\n")
    parts.append(warm_table("rate"))
    parts.append("## Half of the answers came within (p50), ms\n")
    parts.append(warm_table("p50"))
    parts.append("## 99 of 100 answers came within (p99), ms\n")
    parts.append("– where a round had fewer than 100 answers.\n")
    parts.append(warm_table("p99"))
    parts.append("## CPU a request, ms\n")
    parts.append("User and system time of the subject's process at 1 connection, then of the simulator on its behalf.\n")
    parts.append(table(["operation", *head], [line(label(path), "cpu", path) for path in operations]))
    parts.append(table(["operation", *(f"simulator for {name}" for name in SUBJECTS[:4])], [
        [label(path), *subjects("simulator", path)[:4]] for path in operations]))
    parts.append("## Memory and size\n")
    parts.append(
        "Resident memory right after the first answer, and the most during all warm rounds. Size: the one binary; for JIT the\n"
        "program's own files without the runtime; for Python the script without the interpreter and its libraries.\n")
    parts.append(table(["", *head], [
        line("at rest, MB", "rest", ""), line("peak, MB", "peak", ""),
        ["size, MB", *(number(sizes[name] / 1e6) for name in SUBJECTS), "", "", ""]]))
    parts.append("## Extend calls a request\n")
    parts.append("From the simulator's log.\n")
    first = "/transactions, the first"
    parts.append(table(["operation", *SUBJECTS], [
        *([label(path), *(f"{figures['calls', path, name][0]:g}" for name in SUBJECTS)] for path in operations),
        ["`/transactions`, the first after start", *(f"{figures['calls', first, name][0]:g}" for name in SUBJECTS)]]))
    parts.append(f"## `/transactions` over {many_cards} cards when each call of Extend takes {latency} ms\n")
    parts.append(
        f"Eight at a time cannot take less than ceil({many_cards}/8) × {latency} = {ideal} ms, and the two pages of cards before them\n"
        f"add {2 * latency} ms, as the second is asked for after the first has told of it. *Over* is the median over {ideal} ms.\n")
    rows = []
    for name in (AOT, PYTHON):
        values = figures["many", "warm", name]
        rows.append([name, spread(figures["many", "first", name]), spread(values), f"{median(values) / ideal:.2f}", f"{figures['many', 'calls', name][0]}"])
    parts.append(table(["", "first, ms", "warm, ms", "over", "Extend calls, warm"], rows))
    parts.append("VTS AOT : Python, warm: " + ratio(figures["many", "warm", AOT], figures["many", "warm", PYTHON]) + "\n")
    return "\n".join(parts)

"""Reads what Stryker found: writes test/Mutation/results.md, or lists the survivors."""
import json
import pathlib
import subprocess
import sys

FOLDER = pathlib.Path("test/Mutation")
KEPT = pathlib.Path("artifacts/mutation")
DETECTED, UNDETECTED = ("Killed", "Timeout"), ("Survived", "NoCoverage")


def areas(chosen):
    lines = [line for line in (FOLDER / "areas.txt").read_text().splitlines() if line and not line.startswith("#")]
    names = [line.split("|")[0].strip() for line in lines]
    return [name for name in names if (KEPT / f"{name}.json").exists() and (not chosen or name in chosen)]


def mutants(area):
    report = json.loads((KEPT / f"{area}.json").read_text())
    root = report.get("projectRoot", "")
    for path, file in sorted(report["files"].items()):
        name = path.removeprefix(root).lstrip("/")
        for mutant in file["mutants"]:
            if mutant["status"] in DETECTED + UNDETECTED:
                yield name, mutant, file["source"].splitlines()


def row(name, statuses):
    count = {status: statuses.count(status) for status in DETECTED + UNDETECTED}
    score = 100 * sum(count[status] for status in DETECTED) / len(statuses)
    return f"| {name} | {len(statuses)} | " + " | ".join(str(count[status]) for status in DETECTED + UNDETECTED) + f" | {score:.1f} % |"


def table():
    found = {area: [mutant["status"] for _, mutant, _ in mutants(area)] for area in areas([])}
    yield "| Area | Mutants | Killed | Timeout | Survived | Not reached | Score |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: | ---: |"
    for area, statuses in found.items():
        yield row(area, statuses)
    yield row("**All**", [status for statuses in found.values() for status in statuses])


def report():
    """Replaces the table of the results and leaves the judgement below it."""
    results = FOLDER / "results.md"
    head, _, rest = results.read_text().partition("<!-- figures -->\n")
    _, _, rest = rest.partition("<!-- end of figures -->")
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=True).stdout.strip()
    figures = "\n".join(table())
    results.write_text(f"{head}<!-- figures -->\n{figures}\n\nLast written at commit {commit}.\n<!-- end of figures -->{rest}")
    print(figures)


def survivors(chosen):
    for area in areas(chosen):
        for name, mutant, source in mutants(area):
            if mutant["status"] in UNDETECTED:
                start = mutant["location"]["start"]["line"]
                print(f"{name}:{start} {mutant['status']} [{mutant['mutatorName']}]")
                print(f"  - {source[start - 1].strip()}")
                print(f"  + {' '.join(mutant.get('replacement', '').split())[:200]}")


if __name__ == "__main__":
    survivors(sys.argv[2:]) if sys.argv[1] == "survivors" else report()

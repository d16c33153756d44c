"""Takes one area out of Stryker's report, and tests once more what survived or did not end, each fault in a process of its own with all tests of the area:
Stryker's runner keeps its process, where what a type makes once is made already, may miss which test reaches what, and gives little time."""
import concurrent.futures
import json
import os
import pathlib
import subprocess
import sys

LONGEST = 30


def passes(program, tests, mutant):
    """Whether all tests pass with this fault; None if they do not end."""
    environment = {**os.environ, "STRYKER_MUTANT_ID_CONTROL_VAR": "VTS_MUTANT", "VTS_MUTANT": str(mutant)}
    try:
        return subprocess.run([program, "-noColor", "-stopOnFail", *tests], env=environment, capture_output=True, timeout=LONGEST, check=False).returncode == 0
    except subprocess.TimeoutExpired:
        return None


def main(whole, prefix, kept, workers, program, *tests):
    report = json.loads(pathlib.Path(whole).read_text())
    root = report["projectRoot"]
    report["files"] = {path: file for path, file in report["files"].items() if path.removeprefix(root).lstrip("/").startswith(prefix)}
    if not passes(program, tests, -1):
        sys.exit("test/Mutation/again.py: the tests fail without any fault")
    doubtful = [mutant for file in report["files"].values() for mutant in file["mutants"] if mutant["status"] in ("Survived", "NoCoverage", "Timeout")]
    with concurrent.futures.ThreadPoolExecutor(int(workers)) as pool:
        for mutant, passed in zip(doubtful, pool.map(lambda mutant: passes(program, tests, mutant["id"]), doubtful)):
            mutant["status"] = {True: mutant["status"].replace("Timeout", "Survived"), False: "Killed", None: "Timeout"}[passed]
    pathlib.Path(kept).write_text(json.dumps(report))


if __name__ == "__main__":
    main(*sys.argv[1:])

"""What all rows of a run have in common."""

from collections import defaultdict

from measuring import subjects
from measuring.asking import get
from measuring.simulator import Simulator

CARD = "vc_A681POqRINI7goyrCNPff7"
OPERATIONS = ["/cards", "/cards/active", f"/cards/{CARD}", f"/cards/{CARD}/transactions", "/transactions"]


class Bench:
    """The figures of one run, the simulator that is asked meanwhile, and room for files."""

    def __init__(self, scratch, quick):
        self.scratch = scratch
        self.quick = quick
        self.rounds = 2 if quick else 5
        self.seconds = 1 if quick else 2
        self.figures = defaultdict(list)  # (measure, row, subject) -> a figure for each round
        self.extend_paths = {}  # an operation of one call of Extend -> that call
        self.simulator = Simulator(self.folder("simulator"))

    def folder(self, name):
        folder = self.scratch / name.replace(" ", "-").replace(",", "").lower()
        folder.mkdir(exist_ok=True)
        return folder

    def start(self, name, tenant="demo", settings=None, folder=None):
        """Starts a subject. The settings are environment variables, over its usual ones."""
        return subjects.start(name, self, tenant, settings or {}, folder)

    def note(self, measure, row, subject, figure):
        self.figures[measure, row, subject.name].append(figure)

    def of(self, measure, row, name):
        """The figures of all rounds; none where nothing was measured."""
        return self.figures.get((measure, row, name), [])

    def learn(self):
        """Writes down what VTS answers, for the bare endpoint to send, and what it asks of Extend for it."""
        subject = self.start(subjects.AOT)
        subject.process.await_answer("/cards/active")
        for operation in [*OPERATIONS, "/me"]:
            file = self.folder("answers") / (operation[1:] + ".json")
            file.parent.mkdir(parents=True, exist_ok=True)
            asked = self.simulator.paths_during(lambda: file.write_bytes(get(subject.port, operation)))
            if len(asked) == 1:
                self.extend_paths[operation] = asked[0]
        subject.stop()

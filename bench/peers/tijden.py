"""How long OpenFisca takes, beside what Samenhang has written about itself.

Both on one thread, in the time of the processor, with the households in memory before the clock
starts.
"""

import sys
from collections import deque
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import thread_time

from bevolking import Population, simulation
from stelsel import Stelsel, stelsel
from vraag import MONTHS, outcomes

REPETITIONS = 7


@dataclass
class Time:
    """Some times to do the same, in seconds."""

    median: float
    shortest: float


def openfisca(system: Stelsel, population: Population, months: list[str]) -> Time:
    """To work some months out, with a new simulation each time."""
    times = []
    for _ in range(REPETITIONS):
        run = simulation(system, population)
        start = thread_time()
        deque(outcomes(run, months), maxlen=0)
        times.append(thread_time() - start)
    return Time(median(times), min(times))


def samenhang(folder: Path) -> dict[str, Time]:
    lines = (folder / "seconden.txt").read_text().splitlines()
    fields = [line.split() for line in lines]
    return {name: Time(float(middle), float(shortest)) for name, middle, shortest in fields}


def compare_times(folder: Path, population: Population) -> None:
    of_samenhang, system = samenhang(folder), stelsel()
    for name, months in {"maand": MONTHS[:1], "jaar": MONTHS}.items():
        prepare, ours = of_samenhang[f"{name}_voorbereiden"], of_samenhang[f"{name}_rekenen"]
        theirs = openfisca(system, population, months)
        print(f"verhouding_openfisca_{name} {theirs.median / ours.median:.1f}", flush=True)
        print(
            f"{name}, {population.households} huishoudens: OpenFisca {theirs.median:.3f} s, "
            f"Samenhang {ours.median:.3f} s; de snelste {theirs.shortest:.3f} en "
            f"{ours.shortest:.3f}, {theirs.shortest / ours.shortest:.1f} keer; met voorbereiden "
            f"({prepare.median:.3f} s) {theirs.median / (ours.median + prepare.median):.1f} keer",
            file=sys.stderr,
        )

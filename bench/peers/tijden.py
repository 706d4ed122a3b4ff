"""How long OpenFisca takes, beside what Samenhang has written about itself.

Both on one thread, with the households in memory before the clock starts.
"""

import sys
from collections import deque
from pathlib import Path
from statistics import median
from time import perf_counter

from bevolking import Population, simulation
from stelsel import Stelsel, stelsel
from vraag import MONTHS, outcomes

REPETITIONS = 7


def seconds(system: Stelsel, population: Population, months: list[str]) -> float:
    """The median time to work some months out, with a new simulation each time."""
    times = []
    for _ in range(REPETITIONS):
        run = simulation(system, population)
        start = perf_counter()
        deque(outcomes(run, months), maxlen=0)
        times.append(perf_counter() - start)
    return median(times)


def compare_times(folder: Path, population: Population) -> None:
    lines = (folder / "seconden.txt").read_text().splitlines()
    samenhang = {name: float(value) for name, value in map(str.split, lines)}
    system = stelsel()
    for name, months in {"maand": MONTHS[:1], "jaar": MONTHS}.items():
        prepare, ours = samenhang[f"{name}_voorbereiden"], samenhang[f"{name}_rekenen"]
        theirs = seconds(system, population, months)
        print(f"verhouding_openfisca_{name} {theirs / ours:.1f}", flush=True)
        print(
            f"{name}: {population.households} huishoudens, OpenFisca {theirs:.3f} s, "
            f"Samenhang {ours:.3f} s; met {prepare:.3f} s voorbereiden erbij "
            f"{theirs / (ours + prepare):.1f} keer",
            file=sys.stderr,
        )

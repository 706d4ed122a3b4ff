"""Whether OpenFisca's outcomes are those of Samenhang, to the cent; and if not, why not.

First with OpenFisca's own floats of 32 bits, then with the same rules in 64 bits, and for the
households that still differ without rounding errors. What is left is a difference of rules.
"""

import sys
from fractions import Fraction
from math import floor
from pathlib import Path

import numpy
from numpy.typing import NDArray
from openfisca_core.simulations import Simulation

from bevolking import Population, simulation
from exact import exact_population, exact_sums, exact_system
from stelsel import stelsel
from vraag import MONTHLY, MONTHS, YEARLY, outcomes

#: How many differences of an outcome are shown.
EXAMPLES = 3
#: So many households are worked out exactly at a time, some milliseconds each. When any of them
#: differ, the rules do, and there is no need to go on.
PART = 5_000


class Differences:
    """The answers that differ, by outcome: month, household, OpenFisca's cents and Samenhang's."""

    def __init__(self) -> None:
        self.of: dict[str, list[tuple[str, int, float, float]]] = {
            name: [] for name in YEARLY + MONTHLY
        }

    @property
    def households(self) -> NDArray:
        found = {household for rows in self.of.values() for _, household, *_ in rows}
        return numpy.array(sorted(found), dtype=int)

    def __len__(self) -> int:
        return sum(map(len, self.of.values()))


def whole_cents(amounts: NDArray) -> NDArray:
    """Rounded as Samenhang does: a half away from zero."""
    if amounts.dtype == object:
        half = Fraction(1, 2)
        cents = [floor(abs(it) * 100 + half) * (-1 if it < 0 else 1) for it in amounts]
        return numpy.array(cents, dtype=float)
    amounts = amounts.astype(float)
    return numpy.copysign(numpy.floor(numpy.abs(amounts) * 100 + 0.5), amounts)


def differences(
    folder: Path, run: Simulation, population: Population, rows: NDArray
) -> Differences:
    """The answers about a population, whose households are these rows of the one in the folder."""
    found = Differences()
    for month, name, amounts in outcomes(run, MONTHS):
        of_persons = name in YEARLY
        household_of = population.household_of if of_persons else numpy.arange(len(rows))
        ours = whole_cents(amounts)
        theirs = numpy.fromfile(folder / month / f"{name}.f64", dtype="<f8")
        theirs = theirs[population.persons if of_persons else rows]
        for at in numpy.flatnonzero(ours != theirs):
            household = int(rows[household_of[at]])
            found.of[name].append((month, household, ours[at], theirs[at]))
    return found


def exact_differences(folder: Path, population: Population, rows: NDArray) -> Differences:
    few = population.some(rows)
    with exact_sums():
        run = simulation(exact_system(), exact_population(few))
        return differences(folder, run, few, rows)


def report(folder: Path, name: str, found: Differences, asked: dict[str, int]) -> None:
    """Counts and some examples; all of them go into a file."""
    file = folder / f"verschillen-{name.replace(' ', '-')}.csv"
    lines = [
        f"{outcome},{month},{household},{ours / 100:.2f},{theirs / 100:.2f}\n"
        for outcome, rows in found.of.items()
        for month, household, ours, theirs in rows
    ]
    file.write_text("uitkomst,maand,huishouden,openfisca,samenhang\n" + "".join(lines))
    print(f"{name}: {len(found)} antwoorden verschillen, alle in {file}", file=sys.stderr)
    for outcome, rows in found.of.items():
        households = len({household for _, household, *_ in rows})
        print(
            f"  {outcome}: {len(rows)} van {asked[outcome]}, bij {households} huishoudens",
            file=sys.stderr,
        )
        for month, household, ours, theirs in rows[:EXAMPLES]:
            print(
                f"    {month} huishouden {household}: OpenFisca {ours / 100:.2f}, "
                f"Samenhang {theirs / 100:.2f}",
                file=sys.stderr,
            )


def compare_outcomes(folder: Path, population: Population) -> int:
    """How many answers differ that rounding errors do not explain."""
    everyone = numpy.arange(population.households)
    asked = {name: len(population.persons) for name in YEARLY}
    asked |= {name: population.households * len(MONTHS) for name in MONTHLY}
    found = Differences()
    for name, precision in {"32 bits": numpy.float32, "64 bits": numpy.float64}.items():
        run = simulation(stelsel(precision), population)
        found = differences(folder, run, population, everyone)
        report(folder, name, found, asked)
    undecided = found.households
    print(f"{len(undecided)} huishoudens die in 64 bits verschillen, exact:", file=sys.stderr)
    found = Differences()
    for first in range(0, len(undecided), PART):
        found = exact_differences(folder, population, undecided[first : first + PART])
        if len(found):
            break
    report(folder, "exact", found, asked)
    print(f"verschillen_openfisca {len(found)}")
    return len(found)

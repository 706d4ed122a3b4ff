"""What is asked of both, and how OpenFisca is asked."""

from collections.abc import Iterator

from numpy.typing import NDArray
from openfisca_core.simulations import Simulation

from bevolking import YEAR

MONTHS = [f"{YEAR}-{month:02}" for month in range(1, 13)]
#: Outcomes of persons, the same in every month.
YEARLY = ["belastbaar_inkomen_box1_per_jaar", "belasting_box1_voor_kortingen_per_jaar"]
#: Outcomes of households, that may differ by month.
MONTHLY = ["toetsingsinkomen_per_jaar", "zorgtoeslag_per_maand", "huurtoeslag_per_maand"]


def outcomes(run: Simulation, months: list[str]) -> Iterator[tuple[str, str, NDArray]]:
    """Every outcome of these months: its month, its name and its amounts. What holds for the year
    comes with the first month."""
    for name in YEARLY:
        yield months[0], name, run.calculate(name, YEAR)
    for month in months:
        for name in MONTHLY:
            yield month, name, run.calculate(name, month)

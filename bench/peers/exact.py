"""The same rules without rounding errors, for the few households for which a float cannot decide.

OpenFisca works with arrays of floats. Here the arrays hold fractions, and an amount that the rules
write as a float is the decimal number that stands there.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from fractions import Fraction
from math import floor
from typing import Any

import numpy
from numpy.typing import NDArray
from openfisca_core.parameters import Parameter
from openfisca_core.populations import GroupPopulation
from openfisca_core.projectors import projectable

from bevolking import Population
from stelsel import Stelsel, stelsel


def fraction(value: Any) -> Any:
    """A number as the fraction it was written as; anything else unchanged."""
    if isinstance(value, (float, numpy.floating)):
        return Exact(repr(float(value)))
    return int(value) if isinstance(value, numpy.integer) else value


def by_fractions(name: str):
    """An operation of fractions that also takes floats, and stays exact."""
    operation = getattr(Fraction, name)

    def exact(self: "Exact", other: Any) -> Any:
        made = operation(self, fraction(other))
        return Exact(made) if type(made) is Fraction else made

    return exact


class Exact(Fraction):
    """A fraction that stays one, whatever number it meets."""

    def __floor__(self) -> "Exact":
        return Exact(floor(Fraction(self)))


for name in ["add", "sub", "mul", "truediv"]:
    setattr(Exact, f"__{name}__", by_fractions(f"__{name}__"))
    setattr(Exact, f"__r{name}__", by_fractions(f"__r{name}__"))
for name in ["lt", "le", "gt", "ge"]:
    setattr(Exact, f"__{name}__", by_fractions(f"__{name}__"))

make_exact = numpy.frompyfunc(fraction, 1, 1)


@contextmanager
def exact_sums() -> Iterator[None]:
    """Within it, OpenFisca adds up fractions as fractions; its own way makes them floats."""
    own = GroupPopulation.sum

    @projectable
    def sum(households: GroupPopulation, array: NDArray, role: Any = None) -> NDArray:
        if array.dtype != object:
            return own(households, array, role)
        made = numpy.full(households.count, Exact(0), dtype=object)
        numpy.add.at(made, households.members_entity_id, array)
        return made

    GroupPopulation.sum = sum
    try:
        yield
    finally:
        GroupPopulation.sum = own


def exact_system() -> Stelsel:
    system = stelsel(object)
    for parameter in system.parameters.get_descendants():
        if isinstance(parameter, Parameter):
            for moment in parameter.values_list:
                moment.value = fraction(moment.value)
    return system


def exact_population(population: Population) -> Population:
    def exact(columns: dict[str, NDArray]) -> dict[str, NDArray]:
        return {
            name: make_exact(values) if values.dtype.kind == "f" else values
            for name, values in columns.items()
        }

    return replace(
        population,
        of_persons=exact(population.of_persons),
        of_households=exact(population.of_households),
    )

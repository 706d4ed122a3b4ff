"""The population that Samenhang has written, as simulations of OpenFisca."""

from dataclasses import dataclass
from pathlib import Path

import numpy
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from numpy.typing import NDArray
from openfisca_core.simulations import Simulation, SimulationBuilder

from samen import Samenleving
from stelsel import Stelsel

YEAR = "2026"
#: The roles, in the order of `entiteiten`.
ROLES = ["aanvrager", "partner", "kind"]
OF_PERSONS = [
    "geboortedatum",
    "loon",
    "pensioenpremie",
    "pensioen",
    "uitkering",
    "aow_opbouwjaren",
    "spaargeld",
    "overig_vermogen",
    "schulden",
    "zorgverzekerd",
]
OF_HOMES = ["kale_huur", "zelfstandig", "aangepast"]
#: What stays the same from birth.
ETERNAL = ["geboortedatum", "beide_ouders"]


@dataclass
class Population:
    """Households and their persons: for each person the row in the table, the row of the household
    and the position in `ROLES`; and the inputs of both by name."""

    persons: NDArray
    household_of: NDArray
    roles: NDArray
    of_persons: dict[str, NDArray]
    of_households: dict[str, NDArray]

    @property
    def households(self) -> int:
        return len(self.of_households["kale_huur"])

    def some(self, households: NDArray) -> "Population":
        """Only these households, by their rows."""
        kept = numpy.isin(self.household_of, households)
        return Population(
            self.persons[kept],
            numpy.searchsorted(households, self.household_of[kept]),
            self.roles[kept],
            {name: values[kept] for name, values in self.of_persons.items()},
            {name: values[households] for name, values in self.of_households.items()},
        )


def read(folder: Path) -> Population:
    households = pq.read_table(folder / "huishoudens.parquet")
    persons = pq.read_table(folder / "personen.parquet")
    household_of = numpy.searchsorted(
        households["huishouden"].to_numpy(), persons["huishouden"].to_numpy()
    )
    roles = pc.index_in(persons["rol"].cast("string"), pc.cast(ROLES, "string")).to_numpy()

    def columns(table, names: list[str]) -> dict[str, NDArray]:
        return {name: column(table[name]) for name in names}

    of_persons = columns(persons, OF_PERSONS)
    has_partner = numpy.bincount(household_of, roles == ROLES.index("partner"))[household_of] > 0
    both = persons["ouders"].is_null().to_numpy()
    of_persons["beide_ouders"] = (roles == ROLES.index("kind")) & has_partner & both
    of_homes = columns(households, OF_HOMES)
    of_homes["samenleving"] = togetherness(persons, household_of, len(households))
    return Population(numpy.arange(len(persons)), household_of, roles, of_persons, of_homes)


def column(values) -> NDArray:
    """A column of amounts, counts, days or yes and no."""
    if not pa.types.is_decimal(values.type):
        return values.to_numpy()
    # By way of whole cents, so that each amount is the float nearest to it.
    cents = pc.multiply(values.cast(pa.decimal128(12, 2)), pa.scalar(100))
    return cents.cast("int64").to_numpy() / 100


def togetherness(persons, household_of: NDArray, households: int) -> NDArray:
    """How each couple lives together, which stands with the partner."""
    words = persons["samenleving"].cast("string")
    positions = pc.index_in(words, pc.cast([it.name for it in Samenleving], "string"))
    partners = ~words.is_null().to_numpy()
    made = numpy.full(households, Samenleving.samenwonend.index)
    made[household_of[partners]] = positions.to_numpy()[partners]
    return made


def simulation(system: Stelsel, population: Population) -> Simulation:
    """A simulation that has worked out nothing yet."""
    builder = SimulationBuilder()
    builder.create_entities(system)
    builder.declare_person_entity("persoon", range(len(population.household_of)))
    households = builder.declare_entity("huishouden", range(population.households))
    builder.join_with_persons(households, population.household_of, population.roles)
    made = builder.build(system)
    for name, values in (population.of_persons | population.of_households).items():
        made.set_input(name, "ETERNITY" if name in ETERNAL else YEAR, values)
    # How persons lie in their households is made when it is first asked for.
    _ = households.members_position, households.ordered_members_map
    return made

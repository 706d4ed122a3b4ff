"""How an aanvrager and a partner live together, and what they have together."""

from numpy import where
from numpy.typing import NDArray
from openfisca_core.indexed_enums import Enum
from openfisca_core.periods import Period
from openfisca_core.populations import Population


class Samenleving(Enum):
    gehuwd = "Gehuwd of geregistreerd partner"
    samenlevingscontract = "Samenlevingscontract bij de notaris"
    samenwonend = "Samenwonend"


def samen_met_partner(
    persoon: Population, period: Period, bedrag: NDArray, partners: NDArray
) -> NDArray:
    """The amount of both for an aanvrager and a partner who are `partners` for a law; of everybody
    else his own."""
    hoofdbewoner = ~persoon("is_kind", period)
    samen = persoon.huishouden.sum(bedrag * hoofdbewoner)
    return where(hoofdbewoner & partners, samen, bedrag)

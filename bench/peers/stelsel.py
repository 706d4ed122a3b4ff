"""The rules of `regels/` with the amounts of `parameters/`, as a system of OpenFisca."""

from pathlib import Path

import numpy
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables.config import VALUE_TYPES

from entiteiten import Huishouden, Persoon

HERE = Path(__file__).parent


class Stelsel(TaxBenefitSystem):
    def __init__(self) -> None:
        super().__init__([Persoon, Huishouden])
        self.add_variables_from_directory(str(HERE / "regels"))
        self.load_parameters(str(HERE / "parameters"))

    def get_package_metadata(self) -> dict[str, str]:
        """OpenFisca would look for a package that is installed, and warn that there is none."""
        return {"name": "peers", "version": "0", "repository_url": "", "location": str(HERE)}


def stelsel(precision: type = numpy.float32) -> Stelsel:
    """The system, with amounts of this precision; OpenFisca's own is 32 bits."""
    VALUE_TYPES[float]["dtype"] = precision
    return Stelsel()

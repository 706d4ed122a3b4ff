"""What is given: the fields of the household file that the rules need, with their names."""

from datetime import date

from openfisca_core.indexed_enums import Enum
from openfisca_core.model_api import (
    ETERNITY,
    MONTH,
    YEAR,
    Variable,
    set_input_dispatch_by_period,
)

from entiteiten import Huishouden, Persoon
from samen import Samenleving


class geboortedatum(Variable):
    value_type = date
    entity = Persoon
    definition_period = ETERNITY
    label = "Geboortedatum"


class beide_ouders(Variable):
    value_type = bool
    entity = Persoon
    definition_period = ETERNITY
    label = "Kind van de aanvrager en de partner samen; anders is een kind alleen van de aanvrager"


class loon(Variable):
    value_type = float
    entity = Persoon
    definition_period = YEAR
    label = "Bruto loon"


class pensioenpremie(Variable):
    value_type = float
    entity = Persoon
    definition_period = YEAR
    label = "Pensioenpremie, deel van de werknemer"


class pensioen(Variable):
    value_type = float
    entity = Persoon
    definition_period = YEAR
    label = "Pensioen naast de AOW"


class uitkering(Variable):
    value_type = float
    entity = Persoon
    definition_period = YEAR
    label = "Belaste uitkering"


class aow_opbouwjaren(Variable):
    value_type = int
    entity = Persoon
    definition_period = YEAR
    default_value = 50
    label = "Jaren opbouw voor de AOW"


class spaargeld(Variable):
    value_type = float
    entity = Persoon
    definition_period = YEAR
    label = "Spaargeld op 1 januari"


class overig_vermogen(Variable):
    value_type = float
    entity = Persoon
    definition_period = YEAR
    label = "Overig vermogen op 1 januari"


class schulden(Variable):
    value_type = float
    entity = Persoon
    definition_period = YEAR
    label = "Schulden op 1 januari"


class zorgverzekerd(Variable):
    value_type = bool
    entity = Persoon
    definition_period = MONTH
    set_input = set_input_dispatch_by_period
    default_value = True
    label = "Heeft een zorgverzekering"


class samenleving(Variable):
    value_type = Enum
    possible_values = Samenleving
    default_value = Samenleving.samenwonend
    entity = Huishouden
    definition_period = YEAR
    label = "Hoe de aanvrager en de partner samenleven"


class kale_huur(Variable):
    value_type = float
    entity = Huishouden
    definition_period = MONTH
    set_input = set_input_dispatch_by_period
    label = "Kale huur per maand"


class zelfstandig(Variable):
    value_type = bool
    entity = Huishouden
    definition_period = MONTH
    set_input = set_input_dispatch_by_period
    default_value = True
    label = "De woning is zelfstandig"


class aangepast(Variable):
    value_type = bool
    entity = Huishouden
    definition_period = MONTH
    set_input = set_input_dispatch_by_period
    label = "De woning is aangepast voor een handicap"

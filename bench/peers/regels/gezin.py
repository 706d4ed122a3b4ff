"""Who belongs to whom, and how old they are."""

from numpy import datetime64
from openfisca_core.model_api import ETERNITY, MONTH, YEAR, Variable

from entiteiten import Huishouden, Persoon


class is_aanvrager(Variable):
    value_type = bool
    entity = Persoon
    definition_period = ETERNITY
    label = "De persoon voor wie de vraag wordt gesteld"

    def formula(persoon, period):
        return persoon.has_role(Huishouden.AANVRAGER)


class is_kind(Variable):
    value_type = bool
    entity = Persoon
    definition_period = ETERNITY
    label = "Kind van de aanvrager, van elke leeftijd"

    def formula(persoon, period):
        return persoon.has_role(Huishouden.KIND)


class heeft_partner(Variable):
    value_type = bool
    entity = Huishouden
    definition_period = ETERNITY
    label = "De aanvrager heeft een partner"

    def formula(huishouden, period):
        return huishouden.nb_persons(Huishouden.PARTNER) > 0


class geboortemaand(Variable):
    value_type = int
    entity = Persoon
    definition_period = ETERNITY
    label = "De maand van geboorte, geteld vanaf januari 1970"

    def formula(persoon, period):
        return persoon("geboortedatum", period).astype("datetime64[M]").astype(int)


class geboortedag(Variable):
    value_type = int
    entity = Persoon
    definition_period = ETERNITY
    label = "De dag van de geboortemaand, geteld vanaf 0"

    def formula(persoon, period):
        geboortedatum = persoon("geboortedatum", period)
        return (geboortedatum - geboortedatum.astype("datetime64[M]")).astype(int)


class maanden_oud(Variable):
    value_type = int
    entity = Persoon
    definition_period = MONTH
    label = "Kalendermaanden sinds de geboortemaand"

    def formula(persoon, period):
        maand = datetime64(str(period.start), "M").astype(int)
        return maand - persoon("geboortemaand", period)


class leeftijd(Variable):
    value_type = int
    entity = Persoon
    definition_period = MONTH
    label = "Leeftijd in hele jaren op de eerste dag van de maand"
    reference = "Algemene wet inkomensafhankelijke regelingen, art. 5"

    def formula(persoon, period):
        na_de_eerste = persoon("geboortedag", period) > 0
        return (persoon("maanden_oud", period) - na_de_eerste) // 12


class leeftijd_op_nieuwjaarsdag(Variable):
    value_type = int
    entity = Persoon
    definition_period = YEAR
    label = "Leeftijd in hele jaren op 1 januari"

    def formula(persoon, period):
        return persoon("leeftijd", period.first_month)


class is_minderjarig_op_nieuwjaarsdag(Variable):
    value_type = bool
    entity = Persoon
    definition_period = YEAR
    label = "Op 1 januari nog geen 18, of dit jaar geboren"
    reference = "Burgerlijk Wetboek Boek 1, art. 233"

    def formula(persoon, period, parameters):
        meerderjarig = parameters(period).awir.toekenning.meerderjarig
        return persoon("leeftijd_op_nieuwjaarsdag", period) < meerderjarig

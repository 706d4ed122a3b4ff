"""Algemene wet inkomensafhankelijke regelingen: whose income and property count."""

from numpy import maximum, where
from openfisca_core.model_api import MONTH, Variable

from entiteiten import Huishouden, Persoon
from samen import Samenleving, samen_met_partner


class is_meerderjarig(Variable):
    value_type = bool
    entity = Persoon
    definition_period = MONTH
    label = "Op de eerste dag van de maand 18 jaar of ouder"
    reference = "Burgerlijk Wetboek Boek 1, art. 233"

    def formula(persoon, period, parameters):
        return persoon("leeftijd", period) >= parameters(period).awir.toekenning.meerderjarig


class is_geboren(Variable):
    value_type = bool
    entity = Persoon
    definition_period = MONTH
    label = "Op de eerste dag van de maand geboren"
    reference = "Algemene wet inkomensafhankelijke regelingen, art. 5"

    def formula(persoon, period):
        return persoon("leeftijd", period) >= 0


class toeslagpartners(Variable):
    value_type = bool
    entity = Huishouden
    definition_period = MONTH
    label = "De aanvrager en de partner zijn elkaars toeslagpartner"
    reference = "Algemene wet inkomensafhankelijke regelingen, art. 3, lid 1, 2 en 3"

    def formula(huishouden, period):
        samenleving = huishouden("samenleving", period.this_year)
        is_kind = huishouden.members("is_kind", period)
        geboren = huishouden.members("is_geboren", period)
        meerderjarig = ~huishouden.any(~huishouden.members("is_meerderjarig", period) & ~is_kind)
        gemeenschappelijk = geboren & huishouden.members("beide_ouders", period)
        # A child that comes of age within the year counts for the rest of it.
        minderjarig = huishouden.members("is_minderjarig_op_nieuwjaarsdag", period.this_year)
        minderjarig_kind = is_kind & geboren & minderjarig
        contract = samenleving == Samenleving.samenlevingscontract
        return huishouden("heeft_partner", period) & (
            (samenleving == Samenleving.gehuwd)
            | (meerderjarig & (contract | huishouden.any(minderjarig_kind)))
            | huishouden.any(gemeenschappelijk)
        )


class gezamenlijk_toetsingsinkomen(Variable):
    value_type = float
    entity = Persoon
    definition_period = MONTH
    label = "Toetsingsinkomen over het jaar, met dat van de toeslagpartner"
    reference = "Algemene wet inkomensafhankelijke regelingen, art. 7, lid 1, en art. 8, lid 1"

    def formula(persoon, period):
        inkomen = persoon("verzamelinkomen", period.this_year)
        partners = persoon.huishouden("toeslagpartners", period)
        return samen_met_partner(persoon, period, inkomen, partners)


class gezamenlijke_rendementsgrondslag(Variable):
    value_type = float
    entity = Persoon
    definition_period = MONTH
    label = "Bezit min schulden op 1 januari, met die van de toeslagpartner"
    reference = "Wet inkomstenbelasting 2001, art. 5.3, lid 1 en lid 3, onderdeel f"

    def formula(persoon, period, parameters):
        box3 = parameters(period).inkomstenbelasting.box3
        jaar = period.this_year
        partners = persoon.huishouden("toeslagpartners", period) & ~persoon("is_kind", period)
        bezit = persoon("banktegoeden", jaar) + persoon("overige_bezittingen", jaar)
        bezit = samen_met_partner(persoon, period, bezit, partners)
        schuld = samen_met_partner(persoon, period, persoon("schuld", jaar), partners)
        return bezit - maximum(schuld - where(partners, 2, 1) * box3.schuldendrempel, 0)


class toetsingsinkomen_per_jaar(Variable):
    value_type = float
    entity = Huishouden
    definition_period = MONTH
    label = "Toetsingsinkomen over het jaar van de aanvrager en zijn toeslagpartner in de maand"
    reference = "Algemene wet inkomensafhankelijke regelingen, art. 7, lid 1"

    def formula(huishouden, period):
        return huishouden.aanvrager("gezamenlijk_toetsingsinkomen", period)

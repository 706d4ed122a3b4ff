"""Algemene Ouderdomswet: from when, and how much."""

from numpy import arange, clip, datetime64, minimum, where
from numpy.typing import NDArray
from openfisca_core.model_api import ADD, MONTH, YEAR, Variable

from afronding import rekenkundig
from entiteiten import Persoon


class aow_maand(Variable):
    value_type = int
    entity = Persoon
    definition_period = YEAR
    label = "De maand waarin de AOW ingaat, geteld vanaf januari 1970"
    reference = "Algemene Ouderdomswet, art. 7a, lid 1, 2 en 3"

    def formula(persoon, period, parameters):
        geboortemaand = persoon("geboortemaand", period)
        jaar, maand = 1970 + geboortemaand // 12, geboortemaand % 12 + 1
        leeftijd = parameters(period).algemene_ouderdomswet.leeftijd
        return geboortemaand + leeftijd.calc(jaar * 100 + maand)


class maanden_voor_aow(Variable):
    value_type = int
    entity = Persoon
    definition_period = YEAR
    label = "Kalendermaanden van het jaar voor de maand waarin de AOW ingaat"
    reference = "Algemene Ouderdomswet, art. 7a, lid 1"

    def formula(persoon, period):
        nieuwjaar = datetime64(str(period.start), "M").astype(int)
        return clip(persoon("aow_maand", period) - nieuwjaar, 0, 12)


class aow_per_maand(Variable):
    value_type = float
    entity = Persoon
    definition_period = MONTH
    label = "Bruto AOW met vakantiegeld; in de eerste maand voor de dagen vanaf de ingang"
    reference = "Algemene Ouderdomswet, art. 7, lid 1, art. 9, lid 5, art. 13, lid 1, en art. 29"

    def formula(persoon, period, parameters):
        aow = parameters(period).algemene_ouderdomswet.bedragen
        volledig = aow.volledige_opbouwjaren
        # An amount for each number of years is a short list; to work it out once for each number
        # is faster than once for each person.
        ontbrekend = volledig - arange(volledig + 1)

        def naar_opbouw(bedrag: float) -> NDArray:
            deel = 1 - aow.korting_per_ontbrekend_jaar * ontbrekend
            return rekenkundig(bedrag * deel, 2)

        alleen = naar_opbouw(aow.alleenstaande) + naar_opbouw(aow.vakantiegeld_alleenstaande)
        gehuwd = naar_opbouw(aow.gehuwde) + naar_opbouw(aow.vakantiegeld_gehuwde)
        jaren = minimum(persoon("aow_opbouwjaren", period.this_year), volledig)
        partner = persoon.huishouden("heeft_partner", period)
        bedrag = where(partner, gehuwd[jaren], alleen[jaren])

        dagen = period.size_in_days
        maand = datetime64(str(period.start), "M").astype(int)
        ingang = persoon("aow_maand", period.this_year)
        # Whoever is born on a day that the month lacks, gets there on its last day.
        eerste_dag = minimum(persoon("geboortedag", period), dagen - 1)
        dagen_aow = where(maand == ingang, dagen - eerste_dag, dagen * (maand > ingang))
        return bedrag * dagen_aow / dagen


class aow_per_jaar(Variable):
    value_type = float
    entity = Persoon
    definition_period = YEAR
    label = "Bruto AOW met vakantiegeld"
    reference = "Algemene Ouderdomswet, art. 7, lid 1, art. 17, lid 6, en art. 28"

    def formula(persoon, period):
        return persoon("aow_per_maand", period, options=[ADD])

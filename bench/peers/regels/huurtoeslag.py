"""Wet op de huurtoeslag: who counts, the rent, and what is paid."""

from numpy import floor, maximum, minimum, where
from openfisca_core.model_api import MONTH, Variable

from afronding import rekenkundig
from entiteiten import Huishouden, Persoon


class is_inwonend_kind(Variable):
    value_type = bool
    entity = Persoon
    definition_period = MONTH
    label = "Kind dat op het adres woont"
    reference = "Algemene wet inkomensafhankelijke regelingen, art. 2, lid 1, onderdeel e"

    def formula(persoon, period):
        return persoon("is_kind", period) & persoon("is_geboren", period)


class is_bewoner(Variable):
    value_type = bool
    entity = Persoon
    definition_period = MONTH
    label = "Aanvrager, toeslagpartner of medebewoner"
    reference = "Wet op de huurtoeslag, art. 7, lid 1"

    def formula(persoon, period):
        return ~persoon("is_kind", period) | persoon("is_inwonend_kind", period)


class aantal_bewoners(Variable):
    value_type = int
    entity = Huishouden
    definition_period = MONTH
    label = "Hoeveel bewoners er zijn"
    reference = "Wet op de huurtoeslag, art. 2"

    def formula(huishouden, period):
        return huishouden.sum(huishouden.members("is_bewoner", period))


class meetellend_inkomen(Variable):
    value_type = float
    entity = Persoon
    definition_period = MONTH
    label = "Het inkomen van een bewoner, van een jong inwonend kind boven de vrijstelling"
    reference = "Algemene wet inkomensafhankelijke regelingen, art. 7, lid 1, 2 en 6"

    def formula(persoon, period, parameters):
        grenzen = parameters(period).huurtoeslag.inkomen
        inkomen = persoon("verzamelinkomen", period.this_year)
        leeftijd = persoon("leeftijd_op_nieuwjaarsdag", period.this_year)
        jong = persoon("is_inwonend_kind", period) & (leeftijd < grenzen.leeftijd_inwonend_kind)
        boven_vrijstelling = maximum(inkomen - grenzen.vrijstelling_inwonend_kind, 0)
        return where(jong, boven_vrijstelling, inkomen * persoon("is_bewoner", period))


class rekeninkomen(Variable):
    value_type = float
    entity = Huishouden
    definition_period = MONTH
    label = "Het inkomen van alle bewoners samen, per jaar"
    reference = "Wet op de huurtoeslag, art. 1, onderdeel i"

    def formula(huishouden, period):
        return huishouden.sum(huishouden.members("meetellend_inkomen", period))


class heeft_te_veel_vermogen(Variable):
    value_type = bool
    entity = Huishouden
    definition_period = MONTH
    label = "De aanvrager met zijn toeslagpartner, of een medebewoner, heeft te veel vermogen"
    reference = "Algemene wet inkomensafhankelijke regelingen, art. 7, lid 3 en 4"

    def formula(huishouden, period, parameters):
        grenzen = parameters(period).huurtoeslag.inkomen
        partners = huishouden.project(huishouden("toeslagpartners", period))
        grens = where(
            partners & ~huishouden.members("is_kind", period),
            grenzen.vermogensgrens_met_toeslagpartner,
            grenzen.vermogensgrens_zonder_toeslagpartner,
        )
        vermogen = huishouden.members("gezamenlijke_rendementsgrondslag", period)
        return huishouden.any((vermogen > grens) & huishouden.members("is_bewoner", period))


class meetellende_huur(Variable):
    value_type = float
    entity = Huishouden
    definition_period = MONTH
    label = "De kale huur tot de huurgrens"
    reference = "Wet op de huurtoeslag, art. 5, lid 1, art. 13, lid 1, en art. 21, lid 1"

    def formula(huishouden, period, parameters):
        huur = parameters(period).huurtoeslag.huur
        leeftijd = huishouden.members("leeftijd", period)
        ouder = leeftijd >= huur.leeftijd_gewone_huurgrens
        gewoon = (
            huishouden.any(ouder & huishouden.members("is_bewoner", period))
            | huishouden.any(huishouden.members("is_inwonend_kind", period))
            | huishouden("aangepast", period)
        )
        huurgrens = where(gewoon, huur.huurgrens, huur.huurgrens_jongeren)
        return minimum(huishouden("kale_huur", period), huurgrens)


class basishuur(Variable):
    value_type = float
    entity = Huishouden
    definition_period = MONTH
    label = "Wat de huurder ten minste zelf betaalt"
    reference = [
        "Wet op de huurtoeslag, art. 16 en 17",
        "Wet verlaging eigen bijdrage huurtoeslag, art. 1",
    ]

    def formula(huishouden, period, parameters):
        basishuur = parameters(period).huurtoeslag.basishuur
        verlaging = where(
            huishouden("aantal_bewoners", period) == 1,
            basishuur.verlaging_eenpersoons,
            basishuur.verlaging_meerpersoons,
        )
        vast = basishuur.normhuur + basishuur.opslag - basishuur.verlaging_eigen_bijdrage
        return vast - verlaging


class vergoede_huur(Variable):
    value_type = float
    entity = Huishouden
    definition_period = MONTH
    label = "De huur boven de basishuur, voor zover die wordt vergoed"
    reference = [
        "Wet op de huurtoeslag, art. 20 en art. 21, lid 1",
        "Besluit op de huurtoeslag, art. 7",
    ]

    def formula(huishouden, period, parameters):
        grenzen = parameters(period).huurtoeslag.huur
        kwaliteitskortingsgrens = grenzen.kwaliteitskortingsgrens
        aftoppingsgrens = where(
            huishouden("aantal_bewoners", period) < 3,
            grenzen.aftoppingsgrens_een_of_twee,
            grenzen.aftoppingsgrens_drie_of_meer,
        )
        huur, basishuur = huishouden("meetellende_huur", period), huishouden("basishuur", period)
        onder = minimum(huur, kwaliteitskortingsgrens) - basishuur
        tussen = minimum(huur, aftoppingsgrens) - maximum(kwaliteitskortingsgrens, basishuur)
        boven = huur - maximum(aftoppingsgrens, basishuur)
        return (
            maximum(onder, 0)
            + grenzen.deel_tot_aftoppingsgrens * maximum(tussen, 0)
            + grenzen.deel_boven_aftoppingsgrens * maximum(boven, 0)
        )


class berekende_huurtoeslag(Variable):
    value_type = float
    entity = Huishouden
    definition_period = MONTH
    label = "De vergoede huur min de afbouw om het inkomen; niet afgerond"
    reference = "Wet op de huurtoeslag, art. 21, lid 2"

    def formula(huishouden, period, parameters):
        grenzen = parameters(period).huurtoeslag.inkomen
        alleen = huishouden("aantal_bewoners", period) == 1
        ijkpunt = where(alleen, grenzen.ijkpunt_eenpersoons, grenzen.ijkpunt_meerpersoons)
        afbouw = where(alleen, grenzen.afbouw_eenpersoons, grenzen.afbouw_meerpersoons)
        hoger = maximum(huishouden("rekeninkomen", period) - ijkpunt, 0)
        return maximum(huishouden("vergoede_huur", period) - afbouw * hoger / 12, 0)


class huurtoeslag_per_maand(Variable):
    value_type = float
    entity = Huishouden
    definition_period = MONTH
    label = "Huurtoeslag, zoals uitbetaald"
    reference = [
        "Wet op de huurtoeslag, art. 8 en art. 11, lid 1, onderdeel a",
        "Algemene wet inkomensafhankelijke regelingen, art. 10, lid 2, art. 14, lid 5, en art. 22",
    ]

    def formula(huishouden, period, parameters):
        toeslag = huishouden("berekende_huurtoeslag", period)
        meerderjarig = huishouden.members("is_meerderjarig", period)
        ouder = huishouden.members("is_inwonend_kind", period)
        # A minor with a child counts as of age.
        meerderjarige = huishouden.any(
            ouder | (meerderjarig & ~huishouden.members("is_kind", period))
        )
        recht = (
            meerderjarige
            & huishouden("zelfstandig", period)
            & ~huishouden("heeft_te_veel_vermogen", period)
            & (rekenkundig(12 * toeslag) >= parameters(period).awir.toekenning.ondergrens)
        )
        return recht * floor(toeslag)

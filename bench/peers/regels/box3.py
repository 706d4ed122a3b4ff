"""Wet inkomstenbelasting 2001, chapter 5: what there is on 1 January and what it yields."""

from numpy import maximum, where
from numpy.typing import NDArray
from openfisca_core.model_api import YEAR, Variable
from openfisca_core.periods import Period
from openfisca_core.populations import Population

from entiteiten import Huishouden, Persoon
from samen import Samenleving, samen_met_partner


def met_dat_van_de_kinderen(persoon: Population, period: Period, naam: str) -> NDArray:
    """What somebody has himself and his part of what his children under age have; nothing for
    whoever is under age. Art. 2.15, lid 2 and 4."""
    bedrag = persoon(naam, period)
    is_kind = persoon("is_kind", period)
    beide = persoon("beide_ouders", period)
    bij_de_ouders = persoon("is_minderjarig_op_nieuwjaarsdag", period)
    per_ouder = where(is_kind & bij_de_ouders, bedrag / where(beide, 2, 1), 0)
    bij_de_aanvrager = persoon.huishouden.sum(per_ouder)
    bij_de_partner = persoon.huishouden.sum(per_ouder * beide)
    van_de_kinderen = where(
        persoon("is_aanvrager", period), bij_de_aanvrager, where(is_kind, 0, bij_de_partner)
    )
    return where(bij_de_ouders, 0, bedrag + van_de_kinderen)


class banktegoeden(Variable):
    value_type = float
    entity = Persoon
    definition_period = YEAR
    label = "Spaargeld, met dat van minderjarige kinderen"
    reference = "Wet inkomstenbelasting 2001, art. 5.2, lid 3, en art. 2.15"

    def formula(persoon, period):
        return met_dat_van_de_kinderen(persoon, period, "spaargeld")


class overige_bezittingen(Variable):
    value_type = float
    entity = Persoon
    definition_period = YEAR
    label = "Overig vermogen, met dat van minderjarige kinderen"
    reference = "Wet inkomstenbelasting 2001, art. 5.3, lid 2, en art. 2.15"

    def formula(persoon, period):
        return met_dat_van_de_kinderen(persoon, period, "overig_vermogen")


class schuld(Variable):
    value_type = float
    entity = Persoon
    definition_period = YEAR
    label = "Schulden, met die van minderjarige kinderen"
    reference = "Wet inkomstenbelasting 2001, art. 5.3, lid 3, en art. 2.15"

    def formula(persoon, period):
        return met_dat_van_de_kinderen(persoon, period, "schulden")


class fiscale_partners(Variable):
    value_type = bool
    entity = Huishouden
    definition_period = YEAR
    label = "De aanvrager en de partner zijn elkaars fiscale partner"
    reference = [
        "Algemene wet inzake rijksbelastingen, art. 5a, lid 1",
        "Wet inkomstenbelasting 2001, art. 1.2, lid 1 en 2",
    ]

    def formula(huishouden, period, parameters):
        samenleving = huishouden("samenleving", period)
        is_kind = huishouden.members("is_kind", period)
        # Whoever comes of age within the year counts for all of it.
        geboortejaar = 1970 + huishouden.members("geboortemaand", period) // 12
        minderjarig = (
            period.start.year - geboortejaar < parameters(period).awir.toekenning.meerderjarig
        )
        meerderjarig = ~huishouden.any(minderjarig & ~is_kind)
        gemeenschappelijk = huishouden.members("beide_ouders", period)
        minderjarig_kind = is_kind & huishouden.members("is_minderjarig_op_nieuwjaarsdag", period)
        contract = samenleving == Samenleving.samenlevingscontract
        return huishouden("heeft_partner", period) & (
            (samenleving == Samenleving.gehuwd)
            | (meerderjarig & (contract | huishouden.any(minderjarig_kind)))
            | huishouden.any(gemeenschappelijk)
        )


class belastbaar_inkomen_box3(Variable):
    value_type = float
    entity = Persoon
    definition_period = YEAR
    label = "Belastbaar inkomen uit sparen en beleggen; fiscale partners ieder de helft"
    reference = "Wet inkomstenbelasting 2001, art. 5.1, 5.2, 5.3 en 5.5"

    def formula(persoon, period, parameters):
        box3 = parameters(period).inkomstenbelasting.box3
        partners = persoon.huishouden("fiscale_partners", period) & ~persoon("is_kind", period)
        aantal = where(partners, 2, 1)

        def samen(naam: str) -> NDArray:
            return samen_met_partner(persoon, period, persoon(naam, period), partners)

        bank, overig = samen("banktegoeden"), samen("overige_bezittingen")
        schulden = maximum(samen("schuld") - aantal * box3.schuldendrempel, 0)
        rendementsgrondslag = bank + overig - schulden
        grondslag = maximum(rendementsgrondslag - aantal * box3.heffingvrij_vermogen, 0)
        rendement = maximum(
            box3.rendement_banktegoeden * bank
            + box3.rendement_overige_bezittingen * overig
            - box3.rendement_schulden * schulden,
            0,
        )
        boven_nul = where(grondslag > 0, rendementsgrondslag, 1)
        return rendement / boven_nul * grondslag / aantal


class verzamelinkomen(Variable):
    value_type = float
    entity = Persoon
    definition_period = YEAR
    label = "Het inkomen van alle boxen samen"
    reference = "Wet inkomstenbelasting 2001, art. 2.18"

    def formula(persoon, period):
        box1 = persoon("belastbaar_inkomen_box1_per_jaar", period)
        return box1 + persoon("belastbaar_inkomen_box3", period)

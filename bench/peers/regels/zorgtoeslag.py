"""Wet op de zorgtoeslag."""

from numpy import floor, maximum, where
from openfisca_core.model_api import MONTH, Variable

from afronding import rekenkundig
from entiteiten import Huishouden, Persoon


class is_verzekerde(Variable):
    value_type = bool
    entity = Persoon
    definition_period = MONTH
    label = "Verzekerde, vanaf de maand na de maand waarin hij 18 wordt"
    reference = "Wet op de zorgtoeslag, art. 1, lid 1, onderdeel c"

    def formula(persoon, period, parameters):
        meerderjarig = parameters(period).awir.toekenning.meerderjarig
        oud_genoeg = persoon("maanden_oud", period) > meerderjarig * 12
        return persoon("zorgverzekerd", period) & oud_genoeg


class aanspraak_op_zorgtoeslag(Variable):
    value_type = float
    entity = Persoon
    definition_period = MONTH
    label = "Zorgtoeslag per jaar naar het inkomen, met die van de toeslagpartner; niet afgerond"
    reference = "Wet op de zorgtoeslag, art. 2, lid 1 tot en met 4"

    def formula(persoon, period, parameters):
        zorgtoeslag = parameters(period).zorgtoeslag.zorgtoeslag
        partners = persoon.huishouden("toeslagpartners", period)
        drempelpercentage = where(
            partners,
            zorgtoeslag.drempelpercentage_met_toeslagpartner,
            zorgtoeslag.drempelpercentage_zonder_toeslagpartner,
        )
        inkomen = persoon("gezamenlijk_toetsingsinkomen", period)
        boven_de_drempel = maximum(inkomen - zorgtoeslag.drempelinkomen, 0)
        normpremie = (
            drempelpercentage * zorgtoeslag.drempelinkomen
            + zorgtoeslag.afbouwpercentage * boven_de_drempel
        )
        premie = where(partners, 2, 1) * zorgtoeslag.standaardpremie
        een_verzekerd = persoon.huishouden("verzekerde_hoofdbewoners", period) == 1
        deel = where(partners & een_verzekerd, zorgtoeslag.deel_bij_onverzekerde_toeslagpartner, 1)
        return deel * maximum(premie - normpremie, 0)


class verzekerde_hoofdbewoners(Variable):
    value_type = int
    entity = Huishouden
    definition_period = MONTH
    label = "Hoeveel van de aanvrager en de partner verzekerde zijn"

    def formula(huishouden, period):
        hoofdbewoner = ~huishouden.members("is_kind", period)
        return huishouden.sum(huishouden.members("is_verzekerde", period) & hoofdbewoner)


class heeft_recht_op_zorgtoeslag(Variable):
    value_type = bool
    entity = Persoon
    definition_period = MONTH
    label = "De aanvrager of de partner heeft recht; van twee toeslagpartners een van beiden"
    reference = [
        "Wet op de zorgtoeslag, art. 2, lid 1, en art. 3, lid 1",
        "Algemene wet inkomensafhankelijke regelingen, art. 14, lid 2 en 5",
    ]

    def formula(persoon, period, parameters):
        zorgtoeslag = parameters(period).zorgtoeslag.zorgtoeslag
        partners = persoon.huishouden("toeslagpartners", period)
        een_verzekerd = persoon.huishouden("verzekerde_hoofdbewoners", period) == 1
        belanghebbende = (
            persoon("is_verzekerde", period)
            & ~persoon("is_kind", period)
            & (~partners | een_verzekerd | persoon("is_aanvrager", period))
        )
        vermogensgrens = where(
            partners,
            zorgtoeslag.vermogensgrens_met_toeslagpartner,
            zorgtoeslag.vermogensgrens_zonder_toeslagpartner,
        )
        vermogen = persoon("gezamenlijke_rendementsgrondslag", period)
        toeslag = rekenkundig(persoon("aanspraak_op_zorgtoeslag", period))
        ondergrens = parameters(period).awir.toekenning.ondergrens
        return belanghebbende & (vermogen <= vermogensgrens) & (toeslag >= ondergrens)


class zorgtoeslag_per_maand(Variable):
    value_type = float
    entity = Huishouden
    definition_period = MONTH
    label = "Zorgtoeslag van de aanvrager en de partner, zoals uitbetaald"
    reference = "Algemene wet inkomensafhankelijke regelingen, art. 14, lid 4, en art. 22, lid 1"

    def formula(huishouden, period):
        per_jaar = rekenkundig(huishouden.members("aanspraak_op_zorgtoeslag", period))
        recht = huishouden.members("heeft_recht_op_zorgtoeslag", period)
        return huishouden.sum(recht * floor(per_jaar / 12))

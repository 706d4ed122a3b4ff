"""Wet inkomstenbelasting 2001, chapters 2 and 3, and the premie volksverzekeringen."""

from numpy import clip, datetime64, floor, maximum, select, where
from openfisca_core.model_api import YEAR, Variable

from entiteiten import Persoon


class belastbaar_inkomen_box1_per_jaar(Variable):
    value_type = float
    entity = Persoon
    definition_period = YEAR
    label = "Belastbaar inkomen uit werk"
    reference = "Wet inkomstenbelasting 2001, art. 3.1, 3.80 en 3.81"

    def formula(persoon, period):
        belastbaar_loon = persoon("loon", period) - persoon("pensioenpremie", period)
        return (
            belastbaar_loon
            + persoon("pensioen", period)
            + persoon("uitkering", period)
            + persoon("aow_per_jaar", period)
        )


class is_geboren_voor_1946(Variable):
    value_type = bool
    entity = Persoon
    definition_period = YEAR
    label = "Geboren voor 1946: de eerste schijf is langer"
    reference = "Wet inkomstenbelasting 2001, art. 2.10a, lid 1"

    def formula(persoon, period):
        return persoon("geboortedatum", period) < datetime64("1946-01-01")


class belasting_volgens_de_tabel(Variable):
    value_type = float
    entity = Persoon
    definition_period = YEAR
    label = "Belasting zonder premie"
    reference = "Wet inkomstenbelasting 2001, art. 2.10, lid 1, en art. 2.10a, lid 1"

    # A scale of OpenFisca works the tax of a full bracket out; the law names it, in whole euros.
    def formula(persoon, period, parameters):
        box1 = parameters(period).inkomstenbelasting.box1
        inkomen = persoon("belastbaar_inkomen_box1_per_jaar", period)
        oud = persoon("is_geboren_voor_1946", period)
        eerste = where(oud, box1.einde_eerste_schijf_voor_1946, box1.einde_eerste_schijf)
        tweede = box1.einde_tweede_schijf
        over_eerste = where(
            oud, box1.belasting_eerste_schijf_voor_1946, box1.belasting_eerste_schijf
        )
        over_tweede = where(
            oud, box1.belasting_tweede_schijf_voor_1946, box1.belasting_tweede_schijf
        )
        return select(
            [inkomen <= eerste, inkomen <= tweede],
            [
                box1.tarief_eerste_schijf * maximum(inkomen, 0),
                over_eerste + box1.tarief_tweede_schijf * (inkomen - eerste),
            ],
            over_tweede + box1.tarief_derde_schijf * (inkomen - tweede),
        )


class premie_volksverzekeringen(Variable):
    value_type = float
    entity = Persoon
    definition_period = YEAR
    label = "Premie AOW, Anw en Wlz"
    reference = [
        "Wet financiering sociale verzekeringen, art. 8, 10 en 11",
        "Regeling Wfsv, art. 2.6 en 2.7",
    ]

    def formula(persoon, period, parameters):
        box1 = parameters(period).inkomstenbelasting.box1
        premie = parameters(period).volksverzekeringen.premie
        oud = persoon("is_geboren_voor_1946", period)
        eerste = where(oud, box1.einde_eerste_schijf_voor_1946, box1.einde_eerste_schijf)
        inkomen = clip(persoon("belastbaar_inkomen_box1_per_jaar", period), 0, eerste)
        maanden = persoon("maanden_voor_aow", period)
        procenten = premie.anw + premie.wlz + premie.aow * maanden / 12
        return inkomen * (floor(procenten * 100) / 100) / 100


class belasting_box1_voor_kortingen_per_jaar(Variable):
    value_type = float
    entity = Persoon
    definition_period = YEAR
    label = "Belasting en premie in box 1"
    reference = "Wet inkomstenbelasting 2001, art. 2.7, lid 1, en art. 9.1, lid 3"

    def formula(persoon, period):
        belasting = persoon("belasting_volgens_de_tabel", period)
        return belasting + persoon("premie_volksverzekeringen", period)

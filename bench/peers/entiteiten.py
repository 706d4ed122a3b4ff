"""Who the rules are about: persons, and the households they live in."""

from openfisca_core.entities import build_entity

Persoon = build_entity(key="persoon", plural="personen", label="Persoon", is_person=True)

Huishouden = build_entity(
    key="huishouden",
    plural="huishoudens",
    label="Huishouden in een huurwoning",
    roles=[
        {"key": "aanvrager", "label": "Aanvrager", "max": 1},
        {"key": "partner", "label": "Partner", "max": 1},
        {"key": "kind", "plural": "kinderen", "label": "Kind van de aanvrager"},
    ],
)

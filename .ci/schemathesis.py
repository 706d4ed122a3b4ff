"""What a schema cannot say of a household, put right in those that should be accepted: days on which there are
amounts, births before them, a name of its own for everybody. Without it most households made from the schema are
refused, and hardly any answer is looked at. What should be refused stays as it was made."""

import schemathesis
from schemathesis import GenerationMode


def dictionaries(items):
    return [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []


OUTCOMES = [
    "zorgtoeslag_per_maand",
    "huurtoeslag_per_maand",
    "kinderopvangtoeslag_per_maand",
    "bijstand_per_maand",
    "toetsingsinkomen_per_jaar",
    "netto_besteedbaar_inkomen_per_jaar",
]


def options(query, at):
    """Of the options, what depends on the household or on the rules."""
    if "datum" in query:
        query["datum"] = "2025-09-01"
    # Whether a fact is still open, and who somebody is.
    query.pop("weet_niet", None)
    query.pop("persoon", None)
    if "uitkomst" in query:
        query["uitkomst"] = OUTCOMES[at % len(OUTCOMES)]
    if "van" in query:
        query["van"] = str(at % 20)
    if "tot" in query:
        query["tot"] = str(21 + at % 19)


@schemathesis.hook
def before_call(context, case, kwargs):
    if case.meta is None or case.meta.generation.mode != GenerationMode.POSITIVE:
        return
    if isinstance(case.query, dict):
        options(case.query, at=len(str(case.body)))
    body = case.body
    if not isinstance(body, dict) or not isinstance(body.get("huishouden"), dict):
        return
    body["rekendatum"] = "2026-01-15"
    household = body["huishouden"]
    if "gemeente" in household:
        household["gemeente"] = ["Tilburg", "GM0193", "Den Haag"][len(str(household)) % 3]
    partner = False
    for at, person in enumerate(dictionaries(household.get("personen"))):
        person["naam"] = f"Naam {at}"
        person["ouders"] = []
        year = 1925 + (len(str(person)) * 37 + at) % 75
        if person.get("rol") == "kind":
            year = 2005 + (len(str(person)) + at) % 20
        person["geboortedatum"] = f"{year}-0{1 + at % 9}-15"
        if person.get("rol") == "partner":
            if partner:
                person["rol"] = "medebewoner"
                person.pop("samenleving", None)
            partner = True
        for key, value in list(person.items()):
            if isinstance(value, float):
                person[key] = round(value, 2)
        for care in dictionaries(person.get("opvang")):
            for key, value in list(care.items()):
                if isinstance(value, float):
                    care[key] = round(value, 2)
    for part in (household, household.get("woning")):
        for key, value in list(part.items()) if isinstance(part, dict) else []:
            if isinstance(value, float):
                part[key] = round(value, 2)

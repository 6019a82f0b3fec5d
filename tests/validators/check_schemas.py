#!/usr/bin/env python3
"""Validata, the engine behind schema.data.gouv.fr: every table obeys its schema; of the public schemas the valid example is valid, and the
invalid one is not.

Usage: check_schemas.py SITE
One line `OK …` or `FAIL …` for each; exit 0 if all hold.
"""
import pathlib
import sys

from validata_core import resource_service, validation_service

site = pathlib.Path(sys.argv[1])
failed = False


def errors(table, schema):
    source = resource_service.from_file_content(str(table), table.read_bytes())
    report = validation_service.validate_resource(source, str(schema), True).to_dict()
    return [f"row {one.get('rowNumber')}, {one.get('fieldName')}: {one.get('message')}" for one in report["errors"]]


def tell(name, faults):
    global failed
    for fault in faults[:10]:
        print(f"FAIL schemas: {name}: {' '.join(str(fault).split())[:250]}")
    if not faults:
        print(f"OK schemas: {name}")
    failed |= bool(faults)


schemas = sorted(site.rglob("schemas/*.schema.json"))
if not schemas:
    tell("schemas", [f"none below {site}"])
for schema in schemas:
    table = schema.parent.parent / f"{schema.name.removesuffix('.schema.json')}.csv"
    tell(table.relative_to(site), errors(table, schema))
for folder in sorted((site / "schema").iterdir()):
    schema = folder / "schema.json"
    tell(f"{folder.name}: valid example", errors(folder / "exemple-valide.csv", schema))
    tell(f"{folder.name}: invalid example", [] if errors(folder / "exemple-invalide.csv", schema) else ["is valid"])
for table in sorted([*site.glob("consultations/*/data/contributions.csv"), site / "data/consultations.csv"]):
    tell(f"{table.relative_to(site)}, by the public schema", errors(table, site / "schema" / table.stem / "schema.json"))
sys.exit(failed)

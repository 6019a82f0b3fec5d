#!/usr/bin/env python3
"""Each data package of an archive, read by frictionless: rows, types, keys, sizes and digests.

Usage: check_tables.py SITE
One line `OK …` or `FAIL …` for each package; exit 0 if all are valid.
"""
import pathlib
import sys

from frictionless import Package, system

site = pathlib.Path(sys.argv[1])
packages = sorted([*site.glob("consultations/*/data/datapackage.json"), site / "data/datapackage.json"])
failed = not packages
if failed:
    print(f"FAIL tables: no datapackage.json below {site}")
for path in packages:
    with system.use_context(trusted=True):
        report = Package(str(path)).validate()
    errors = [f"{task.name}: {error.message}" for task in report.tasks for error in task.errors] + [error.message for error in report.errors]
    # No table is without a description; the dictionary is one itself.
    described = {pathlib.PurePosixPath(resource.path).name for resource in Package(str(path)).resources if resource.path}
    errors += [f"{table.name} is described nowhere" for table in sorted(path.parent.glob("*.csv")) if table.name not in {*described, "dictionary.csv"} and not table.name.endswith("-spreadsheet.csv")]
    for error in errors[:20]:
        print(f"FAIL tables: {path.relative_to(site)}: {error}")
    if not errors:
        print(f"OK tables: {path.relative_to(site)}: {len(report.tasks)} tables")
    failed |= bool(errors)
sys.exit(bool(failed))

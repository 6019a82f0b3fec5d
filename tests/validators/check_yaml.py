#!/usr/bin/env python3
"""What `greffe schema` prints is a JSON Schema that the YAML of this repository fits, and that a misspelt key does not.

Usage: check_yaml.py GREFFE ROOT
One line `OK …` or `FAIL …` for each file; exit 0 if all fit.
"""
import json
import pathlib
import re
import subprocess
import sys

import yaml
from jsonschema.validators import validator_for


class Plain(yaml.SafeLoader):
    """YAML 1.2 as greffe reads it: dates, `on` and `off` are texts."""


Plain.yaml_implicit_resolvers = {}
for tag, form, first in [
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?[0-9]+\.[0-9]*", "-+0123456789"),
]:
    Plain.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{form})$"), list(first))

greffe, root = sys.argv[1], pathlib.Path(sys.argv[2])
sources = {
    "archive": [root / "content/archive.yaml"],
    "consultation": sorted(root.glob("content/consultations/*/consultation.yaml")),
    "profile": sorted(root.glob("src/import/profiles/*.yaml")),
    "outcomes": sorted(root.glob("content/consultations/*/outcomes.yaml")),
    "timeline": sorted(root.glob("content/consultations/*/timeline.yaml")),
    "workshops": sorted(root.glob("content/consultations/*/workshops.yaml")),
}
failed = False
for name, files in sources.items():
    schema = json.loads(subprocess.run([greffe, "schema", name], check=True, capture_output=True).stdout)
    kind = validator_for(schema)
    kind.check_schema(schema)
    validator = kind(schema)
    for file in files:
        value = yaml.load(file.read_text(encoding="utf-8"), Plain)
        faults = [f"{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}" for error in validator.iter_errors(value)]
        misspelt = [{**value[0], "titel": "misspelt"}] if isinstance(value, list) else {**value, "titel": "misspelt"}
        if not faults and validator.is_valid(misspelt):
            faults = ["a misspelt key is taken"]
        for fault in faults[:10]:
            print(f"FAIL yaml: {file.relative_to(root)}: {fault}")
        if not faults:
            print(f"OK yaml: {file.relative_to(root)}")
        failed |= bool(faults)
    if not files:
        print(f"FAIL yaml: no {name} to look at")
        failed = True
sys.exit(failed)

#!/usr/bin/env python3
"""The catalogue, read by rdflib without a network: both forms say the same, and what they say of files is true of the files.

Usage: check_catalogue.py SITE
One line `OK …` or `FAIL …` for each thing; exit 0 if all hold.
"""
import hashlib
import pathlib
import sys
import urllib.parse

from rdflib import Graph, Namespace
from rdflib.compare import graph_diff, to_isomorphic
from rdflib.namespace import DCAT, RDF

SPDX = Namespace("http://spdx.org/rdf/terms#")
site = pathlib.Path(sys.argv[1])
turtle, json_ld = (Graph().parse(site / f"catalog.{extension}") for extension in ("ttl", "jsonld"))
failed = False


def tell(name, faults):
    global failed
    for fault in faults[:20]:
        print(f"FAIL catalogue: {fault}")
    if not faults:
        print(f"OK catalogue: {name}")
    failed |= bool(faults)


_, here, there = graph_diff(to_isomorphic(turtle), to_isomorphic(json_ld))
differences = [f"only in {name}: {' '.join(term.n3() for term in triple)}" for name, graph in (("Turtle", here), ("JSON-LD", there)) for triple in graph]
tell(f"{len(turtle)} triples, the same in Turtle and JSON-LD", differences)

catalogue = next(turtle.subjects(RDF.type, DCAT.Catalog), None)
datasets = set(turtle.objects(catalogue, DCAT.dataset))
folders = {path.name for path in (site / "consultations").iterdir() if path.is_dir()}
tell(f"{len(datasets)} datasets, one for each consultation", [] if len(datasets) == len(folders) else [f"{len(datasets)} datasets, {len(folders)} consultations"])

faults, checked = [], 0
for distribution in sorted(turtle.subjects(RDF.type, DCAT.Distribution)):
    address = turtle.value(distribution, DCAT.downloadURL)
    tail = urllib.parse.unquote(urllib.parse.urlsplit(str(address)).path).split("consultations/", 1)[-1]
    file = site / "consultations" / tail
    if not file.is_file():
        faults.append(f"{address}: no such file")
        continue
    data = file.read_bytes()
    size = turtle.value(distribution, DCAT.byteSize)
    digest = turtle.value(turtle.value(distribution, SPDX.checksum), SPDX.checksumValue)
    if size is None or int(size) != len(data):
        faults.append(f"{address}: {size} bytes said, {len(data)} found")
    if digest is not None and str(digest).lower() != hashlib.sha256(data).hexdigest():
        faults.append(f"{address}: the digest is another file's")
    checked += 1
tell(f"{checked} files with the size (and the digest, where one is given) it says", faults if checked else [*faults, "no distribution"])
sys.exit(failed)

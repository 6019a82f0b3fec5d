#!/usr/bin/env python3
"""The catalogues, read by rdflib without a network: all forms of one say the same, and what they say of files is true of the files.

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
turtle = Graph().parse(site / "catalog.ttl")
failed = False


def tell(name, faults):
    global failed
    for fault in faults[:20]:
        print(f"FAIL catalogue: {fault}")
    if not faults:
        print(f"OK catalogue: {name}")
    failed |= bool(faults)


for name, extensions in (("catalog", ("jsonld", "rdf")), ("harvest", ("jsonld",))):
    first = Graph().parse(site / f"{name}.ttl")
    for extension in extensions:
        _, here, there = graph_diff(to_isomorphic(first), to_isomorphic(Graph().parse(site / f"{name}.{extension}", format={"rdf": "xml"}.get(extension))))
        parts = (("Turtle", here), (extension, there))
        differences = [f"{name}: only in {form}: {' '.join(term.n3() for term in triple)}" for form, graph in parts for triple in graph]
        tell(f"{len(first)} triples of {name}, the same in Turtle and {extension}", differences)

catalogue = next(turtle.subjects(RDF.type, DCAT.Catalog), None)
datasets = set(turtle.objects(catalogue, DCAT.dataset))
folders = {path.name for path in (site / "consultations").iterdir() if (path / "data").is_dir()}
wanted = len(folders) + (len(folders) > 1)
tell(f"{len(datasets)} datasets, one for each consultation and one for all", [] if len(datasets) == wanted else [f"{len(datasets)} datasets, {len(folders)} consultations"])

faults, checked = [], 0
for distribution in sorted(turtle.subjects(RDF.type, DCAT.Distribution)):
    address = turtle.value(distribution, DCAT.downloadURL)
    file = site / urllib.parse.unquote(urllib.parse.urlsplit(str(address)).path).lstrip("/")
    if not file.is_file():
        faults.append(f"{address}: no such file")
        continue
    data = file.read_bytes()
    size = turtle.value(distribution, DCAT.byteSize)
    digest = turtle.value(turtle.value(distribution, SPDX.checksum), SPDX.checksumValue)
    if size is None or int(size) != len(data):
        faults.append(f"{address}: {size} bytes said, {len(data)} found")
    if digest is not None and str(digest).lower() != hashlib.sha512(data).hexdigest():
        faults.append(f"{address}: the digest is another file's")
    checked += 1
tell(f"{checked} files with the size (and the digest, where one is given) it says", faults if checked else [*faults, "no distribution"])
sys.exit(failed)

#!/usr/bin/env python3
"""The citations and feeds of a built archive are read by programs that others wrote: BibTeX and RIS parsers, JSON, an XML parser.

Usage: check_citations.py SITE
One line `OK …` or `FAIL …` for each file; exit 0 if all are read and agree.
"""
import json
import pathlib
import sys
import xml.etree.ElementTree as xml

import bibtexparser
import rispy

site = pathlib.Path(sys.argv[1])
failed = False


def tell(path, fault):
    global failed
    failed |= bool(fault)
    print(f"{'FAIL' if fault else 'OK'} citations: {path.relative_to(site)}{': ' + fault if fault else ''}")


ATOM = "{http://www.w3.org/2005/Atom}"
consultations = sorted(path.parent for path in site.glob("consultations/*/citations.json"))
for folder in consultations:
    works = json.loads((folder / "citations.json").read_text(encoding="utf-8"))
    ids = [work["id"] for work in works]
    tell(folder / "citations.json", "" if works and len(set(ids)) == len(ids) else "no works, or an id twice")
    parsed = bibtexparser.parse_string((folder / "citations.bib").read_text(encoding="utf-8"))
    named = all({"title", "author", "url"} <= entry.fields_dict.keys() for entry in parsed.entries)
    same = not parsed.failed_blocks and [entry.key for entry in parsed.entries] == ids and named
    tell(folder / "citations.bib", "" if same else f"{len(parsed.entries)} entries, {len(parsed.failed_blocks)} not read, {len(ids)} works, or one without title or author")
    records = rispy.loads((folder / "citations.ris").read_text(encoding="utf-8"))
    same = [record.get("id") for record in records] == ids and all(record.get("title") and record.get("urls") for record in records)
    tell(folder / "citations.ris", "" if same else f"{len(records)} records, {len(ids)} works, or one without title or address")
for feed in sorted(site.glob("**/*.xml")):
    root = xml.parse(feed).getroot()
    entries = root.findall(f"{ATOM}entry")
    whole = all(entry.find(f"{ATOM}{name}") is not None for entry in entries for name in ("title", "id", "updated", "link"))
    tell(feed, "" if root.tag != f"{ATOM}feed" or (entries and whole) else "an entry lacks title, id, date or link")
if not consultations:
    print("FAIL citations: no consultation has any")
    failed = True
sys.exit(failed)

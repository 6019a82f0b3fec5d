"""What an archive of hostile input must not hold. python check_attack.py SITE

Every page is parsed again: only known elements, no event attribute, no scheme but http, https and mailto, one skeleton; every JSON block and
XML file is whole; no cell of a file for spreadsheets starts a formula; names of files are portable. One line OK or FAIL for each sort."""
import csv
import html.parser
import io
import json
import pathlib
import re
import sys
import xml.etree.ElementTree

site = pathlib.Path(sys.argv[1])
faults = {}


def fault(sort, what):
    faults.setdefault(sort, []).append(what)


NEVER = {"iframe", "object", "embed", "applet", "frame", "frameset", "base", "math", "template", "noembed", "noframes", "xmp", "plaintext", "marquee", "textarea", "form", "input", "style", "img"}


def chip(tag, attributes):
    """The only fields pages have of their own: chips that choose a side of a debate."""
    found = dict(attributes)
    found.pop("checked", None)
    return tag == "input" and found.pop("value", "") in ("all", "for", "against", "none") and found == {"name": "side", "type": "radio"}


class Page(html.parser.HTMLParser):
    def __init__(self, name):
        super().__init__(convert_charrefs=True)
        self.name, self.block, self.bodies, self.ended = name, None, 0, False

    def handle_starttag(self, tag, attributes):
        if tag in NEVER and not chip(tag, attributes):
            fault("elements", f"{self.name}: <{tag}>")
        self.bodies += tag == "body"
        for key, value in attributes:
            if key.startswith("on") or key in ("style", "srcdoc", "formaction", "ping"):
                fault("attributes", f"{self.name}: {key}")
            if key in ("href", "src", "action"):
                scheme = re.match(r"[\x00-\x20]*([a-z][a-z0-9+.-]*):", (value or "").lower())
                if scheme and scheme[1] not in ("http", "https", "mailto"):
                    fault("addresses", f"{self.name}: {value[:60]!r}")
        if tag == "script":
            self.block = "" if dict(attributes).get("type", "").endswith("json") else None
            if self.block is None and "src" not in dict(attributes):
                fault("scripts", self.name)

    def handle_data(self, data):
        if self.block is not None:
            self.block += data

    def handle_endtag(self, tag):
        if tag == "script" and self.block is not None:
            try:
                json.loads(self.block)
            except ValueError:
                fault("json blocks", self.name)
            self.block = None
        self.ended = tag == "html"


seen = {"elements": 0, "json and xml": 0, "formulas": 0, "names": 0}
lower = set()
for path in sorted(path for path in site.rglob("*") if path.is_file()):
    name = path.relative_to(site).as_posix()
    seen["names"] += 1
    if not re.fullmatch(r"[A-Za-z0-9._~/-]+", name) or name.lower() in lower or len(name) > 240:
        fault("names", name)
    lower.add(name.lower())
    if path.suffix == ".html":
        seen["elements"] += 1
        page = Page(name)
        page.feed(path.read_text(encoding="utf-8"))
        page.close()
        if page.bodies != 1 or "\0" in path.read_text(encoding="utf-8"):
            fault("skeleton", name)
    elif path.suffix in (".json", ".jsonld", ".geojson"):
        seen["json and xml"] += 1
        try:
            json.loads(path.read_text(encoding="utf-8"))
        except ValueError as error:
            fault("json and xml", f"{name}: {error}")
    elif path.suffix in (".xml", ".rdf"):
        seen["json and xml"] += 1
        try:
            xml.etree.ElementTree.parse(path)
        except xml.etree.ElementTree.ParseError as error:
            fault("json and xml", f"{name}: {error}")
    elif name.endswith("-spreadsheet.csv"):
        for row in csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline=""), delimiter=";"):
            for cell in row:
                seen["formulas"] += 1
                if re.match(r"[\s\u00a0]*[=+\-@\uff1d\uff0b\uff0d\uff20|%]|[\t\r]", cell) and not re.fullmatch(r"[+-]?\d+([.,]\d+)?([eE][+-]?\d+)?", cell.strip()):
                    fault("formulas", f"{name}: {cell[:50]!r}")
for sort in ["elements", "attributes", "addresses", "scripts", "skeleton", "json blocks", "json and xml", "formulas", "names"]:
    found = faults.get(sort, [])
    print(f"FAIL {sort}: {len(found)}, as {found[0]}" if found else f"OK {sort} ({seen.get(sort, seen['elements'])} looked at)")
    for one in found[1:5]:
        print("     ", one)
sys.exit(1 if faults else 0)

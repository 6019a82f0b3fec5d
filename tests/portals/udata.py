#!/usr/bin/env python3
"""A fake of data.gouv.fr's API (udata 17.18, `/api/1`) on loopback: udata.py --port 0 --key SECRET

It holds everything in memory and answers as udata does, the odd answers included; each rule names
the file of udata it comes from. `real_udata.py`, beside this file, runs udata itself: the two were
compared request by request. Faults and what tests may ask: `faults.py`.

Where it knowingly differs from udata:

- sentences of 401 and 404 answers are shorter; a status and the shape of a body are what counts;
- uploaded files are served from this process, so their URLs are local; other local URLs are
  refused as in production (udata uris.py);
- dates are read in ISO form only (udata uses dateutil, which reads many more);
- any top-level domain but the reserved ones is real; `--tld` lists reserved ones to accept, by
  default `example`, which the portal itself refuses;
- `X-Fields` masks, facets, badges and the like are not there.
"""
import copy
import datetime
import hashlib
import ipaddress
import json
import os.path
import re
import secrets
import unicodedata
import uuid

import faults
from faults import Response

# core/dataset/constants.py
FREQUENCIES = """continuous oneMinute fiveMinutes tenMinutes fifteenMinutes thirtyMinutes hourly bihourly trihourly
    twelveHours severalTimesADay threeTimesADay semidaily daily fiveTimesAWeek threeTimesAWeek semiweekly weekly biweekly
    threeTimesAMonth semimonthly monthly bimonthly quarterly threeTimesAYear semiannual annual biennial triennial
    quadrennial quinquennial decennial bidecennial tridecennial punctual irregular never notPlanned other unknown""".split()
LEGACY_FREQUENCIES = {"realtime": "continuous", "fourTimesADay": "severalTimesADay", "fourTimesAWeek": "other",
                      "fortnighly": "biweekly", "biannual": "semiannual"}
WITHOUT_PERIOD = {"continuous", "punctual", "irregular", "never", "notPlanned", "other"}
RESOURCE_TYPES = ["main", "documentation", "update", "api", "code", "other"]
FILETYPES = ["file", "remote"]
CHECKSUM_TYPES = ["sha1", "sha2", "sha256", "md5", "crc"]
CLOSED_FORMATS = {"pdf", "doc", "docx", "word", "xls", "excel", "xlsx"}
TITLE_LIMIT, DESCRIPTION_LIMIT, SHORT_LIMIT = 350, 100_000, 200
# core/access_type/constants.py
ACCESS_TYPES = ["open", "open_with_account", "restricted"]
# core/contact_point/models.py
CONTACT_ROLES = ["contact", "creator", "publisher", "rightsHolder", "custodian", "distributor", "originator",
                 "principalInvestigator", "processor", "resourceProvider", "user"]
# settings.py
TAG_LENGTHS = (3, 96)
LONG_DESCRIPTION = 100
ARCHIVES = "tar gz tgz rar zip 7z xz bz2".split()
EXTENSIONS = ARCHIVES + """csv txt json pdf xml rtf xsd ods odt odp odg xls xlsx doc docx pps ppt jpeg jpg jpe gif png dwg
    svg tiff ecw svgz jp2 webp shp kml kmz gpx shx ovr geojson gpkg grib2 rdf ttl n3 dbf prj sql sqlite db epub sbn sbx
    cpg lyr owl dxf ics ssim other""".split()
# What a file is served as, by its extension (flask_storage/files.py asks the machine; these are usual answers).
MIMES = {"csv": "text/csv", "txt": "text/plain", "json": "application/json", "pdf": "application/pdf", "xml": "application/xml",
         "geojson": "application/geo+json", "gpkg": "application/geopackage+sqlite3", "zip": "application/zip",
         "ttl": "text/turtle", "n3": "text/n3", "rdf": "application/rdf+xml", "svg": "image/svg+xml", "png": "image/png",
         "jpg": "image/jpeg", "html": "text/html", "htm": "text/html", "ods": "application/vnd.oasis.opendocument.spreadsheet",
         "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "gz": "application/gzip"}

LICENCES = [
    ("notspecified", "License Not Specified", None),
    ("lov2", "Licence Ouverte / Open Licence version 2.0", "https://www.etalab.gouv.fr/licence-ouverte-open-licence"),
    ("fr-lo", "Licence Ouverte / Open Licence", "https://www.etalab.gouv.fr/wp-content/uploads/2014/05/Licence_Ouverte.pdf"),
    ("odc-odbl", "Open Data Commons Open Database License (ODbL)", "http://opendatacommons.org/licenses/odbl/summary/"),
    ("odc-by", "Open Data Commons Attribution License", "http://opendatacommons.org/licenses/by/summary/"),
    ("odc-pddl", "Open Data Commons Public Domain Dedication and Licence (PDDL)",
     "http://opendatacommons.org/licenses/pddl/summary/"),
    ("cc-by", "Creative Commons Attribution", "http://www.opendefinition.org/licenses/cc-by"),
    ("cc-by-sa", "Creative Commons Attribution Share-Alike", "http://www.opendefinition.org/licenses/cc-by-sa"),
    ("cc-zero", "Creative Commons CCZero", "http://www.opendefinition.org/licenses/cc-zero"),
    ("other-at", "Other (Attribution)", None),
    ("other-open", "Other (Open)", None),
    ("other-pd", "Other (Public Domain)", None),
]
LEVELS = [("country", "Country"), ("fr:region", "French region"), ("fr:departement", "French county"),
          ("fr:epci", "French intermunicipal (EPCI)"), ("fr:commune", "French town")]
GRANULARITIES = LEVELS + [("poi", "POI"), ("other", "Other")]
ZONES = [("country", "fr", "France"), ("fr:region", "52", "Pays de la Loire"), ("fr:departement", "44", "Loire-Atlantique"),
         ("fr:epci", "244400404", "Nantes Métropole"), ("fr:commune", "44109", "Nantes"), ("fr:commune", "75056", "Paris")]
SCHEMAS = {"scdl/catalogue": "0.1.3", "scdl/deliberations": "2.1.5"}
SCHEMA_HOST = "https://schema.data.gouv.fr/schemas"
RESERVED_TLDS = {"test", "example", "invalid", "localhost", "local", "localdomain", "internal", "lan", "home", "corp",
                 "intranet", "private", "onion", "alt"}

REQUIRED = "This field is required."
CHOICE = "Not a valid choice."
KEEP = object()


class Answer(Exception):
    """Ends a request with this status and body."""

    def __init__(self, status, body, headers=None):
        super().__init__(status, body)
        self.response = Response(status, body, headers or {})


def refuse(status, message):
    """api/__init__.py: an abort has one `message`."""
    return Answer(status, {"message": message})


def invalid(errors):
    """api/__init__.py `validate`: what forms refuse, field by field, without a `message`."""
    return Answer(400, {"errors": errors})


def unsound(what, field, error, path=None):
    """api/__init__.py `handle_validation_error`: what the model refuses after the forms were content."""
    detail = f"{path}.{error}" if path else error
    return Answer(400, {"errors": {field: {path: error} if path else error},
                        "message": f"ValidationError ({what}) ({detail}: ['{field}'])"})


def broken():
    """What udata answers where its code fails: the client cannot tell it from a passing fault."""
    return refuse(500, "Internal Server Error")


def now():
    return datetime.datetime.now(datetime.UTC).isoformat()


def new_id():
    return f"{int(datetime.datetime.now().timestamp()):08x}{secrets.token_hex(8)}"


# ---------------------------------------------------------------- text

def slug(text, safe="", limit=None):
    """awesome-slugify as udata uses it (tags.py, mongo/slug_fields.py, core/storages/utils.py), for Latin letters."""
    if not isinstance(text, str):
        raise broken()
    folded = text.replace("œ", "oe").replace("Œ", "oe").replace("æ", "ae").replace("Æ", "ae").replace("ß", "ss")
    folded = folded.replace("’", "'").replace("'", "")
    folded = unicodedata.normalize("NFKD", folded).encode("ascii", "ignore").decode().lower()
    words = [word for word in re.split(f"[^a-z0-9{re.escape(safe)}]+", folded) if word]
    out = ""
    for word in words:
        joined = f"{out}-{word}" if out else word
        if out and limit and len(joined) > limit:
            continue
        out = joined
    return out[:limit]


def day(text):
    """forms/fields.py DateRangeField; a missing month or day is today's, as dateutil has it."""
    match = re.fullmatch(r"(\d{4})(?:-(\d\d?)(?:-(\d\d?)(?:[T ].*)?)?)?", text.strip())
    if not match:
        raise ValueError("Unknown string format: %s")
    today = datetime.date.today()
    year, month, number = (int(part) if part else given for part, given in zip(match.groups(), (0, today.month, today.day)))
    return datetime.date(year, month, number).isoformat()


def instant(text):
    """forms/fields.py DateTimeField, shown by api/fields.py ISODateTime."""
    try:
        value = datetime.datetime.fromisoformat(text)
    except (TypeError, ValueError):
        raise ValueError("Unknown string format: %s") from None
    return (value if value.tzinfo else value.replace(tzinfo=datetime.UTC)).isoformat()


URL = re.compile(
    r"(?:(?P<scheme>[a-z0-9.\-]*):)?//(?P<user>\S+(?::\S*)?@)?"
    r"(?:(?P<local>localhost(?:\.localdomain)?)|(?P<v4>(?:\d{,3}\.){3}\d{,3})|\[(?P<v6>[0-9a-f:]+)\]"
    r"|(?P<host>[\w\u00a1-\uffff.-]*[a-z0-9\u00a1-\uffff]\.(?P<tld>[a-z0-9\u00a1-\uffff]{2,})))"
    r"(?::\d{2,5})?(?:/\S*)?(?:\?\S*)?", re.IGNORECASE)


def url_fault(url, own, tlds):
    """uris.py and ssrf.py with the settings of production; None where the URL passes."""
    if url.startswith(own + "/"):
        return None
    match = URL.fullmatch(url)
    if not match:
        return f'Invalid URL "{url}"'
    scheme = (match["scheme"] or "").lower()
    if scheme and scheme not in ("http", "https", "ftp", "ftps"):
        return f'Invalid URL "{url}": Invalid scheme {scheme}, allowed schemes: http, https, ftp, ftps'
    tld = match["tld"]
    if tld and (tld in RESERVED_TLDS - tlds or tld != tld.lower()):
        return f'Invalid URL "{url}": Invalid TLD {tld}'
    if match["local"]:
        return f'Invalid URL "{url}": is a local URL'
    if match["v4"] or match["v6"]:
        return address_fault(url, match["v4"] or match["v6"])
    return None


def address_fault(url, text):
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return f'Invalid URL "{url}"'
    if address.is_unspecified:
        return f'Invalid URL "{url}": {address} is a mask IP'
    if address.is_multicast:
        return f'Invalid URL "{url}": {address} is a multicast IP'
    if address.is_loopback:
        return f'Invalid URL "{url}": is a local URL'
    return None if address.is_global else f'Invalid URL "{url}": is a private URL'


# ---------------------------------------------------------------- reading forms

class Form:
    """Reads a JSON object as wtforms with wtforms-json does: what is absent keeps its stored value.

    `None` erases, a list counts for its first value, numbers become text (forms/fields.py).
    """

    def __init__(self, portal, body, stored):
        self.portal, self.body, self.stored = portal, body, stored
        self.values, self.errors = {}, {}
        # What may be stored of the values, where some of them may not be changed.
        self.protected = self.values

    def raw(self, name):
        """The first submitted value, or KEEP."""
        if name not in self.body:
            return KEEP
        value = self.body[name]
        if isinstance(value, list):
            return value[0] if value else KEEP
        return value

    def fail(self, name, message):
        self.errors.setdefault(name, []).append(message)

    def text(self, name, required=False, limit=None, default=None):
        value = self.raw(name)
        value = self.stored.get(name, default) if value is KEEP else value
        value = str(value) if value else None
        if required and not (value or "").strip():
            self.fail(name, REQUIRED)
        elif limit and len(value or "") > limit:
            self.fail(name, f"Field cannot be longer than {limit} characters.")
        self.values[name] = value

    def choice(self, name, choices, default, required=True):
        value = self.raw(name)
        value = self.stored.get(name, default) if value is KEEP else value
        if value is None and required:
            self.fail(name, REQUIRED)
        elif str(value) not in choices:
            self.fail(name, CHOICE)
        self.values[name] = value

    def url(self, name, required=False):
        value = self.raw(name)
        value = self.stored.get(name) if value is KEEP else value
        if not value:
            value = None
            if required:
                self.fail(name, REQUIRED)
        elif not isinstance(value, str):
            raise broken()
        else:
            value = value.strip()
            fault = url_fault(value, self.portal.base, self.portal.tlds)
            if fault:
                self.fail(name, fault)
        self.values[name] = value

    def whole(self, name):
        value = self.raw(name)
        if value is KEEP:
            value = self.stored.get(name)
        elif value in (None, ""):
            value = None
        else:
            try:
                value = int(value)
            except (TypeError, ValueError):
                self.fail(name, "Not a valid integer value.")
        self.values[name] = value

    def date_time(self, name):
        value = self.raw(name)
        if value is KEEP:
            value = self.stored.get(name)
        elif value is not None:
            try:
                value = instant(value)
            except ValueError as error:
                self.fail(name, str(error))
        self.values[name] = value

    def extras(self, reserved, urls):
        """mongo/extras_fields.py: kept as they are, but for reserved names, null values and names with `$`."""
        value = self.raw("extras")
        if value is KEEP:
            value = self.stored.get("extras", {})
        if value is not None and not isinstance(value, dict):
            self.fail("extras", "Unsupported data type")
            value = {}
        value = {name: one for name, one in (value or {}).items() if not re.match(reserved, name)}
        if any(name.startswith("$") for name in value):
            self.fail("extras", 'Invalid dictionary key name - keys may not startswith "$" characters')
        faults_ = {name: "Value should be an instance of: str, int, float, bool, datetime, date, list, dict"
                   for name, one in value.items() if one is None}
        for name in urls & set(value):
            fault = url_fault(str(value[name]), self.portal.base, self.portal.tlds)
            if fault:
                faults_[name] = fault
        if faults_ and "extras" not in self.errors:
            self.errors["extras"] = faults_
        self.values["extras"] = value

    def nested(self, name, read, names):
        """A form within a form: only read where one of its fields was sent (forms/fields.py FormField)."""
        sent = self.body.get(name)
        self.values[name] = self.stored.get(name)
        if not isinstance(sent, dict) or not set(sent) & set(names):
            return
        inner = Form(self.portal, sent, self.stored.get(name) or {})
        read(inner)
        self.values[name] = inner.values
        if inner.errors:
            self.errors[name] = inner.errors


def read_checksum(form):
    """core/dataset/forms.py ChecksumForm"""
    form.choice("type", CHECKSUM_TYPES, "sha1", required=False)
    form.text("value", required=True)


def read_schema(form):
    """core/dataset/forms.py SchemaForm, core/dataset/models.py Schema.clean"""
    form.url("url")
    form.text("name")
    form.text("version")
    if form.errors:
        return
    url, name, version = (form.values[field] for field in ("url", "name", "version"))
    if url:
        known = re.fullmatch(re.escape(SCHEMA_HOST) + r"/(.+)/([^/]+)/schema\.json", url)
        if known and known[1] in SCHEMAS and known[2] in (SCHEMAS[known[1]], "latest"):
            form.values.update(url=None, name=known[1], version=None if known[2] == "latest" else known[2])
    elif not name and version:
        form.fail("version", "A schema must contains a name or an URL when a version is provided.")
    elif name and name not in SCHEMAS:
        form.fail("name", f'Schema name "{name}" is not an allowed value. Allowed values: {", ".join(SCHEMAS)}')
    elif name and version not in (None, SCHEMAS[name], "latest"):
        form.fail("version", f'Version "{version}" is not an allowed value for the schema "{name}".'
                             f" Allowed versions: {SCHEMAS[name]}, latest")


RESOURCE_RESERVED = r"analysis:|check:|csv-export:|validation-report:|dcat$"
RESOURCE_URLS = {"apidocUrl", "datafairOrigin"}
DATASET_RESERVED = r"transport:|recommendations|dcat$"
HOSTED = ("filetype", "url", "checksum", "filesize", "mime", "format")


def read_resource(portal, body, stored):
    """core/dataset/forms.py BaseResourceForm; what describes a hosted file stays as it is."""
    form = Form(portal, body, stored)
    form.text("title", required=True, limit=TITLE_LIMIT)
    form.text("description", limit=DESCRIPTION_LIMIT)
    form.choice("filetype", FILETYPES, "file")
    form.choice("type", RESOURCE_TYPES, "other")
    form.url("url", required=True)
    form.text("mime")
    form.whole("filesize")
    if form.raw("format") is not KEEP and not isinstance(form.raw("format"), str | None):
        raise broken()
    form.text("format")
    form.values["format"] = form.values["format"] and form.values["format"].strip().lower()
    form.extras(RESOURCE_RESERVED, RESOURCE_URLS)
    form.nested("checksum", read_checksum, ("type", "value"))
    form.nested("schema", read_schema, ("url", "name", "version"))
    if stored.get("filetype") == "file" and stored.get("url"):
        form.protected = {**form.values, **{name: stored.get(name) for name in HOSTED}}
    return form


# ---------------------------------------------------------------- reading datasets

def read_tags(form):
    """forms/fields.py TagField: what is not sent is erased; a single text is split at commas."""
    value = form.body.get("tags")
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if isinstance(value, list):
        tags = [slug(one) for one in value]
    elif value is None:
        tags = []
    elif isinstance(value, str):
        tags = [slug(one) for one in value.split(",") if one.strip()]
    else:
        raise broken()
    wrong = next((tag for tag in tags if not TAG_LENGTHS[0] <= len(tag) <= TAG_LENGTHS[1]), None)
    if wrong is not None:
        form.fail("tags", f'Tag "{wrong}" must be between {TAG_LENGTHS[0]} and {TAG_LENGTHS[1]} characters long.')
    form.values["tags"] = sorted(set(tags))


def read_period(form):
    """forms/fields.py DateRangeField: what is not sent is erased; ends the wrong way round are swapped."""
    form.values["temporal_coverage"] = None
    value = form.raw("temporal_coverage")
    if value is KEEP or not value:
        return
    try:
        if isinstance(value, str):
            start, end = value.split(" - ")
        elif "start" in value:
            start, end = value["start"], value.get("end") or None
            if not isinstance(start, str) or not isinstance(end, str | None):
                raise ValueError("Date must be a string")
        else:
            raise ValueError("Unable to parse date range")
        start, end = day(start), end and day(end)
    except ValueError as error:
        form.fail("temporal_coverage", str(error))
        return
    if end and end < start:
        start, end = end, start
    form.values["temporal_coverage"] = {"start": start, "end": end}


def read_spatial(form):
    """core/spatial/forms.py SpatialCoverageForm"""
    form.values["zones"] = read_zones(form)
    form.choice("granularity", [id for id, _ in GRANULARITIES], "other", required=False)
    form.values["geom"] = read_geometry(form)


def read_zones(form):
    """An empty list changes nothing: only `null` takes zones away."""
    value = form.body.get("zones", [])
    if value is None:
        return []
    if value == []:
        return form.stored.get("zones", [])
    asked = [one for one in value.split(",") if one] if isinstance(value, str) else value
    found, unknown = [], []
    for one in asked:
        one = one.get("id") if isinstance(one, dict) else one
        if not isinstance(one, str):
            form.fail("zones", f"Unsupported identifier: {one}")
            return []
        # core/spatial/geoids.py
        plain = one.split("@")[0].lower().replace("/", ":")
        if ":" not in plain:
            form.fail("zones", f"Bad GeoID format: {one}")
            return []
        (found if plain in form.portal.zones else unknown).append(plain if plain in form.portal.zones else one)
    if unknown:
        form.fail("zones", f"Unknown geoid(s): {', '.join(unknown)}")
    return found


def read_geometry(form):
    """core/spatial/forms.py GeomField, which asks the geojson library."""
    value = form.raw("geom")
    if value is KEEP:
        return form.stored.get("geom")
    if isinstance(value, str):
        try:
            value = json.loads(value)
        except ValueError:
            value = "nope"
    if value is None or value == {}:
        return value
    kinds = {"Point", "LineString", "Polygon", "MultiPoint", "MultiLineString", "MultiPolygon", "GeometryCollection",
             "Feature", "FeatureCollection"}
    if not isinstance(value, dict) or value.get("type") not in kinds or not isinstance(value.get("coordinates", []), list):
        form.fail("geom", "Not a valid GeoJSON")
        return None
    rings = {"Polygon": [value.get("coordinates")], "MultiPolygon": value.get("coordinates")}.get(value["type"], [])
    fault = next((fault for polygon in rings for fault in map(ring_fault, polygon) if fault), None)
    if fault:
        form.errors.setdefault("geom", []).append([fault])
    return value


def ring_fault(ring):
    if len(ring) < 4:
        return "Each linear ring must contain at least 4 positions"
    if ring[0] != ring[-1]:
        return "Each linear ring must end where it started"
    return None


def spatial_fault(spatial):
    """core/spatial/models.py and mongoengine's MultiPolygonField: (path, error) or None."""
    geometry = spatial["geom"]
    if geometry and spatial["zones"]:
        return "__all__", "The spatial coverage cannot contains a Geozone and a Geometry"
    if geometry is None:
        return None
    if set(geometry) != {"type", "coordinates"}:
        return "geom", "MultiPolygonField can only accept a valid GeoJson dictionary or lists of (x, y)"
    if geometry["type"] != "MultiPolygon":
        return "geom", 'MultiPolygonField type must be "MultiPolygon"'
    return None


def read_frequency(form):
    """core/dataset/forms.py unmarshal_frequency: an unknown one ends the request at once, with a `message` only."""
    value = form.raw("frequency")
    if value is KEEP:
        value = form.stored.get("frequency", "unknown")
    elif value is not None:
        value = LEGACY_FREQUENCIES.get(str(value), str(value))
        if value not in FREQUENCIES:
            raise refuse(400, f"'{value}' is not a valid UpdateFrequency")
    form.values["frequency"] = value


def read_license(form):
    """flask_mongoengine/fields.py: an unknown licence is none, without an error."""
    value = form.raw("license")
    if value is KEEP:
        form.values["license"] = form.stored.get("license")
    else:
        form.values["license"] = value if value in [id for id, _, _ in LICENCES] else None


def read_private(form):
    value = form.raw("private")
    value = form.stored.get("private", False) if value is KEEP else value
    form.values["private"] = value not in (None, False, "false", "")


def read_owner(form):
    """forms/fields.py CurrentUserField and PublishAsField: one owns, user or organization; neither is given away."""
    portal, stored = form.portal, form.stored
    owner, organization = stored.get("owner"), stored.get("organization")
    given_owner, given = form.raw("owner"), form.raw("organization")
    if given_owner not in (KEEP, None):
        owner = given_owner.get("id") if isinstance(given_owner, dict) else given_owner
        if owner != portal.user["id"]:
            form.fail("owner", "You can only set yourself as owner")
    if given not in (KEEP, None):
        organization = read_organization(form, given)
        owner = None if organization else owner
    elif given is None and stored.get("organization"):
        raise broken()
    elif given_owner not in (KEEP, None):
        organization = None
    if not owner and not organization:
        owner = portal.user["id"]
    form.values.update(owner=owner, organization=organization)


def read_organization(form, given):
    given = given.get("id") if isinstance(given, dict) else given
    kept = form.stored.get("organization")
    if not re.fullmatch(r"[0-9a-f]{24}", str(given)):
        form.fail("organization", f"Unsupported identifier: {given}")
    elif given not in form.portal.organizations:
        form.fail("organization", "Organization does not exists")
    elif kept and kept != given:
        form.fail("organization", "Cannot change owner after creation. Please use transfer feature.")
    elif not form.portal.organizations[given]["mine"]:
        form.fail("organization", "Permission denied for this organization")
    return given


def read_contacts(form):
    """forms/fields.py ContactPointListField: an empty list changes nothing."""
    value = form.body.get("contact_points", [])
    if value is None or value == []:
        form.values["contact_points"] = [] if value is None else form.stored.get("contact_points", [])
        return
    value = value.split(",") if isinstance(value, str) else value
    asked = [one.get("id") if isinstance(one, dict) else one for one in value]
    malformed = next((one for one in asked if not re.fullmatch(r"[0-9a-f]{24}", str(one))), None)
    unknown = [one for one in asked if one not in form.portal.contacts]
    if malformed is not None:
        form.fail("contact_points", f"Unsupported identifier: {malformed}")
    elif unknown:
        form.fail("contact_points", f"Unknown identifiers: {', '.join(unknown)}")
    form.values["contact_points"] = asked


def read_resources(form, stored):
    """forms/fields.py NestedModelList: a list of resources replaces them; those with a known id keep what is not sent."""
    sent = form.body.get("resources")
    form.values["resources"] = stored
    if not isinstance(sent, list) or not sent:
        return
    there = {one["id"]: one for one in stored}
    forms, faults_ = [], []
    for one in sent:
        one = one if isinstance(one, dict) else {"id": one}
        kept = there.get(one.get("id"), {})
        inner = read_resource(form.portal, one, kept)
        forms.append(finish_resource(kept, inner.protected))
        faults_.append(inner.errors)
    if any(faults_):
        form.errors["resources"] = faults_
    form.values["resources"] = forms


def finish_resource(kept, values):
    """A stored resource with new values; one without id is new."""
    made = {"id": str(uuid.uuid4()), "created": now(), "modified": now()}
    return {**made, **kept, **values}


def read_dataset(portal, body, stored):
    """core/dataset/forms.py DatasetForm, then what core/dataset/models.py Dataset.clean and validate ask."""
    form = Form(portal, body, stored)
    form.text("title", required=True, limit=TITLE_LIMIT)
    form.text("acronym")
    form.text("description", required=True, limit=DESCRIPTION_LIMIT)
    form.text("description_short", limit=SHORT_LIMIT)
    read_license(form)
    form.choice("access_type", ACCESS_TYPES, "open", required=False)
    read_frequency(form)
    for name in ("frequency_date", "deleted", "archived"):
        form.date_time(name)
    read_period(form)
    form.nested("spatial", read_spatial, ("zones", "granularity", "geom"))
    read_tags(form)
    read_private(form)
    read_owner(form)
    form.extras(DATASET_RESERVED, {"datafairOrigin"})
    read_resources(form, stored.get("resources", []))
    read_contacts(form)
    if form.errors:
        raise invalid(form.errors)
    values = form.values
    if values["access_type"] != "open":
        values["license"] = None
    check_dataset(portal, values, f"Dataset:{stored.get('id')}")
    return values


def check_dataset(portal, values, what):
    if len(values["acronym"] or "") > 128:
        raise unsound(what, "acronym", "String value is too long")
    if any(name.startswith("custom:") for name in values["extras"]):
        message = ("Dataset's organization did not define the requested custom metadata." if values["organization"] else
                   "Custom metadatas are only accessible to dataset owned by on organization.")
        raise unsound(what, "__all__", message)
    fault = values["spatial"] and spatial_fault(values["spatial"])
    if fault:
        raise unsound(what, "spatial", fault[1], fault[0])
    for id in values["contact_points"]:
        contact = portal.contacts[id]
        if (contact["owner"], contact["organization"]) != (values["owner"], values["organization"]):
            message = f"Contact point {id} does not belong to the owner of this object"
            raise Answer(400, {"errors": {"contact_points": message}, "message": message})


# ---------------------------------------------------------------- the portal

class Portal:
    def __init__(self, control, base, options):
        self.control, self.base, self.key = control, base, options.key
        self.tlds = {tld for tld in options.tld.split(",") if tld}
        self.extensions = [one for group in options.upload_extensions.split(",")
                           for one in (EXTENSIONS if group == "default" else [group])]
        self.zones = {f"{level}:{code}": (level, code, name) for level, code, name in ZONES}
        self.datasets, self.contacts, self.slugs = {}, {}, {}
        # Bytes by their path on the file host; parts of uploads by (uuid, index).
        self.files, self.parts = {}, {}
        self.signed = True
        self.user = {"id": new_id(), "first_name": "Camille", "last_name": "Durand", "slug": "camille-durand"}
        self.organizations = {new_id(): {"name": "Ville d'essai", "mine": True}, new_id(): {"name": "Autre ville", "mine": False}}
        for id, one in self.organizations.items():
            one.update(id=id, slug=slug(one["name"]))
        self.organization, self.other = self.organizations
        self.foreign = self.add_foreign()

    def add_foreign(self):
        """A dataset of an organization the user has no part in."""
        values = read_dataset(self, {"title": "Jeu d'une autre ville", "description": "Sans rapport"}, {})
        values.update(owner=None, organization=self.other)
        return self.store(values)["id"]

    def known(self):
        return {"key": self.key, "organization": self.organization, "user": self.user["id"],
                "other_organization": self.other, "foreign_dataset": self.foreign}

    def state(self):
        """Datasets of the key's owner under `datasets`, all others under `foreign`."""
        shown = [self.state_of(dataset) for dataset in self.datasets.values()]
        return {"datasets": [one for one in shown if one["id"] != self.foreign],
                "foreign": [one for one in shown if one["id"] == self.foreign],
                "contacts": [self.show_contact(one) for one in self.contacts.values()],
                "parts": sorted(f"{id}/{index}" for id, index in self.parts)}

    def edit(self, value):
        """What somebody changes in the portal's pages."""
        dataset = self.datasets[value["dataset"]]
        one = next((one for one in dataset["resources"] if one["id"] == value.get("resource")), None)
        if value.get("delete"):
            dataset["resources"].remove(one)
        if value.get("copy"):
            dataset["resources"].append({**one, "id": value["copy"]})
        (dataset if one is None else one).update(value.get("set", {}))

    def state_of(self, dataset):
        shown = self.show(dataset, True)
        for one, stored in zip(shown["resources"], dataset["resources"]):
            data = self.files.get(stored.get("fs_filename"))
            if data is not None:
                one.update(uploaded_sha256=hashlib.sha256(data).hexdigest(), uploaded_size=len(data))
        return shown

    # ------------------------------------------------ keys and routes

    def key_state(self, request):
        given = request.header("X-API-KEY")
        return None if not given else "good" if given == self.key and not self.control.expired else "bad"

    def authenticate(self, request):
        """api/__init__.py `authentify`: a wrong key is refused everywhere, reading included."""
        state = self.key_state(request)
        if state == "bad":
            expired = self.control.expired and request.header("X-API-KEY") == self.key
            raise self.unauthorized("Expired API token" if expired else "Invalid API token")
        return state == "good"

    def unauthorized(self, message):
        return Answer(401, {"message": message}, {"WWW-Authenticate": 'Bearer realm="uData"'})

    ROUTES = [
        ("GET", r"me/", "me", True),
        ("GET", r"me/datasets/", "my_datasets", True),
        ("GET", r"me/org_datasets/", "my_org_datasets", True),
        ("GET", r"organizations/(\w[\w-]*)/", "organization_page", False),
        ("GET", r"organizations/(\w[\w-]*)/contacts/", "organization_contacts", False),
        ("POST", r"contacts/", "create_contact", True),
        ("GET", r"contacts/roles/", "contact_roles", False),
        ("GET", r"contacts/([0-9a-f]{24})/", "contact", False),
        ("GET", r"datasets/", "list_datasets", False),
        ("POST", r"datasets/", "create", True),
        ("GET", r"datasets/extensions/", "list_extensions", False),
        ("GET", r"datasets/licenses/", "list_licenses", False),
        ("GET", r"datasets/frequencies/", "list_frequencies", False),
        ("GET", r"datasets/resource_types/", "list_types", False),
        ("GET", r"datasets/schemas/", "list_schemas", False),
        ("GET", r"datasets/r/([0-9a-f-]{36})", "latest", False),
        ("GET", r"datasets/(@)/", "read", False),
        ("PUT", r"datasets/(@)/", "update", True),
        ("DELETE", r"datasets/(@)/", "delete", True),
        ("POST", r"datasets/(@)/resources/", "add_resource", True),
        ("PUT", r"datasets/(@)/resources/", "reorder", True),
        ("POST", r"datasets/(@)/upload/", "upload", True),
        ("POST", r"datasets/(@)/resources/([^/]+)/upload/", "upload_again", True),
        ("GET", r"datasets/(@)/resources/([^/]+)/", "read_resource", False),
        ("PUT", r"datasets/(@)/resources/([^/]+)/", "update_resource", True),
        ("DELETE", r"datasets/(@)/resources/([^/]+)/", "delete_resource", True),
        ("GET", r"spatial/zone/([^/]+)/", "zone", False),
        ("GET", r"spatial/zones/suggest/", "suggest_zones", False),
        ("GET", r"spatial/zones/([^/]+)/", "zone_list", False),
        ("GET", r"spatial/levels/", "levels", False),
        ("GET", r"spatial/granularities/", "granularities", False),
    ]
    ROUTES = [(method, re.compile(pattern.replace("(@)", r"(?P<dataset>[\w.-]+)")), name, secure)
              for method, pattern, name, secure in ROUTES]

    def answer(self, request):
        try:
            return self.route(request)
        except Answer as answer:
            return answer.response

    def route(self, request):
        if request.path.startswith("/s/resources/"):
            return self.serve_file(request)
        if not request.path.startswith("/api/1/"):
            raise refuse(404, "Not Found")
        path = request.path[len("/api/1/"):]
        matches = [(method, match, name, secure) for method, pattern, name, secure in self.ROUTES
                   if (match := pattern.fullmatch(path))]
        # A word such as `licenses` is no dataset (routes without a converter come first).
        plain = [one for one in matches if "dataset" not in one[1].groupdict()]
        matches = plain or matches
        if not matches:
            return self.without_slash(request, path)
        chosen = next((one for one in matches if one[0] == request.method), None)
        if chosen is None:
            raise refuse(405, "The method is not allowed for the requested URL.")
        _, match, name, secure = chosen
        arguments = list(match.groups())
        if "dataset" in match.groupdict():
            arguments[0] = self.find(request, match)
        self.signed = self.authenticate(request)
        if secure and not self.signed:
            raise self.unauthorized("No API key was given.")
        return getattr(self, name)(request, *arguments)

    def without_slash(self, request, path):
        """Werkzeug sends those who forget the last slash on; the body is to be sent again (308)."""
        if any(pattern.fullmatch(path + "/") for _, pattern, _, _ in self.ROUTES):
            query = "?" + request.target.split("?", 1)[1] if "?" in request.target else ""
            raise redirect(308, f"{self.base}{request.path}/{query}")
        raise Answer(404, {"error": "Not Found", "status": 404})

    def find(self, request, match):
        """routing.py DatasetConverter: by id, by slug, by a former slug (which is a redirection)."""
        name = match["dataset"]
        if name in self.datasets:
            return self.datasets[name]
        found = next((one for one in self.datasets.values() if one["slug"] == name), None)
        if found:
            return found
        if name in self.slugs:
            start, end = match.span("dataset")
            raise redirect(308, f"/api/1/{match.string[:start]}{self.datasets[self.slugs[name]]['slug']}{match.string[end:]}")
        raise refuse(404, "Not Found")

    def serve_file(self, request):
        path = request.path[len("/s/resources/"):]
        if path not in self.files:
            raise refuse(404, "Not Found")
        return Response(200, self.files[path], {"Content-Type": mime_of(path)})

    # ------------------------------------------------ who may do what (core/dataset/permissions.py)

    def mine(self, dataset):
        return self.signed and (dataset["owner"] == self.user["id"] or
                                bool(dataset["organization"] and self.organizations[dataset["organization"]]["mine"]))

    def need(self, dataset):
        if not self.mine(dataset):
            raise refuse(403, "You do not have the permission to modify that object.")

    def readable(self, dataset):
        if (dataset["private"] or dataset["deleted"]) and not self.mine(dataset):
            if dataset["deleted"] and not dataset["private"]:
                raise refuse(410, "Dataset has been deleted")
            raise refuse(404, "Not Found")

    def json_body(self, request, loose=False):
        """api/__init__.py `validate` and `json_payload` (the loose one comes first where there are two)."""
        if "application/json" not in request.content_type:
            if loose:
                raise refuse(415, "Did not attempt to load JSON data because the request Content-Type was not 'application/json'.")
            raise invalid({"Content-Type": "expecting application/json"})
        try:
            return json.loads(request.body)
        except ValueError:
            raise refuse(400, "The request could not be understood.") from None

    def json_object(self, request, loose=False):
        body = self.json_body(request, loose)
        if not isinstance(body, dict):
            raise invalid({"request": "expecting a JSON object"})
        return body

    # ------------------------------------------------ datasets (core/dataset/api.py)

    def store(self, values):
        """Keep a dataset, new or changed; its slug follows its title (mongo/slug_fields.py)."""
        dataset = {"id": new_id(), "created": now(), **values, "modified": now()}
        before = self.datasets.get(dataset["id"])
        if before is None or before["title"] != dataset["title"]:
            wanted = self.free_slug(slug(dataset["title"], limit=255), dataset["id"])
            if before and wanted != before["slug"]:
                self.slugs[before["slug"]] = dataset["id"]
            self.slugs.pop(wanted, None)
            dataset["slug"] = wanted
        self.datasets[dataset["id"]] = dataset
        return dataset

    def free_slug(self, base, id):
        taken = {one["slug"] for one in self.datasets.values() if one["id"] != id}
        found, index = base, 0
        while found in taken:
            index += 1
            found = f"{base[:255 - len(str(index)) - 1]}-{index}"
        return found

    def create(self, request):
        values = read_dataset(self, self.json_object(request), {})
        return Response(201, self.show(self.store(values)))

    def read(self, request, dataset):
        self.readable(dataset)
        return Response(200, self.show(dataset))

    def update(self, request, dataset):
        body = self.json_object(request, loose=True)
        if dataset["deleted"] and body.get("deleted", True) is not None:
            raise refuse(410, "Dataset has been deleted")
        self.need(dataset)
        values = read_dataset(self, body, copy.deepcopy(dataset))
        return Response(200, self.show(self.store({**dataset, **values})))

    def delete(self, request, dataset):
        if dataset["deleted"]:
            raise refuse(410, "Dataset has been deleted")
        self.need(dataset)
        dataset.update(deleted=now(), modified=now())
        return Response(204)

    def list_datasets(self, request):
        page, size = self.positive(request, "page", 1, "The page to fetch"), self.positive(request, "page_size", 20, "The page size to fetch")
        found = [one for one in self.datasets.values()
                 if self.mine(one) or not (one["private"] or one["archived"] or one["deleted"])]
        found = self.filter(request, found)
        return Response(200, self.page(request, self.sort(request, found), page, size, self.show))

    def positive(self, request, name, default, help_):
        """api/__init__.py add_pagination_arguments, with flask-restx's sentences."""
        value = request.argument(name)
        if value is None:
            return default
        try:
            number = int(value)
        except ValueError:
            raise self.bad_argument(name, f"{help_} {value} is not a valid integer") from None
        if number < 1:
            raise self.bad_argument(name, f"{help_} Invalid {name}: {number}. {name} must be a positive integer")
        return number

    def bad_argument(self, name, error):
        return Answer(400, {"errors": {name: error}, "message": "Input payload validation failed"})

    def filter(self, request, found):
        """core/dataset/api.py DatasetApiParser.parse_filters"""
        for name in ("organization", "owner"):
            wanted = request.argument(name)
            if wanted:
                if not re.fullmatch(r"[0-9a-f]{24}", wanted):
                    raise refuse(400, f"{name.capitalize()} arg must be an identifier")
                found = [one for one in found if one[name] == wanted]
        for word in (request.argument("q") or "").split():
            found = [one for one in found if word.lower() in one["title"].lower()]
        for tag in [value for name, value in request.query if name == "tag"]:
            found = [one for one in found if tag in one["tags"]]
        if request.argument("license"):
            found = [one for one in found if one["license"] == request.argument("license")]
        for name in ("private", "archived", "deleted"):
            wanted = request.argument(name)
            if wanted is not None:
                if not self.signed:
                    raise self.unauthorized("No API key was given.")
                found = [one for one in found if bool(one[name]) == (wanted.lower() in ("true", "1"))]
        return found

    def sort(self, request, found):
        """Newest first, unless `sort` says otherwise."""
        keys = {"title": "title", "created": "created", "last_update": "modified"}
        wanted = request.argument("sort")
        if wanted is None:
            return found[::-1]
        if wanted.lstrip("-") not in keys:
            raise self.bad_argument("sort", f"The field (and direction) on which sorting apply"
                                            f" The value '{wanted}' is not a valid choice for 'sort'.")
        return sorted(found, key=lambda one: one[keys[wanted.lstrip("-")]], reverse=wanted.startswith("-"))

    def page(self, request, found, page, size, show):
        """api/fields.py pager, flask_mongoengine/pagination.py"""
        part = found[(page - 1) * size:page * size]
        if not part and page != 1:
            raise refuse(404, "Not Found")
        query = [(name, value) for name, value in request.query if name != "page"]
        # Behind a proxy a portal may not know its own name.
        address = lambda number: f"{self.control.address or self.base}{request.path}?{faults.encode_query([*query, ('page', number)])}"
        return {"data": [show(one) for one in part], "page": page, "page_size": size, "total": len(found),
                "next_page": address(page + 1) if page * size < len(found) else None,
                "previous_page": address(page - 1) if page > 1 else None}

    # ------------------------------------------------ resources (core/dataset/api.py)

    def resource(self, dataset, id):
        found = next((one for one in dataset["resources"] if one["id"] == id.lower()), None)
        if found is None:
            raise refuse(404, "Resource does not exist")
        return found

    def add_resource(self, request, dataset):
        self.need(dataset)
        form = read_resource(self, self.json_object(request), {})
        if form.errors:
            raise invalid(form.errors)
        if form.values["filetype"] != "remote":
            raise refuse(400, "This endpoint only supports remote resources")
        return Response(201, self.show_resource(self.prepend(dataset, form.values)))

    def prepend(self, dataset, values):
        """core/dataset/models.py add_resource: the newest comes first."""
        resource = finish_resource({}, values)
        dataset["resources"].insert(0, resource)
        dataset["modified"] = now()
        return resource

    def read_resource(self, request, dataset, id):
        self.readable(dataset)
        return Response(200, self.show_resource(self.resource(dataset, id)))

    def update_resource(self, request, dataset, id):
        self.need(dataset)
        resource = self.resource(dataset, id)
        body = self.json_object(request)
        form = read_resource(self, body, copy.deepcopy(resource))
        if form.errors:
            raise invalid(form.errors)
        if form.values["filetype"] != resource["filetype"]:
            raise refuse(400, "Cannot modify filetype after creation")
        resource.update(form.protected, modified=now())
        # `null` takes a schema or a checksum away, which no other value does.
        for name in ("schema", "checksum"):
            if body.get(name, KEEP) is None and (name == "schema" or resource["filetype"] != "file"):
                resource[name] = None
        dataset["modified"] = now()
        return Response(200, self.show_resource(resource))

    def delete_resource(self, request, dataset, id):
        self.need(dataset)
        resource = self.resource(dataset, id)
        dataset["resources"].remove(resource)
        dataset["modified"] = now()
        self.files.pop(resource.get("fs_filename"), None)
        return Response(204)

    def reorder(self, request, dataset):
        """Takes ids, or objects with an `id` whose other fields change the resource as well."""
        self.need(dataset)
        wanted, there = self.json_body(request, loose=True), dataset["resources"]
        if len(wanted) != len(there):
            raise refuse(400, f"All resources must be reordered, you provided {len(wanted)} out of {len(there)}")
        if any(isinstance(one, dict) and "id" not in one for one in wanted):
            raise refuse(400, "Each resource must have an 'id' field")
        ids = {one["id"] for one in there}
        if {one["id"] if isinstance(one, dict) else one for one in wanted} != ids:
            raise refuse(400, f"Resource ids must match existing ones in dataset, ie: {ids}")
        form = Form(self, {"resources": wanted}, dataset)
        read_resources(form, there)
        if form.errors:
            raise invalid(form.errors["resources"])
        dataset["resources"] = form.values["resources"]
        return Response(200, [self.show_resource(one) for one in dataset["resources"]])

    def latest(self, request, id):
        found = [one for dataset in self.datasets.values() for one in dataset["resources"] if one["id"] == id]
        if not found:
            raise refuse(404, "Resource not found")
        raise redirect(302, found[0]["url"])

    # ------------------------------------------------ uploads (core/storages/api.py, core/storages/utils.py)

    def upload(self, request, dataset):
        self.need(dataset)
        values = self.receive(request, dataset)
        resource = self.prepend(dataset, {"description": None, "type": "main", "filetype": "file", "extras": {}, "schema": None, **values})
        return Response(201, {**self.show_resource(resource), "success": True})

    def upload_again(self, request, dataset, id):
        """The new file's facts replace the old ones, the title among them; the type of file stays what it was."""
        self.need(dataset)
        resource = self.resource(dataset, id)
        before = resource.get("fs_filename")
        values = self.receive(request, dataset)
        resource.update(values, modified=now())
        dataset["modified"] = now()
        self.files.pop(before, None)
        return Response(200, {**self.show_resource(resource), "success": True})

    def receive(self, request, dataset):
        """A whole file, one part of it, or, without a file, the word that all parts were sent."""
        fields, files = request.form() if request.media_type == "multipart/form-data" else ({}, {})
        file = files.get("file")
        file = file if file and file.filename else None
        total, index, size = (self.number(fields, name) for name in ("totalparts", "partindex", "chunksize"))
        id = fields.get("uuid")
        if total and total > 1:
            if file:
                raise self.keep_part(id, index, size, file.data)
            filename = slug(fields.get("filename"), safe=".")
            return self.keep_file(dataset, filename, lambda: self.assemble(id, total))
        if not file:
            raise Answer(400, {"success": False, "error": "Missing file parameter", "message": ""})
        return self.keep_file(dataset, slug(file.filename, safe="."), lambda: file.data)

    def number(self, fields, name):
        helps = {"totalparts": "The number of parts the file is split into.", "partindex": "The index of the part.",
                 "chunksize": "The size of the part."}
        try:
            return int(fields[name]) if name in fields else None
        except ValueError:
            raise self.bad_argument(name, f"{helps[name]} invalid literal for int() with base 10: '{fields[name]}'") from None

    def keep_part(self, id, index, size, data):
        """A part that is there already is not overwritten: udata's storage fails, which is a 500."""
        if size != len(data):
            return Answer(400, {"success": False, "error": "Chunk size mismatch", "message": ""})
        if (id, index) in self.parts:
            return broken()
        self.parts[id, index] = data
        return Answer(200, {"success": True, "error": None, "message": ""})

    def assemble(self, id, total):
        """A missing part is a 500 too; parts go once the file is whole."""
        if any((id, index) not in self.parts for index in range(total)):
            raise broken()
        return b"".join(self.parts.pop((id, index)) for index in range(total))

    def keep_file(self, dataset, filename, read):
        """Files lie under the second of their arrival: the same name twice within one second is a 500."""
        extension = os.path.splitext(filename)[1][1:].lower()
        if extension not in self.extensions:
            raise refuse(400, f"This file type is not allowed.The allowed file type list is available at {self.base}/api/1/datasets/extensions/")
        path = f"{dataset['slug']}/{datetime.datetime.now(datetime.UTC):%Y%m%d-%H%M%S}/{filename}"
        if path in self.files:
            raise broken()
        # A file whose parts are not all there is left behind, empty or not: its name is taken for this second.
        self.files[path] = b""
        self.files[path] = data = read()
        if "html" in mime_of(path):
            raise refuse(415, "Incorrect file content type: HTML")
        return {"title": filename, "url": f"{self.base}/s/resources/{path}", "fs_filename": path, "filesize": len(data),
                "checksum": {"type": "sha1", "value": hashlib.sha1(data).hexdigest()}, "mime": mime_of(path),
                "format": self.format_of(filename)}

    def format_of(self, filename):
        """core/storages/utils.py `extension`: `csv.gz` is one format."""
        stem, found = filename, None
        while "." in stem:
            stem, extension = os.path.splitext(stem)
            extension = extension[1:]
            if not extension or (found and extension not in self.extensions):
                break
            found = f"{extension}.{found}" if found else extension
            if extension not in ARCHIVES:
                break
        return found

    # ------------------------------------------------ what is shown (core/dataset/api_fields.py)

    def show(self, dataset, allowed=None):
        allowed = self.mine(dataset) if allowed is None else allowed
        plain = ("id", "title", "acronym", "slug", "description", "description_short", "deleted", "archived", "private", "tags",
                 "frequency_date", "extras", "temporal_coverage", "spatial", "access_type")
        counts = ("dataservices", "discussions", "discussions_open", "followers", "followers_by_months", "resources_downloads",
                  "reuses", "reuses_by_months", "views")
        uri = f"{self.base}/api/1/datasets/{dataset['slug']}/"
        return {
            **{name: dataset.get(name) for name in plain},
            **dict.fromkeys(("access_type_reason", "access_type_reason_category", "authorization_request_url", "doi", "geopf",
                             "harvest", "page", "schema")),
            "access_audiences": [], "badges": [], "featured": False, "metrics": dict.fromkeys(counts, 0),
            "created_at": dataset["created"], "last_modified": dataset["modified"], "last_update": self.last_update(dataset),
            "internal": {"created_at_internal": dataset["created"], "last_modified_internal": dataset["modified"]},
            "frequency": dataset["frequency"] or "unknown", "license": dataset["license"] or "notspecified",
            "organization": self.show_organization(dataset["organization"]), "owner": self.show_user(dataset["owner"]),
            "contact_points": [self.show_contact(self.contacts[id]) for id in dataset["contact_points"]],
            "resources": [self.show_resource(one) for one in dataset["resources"]],
            "permissions": dict.fromkeys(("delete", "edit", "edit_resources"), allowed),
            "quality": quality(dataset), "uri": uri,
        }

    def last_update(self, dataset):
        return max((one["modified"] for one in dataset["resources"]), default=dataset["modified"])

    def show_resource(self, resource):
        plain = ("id", "title", "description", "filetype", "type", "format", "url", "checksum", "filesize", "mime", "extras", "schema")
        return {
            **{name: resource.get(name) for name in plain}, "geopf": None, "harvest": None, "preview_url": None, "metrics": {},
            "created_at": resource["created"], "last_modified": resource["modified"],
            "internal": {"created_at_internal": resource["created"], "last_modified_internal": resource["modified"]},
            "latest": f"{self.base}/api/1/datasets/r/{resource['id']}",
        }

    def show_organization(self, id):
        if not id:
            return None
        one = self.organizations[id]
        allowed = self.signed and one["mine"]
        return {"id": id, "class": "Organization", "name": one["name"], "slug": one["slug"], "acronym": None, "badges": [],
                "logo": None, "logo_thumbnail": None, "page": None, "uri": f"{self.base}/api/1/organizations/{one['slug']}/",
                "permissions": dict.fromkeys(("delete", "edit", "harvest", "members", "private"), allowed)}

    def show_user(self, id):
        if not id:
            return None
        return {**self.user, "class": "User", "avatar": None, "avatar_thumbnail": None, "page": None, "deleted": None,
                "uri": f"{self.base}/api/1/users/{self.user['slug']}/"}

    # ------------------------------------------------ people (core/user/api.py, core/organization/api.py)

    def me(self, request):
        counts = ("dataservices", "datasets", "followers", "following", "reuses")
        nothing = ("about", "avatar", "avatar_thumbnail", "deleted", "page", "password_rotation_demanded",
                   "password_rotation_performed", "website")
        mine = [self.show_organization(id) for id, one in self.organizations.items() if one["mine"]]
        return Response(200, {**dict.fromkeys(nothing), **self.user, "active": True, "email": "agent@example.org", "roles": [],
                              "organizations": mine, "metrics": dict.fromkeys(counts, 0), "mail_cadence": "immediate",
                              "notifications_paused": False, "last_login_at": now(), "since": now(),
                              "uri": f"{self.base}/api/1/users/{self.user['slug']}/"})

    def my_datasets(self, request):
        """Of the user alone, not of the user's organizations; no pages, deleted ones included."""
        return Response(200, [self.show(one) for one in self.datasets.values() if one["owner"] == self.user["id"]][::-1])

    def my_org_datasets(self, request):
        return Response(200, [self.show(one) for one in self.datasets.values() if self.mine(one)])

    def organization_named(self, name):
        found = next((one for one in self.organizations.values() if name in (one["id"], one["slug"])), None)
        if not found:
            raise refuse(404, "Not Found")
        return found

    def organization_page(self, request, name):
        return Response(200, {**self.show_organization(self.organization_named(name)["id"]), "description": "Une collectivité d'essai"})

    def organization_contacts(self, request, name):
        id = self.organization_named(name)["id"]
        found = [one for one in self.contacts.values() if one["organization"] == id]
        return Response(200, self.page(request, found, 1, 20, self.show_contact))

    # ------------------------------------------------ contact points (core/contact_point)

    def show_contact(self, contact):
        return {**contact, "organization": self.show_organization(contact["organization"]), "owner": self.show_user(contact["owner"])}

    def contact(self, request, id):
        if id not in self.contacts:
            raise refuse(404, "Not Found")
        return Response(200, self.show_contact(self.contacts[id]))

    def contact_roles(self, request):
        return Response(200, [{"id": role, "label": role} for role in CONTACT_ROLES])

    def create_contact(self, request):
        """The same contact twice is one: 201, then 200."""
        body = self.json_object(request, loose=True)
        contact = {name: body.get(name) or None for name in ("name", "email", "contact_form", "role", "organization", "owner")}
        self.check_contact(contact)
        if not contact["organization"]:
            contact["owner"] = self.user["id"]
        same = next((one for one in self.contacts.values() if {**one, "id": None} == {**contact, "id": None}), None)
        if same:
            return Response(200, self.show_contact(same))
        contact["id"] = new_id()
        self.contacts[contact["id"]] = contact
        return Response(201, self.show_contact(contact))

    def check_contact(self, contact):
        def fault(field, message, status=400):
            return Answer(status, {"errors": {field: message} if field else {}, "message": message})

        if contact["role"] and contact["role"] not in CONTACT_ROLES:
            raise fault("role", f"'{contact['role']}' is not a valid choice. Valid choices: {CONTACT_ROLES}")
        if re.search(r"https?://|www\.|\w\.(?:org|fr|com|net)\b", contact["name"] or ""):
            raise fault("name", "URLs not allowed in this field")
        if contact["email"] and not re.fullmatch(r"[^@\s]+@[^@\s]+\.[a-z]{2,}", contact["email"], re.IGNORECASE):
            raise fault("email", "Invalid email address")
        organization = contact["organization"]
        if organization and not self.organizations.get(organization, {}).get("mine"):
            raise fault("organization", "Permission denied for this organization")
        if not contact["name"] and not contact["email"] and not contact["contact_form"]:
            raise fault(None, "A contact point requires a name, an email or a contact form")
        if contact["role"] == "contact" and not contact["email"] and not contact["contact_form"]:
            raise fault(None, "At least an email or a contact form is required for a contact point")
        if not contact["role"]:
            raise unsound("ContactPoint:None", "role", "Field is required")
        wrong = contact["contact_form"] and url_fault(contact["contact_form"], self.base, self.tlds)
        if wrong:
            raise unsound("ContactPoint:None", "contact_form", wrong)

    # ------------------------------------------------ lists that never change

    def list_extensions(self, request):
        return Response(200, sorted(set(self.extensions)))

    def list_licenses(self, request):
        return Response(200, [{"id": id, "title": title, "url": url, "maintainer": None, "flags": [], "alternate_titles": [],
                               "alternate_urls": []} for id, title, url in LICENCES])

    def list_frequencies(self, request):
        return Response(200, [{"id": id, "label": id} for id in FREQUENCIES])

    def list_types(self, request):
        return Response(200, [{"id": id, "label": id} for id in RESOURCE_TYPES])

    def list_schemas(self, request):
        return Response(200, [{"name": name, "versions": [{"version_name": version, "schema_url": f"{SCHEMA_HOST}/{name}/{version}/schema.json"}],
                               "schema_type": "tableschema", "schema_url": f"{SCHEMA_HOST}/{name}/latest/schema.json"}
                              for name, version in SCHEMAS.items()])

    # ------------------------------------------------ places (core/spatial/api.py)

    def feature(self, id):
        level, code, name = self.zones[id]
        return {"id": id, "type": "Feature", "properties": {"slug": slug(name), "name": name, "code": code, "level": level,
                                                            "uri": f"https://id.example.org/{level}/{code}"}}

    def zone(self, request, id):
        if id not in self.zones:
            raise refuse(404, "Not Found")
        return Response(200, self.feature(id))

    def zone_list(self, request, ids):
        unknown = [id for id in ids.split(",") if id not in self.zones]
        if unknown:
            raise refuse(404, f"Unknown zone identifiers: {', '.join(unknown)}")
        nowhere = {"geometry": {"coordinates": None, "type": None}}
        return Response(200, {"type": "FeatureCollection", "features": [{**self.feature(id), **nowhere} for id in ids.split(",")]})

    def suggest_zones(self, request):
        q = request.argument("q")
        if q is None:
            raise self.bad_argument("q", "The string to autocomplete/suggest Missing required parameter in the query string")
        order = [id for id, _ in LEVELS]
        found = [(level, code, name) for level, code, name in ZONES if q.lower() in f"{name} {level}:{code}".lower()]
        found.sort(key=lambda zone: order.index(zone[0]))
        return Response(200, [{"id": f"{level}:{code}", "name": name, "code": code, "level": level,
                               "uri": f"https://id.example.org/{level}/{code}"} for level, code, name in found])

    def levels(self, request):
        return Response(200, [{"id": id, "name": name} for id, name in LEVELS])

    def granularities(self, request):
        return Response(200, [{"id": id, "name": name} for id, name in GRANULARITIES])


def redirect(status, location):
    return Answer(status, b"<!doctype html><title>Redirecting...</title>",
                  {"Location": location, "Content-Type": "text/html; charset=utf-8"})


def mime_of(path):
    return MIMES.get(os.path.splitext(path)[1][1:].lower(), "application/octet-stream")


def quality(dataset):
    """core/dataset/models.py compute_quality and compute_quality_score; periods in the future count as kept."""
    resources, frequency = dataset["resources"], dataset["frequency"]
    known = frequency not in (None, "unknown")
    result = {"license": bool(dataset["license"]), "temporal_coverage": bool(dataset["temporal_coverage"]),
              "spatial": bool(dataset["spatial"]), "update_frequency": known,
              "dataset_description_quality": len(dataset["description"]) > LONG_DESCRIPTION}
    if known:
        result["update_fulfilled_in_time"] = True
    if resources:
        result["has_open_format"] = not all((one["format"] or "pdf") in CLOSED_FORMATS for one in resources)
        result["all_resources_available"] = True
        result["resources_documentation"] = any(one["type"] == "documentation" or one["description"] for one in resources)
    score = sum(result.values()) / 9
    return {**result, **({"has_resources": True} if resources else {}), "score": score}


def main():
    parser = faults.parser(__doc__.splitlines()[0])
    parser.add_argument("--upload-extensions", "--max-upload-extensions", default="default",
                        help="extensions that may be uploaded, with commas; `default` stands for udata's own")
    parser.add_argument("--tld", default="example", help="reserved top-level domains accepted in URLs, with commas")
    options = parser.parse_args()
    faults.serve(lambda control, base: Portal(control, base, options), options.port)


if __name__ == "__main__":
    main()

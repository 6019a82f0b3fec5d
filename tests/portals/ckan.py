#!/usr/bin/env python3
"""A fake of CKAN 2.12's action API (`/api/3/action/…`) on loopback: ckan.py --port 0 --key SECRET

It holds everything in memory and answers as a CKAN with default settings and without extensions
does, the odd answers included; each rule names the file of CKAN it comes from. It was compared,
request by request, with CKAN 2.12.0 on PostgreSQL. Faults and what tests may ask: `faults.py`.

The key's user is an editor of the organization `ville`; another one, `autre`, is not the user's,
nor is its dataset `jeu-d-ailleurs`. A wrong key is no error: who has it is nobody, who may read.

Where it knowingly differs from CKAN: `package_search` knows words in `q` and `name:value` pairs in
`fq`, not the whole language of Solr; groups, views, activities and the like are not there.
"""
import copy
import datetime
import hashlib
import json
import mimetypes
import os.path
import re
import unicodedata
import uuid
from urllib.parse import urlsplit

import faults
from faults import Response, Upload

# model/license.py: id, title, url, and whether it counts as open.
DEFINED = "http://www.opendefinition.org/licenses"
LICENCES = [(id, title, f"{DEFINED}/{id}" if link is True else link or "", open_) for id, title, link, open_ in [
    ("notspecified", "License not specified", False, False),
    ("odc-pddl", "Open Data Commons Public Domain Dedication and License (PDDL)", True, True),
    ("odc-odbl", "Open Data Commons Open Database License (ODbL)", True, True),
    ("odc-by", "Open Data Commons Attribution License", True, True),
    ("cc-zero", "Creative Commons CCZero", True, True),
    ("cc-by", "Creative Commons Attribution", True, True),
    ("cc-by-sa", "Creative Commons Attribution Share-Alike", True, True),
    ("gfdl", "GNU Free Documentation License", True, True),
    ("other-open", "Other (Open)", False, True),
    ("other-pd", "Other (Public Domain)", False, True),
    ("other-at", "Other (Attribution)", False, True),
    ("uk-ogl", "UK Open Government Licence (OGL)",
     "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/", True),
    ("cc-nc", "Creative Commons Non-Commercial (Any)", "http://creativecommons.org/licenses/by-nc/2.0/", False),
    ("other-nc", "Other (Non-Commercial)", False, False),
    ("other-closed", "Other (Not Open)", False, False),
]]
# config/resource_formats.json: the name shown, and what else is known under it.
FORMATS = {name.lower(): shown for shown, *names in [
    ("CSV", "csv", "text/csv", "text/comma-separated-values"), ("JSON", "json", "application/json"),
    ("GeoJSON", "geojson", "application/geo+json"), ("TSV", "tsv", "text/tab-separated-values", "text/tsv"),
    ("XML", "xml", "application/xml", "text/xml"), ("HTML", "html", "text/html", "htm"), ("TXT", "txt", "text/plain"),
    ("PDF", "pdf", "application/pdf"), ("ZIP", "zip", "application/zip"), ("GZ", "gz", "application/gzip", "application/x-gzip"),
    ("RDF", "rdf", "application/rdf+xml", "rdf/xml"), ("N3", "n3", "application/x-n3"), ("SVG", "svg", "image/svg+xml"),
    ("PNG", "png", "image/png"), ("JPEG", "jpeg", "image/jpeg", "jpg"), ("KML", "kml", "application/vnd.google-earth.kml+xml"),
    ("ODS", "ods", "application/vnd.oasis.opendocument.spreadsheet"), ("XLS", "xls", "application/vnd.ms-excel", "excel"),
    ("XLSX", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")] for name in names}
# logic/schema: fields of a dataset that an extra may not be named after.
ROOT_FIELDS = set("""id name title author author_email maintainer maintainer_email license_id notes url version state type
    owner_org private resources tags tag_string plugin_data extras save return_to relationships_as_object
    relationships_as_subject groups metadata_modified""".split())
# model/package.py: what an update leaves out, it erases.
PACKAGE_TEXTS = ("author", "author_email", "maintainer", "maintainer_email", "license_id", "notes", "url", "version")
# model/resource.py: likewise, and what stays where it is left out.
RESOURCE_TEXTS = ("description", "resource_type", "mimetype", "mimetype_inner")
RESOURCE_KEPT = ("name", "hash", "cache_url", "url_type")
RESOURCE_OWN = {"id", "package_id", "url", "format", "size", "created", "last_modified", "cache_last_updated", "metadata_modified",
                "state", "position", "upload", "clear_upload", "extras", "revision_timestamp", "tracking_summary",
                *RESOURCE_TEXTS, *RESOURCE_KEPT}
# Actions without effect, which may be asked by GET.
READING = {"package_show", "package_search", "package_list", "resource_show", "license_list", "organization_show", "organization_list",
           "organization_list_for_user", "user_show", "status_show"}


JSON = {"Content-Type": "application/json;charset=utf-8"}


class Failed(Exception):
    """An action that fails: its status and its `error` (views/api.py)."""

    def __init__(self, status, kind, **error):
        super().__init__(status, kind)
        self.status, self.error = status, {**error, "__type": kind}


def invalid(**errors):
    return Failed(409, "Validation Error", **errors)


def missing(name):
    return invalid(**{name: ["Missing value"]})


def forbidden(message):
    return Failed(403, "Authorization Error", message=f"Access denied: {message}")


def not_found(message=None):
    return Failed(404, "Not Found Error", message=f"Not found: {message}" if message else "Not found")


def broken():
    """What CKAN answers where its code fails."""
    return Failed(500, "Internal Server Error", message="Internal Server Error")


def malformed(message, value):
    return Failed(400, "Integrity Error", message=message, data=value)


def page(status):
    """Outside of actions, errors are pages."""
    return Response(status, b"<!DOCTYPE html><title>CKAN</title>", {"Content-Type": "text/html; charset=utf-8"})


def now():
    return datetime.datetime.now(datetime.UTC).replace(tzinfo=None).isoformat()


# ---------------------------------------------------------------- values

def text(value):
    """lib/navl/validators.py unicode_safe: whatever is no text becomes JSON."""
    if value is None or isinstance(value, str):
        return value or ""
    return json.dumps(value, sort_keys=True, ensure_ascii=False)


def truth(value):
    """logic/validators.py boolean_validator"""
    return value.lower() in ("true", "yes", "t", "y", "1") if isinstance(value, str) else bool(value)


def whole(value):
    """logic/validators.py int_validator"""
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    try:
        if float(value) == int(float(value)) and not (isinstance(value, str) and "." in value):
            return int(value)
    except (TypeError, ValueError):
        pass
    raise ValueError("Invalid integer")


def iso(value):
    """logic/validators.py isodate"""
    if value in (None, ""):
        return None
    try:
        return datetime.datetime.fromisoformat(value).isoformat()
    except (TypeError, ValueError):
        raise ValueError("Date format incorrect") from None


def file_name(name):
    """lib/munge.py munge_filename"""
    name = os.path.split(name)[1].lower().strip()
    name = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    name = re.sub("-+", "-", re.sub(r"[^a-z0-9_. -]", "", name).replace(" ", "-"))
    stem, extension = os.path.splitext(name)
    extension = extension[:21]
    return stem.ljust(max(1, 3 - len(extension)), "_")[:100 - len(extension)] + extension


def media_type(name):
    return mimetypes.guess_type(name)[0] if name else None


def shown_format(name):
    """lib/helpers.py unified_resource_format"""
    return FORMATS.get(name.lower(), name)


# ---------------------------------------------------------------- datasets (logic/schema, logic/validators.py)

class Checker:
    """Collects the errors of one dataset; `kept` is what is stored of it, or None."""

    def __init__(self, portal, value, kept):
        self.portal, self.value, self.kept = portal, value, kept
        self.errors, self.out = {}, {}

    def fail(self, field, *messages):
        self.errors.setdefault(field, []).extend(messages)

    def lists(self):
        for field in ("resources", "tags", "extras", "groups"):
            value = self.value.get(field, [])
            if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
                raise malformed(f"Only lists of dicts can be placed against subschema ('{field}',), not {type(value)}",
                                {"type": "dataset", **self.value})

    def name(self):
        value = self.value.get("name")
        if value in (None, ""):
            if self.kept is None:
                return self.fail("name", "Missing value")
            self.out["name"] = self.kept["name"]
            return None
        if self.kept is None:
            value = text(value)
        if not isinstance(value, str):
            return self.fail("name", "Names must be strings")
        self.out["name"] = value
        taken = self.portal.named(value)
        if taken and taken["state"] != "deleted" and taken is not self.kept:
            self.fail("name", "That URL is already in use.")
        elif value in ("new", "edit", "search"):
            self.fail("name", "That name cannot be used")
        elif len(value) < 2:
            self.fail("name", "Must be at least 2 characters long", f'Name "{value}" length is less than minimum 2')
        elif len(value) > 100:
            self.fail("name", "Name must be a maximum of 100 characters long", f'Name "{value}" length is more than maximum 100')
        elif not re.fullmatch(r"[a-z0-9_\-]*", value):
            self.fail("name", "Must be purely lowercase alphanumeric (ascii) characters and these symbols: -_")
        return None

    def texts(self):
        self.out["title"] = text(self.value.get("title")) or self.out.get("name")
        for field in PACKAGE_TEXTS:
            value = self.value.get(field)
            self.out[field] = None if value is None else text(value)
        for field in ("author_email", "maintainer_email"):
            value = (self.out[field] or "").strip()
            if value and not re.fullmatch(r"[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9-]+(\.[a-zA-Z0-9-]+)*", value):
                self.fail(field, f"Email {value} is not a valid format")
            elif value and "@" not in value:
                self.fail(field, f"Email {value} is not a valid format")
        if len(self.out["version"] or "") > 100:
            self.fail("version", "Version must be a maximum of 100 characters long")

    def organization(self):
        value = self.value.get("owner_org")
        if value is None and self.kept:
            self.out["owner_org"] = self.kept["owner_org"]
        elif value in (None, ""):
            self.fail("owner_org", "An organization must be provided")
        elif self.portal.organization(value) is None:
            self.fail("owner_org", "Organization does not exist")
        else:
            organization = self.portal.organization(value)
            self.out["owner_org"] = organization["id"]
            changed = not self.kept or self.kept["owner_org"] != organization["id"]
            if changed and not organization["mine"]:
                self.fail("owner_org", "You cannot add a dataset to this organization")

    def tags(self):
        names, wrong = [], []
        for tag in self.value.get("tags", []):
            if not tag:
                continue
            name, messages = tag.get("name"), []
            if not name:
                wrong.append("Missing value")
                continue
            name = text(name)
            if len(name) < 2:
                messages.append(f'Tag "{name}" length is less than minimum 2')
            if len(name) > 100:
                messages.append(f'Tag "{name}" length is more than maximum 100')
            if not re.match(r"[\w \-.]*$", name):
                messages.append(f'Tag "{name}" can only contain alphanumeric characters, spaces (" "), hyphens ("-"),'
                                ' underscores ("_") or dots (".")')
            if messages:
                wrong.append(", ".join(messages))
            names.append(name)
        if wrong:
            self.errors["tags"] = wrong
        self.out["tags"] = sorted(set(names))

    def extras(self):
        found, wrong = {}, []
        for extra in self.value.get("extras", []):
            key, fault = extra.get("key"), {}
            if key in (None, ""):
                fault["key"] = ["Missing value"]
            elif key in ROOT_FIELDS:
                fault["key"] = ["There is a schema field with the same name"]
            if "value" not in extra:
                fault["value"] = ["Missing value"]
            if key in found:
                self.errors["extras_validation"] = [f'Duplicate key "{key}"']
            found[key] = text(extra.get("value"))
            wrong.append(fault)
        if any(wrong):
            self.errors["extras"] = wrong
        self.out["extras"] = found

    def rest(self):
        if self.value.get("groups"):
            raise not_found("Group was not found.")
        if self.kept is None and self.value.get("id"):
            self.fail("id", "The input field id was not expected.")
        private = self.value.get("private")
        self.out["private"] = self.kept["private"] if self.kept and private is None else truth(private)
        # Who makes a dataset may not choose its state; who changes one may.
        state = self.value.get("state")
        self.out["state"] = (state or self.kept["state"]) if self.kept else "active"
        self.out["type"] = self.kept["type"] if self.kept else text(self.value.get("type")) or "dataset"

    def resources(self):
        """Without `resources`, those there are stay."""
        if "resources" not in self.value:
            self.out["resources"] = self.kept["resources"] if self.kept else []
            return
        there = {one["id"]: one for one in self.kept["resources"]} if self.kept else {}
        made, wrong = [], []
        for value in self.value["resources"]:
            resource, fault = read_resource(value, there.get(value.get("id")), guess=self.kept is not None)
            made.append(resource)
            wrong.append(fault)
        if any(wrong):
            self.errors["resources"] = wrong
        self.out["resources"] = made

    def check(self):
        self.lists()
        for step in (self.name, self.texts, self.organization, self.tags, self.extras, self.rest, self.resources):
            step()
        if self.errors:
            raise invalid(**self.errors)
        return self.out


def read_resource(value, kept, guess):
    """logic/schema default_resource_schema and lib/uploader.py ResourceUpload: (resource, errors).

    The media type is guessed for resources of an update only: those that come with a new dataset get none.
    """
    kept, errors = kept or {}, {}
    upload = value.get("upload")
    upload = upload if isinstance(upload, Upload) and upload.filename else None
    url = text(value.get("url")).strip()
    out = {"id": kept.get("id") or value.get("id") or str(uuid.uuid4()), "created": kept.get("created") or now()}
    guessed = media_type(url) if url and urlsplit(url).path else None
    if upload:
        value = {**value, "url_type": "upload", "last_modified": now(), "size": len(upload.data)}
        url = file_name(upload.filename)
        guessed = guessed or media_type(url)
        out["data"] = upload.data
    elif value.get("clear_upload"):
        value = {**value, "url_type": ""}
    if guess and "mimetype" not in value:
        value = {**value, "mimetype": guessed}
    for field in RESOURCE_TEXTS:
        out[field] = None if value.get(field) is None else text(value[field])
    for field in RESOURCE_KEPT:
        given = value.get(field)
        out[field] = text(given) if given is not None else kept.get(field, "" if field == "hash" else None)
    for field, read in (("size", whole), ("created", iso), ("last_modified", iso), ("cache_last_updated", iso)):
        out[field] = checked(read, value, field, out.get(field, kept.get(field)), errors)
    if out["url_type"] == "upload" and not upload and "data" in kept:
        out["data"] = kept["data"]
    out["format"] = read_format(value.get("format"), url, kept)
    # An uploaded file is known by its last name only, whatever URL is told.
    out["url"] = url.rsplit("/", 1)[-1] if out["url_type"] == "upload" else url
    out["more"] = {name: given for name, given in value.items() if name not in RESOURCE_OWN}
    same = kept and all(out[name] == kept.get(name) for name in out)
    out["modified"] = kept["modified"] if same else now()
    return out, errors


def checked(read, value, field, stored, errors):
    try:
        found = read(value.get(field))
    except ValueError as error:
        errors[field] = [str(error)]
        return None
    return stored if found is None else found


def read_format(given, url, kept):
    """logic/validators.py if_empty_guess_format: only a new resource's is guessed."""
    if given:
        return shown_format(text(given))
    if kept:
        return kept["format"]
    parsed = urlsplit(url)
    if not url or (parsed.scheme and not parsed.path):
        return ""
    return shown_format(media_type(url) or "")


# ---------------------------------------------------------------- the portal

class Ckan:
    def __init__(self, control, base, options):
        self.control, self.base, self.key = control, base, options.key
        self.max_bytes = options.max_resource_size << 20
        self.packages = {}
        self.user = {"id": str(uuid.uuid4()), "name": "agent", "created": now()}
        self.organizations = [{"id": str(uuid.uuid4()), "name": name, "title": name.title(), "created": now(), "mine": mine}
                              for name, mine in (("ville", True), ("autre", False))]
        self.signed = True
        self.foreign = self.add_foreign()

    def add_foreign(self):
        self.organizations[1]["mine"] = True
        id = self.do_package_create({"name": "jeu-d-ailleurs", "owner_org": "autre"})["id"]
        self.organizations[1]["mine"] = False
        return id

    def known(self):
        return {"key": self.key, "organization": "ville", "organization_id": self.organizations[0]["id"],
                "other_organization": self.organizations[1]["id"], "foreign_package": self.foreign}

    def state(self):
        """Datasets of the user's organizations under `packages`, all others under `foreign`."""
        shown = [self.state_of(package) for package in self.packages.values()]
        return {"packages": [one for one in shown if one["id"] != self.foreign],
                "foreign": [one for one in shown if one["id"] == self.foreign]}

    def edit(self, value):
        """What somebody changes in the portal's pages."""
        package = self.packages[value["dataset"]]
        one = next((one for one in package["resources"] if one["id"] == value.get("resource")), None)
        if value.get("delete"):
            package["resources"].remove(one)
        if value.get("copy"):
            package["resources"].append({**one, "id": value["copy"]})
        (package if one is None else one).update(value.get("set", {}))

    def state_of(self, package):
        shown = self.show(package)
        for one, stored in zip(shown["resources"], package["resources"]):
            if "data" in stored:
                one.update(uploaded_sha256=hashlib.sha256(stored["data"]).hexdigest(), uploaded_size=len(stored["data"]))
        return shown

    # ------------------------------------------------ requests (views/api.py)

    def key_state(self, request):
        given = request.header("Authorization")
        return None if not given else "good" if given == self.key and not self.control.expired else "bad"

    def answer(self, request):
        match = re.fullmatch(r"/api/(?:3/)?action/(\w+)", request.path)
        if not match:
            return self.elsewhere(request)
        name, self.signed = match[1], self.key_state(request) == "good"
        act = getattr(self, f"do_{name}", None)
        if act is None:
            return Response(400, f"Bad request: Action name not known: {name}", JSON)
        envelope = {"help": f"{self.base}/api/3/action/help_show?name={name}"}
        try:
            value = self.read(request, name)
            if isinstance(value, Response):
                return value
            self.changed = None
            envelope.update(success=True, result=act(value))
            if name == "package_update" and self.changed:
                envelope["changed_entities"] = {"packages": [self.changed]}
            return Response(200, envelope, JSON)
        except Failed as failed:
            envelope.update(error=failed.error, success=False)
            return Response(failed.status, json.loads(json.dumps(envelope, default=str)), JSON)

    def elsewhere(self, request):
        if request.path.rstrip("/") == "/api/3":
            return Response(200, {"version": 3}, JSON)
        download = re.fullmatch(r"/dataset/[^/]+/resource/([^/]+)/download/[^/]+", request.path)
        if download:
            package, resource = self.holder(download[1])
            if resource and "data" in resource and self.readable(package):
                return Response(200, resource["data"], {"Content-Type": resource["mimetype"] or "application/octet-stream"})
        return page(405 if request.path.startswith("/api/3/action/") else 404)

    def read(self, request, action):
        """The object an action is given: from the query (reading actions only), a form, or JSON."""
        if request.method == "GET":
            if action not in READING:
                return self.bad("Invalid request. Please use POST method for your request")
            return dict(request.query)
        if request.media_type == "multipart/form-data":
            fields, files = request.form()
            return {**fields, **{name: file for name, file in files.items()}}
        if request.media_type == "application/x-www-form-urlencoded":
            return dict(faults.decode_query(request.body.decode()))
        if not request.body:
            return dict(request.query) if action in READING else {}
        if request.media_type != "application/json":
            return page(415)
        try:
            value = json.loads(request.body)
        except ValueError:
            return self.bad("Error decoding JSON data. Error: <BadRequest '400: Bad Request'> JSON data extracted from the request: {}")
        if not isinstance(value, dict):
            return self.bad(f"Request data JSON decoded to {value!r} but it needs to be a dictionary.")
        return value

    def bad(self, why):
        return Response(400, f"Bad request: JSON Error: {why}", JSON)

    # ------------------------------------------------ who may do what (logic/auth)

    @property
    def who(self):
        return self.user["name"] if self.signed else ""

    def organization(self, name):
        return next((one for one in self.organizations if name in (one["id"], one["name"])), None)

    def mine(self, package):
        return self.signed and self.organization(package["owner_org"])["mine"]

    def readable(self, package):
        return self.mine(package) or not (package["private"] or package["state"] != "active")

    def need(self, package, doing):
        if not self.mine(package):
            raise forbidden(f"User {self.who} not authorized to {doing}")

    # ------------------------------------------------ finding

    def named(self, name):
        return next((one for one in self.packages.values() if one["name"] == name), None)

    def package(self, name, message=None):
        found = self.packages.get(name) if isinstance(name, str) else None
        found = found or self.named(name)
        if not found:
            raise not_found(message)
        return found

    def holder(self, id, deleted=False):
        """The dataset and the resource of this id; a resource is only gone for good with the next change of its dataset."""
        for package in self.packages.values():
            for resource in package["resources"] + (package["gone"] if deleted else []):
                if resource["id"] == id:
                    return package, resource
        return None, None

    # ------------------------------------------------ what is shown (lib/dictization/model_dictize.py)

    def show(self, package):
        licence = next((one for one in LICENCES if one[0] == package["license_id"]), None)
        return {
            **{field: package[field] for field in (*PACKAGE_TEXTS, "id", "name", "title", "owner_org", "private", "state", "type")},
            "creator_user_id": self.user["id"], "isopen": bool(licence and licence[3]),
            "license_title": licence[1] if licence else package["license_id"],
            **({"license_url": licence[2]} if licence and licence[2] else {}),
            "metadata_created": package["created"], "metadata_modified": package["modified"],
            "num_resources": len(package["resources"]), "num_tags": len(package["tags"]),
            "organization": self.show_organization(self.organization(package["owner_org"])),
            "extras": [{"key": key, "value": value} for key, value in package["extras"].items()],
            "tags": [{"name": tag, "display_name": tag, "id": str(uuid.uuid5(uuid.NAMESPACE_URL, tag)), "state": "active",
                      "vocabulary_id": None} for tag in package["tags"]],
            "resources": [self.show_resource(package, at) for at in range(len(package["resources"]))],
            "groups": [], "relationships_as_subject": [], "relationships_as_object": [],
        }

    def show_organization(self, one):
        return {**{field: one[field] for field in ("id", "name", "title", "created")}, "type": "organization", "description": "",
                "image_url": "", "is_organization": True, "approval_status": "approved", "state": "active"}

    def show_resource(self, package, at):
        one = package["resources"][at]
        url = one["url"]
        if one["url_type"] == "upload":
            url = f"{self.base}/dataset/{package['id']}/resource/{one['id']}/download/{file_name(url)}"
        elif url and not urlsplit(url).scheme:
            url = f"http://{url.lstrip('/')}"
        return {**one["more"], **{field: one[field] for field in (*RESOURCE_TEXTS, *RESOURCE_KEPT, "id", "format", "size", "created",
                                                                  "last_modified", "cache_last_updated")},
                "metadata_modified": one["modified"], "package_id": package["id"], "position": at, "state": "active", "url": url}

    # ------------------------------------------------ reading actions (logic/action/get.py)

    def do_status_show(self, value):
        return {"site_title": "CKAN", "site_description": "", "site_url": self.base, "error_emails_to": "", "locale_default": "en",
                "extensions": [], "ckan_version": "2.12.0"}

    def do_license_list(self, value):
        return [{"id": id, "title": title, "url": url, "status": "active", "maintainer": "", "family": "",
                 "od_conformance": "approved" if open_ else "not reviewed", "osd_conformance": "not reviewed",
                 "is_generic": str(not url)} for id, title, url, open_ in LICENCES]

    def do_user_show(self, value):
        id = value.get("id") or (self.who or None)
        if id not in (self.user["id"], self.user["name"]):
            raise not_found()
        private = {"email": "agent@example.org", "apikey": None} if self.signed else {}
        return {**self.user, "display_name": self.user["name"], "fullname": None, "about": None, "sysadmin": False, "state": "active",
                "image_url": None, "image_display_url": None, "number_created_packages": len(self.packages) - 1, **private}

    def do_organization_show(self, value):
        if not value.get("id"):
            raise missing("id")
        one = self.organization(value["id"])
        if not one:
            raise not_found()
        count = sum(package["owner_org"] == one["id"] and package["state"] == "active" for package in self.packages.values())
        return {**self.show_organization(one), "display_name": one["title"], "image_display_url": "", "num_followers": 0,
                "package_count": count, "users": [], "extras": [], "groups": []}

    def do_organization_list(self, value):
        return [one["name"] for one in self.organizations]

    def do_organization_list_for_user(self, value):
        """Nobody's are none: a wrong key gets an empty list, not an error."""
        return [{**self.show_organization(one), "capacity": "editor", "display_name": one["title"], "image_display_url": ""}
                for one in self.organizations if self.signed and one["mine"]]

    def do_package_list(self, value):
        return sorted(one["name"] for one in self.packages.values() if one["state"] == "active" and not one["private"])

    def do_package_show(self, value):
        name = value.get("id") or value.get("name_or_id")
        if not name:
            raise missing("name_or_id")
        package = self.package(name)
        if not self.readable(package):
            raise forbidden(f"User {self.who} not authorized to read package {package['id']}")
        return self.show(package)

    def do_resource_show(self, value):
        if not value.get("id"):
            raise missing("id")
        package, resource = self.holder(value["id"])
        if not resource:
            raise not_found()
        if not self.readable(package):
            raise forbidden(f"User {self.who} not authorized to read resource {value['id']}")
        return self.show_resource(package, package["resources"].index(resource))

    def do_package_search(self, value):
        """Words of `q` in name, title, notes and tags; `field:value` or `field:"value"` in `fq` and `q`, extras with or without `extras_`."""
        pairs, words = [], []
        for field, quoted, bare, word in re.findall(r'([\w-]+):(?:"([^"]*)"|(\S+))|(\S+)', f"{value.get('q') or ''} {value.get('fq') or ''}"):
            words.append(word) if word else pairs.append((field, quoted or bare))
        found = [one for one in self.packages.values() if one["state"] == "active" and
                 (not one["private"] or (truth(value.get("include_private")) and self.mine(one)))]
        found = [one for one in found if all(self.matches(one, field, wanted) for field, wanted in pairs)
                 and all(word.strip("*+").lower() in self.words(one) for word in words)]
        start, rows = whole(value.get("start")) or 0, whole(value.get("rows"))
        part = found[::-1][start:start + (10 if rows is None else rows)]
        return {"count": len(found), "facets": {}, "results": [self.show(one) for one in part], "search_facets": {},
                "sort": "score desc, metadata_modified desc"}

    def words(self, package):
        return " ".join([package["name"], package["title"] or "", package["notes"] or "", *package["tags"]]).lower()

    def matches(self, package, field, wanted):
        if field == "organization":
            return self.organization(package["owner_org"])["name"] == wanted
        if field == "tags":
            return wanted in package["tags"]
        plain = {name: package[name] for name in ("id", "name", "title", "owner_org", "license_id", "state", "type")}
        return {**package["extras"], **plain}.get(field.removeprefix("extras_")) == wanted

    # ------------------------------------------------ datasets (logic/action/create.py, update.py, patch.py, delete.py)

    def do_package_create(self, value):
        if not self.signed:
            raise forbidden("User  not authorized to create packages")
        owner = value.get("owner_org")
        if owner and not (self.organization(owner) or {}).get("mine"):
            raise forbidden(f"User {self.who} not authorized to add dataset to this organization")
        made = Checker(self, value, None).check()
        deleted = self.named(made["name"])
        if deleted:
            # lib/dictization table_dict_save: a deleted dataset gives its name away.
            deleted["name"] = deleted["id"]
        self.fits(made)
        package = {**made, "id": str(uuid.uuid4()), "created": now(), "modified": now(), "gone": []}
        self.packages[package["id"]] = package
        return self.show(package)

    def fits(self, made):
        """lib/uploader.py: a file that is too large is refused after everything else was found right."""
        for resource in made["resources"]:
            if len(resource.get("data", b"")) > self.max_bytes:
                raise invalid(upload=["File upload too large"])

    def do_package_update(self, value):
        name = value.get("id") or value.get("name")
        if name is None:
            raise invalid(id="Missing value")
        package = self.package(name, "Package was not found.")
        self.need(package, f"edit package {package['id']}")
        return self.change(package, value)

    def change(self, package, value):
        """Store what an update says, if it says anything new."""
        made = Checker(self, value, package).check()
        self.fits(made)
        before = copy.copy(package)
        kept_ids = {one["id"] for one in made["resources"]}
        if [one["id"] for one in made["resources"]] != [one["id"] for one in package["resources"]]:
            made["gone"] = [one for one in package["resources"] if one["id"] not in kept_ids]
        package.update(made)
        if any(package[field] != before[field] for field in made if field != "gone"):
            package["modified"], self.changed = now(), package["id"]
        return self.show(package)

    def do_package_patch(self, value):
        if not value.get("id"):
            raise invalid(message="Missing id, can not get Package object")
        package = self.package(value["id"])
        self.need(package, f"edit package {package['id']}")
        return self.change(package, {**self.show(package), **value, "id": package["id"]})

    def do_dataset_purge(self, value):
        raise Failed(403, "Authorization Error", message="Access denied")

    def do_package_delete(self, value):
        if not value.get("id"):
            raise missing("id")
        package = self.package(value["id"])
        self.need(package, f"edit package {package['id']}")
        package["state"] = "deleted"

    # ------------------------------------------------ resources

    def do_resource_create(self, value):
        if not value.get("package_id"):
            raise missing("package_id")
        package = self.package(value["package_id"])
        self.need(package, f"create resources on dataset {value['package_id']}")
        stray = next((one for name, one in value.items() if isinstance(one, Upload) and name != "upload"), None)
        if stray:
            raise broken()
        self.change_resources(package, [*self.shown(package), value], -1)
        return self.show_resource(package, len(package["resources"]) - 1)

    def shown(self, package):
        return self.show(package)["resources"]

    def change_resources(self, package, resources, at):
        """A change of one resource is an update of its dataset, whose errors are told as the resource's."""
        try:
            self.change(package, {**self.show(package), "resources": resources})
        except Failed as failed:
            if "resources" in failed.error:
                raise invalid(**failed.error["resources"][at]) from None
            raise

    def do_resource_update(self, value):
        """All fields anew: what is left out of description, type and media type is erased, and so are a resource's own fields."""
        if not value.get("id"):
            raise missing("id")
        package, resource = self.holder(value["id"])
        if not resource:
            raise not_found("Resource was not found.")
        self.need(package, f"edit resource {value['id']}")
        at = package["resources"].index(resource)
        resources = self.shown(package)
        resources[at] = value
        self.change_resources(package, resources, at)
        return self.show_resource(package, at)

    def do_resource_patch(self, value):
        if not value.get("id"):
            raise invalid(message="Missing id, can not get Resource object")
        package, resource = self.holder(value["id"])
        if not resource:
            raise not_found()
        self.need(package, f"edit resource {value['id']}")
        return self.do_resource_update({**self.show_resource(package, package["resources"].index(resource)), **value})

    def do_resource_delete(self, value):
        if not value.get("id"):
            raise missing("id")
        package, resource = self.holder(value["id"], deleted=True)
        if not resource:
            raise not_found()
        self.need(package, f"delete resource {value['id']}")
        if resource in package["resources"]:
            self.change(package, {**self.show(package), "resources": [one for one in self.shown(package) if one["id"] != value["id"]]})

    def do_package_resource_reorder(self, value):
        """Those named come first, the others follow as they are."""
        for field in ("id", "order"):
            if field not in value:
                raise missing(field)
        order = value["order"]
        if not isinstance(order, list):
            raise invalid(order="Must be a list of resource")
        if any(not isinstance(one, str) for one in order):
            raise broken()
        if len(set(order)) != len(order):
            raise invalid(order="Must supply unique resource_ids")
        package = self.package(value["id"])
        there = {one["id"]: one for one in self.shown(package)}
        stranger = next((id for id in order if id not in there), None)
        if stranger is not None:
            raise invalid(order=f"resource_id {stranger} can not be found")
        self.need(package, f"edit package {package['id']}")
        wanted = [there.pop(id) for id in order] + list(there.values())
        self.change(package, {**self.show(package), "resources": wanted})
        return {"id": value["id"], "order": [one["id"] for one in wanted]}


def main():
    parser = faults.parser(__doc__.splitlines()[0])
    parser.add_argument("--max-resource-size", type=int, default=10, help="megabytes of an uploaded file (ckan.max_resource_size)")
    options = parser.parse_args()
    faults.serve(lambda control, base: Ckan(control, base, options), options.port)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""data.gouv.fr's API `/api/1` on loopback, as far as publishing needs it: udata.py --port 0 --key KEY

Rules are those of udata 17.18: core/dataset/api.py and forms.py (fields, reordering), core/storages/api.py (parts of uploads),
core/user/api.py (me), api/__init__.py (keys), settings.py (extensions). `real_udata.py` beside this file runs udata itself.
Options, faults and what tests may ask: faults.py.
"""
import datetime
import hashlib
import json
import re
import uuid

import faults
from faults import Response

LICENCES = {"notspecified", "lov2", "fr-lo", "odc-odbl", "odc-by", "odc-pddl", "cc-by", "cc-by-sa", "cc-zero", "other-at", "other-open", "other-pd"}
FREQUENCIES = set("continuous oneMinute daily weekly monthly quarterly semiannual annual biennial punctual irregular never notPlanned other unknown".split())
TYPES = {"main", "documentation", "update", "api", "code", "other"}
CHECKSUMS = {"sha1", "sha2", "sha256", "md5", "crc"}
EXTENSIONS = "csv txt json pdf xml rtf xls xlsx doc docx ods odt rdf n3 ttl geojson gpkg zip gz 7z tar parquet".split()
ORGANIZATION = "5f0000000000000000000001"


class Invalid(Exception):
    """A form that does not validate: its errors by field."""


class Refused(Exception):
    """Another answer than success."""

    def __init__(self, status, message):
        super().__init__(message)
        self.status = status


class Udata:
    def __init__(self, control, base, key):
        self.control, self.base, self.key = control, base, key
        self.datasets, self.chunks = {}, {}

    def known(self):
        return {"key": self.key, "organization": ORGANIZATION}

    def state(self):
        return {"datasets": list(self.datasets.values())}

    def key_state(self, request):
        given = request.header("X-API-KEY")
        return None if given is None else "good" if given == self.key and not self.control.expired else "bad"

    def answer(self, request):
        if not request.path.startswith("/api/1/"):
            return Response(404, {"message": "Not Found"})
        key = self.key_state(request)
        if key == "bad":
            return Response(401, {"message": "Invalid API token"})
        path = request.path[len("/api/1/"):]
        if key is None and (request.method != "GET" or path.startswith("me/")):
            return Response(401, {"message": "Unauthorized"})
        for method, pattern, act in self.routes():
            match = re.fullmatch(pattern, path)
            if match and method == request.method:
                try:
                    return act(request, *match.groups())
                except Invalid as invalid:
                    return Response(400, {"message": "Bad Request", "errors": invalid.args[0]})
                except Refused as refused:
                    return Response(refused.status, {"message": str(refused)})
        return Response(404, {"message": "Not Found"})

    def routes(self):
        dataset, resource = r"datasets/([0-9a-f]{24})/", r"resources/([0-9a-f-]{36})/"
        return [
            ("GET", "me/", lambda _: Response(200, {"id": "5f0000000000000000000002", "first_name": "Test"})),
            ("GET", "me/datasets/", lambda _: Response(200, [one for one in self.datasets.values() if not one["organization"]])),
            ("GET", "datasets/extensions/", lambda _: Response(200, EXTENSIONS)),
            ("GET", "datasets/", self.listed),
            ("POST", "datasets/", self.create),
            ("GET", dataset, lambda _, id: Response(200, self.find(id))),
            ("PUT", dataset, self.update),
            ("DELETE", dataset, self.delete),
            ("POST", dataset + "resources/", self.link),
            ("PUT", dataset + "resources/", self.reorder),
            ("POST", dataset + "upload/", lambda request, id: self.upload(request, id, None)),
            ("POST", dataset + resource + "upload/", self.upload),
            ("PUT", dataset + resource, self.describe),
            ("DELETE", dataset + resource, self.remove),
        ]

    def find(self, id, deleted=False):
        if id not in self.datasets:
            raise Refused(404, "Dataset not found")
        if self.datasets[id]["deleted"] and not deleted:
            raise Refused(410, "Dataset has been deleted")
        return self.datasets[id]

    def resource(self, id, rid):
        found = [one for one in self.find(id)["resources"] if one["id"] == rid]
        if not found:
            raise Refused(404, "Resource does not exist")
        return found[0]

    def listed(self, request):
        organization, size, page = request.argument("organization"), int(request.argument("page_size", 20)), int(request.argument("page", 1))
        all_ = [one for one in self.datasets.values() if not one["deleted"] and not one["private"]
                and (not organization or (one["organization"] or {}).get("id") == organization)]
        more = len(all_) > page * size
        return Response(200, {"data": all_[(page - 1) * size:page * size], "total": len(all_), "page": page, "page_size": size,
                              "next_page": f"{self.base}/api/1/datasets/?organization={organization or ''}&page_size={size}&page={page + 1}" if more else None})

    def create(self, request):
        dataset = {"id": f"{len(self.datasets) + 1:024x}", "deleted": None, "private": False, "organization": None, "extras": {}, "resources": []}
        self.fill(dataset, self.body(request))
        self.datasets[dataset["id"]] = dataset
        return Response(201, dataset)

    def update(self, request, id):
        self.fill(self.find(id), self.body(request))
        return Response(200, self.find(id))

    def delete(self, request, id):
        self.find(id)["deleted"] = datetime.datetime.now(datetime.UTC).isoformat()
        return Response(204)

    def body(self, request):
        if request.media_type != "application/json":
            raise Refused(415, "Unsupported media type")
        return json.loads(request.body)

    def fill(self, dataset, value):
        errors = {}

        def check(field, good, message):
            if not good:
                errors[field] = [message]

        check("title", isinstance(value.get("title"), str) and value["title"].strip() and len(value["title"]) <= 350, "This field is required.")
        check("description", isinstance(value.get("description"), str) and value["description"].strip() and len(value["description"]) <= 100_000, "This field is required.")
        check("license", value.get("license") in {None, *LICENCES}, "License does not exist")
        check("frequency", value.get("frequency", "unknown") in FREQUENCIES, "Not a valid choice.")
        check("tags", all(3 <= len(tag) <= 96 for tag in value.get("tags", [])), "Tag must be between 3 and 96 characters long.")
        period = value.get("temporal_coverage")
        check("temporal_coverage", period is None or all(re.fullmatch(r"\d{4}(-\d\d){0,2}", period.get(part, "")) for part in ("start", "end")), "Unable to parse date range")
        spatial = value.get("spatial") or {}
        geometry = spatial.get("geom")
        check("spatial", not (geometry and spatial.get("zones")), "You can't specify both zones and geometry")
        check("geom", geometry is None or geometry.get("type") == "MultiPolygon", "Only MultiPolygon are supported")
        organization = value.get("organization")
        check("organization", organization in (None, ORGANIZATION), "Permission denied for this organization")
        if errors:
            raise Invalid(errors)
        # Which fields a request lacks stay as they are.
        dataset |= {key: value[key] for key in value if key not in ("id", "resources", "organization", "deleted")}
        if organization:
            dataset["organization"] = {"id": organization}

    def checked(self, value, file):
        errors = {}
        if not value.get("title"):
            errors["title"] = ["This field is required."]
        if value.get("type", "other") not in TYPES:
            errors["type"] = ["Not a valid choice"]
        if not file and not re.match(r"https?://[^/]+/", value.get("url") or ""):
            errors["url"] = ["Invalid URL"]
        checksum = value.get("checksum")
        if checksum and (checksum.get("type") not in CHECKSUMS or not checksum.get("value")):
            errors["checksum"] = ["Not a valid checksum"]
        schema = value.get("schema") or {}
        if schema.get("name"):
            errors["schema"] = ['Schema name is not an allowed value']
        if errors:
            raise Invalid(errors)
        value = dict(value)
        if value.get("format"):
            value["format"] = value["format"].lower()
        return value

    def link(self, request, id):
        value = self.checked(self.body(request), file=False)
        if value.get("filetype") != "remote":
            raise Refused(400, "This endpoint only supports remote resources")
        resource = {**value, "id": str(uuid.uuid4())}
        # A new resource is the first of its dataset.
        self.find(id)["resources"].insert(0, resource)
        return Response(201, resource)

    def describe(self, request, id, rid):
        resource = self.resource(id, rid)
        hosted = resource.get("filetype") == "file" and resource.get("url")
        value = self.checked(self.body(request), file=hosted)
        if hosted:
            # What udata knows of its own file nobody may change.
            value = {key: value[key] for key in value if key not in ("url", "filetype", "checksum", "filesize", "mime")}
        resource |= value
        return Response(200, resource)

    def remove(self, request, id, rid):
        self.resource(id, rid)
        self.find(id)["resources"] = [one for one in self.find(id)["resources"] if one["id"] != rid]
        return Response(204)

    def reorder(self, request, id):
        wanted = [one["id"] if isinstance(one, dict) else one for one in self.body(request)]
        there = {one["id"]: one for one in self.find(id)["resources"]}
        if len(wanted) != len(there):
            raise Refused(400, f"All resources must be reordered, you provided {len(wanted)} out of {len(there)}")
        if set(wanted) != set(there):
            raise Refused(400, "Resource ids must match existing ones in dataset")
        self.find(id)["resources"] = [there[one] for one in wanted]
        return Response(200, self.find(id)["resources"])

    def upload(self, request, id, rid):
        fields, files = request.form()
        dataset = self.find(id)
        file, parts = files.get("file"), int(fields.get("totalparts", 1))
        if parts > 1:
            kept = self.chunks.setdefault(fields["uuid"], {})
            if file:
                if len(file.data) != int(fields["chunksize"]):
                    return Response(400, {"success": False, "error": "Chunk size mismatch"})
                kept[int(fields["partindex"])] = file.data
                return Response(200, {"success": True})
            if set(kept) != set(range(parts)):
                return Response(400, {"success": False, "error": "Missing parts"})
            name, data = fields["filename"], b"".join(kept[at] for at in range(parts))
        elif file:
            name, data = file.filename, file.data
        else:
            return Response(400, {"success": False, "error": "Missing file parameter"})
        if name.rsplit(".", 1)[-1].lower() not in EXTENSIONS:
            return Response(400, {"message": "Unsupported file type"})
        if data.lstrip()[:9].lower() in (b"<!doctype", b"<html>"):
            return Response(415, {"message": "Incorrect file content type: HTML"})
        facts = {"title": name, "filetype": "file", "filesize": len(data), "url": f"{self.base}/s/resources/{uuid.uuid4()}/{name}",
                 "checksum": {"type": "sha1", "value": hashlib.sha1(data).hexdigest()}, "uploaded_sha256": hashlib.sha256(data).hexdigest(),
                 "format": name.rsplit(".", 1)[-1].lower()}
        if rid:
            resource = self.resource(id, rid)
            resource |= facts
            return Response(200, resource)
        resource = {**facts, "id": str(uuid.uuid4()), "type": "main", "extras": {}}
        dataset["resources"].insert(0, resource)
        return Response(201, {**resource, "success": True})


if __name__ == "__main__":
    options = faults.parser(__doc__.splitlines()[0]).parse_args()
    faults.serve(lambda control, base: Udata(control, base, options.key), options.port)

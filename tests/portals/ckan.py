#!/usr/bin/env python3
"""CKAN's action API `/api/3/action` on loopback, as far as publishing needs it: ckan.py --port 0 --key KEY

Rules are those of CKAN 2.12: logic/schema.py and logic/validators.py (names, tags, extras), logic/action/ (actions), views/api.py (envelopes
and status codes). Options, faults and what tests may ask: faults.py.
"""
import hashlib
import json
import re
import uuid

import faults
from faults import Response

ORGANIZATION = {"id": "7c9e6679-7425-40de-944b-e07fc1f90ae7", "name": "ville"}
LICENCES = {"notspecified", "odc-pddl", "odc-odbl", "odc-by", "cc-zero", "cc-by", "cc-by-sa", "gfdl", "other-open", "other-pd", "other-at", "other-closed"}


class Failed(Exception):
    """An action that fails: its status and its error."""

    def __init__(self, status, kind, **error):
        super().__init__(kind)
        self.status, self.error = status, {"__type": kind, **error}


def invalid(**fields):
    return Failed(409, "Validation Error", **{name: [message] for name, message in fields.items()})


class Ckan:
    def __init__(self, control, base, key):
        self.control, self.base, self.key = control, base, key
        self.packages = {}

    def known(self):
        return {"key": self.key, "organization": ORGANIZATION["name"]}

    def state(self):
        return {"packages": list(self.packages.values())}

    def key_state(self, request):
        given = request.header("Authorization")
        return None if given is None else "good" if given == self.key and not self.control.expired else "bad"

    def answer(self, request):
        match = re.fullmatch(r"/api/3/action/(\w+)", request.path)
        act = match and getattr(self, f"do_{match[1]}", None)
        if not act:
            return Response(400, f"Bad request - Action name not known: {match and match[1]}")
        try:
            if request.media_type == "multipart/form-data":
                fields, files = request.form()
                value = {**fields, **files}
            elif request.body:
                if request.media_type != "application/json":
                    raise Failed(400, "Bad request")
                value = json.loads(request.body)
            else:
                value = dict(request.query)
            # An unknown key is nobody's: reading goes on, writing does not.
            if self.key_state(request) != "good" and match[1] not in ("package_show",):
                raise Failed(403, "Authorization Error", message="Access denied")
            return Response(200, {"help": f"{self.base}/api/3/action/help_show?name={match[1]}", "success": True, "result": act(value)})
        except Failed as failed:
            return Response(failed.status, {"help": "", "success": False, "error": failed.error})

    def find(self, name):
        found = [one for one in self.packages.values() if name in (one["id"], one["name"])]
        if not found:
            raise Failed(404, "Not Found Error", message="Not found")
        return found[0]

    def do_organization_list_for_user(self, value):
        return [ORGANIZATION]

    def do_package_show(self, value):
        return self.find(value.get("id"))

    def fill(self, package, value):
        name = value.get("name", package.get("name", ""))
        if not re.fullmatch(r"[a-z0-9_-]{2,100}", name):
            raise invalid(name="Must be purely lowercase alphanumeric (ascii) characters and these symbols: -_")
        if any(one["name"] == name and one["id"] != package["id"] for one in self.packages.values()):
            raise invalid(name="That URL is already in use.")
        for tag in value.get("tags", []):
            if not 2 <= len(tag["name"]) <= 100 or not re.fullmatch(r"[\w \-.]*", tag["name"]):
                raise invalid(tags=f"Tag \"{tag['name']}\" must be alphanumeric characters or symbols: -_.")
        if value.get("license_id") not in {None, *LICENCES}:
            raise invalid(license_id="unknown licence")
        keys = [extra["key"] for extra in value.get("extras", [])]
        if len(keys) != len(set(keys)):
            raise invalid(extras="There is a schema field with the same name")
        owner = value.get("owner_org", package.get("owner_org"))
        if owner not in ORGANIZATION.values():
            raise invalid(owner_org="An organization must be provided")
        package |= {key: value[key] for key in value if key not in ("id", "resources")}
        package["owner_org"] = ORGANIZATION["id"]
        return package

    def do_package_create(self, value):
        package = self.fill({"id": str(uuid.uuid4()), "state": "active", "resources": []}, value)
        self.packages[package["id"]] = package
        return package

    def do_package_patch(self, value):
        return self.fill(self.find(value.get("id")), value)

    def do_package_update(self, value):
        package = self.find(value.get("id"))
        package["resources"] = value.get("resources", [])
        return self.fill(package, value)

    def do_package_delete(self, value):
        self.find(value.get("id"))["state"] = "deleted"

    def owner(self, id):
        for package in self.packages.values():
            for resource in package["resources"]:
                if resource["id"] == id:
                    return package, resource
        raise Failed(404, "Not Found Error", message="Resource was not found.")

    def set(self, resource, value):
        upload = value.pop("upload", None)
        resource |= {key: value[key] for key in value if key != "id"}
        if upload:
            resource |= {"url_type": "upload", "url": f"{self.base}/dataset/x/resource/{resource['id']}/download/{upload.filename.lower()}",
                         "size": len(upload.data), "uploaded_sha256": hashlib.sha256(upload.data).hexdigest()}
        elif not re.match(r"https?://", resource.get("url", "")):
            raise invalid(url="Please provide a valid URL")
        return resource

    def do_resource_create(self, value):
        package = self.find(value.pop("package_id", None))
        resource = self.set({"id": str(uuid.uuid4()), "package_id": package["id"]}, value)
        package["resources"].append(resource)
        return resource

    def do_resource_update(self, value):
        _, resource = self.owner(value.get("id"))
        return self.set(resource, value)

    def do_resource_delete(self, value):
        package, resource = self.owner(value.get("id"))
        package["resources"].remove(resource)

    def do_package_resource_reorder(self, value):
        package = self.find(value.get("id"))
        first = {id: at for at, id in enumerate(value["order"])}
        if not set(first) <= {one["id"] for one in package["resources"]}:
            raise invalid(order="resource_id(s) not in package")
        package["resources"].sort(key=lambda one: first.get(one["id"], len(first)))
        return {"id": package["id"], "order": [one["id"] for one in package["resources"]]}


if __name__ == "__main__":
    options = faults.parser(__doc__.splitlines()[0]).parse_args()
    faults.serve(lambda control, base: Ckan(control, base, options.key), options.port)

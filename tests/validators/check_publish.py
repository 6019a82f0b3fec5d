#!/usr/bin/env python3
"""`greffe publish` against servers on loopback that speak the portals' APIs (tests/portals), with faults on the way.

Usage: check_publish.py GREFFE SITE
One line `OK …` or `FAIL …` for each scenario; exit 0 if all hold.
"""
import copy
import hashlib
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import urllib.request

GREFFE, SITE = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
PORTALS = pathlib.Path(__file__).resolve().parent.parent / "portals"
KEY = "udata_a-key-that-nobody-may-see"
failed = False


class Server:
    """A portal on loopback."""

    def __init__(self, kind):
        self.kind = kind
        command = [sys.executable, str(PORTALS / f"{kind}.py"), "--port", "0", "--key", KEY]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.facts = json.loads(self.process.stdout.readline())
        self.url = self.facts["url"]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()

    def control(self, path, value=None):
        data = None if value is None else json.dumps(value).encode()
        request = urllib.request.Request(f"{self.url}/_test/{path}", data=data, headers={"Content-Type": "application/json"}, method="GET" if value is None else "POST")
        with urllib.request.urlopen(request) as answer:
            text = answer.read()
        return json.loads(text) if text else None

    def fault(self, **fault):
        self.control("faults", fault)

    def datasets(self):
        state = self.control("state")
        datasets = state.get("datasets", state.get("packages"))
        datasets = list(datasets.values()) if isinstance(datasets, dict) else datasets
        return [one for one in datasets if not one.get("deleted") and one.get("state") != "deleted"]

    def log(self):
        return self.control("log")


class Archive:
    """A built site with a content folder, of which portals.json and two files matter."""

    def __init__(self, folder, large=False):
        self.folder = pathlib.Path(folder)
        (self.folder / "content").mkdir()
        self.site = self.folder / "site"
        self.payloads = json.loads((SITE / "portals.json").read_text(encoding="utf-8"))
        self.payloads["datasets"] = [one for one in self.payloads["datasets"] if one["name"] != "archive"][:1]
        dataset = self.payloads["datasets"][0]
        dataset["resources"] = [one for one in dataset["resources"] if one["format"] in ("csv", "json", "zip", "md")][:8]
        for one in dataset["resources"]:
            target = self.site / one["path"]
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(SITE / one["path"], target)
        if large:
            one = dataset["resources"][0]
            data = random.Random(1).randbytes(9_500_000)
            (self.site / one["path"]).write_bytes(data)
            one |= {"filesize": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        self.keep()

    @property
    def resources(self):
        return self.payloads["datasets"][0]["resources"]

    def keep(self):
        self.site.mkdir(exist_ok=True)
        (self.site / "portals.json").write_text(json.dumps(self.payloads), encoding="utf-8")

    def publish(self, server, *flags, key=KEY):
        command = [str(GREFFE), "publish", "--root", str(self.folder), "--lang", "en", "--format", "plain", "--site", server.url, *flags]
        if server.kind == "ckan":
            command += ["--to", "ckan", "--organization", server.facts["organization"]]
        environment = {**os.environ, "GREFFE_API_KEY": key} if key else {k: v for k, v in os.environ.items() if k != "GREFFE_API_KEY"}
        run = subprocess.run(command, capture_output=True, text=True, env=environment, stdin=subprocess.DEVNULL, timeout=120)
        run.said = run.stdout + run.stderr
        if key and key in run.said:
            raise AssertionError("the key is told")
        return run


def path_of(resource):
    return resource.get("greffe_path") or (resource.get("extras") or {}).get("greffe:path")


def complete(archive, server):
    """Every resource once, in the order of the archive, with what was said of it."""
    datasets = server.datasets()
    assert len(datasets) == 1, f"{len(datasets)} datasets"
    found = [one for one in datasets[0]["resources"] if path_of(one)]
    assert [path_of(one) for one in found] == [one["path"] for one in archive.resources], f"resources: {[path_of(one) for one in found]}"
    for one, wanted in zip(found, archive.resources):
        assert (one.get("title") or one.get("name")) == wanted["title"], one
        assert one["format"].lower() == wanted["format"], one


def writes(server):
    return [one for one in server.log() if one["method"] != "GET"]


def linked(server, archive):
    run = archive.publish(server)
    assert run.returncode == 0, run.said
    complete(archive, server)
    before = len(writes(server))
    again = archive.publish(server)
    assert again.returncode == 0 and f"{len(archive.resources)} unchanged" in again.stdout, again.said
    assert len(writes(server)) == before + 1, "a second run sends more than the description of the dataset"
    assert KEY not in (archive.folder / "content/portals.yaml").read_text(encoding="utf-8"), "the key is kept"


def uploaded(server, archive):
    run = archive.publish(server, "--upload")
    assert run.returncode == 0, run.said
    complete(archive, server)
    found = server.datasets()[0]["resources"]
    digests = [one.get("uploaded_sha256") or one.get("sha256") or (one.get("upload") or {}).get("sha256") for one in found]
    for one, wanted, digest in zip(found, archive.resources, digests):
        if digest:
            assert digest == wanted["sha256"], f"{wanted['path']}: other bytes arrived"
    assert any(digests), f"nothing was uploaded: {found[0]}"


def busy(server, archive):
    for status in (500, 429, 503):
        server.fault(method="POST", path=".*", status=status, times=1, retry_after=0)
    assert archive.publish(server).returncode == 0
    complete(archive, server)


def lost_answers(server, archive):
    """The answer to what makes something is lost: it must not be made twice."""
    create = "/api/1/datasets/$" if server.kind == "udata" else "package_create"
    resource = "/resources/$" if server.kind == "udata" else "resource_create"
    server.fault(method="POST", path=create, kind="cut_after", times=1)
    server.fault(method="POST", path=resource, kind="cut_after", times=2)
    run = archive.publish(server)
    assert run.returncode == 0, run.said
    complete(archive, server)


def lost_upload(server, archive):
    upload = "/upload/$" if server.kind == "udata" else "resource_create"
    server.fault(method="POST", path=upload, kind="cut_after", times=1)
    server.fault(method="POST", path=upload, kind="cut", times=1)
    run = archive.publish(server, "--upload")
    assert run.returncode == 0, run.said
    complete(archive, server)
    assert len(server.datasets()[0]["resources"]) == len(archive.resources), "a file arrived twice"


def resumed(server, archive):
    """The portal breaks in the middle; the next run sends the rest."""
    resource = "/resources/$" if server.kind == "udata" else "resource_create"
    full = copy.deepcopy(archive.payloads)
    archive.payloads["datasets"][0]["resources"] = full["datasets"][0]["resources"][:3]
    archive.keep()
    assert archive.publish(server).returncode == 0
    archive.payloads = full
    archive.keep()
    server.fault(method="POST", path=resource, status=500, times=6)
    broken = archive.publish(server)
    assert broken.returncode == 3 and "portal-unreachable" in broken.said, broken.said
    sent = len([one for one in writes(server) if one["status"] < 300])
    assert archive.publish(server).returncode == 0
    complete(archive, server)
    rest = len([one for one in writes(server) if one["status"] < 300]) - sent
    assert rest <= len(archive.resources) - 3 + 2, f"{rest} requests for {len(archive.resources) - 3} files"


def forgotten(server, archive):
    """The ids are lost: everything is found again by its identifier."""
    assert archive.publish(server).returncode == 0
    (archive.folder / "content/portals.yaml").unlink()
    assert archive.publish(server).returncode == 0
    complete(archive, server)


def withdrawn(server, archive):
    """What the archive no longer has goes; what others added stays."""
    assert archive.publish(server).returncode == 0
    gone = archive.resources.pop(1)
    archive.keep()
    assert archive.publish(server).returncode == 0
    complete(archive, server)
    assert gone["path"] not in [path_of(one) for one in server.datasets()[0]["resources"]]


def moved(server, archive):
    """The archive has another address: every link leads there."""
    assert archive.publish(server).returncode == 0
    archive.payloads["base_url"] = "https://elsewhere.example/"
    archive.keep()
    assert archive.publish(server).returncode == 0
    complete(archive, server)
    assert all(one["url"].startswith("https://elsewhere.example/") for one in server.datasets()[0]["resources"]), "old links"


def switched(server, archive):
    """Links become files, and files links again."""
    for flags, hosted in (([], False), (["--upload"], True), ([], False)):
        run = archive.publish(server, *flags)
        assert run.returncode == 0, run.said
        complete(archive, server)
        assert len(server.datasets()[0]["resources"]) == len(archive.resources), "something is there twice"
        first = server.datasets()[0]["resources"][0]
        assert first["url"].startswith(server.url) == hosted, first
        again = archive.publish(server, *flags)
        assert f"{len(archive.resources)} unchanged" in again.stdout, again.said


def lost_part(server, archive):
    """The answer to a part of a large file is lost: the file arrives whole all the same."""
    server.fault(method="POST", path="/upload/$" if server.kind == "udata" else "resource_create", kind="cut_after", times=1, skip=1)
    uploaded(server, archive)


def deleted(server, archive):
    """Somebody deleted the dataset on the portal: it is made anew."""
    assert archive.publish(server).returncode == 0
    dataset = server.datasets()[0]["id"]
    if server.kind == "udata":
        request = urllib.request.Request(f"{server.url}/api/1/datasets/{dataset}/", method="DELETE", headers={"X-API-KEY": KEY})
    else:
        request = urllib.request.Request(f"{server.url}/api/3/action/package_delete", data=json.dumps({"id": dataset}).encode(), headers={"Authorization": KEY, "Content-Type": "application/json"})
    urllib.request.urlopen(request)
    run = archive.publish(server)
    assert run.returncode == 0, run.said
    complete(archive, server)


def expired(server, archive):
    server.control("expire", {})
    run = archive.publish(server)
    assert run.returncode == 1 and "portal-key" in run.said, run.said
    assert not (archive.folder / "content/portals.yaml").exists()


def refused(server, archive):
    archive.payloads["datasets"][0]["title"] = "" if server.kind == "udata" else "x"
    if server.kind == "ckan":
        archive.payloads["datasets"][0]["tags"] = ["!"]
    archive.keep()
    run = archive.publish(server)
    assert run.returncode == 1 and "portal-refused" in run.said, run.said


def dry(server, archive):
    run = archive.publish(server, "--dry-run", key=None)
    assert run.returncode == 0 and "POST" in run.stdout, run.said
    assert server.log() == [], "something was sent"
    assert not (archive.folder / "content/portals.yaml").exists()


def keyless(server, archive):
    run = archive.publish(server, key=None)
    assert run.returncode == 2 and "no-key" in run.said, run.said


def changed(server, archive):
    (archive.site / archive.resources[0]["path"]).write_text("x", encoding="utf-8")
    run = archive.publish(server, "--upload")
    assert run.returncode == 1 and "site-changed" in run.said, run.said


for kind in ("udata", "ckan"):
    for scenario in (linked, uploaded, busy, lost_answers, lost_upload, resumed, forgotten, withdrawn, moved, switched, lost_part, deleted, expired, refused, dry, keyless, changed):
        with tempfile.TemporaryDirectory() as folder, Server(kind) as server:
            try:
                scenario(server, Archive(folder, large=scenario in (uploaded, lost_part)))
                print(f"OK publish: {kind}: {scenario.__name__}")
            except Exception as error:
                failed = True
                print(f"FAIL publish: {kind}: {scenario.__name__}: {type(error).__name__}: {' '.join(str(error).split())[:400]}")
sys.exit(failed)

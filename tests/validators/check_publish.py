#!/usr/bin/env python3
"""`greffe publish` against servers on loopback that speak the portals' APIs (tests/portals), with faults on the way.

Usage: check_publish.py GREFFE SITE [SCENARIO…]

The archive itself is served too: under the name archive.example, through a proxy on loopback, so that links are tried as they are in the open.
One line `OK …` or `FAIL …` for each scenario; exit 0 if all hold.
"""
import copy
import hashlib
import json
import random
import re
import shutil
import sys
import tempfile
import time
import urllib.request
import uuid
from concurrent.futures import ThreadPoolExecutor

from publish_bench import KEY, Archive, Server, complete, path_of, writes
from publish_harm import HARM

failed = False


def linked(server, archive):
    run = archive.publish(server)
    assert run.returncode == 0, run.said
    complete(archive, server)
    before = len(writes(server))
    again = archive.publish(server)
    assert again.returncode == 0 and f"unchanged: {len(archive.resources)}" in again.stdout, again.said
    assert len(writes(server)) == before, "a second run sends something"
    assert "updated: 0" in again.stdout, again.said
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
    for status in (500, 429, 503, 502):
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
    server.fault(method="POST", path=resource, status=500, times=12)
    broken = archive.publish(server)
    assert broken.returncode == 3 and broken.stderr.count("portal-unreachable") == 2, broken.said
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
    archive.payloads["base_url"] = "http://elsewhere.example/"
    archive.keep()
    assert archive.publish(server).returncode == 0
    complete(archive, server)
    assert all(one["url"].startswith("http://elsewhere.example/") for one in server.datasets()[0]["resources"]), "old links"


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
        assert f"unchanged: {len(archive.resources)}" in again.stdout, again.said


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
    for organization in (True, False):
        run = archive.publish(server, organization=organization)
        assert run.returncode == 1 and run.said.count("portal-key") == 1, run.said
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
    # Of what is known, only what would be sent is told.
    assert archive.publish(server).returncode == 0
    requests = len(server.log())
    verbs = lambda: {line.split()[0] for line in archive.publish(server, "--dry-run", key=None).stdout.splitlines() if "://" in line and not line.startswith(" ")}
    assert verbs() <= {"GET"}, verbs()
    archive.payloads["datasets"][0]["title"] += " (bis)"
    archive.keep()
    kept = archive.portals()
    assert verbs() == {"GET", "PUT" if server.kind == "udata" else "POST"}, verbs()
    assert len(server.log()) == requests and archive.portals() == kept, "something was sent or kept"


def keyless(server, archive):
    run = archive.publish(server, key=None)
    assert run.returncode == 2 and "no-key" in run.said, run.said


def changed(server, archive):
    (archive.site / archive.resources[0]["path"]).write_text("x", encoding="utf-8")
    run = archive.publish(server, "--upload")
    assert run.returncode == 1 and "site-changed" in run.said, run.said


def fields_of(server, resource):
    return ("title", "title", "description") if server.kind == "udata" else ("name", "title", "notes")


def collided(server, archive):
    """Names that begin alike, longer than a portal's: two datasets all the same, and each stays its own."""
    long = "concertation-sur-la-requalification-des-berges-de-la-riviere-et-de-ses-affluents-dans-les-communes"
    archive.payloads["datasets"] = [archive.second(f"{long}-{year}") for year in (2021, 2022)]
    archive.keep()
    for _ in range(2):
        run = archive.publish(server)
        assert run.returncode == 0, run.said
        titles = sorted(one["title"] for one in server.datasets())
        assert titles == [one["title"] for one in archive.payloads["datasets"]], titles
        (archive.folder / "content/portals.yaml").unlink()
    # Two entries that lead to one dataset: nothing of them is sent.
    archive.publish(server)
    text = archive.portals()
    ids = [line.split()[1] for line in text.splitlines() if line.startswith("      id: ")]
    assert len(ids) == 2, text
    (archive.folder / "content/portals.yaml").write_text(text.replace(ids[1], ids[0]), encoding="utf-8")
    before = len(writes(server))
    archive.payloads["datasets"][1]["title"] += " encore"
    archive.keep()
    run = archive.publish(server)
    assert run.returncode == 1 and "dataset-taken" in run.said, run.said
    assert len(writes(server)) == before, "somebody else's dataset was touched"


def others_name(server, archive):
    """Another archive has the name: its dataset is left alone, ours gets another."""
    assert archive.publish(server).returncode == 0
    first = server.datasets()[0]
    server.edit(set={"extras": {"greffe:identifier": "https://other.example/#dataset", "greffe_identifier": "https://other.example/#dataset"}, "title": "Theirs"})
    # The id is known: refused. It is not: another dataset is made.
    run = archive.publish(server)
    assert run.returncode == 1 and "dataset-taken" in run.said, run.said
    (archive.folder / "content/portals.yaml").unlink()
    run = archive.publish(server)
    assert run.returncode == 0, run.said
    assert {one["id"]: one for one in server.datasets()}[first["id"]]["title"] == "Theirs" and len(server.datasets()) == 2


def renamed(server, archive):
    """A renamed consultation keeps its dataset and its files, with and without the list of ids."""
    assert archive.publish(server).returncode == 0
    old = server.datasets()[0]
    for forget, name in ((False, "autre-nom"), (True, "encore-un-autre")):
        former = archive.payloads["datasets"][0]
        new = archive.second(name, former)
        new.update(former=[*former.get("former", []), former["name"]])
        archive.payloads["datasets"] = [new]
        archive.keep()
        if forget:
            (archive.folder / "content/portals.yaml").unlink()
        run = archive.publish(server)
        assert run.returncode == 0 and "created: 0" in run.stdout, run.said
        complete(archive, server)
        found = server.datasets()[0]
        assert found["id"] == old["id"] and [one["id"] for one in found["resources"]] == [one["id"] for one in old["resources"]]
        # A URL that people have stays theirs: CKAN has no redirections.
        assert server.kind == "udata" or found["name"] == old["name"]
        # What people could have written is kept where nobody remembers the rest; where things are is the archive's to say.
        assert all(f"/{name}/" in one["url"] for one in found["resources"]), found["resources"][0]["url"]


def gone(server, archive):
    """A consultation that left the archive: named; made private; back again; removed."""
    other = archive.second("autre")
    one = archive.payloads["datasets"][0]
    both = [one, other]
    archive.payloads["datasets"] = both
    archive.keep()
    assert archive.publish(server).returncode == 0 and len(server.datasets()) == 2
    archive.payloads["datasets"] = [one]
    archive.keep()
    before = len(writes(server))
    run = archive.publish(server)
    assert run.returncode == 0 and "dataset-withdrawn" in run.said and "autre" in run.said, run.said
    assert len(writes(server)) == before and len(server.datasets()) == 2
    hidden = lambda: [shown["private"] for shown in server.datasets() if shown["title"] == other["title"]]
    run = archive.publish(server, "--withdrawn", "private")
    assert run.returncode == 0 and "withdrawn: 1" in run.stdout and hidden() == [True], run.said
    assert "dataset-withdrawn" not in archive.publish(server).said
    archive.payloads["datasets"] = both
    archive.keep()
    assert archive.publish(server).returncode == 0 and hidden() == [False]
    archive.payloads["datasets"] = []
    archive.keep()
    run = archive.publish(server, "--withdrawn", "remove")
    assert run.returncode == 1 and "all-withdrawn" in run.said and len(server.datasets()) == 2, run.said
    archive.payloads["datasets"] = [one]
    archive.keep()
    before = len(writes(server))
    for how, verb in (("private", "PUT" if server.kind == "udata" else "package_patch"), ("remove", "DELETE" if server.kind == "udata" else "package_delete")):
        run = archive.publish(server, "--withdrawn", how, "--dry-run", key=None)
        assert run.returncode == 0 and verb in run.stdout and len(writes(server)) == before, run.said
    run = archive.publish(server, "--withdrawn", "remove")
    assert run.returncode == 0 and "withdrawn: 1" in run.stdout, run.said
    complete(archive, server)
    assert archive.publish(server).returncode == 0


def edited(server, archive):
    """What people changed stays, unless the archive changed the same field since."""
    of_resource, title, text = fields_of(server, None)
    assert archive.publish(server).returncode == 0
    shown = server.datasets()[0]
    server.edit(set={title: "Theirs", "tags": ["theirs"]})
    server.edit(resource=shown["resources"][0]["id"], set={of_resource: "Their file", "description": "Their words"})
    server.edit(resource=shown["resources"][1]["id"], delete=True)
    before = len(writes(server))
    run = archive.publish(server)
    assert run.returncode == 0 and len(writes(server)) == before, run.said
    assert run.said.count("portal-kept") == 3, run.said
    archive.payloads["datasets"][0]["description"] = "Ours, and new. " * 10
    archive.resources[0]["description"] = "Our words"
    archive.keep()
    run = archive.publish(server)
    now = server.datasets()[0]
    first = now["resources"][0]
    assert run.returncode == 0 and now[title] == "Theirs" and now[text].startswith("Ours, and new."), run.said
    assert [tag if isinstance(tag, str) else tag["name"] for tag in now["tags"]] == ["theirs"], now["tags"]
    assert first[of_resource] == "Their file" and first["description"] == "Our words", first
    assert "portal-replaced" in run.said and len(now["resources"]) == len(archive.resources) - 1, run.said
    archive.payloads["datasets"][0]["title"] = "Ours again"
    archive.keep()
    run = archive.publish(server)
    assert server.datasets()[0][title] == "Ours again" and "portal-replaced" in run.said, run.said
    run = archive.publish(server, "--overwrite")
    assert run.returncode == 0, run.said
    complete(archive, server)
    before = len(writes(server))
    assert archive.publish(server).returncode == 0 and len(writes(server)) == before
    # A copy that people made of a file is theirs.
    copied = str(uuid.uuid4())
    server.edit(resource=now["resources"][0]["id"], copy=copied)
    archive.resources.pop()
    archive.keep()
    run = archive.publish(server)
    assert run.returncode == 0 and "removed: 1" in run.stdout, run.said
    assert copied in [one["id"] for one in server.datasets()[0]["resources"]] and len(server.datasets()[0]["resources"]) == len(archive.resources) + 1
    # What people put into another order stays so.
    moved = server.datasets()[0]["resources"][::-1]
    request = ("PUT", f"/api/1/datasets/{now['id']}/resources/", [{"id": one["id"]} for one in moved]) if server.kind == "udata" else ("POST", "/api/3/action/package_resource_reorder", {"id": now["id"], "order": [one["id"] for one in moved]})
    server.call(*request)
    assert archive.publish(server).returncode == 0
    assert [one["id"] for one in server.datasets()[0]["resources"]] == [one["id"] for one in moved]


def edited_unknown(server, archive):
    """Nobody remembers what was sent: what is there was meant by somebody."""
    _, title, _ = fields_of(server, None)
    assert archive.publish(server).returncode == 0
    server.edit(set={title: "Theirs"})
    (archive.folder / "content/portals.yaml").unlink()
    for _ in range(2):
        run = archive.publish(server)
        assert run.returncode == 0 and server.datasets()[0][title] == "Theirs" and "portal-kept" in run.said, run.said
    assert archive.publish(server, "--overwrite").returncode == 0
    complete(archive, server)


def new_bytes(server, archive):
    """Files that are another are sent, and nothing else; what people wrote of them stays."""
    of_resource, *_ = fields_of(server, None)
    assert archive.publish(server, "--upload").returncode == 0
    server.edit(resource=server.datasets()[0]["resources"][0]["id"], set={of_resource: "Their file"})
    one, data = archive.resources[0], b"a,b\r\n1,2\r\n"
    (archive.site / one["path"]).write_bytes(data)
    one.update(filesize=len(data), sha256=hashlib.sha256(data).hexdigest())
    archive.keep()
    before = len(writes(server))
    # udata cannot store two files of one name within one second.
    time.sleep(1.1)
    run = archive.publish(server, "--upload")
    assert run.returncode == 0 and "sent: 1" in run.stdout, run.said
    assert len(writes(server)) - before == (2 if server.kind == "udata" else 1), writes(server)[before:]
    first = server.datasets()[0]["resources"][0]
    assert first["uploaded_sha256"] == one["sha256"] and first[of_resource] == "Their file", first


def stalled(server, archive):
    """Nobody waits for ever: for headers, for a body, for somebody to listen."""
    for kind in ("stall", "stall_body"):
        server.fault(method="GET", path="/datasets/|package_show", kind=kind, seconds=30)
        server.fault(method="POST", path="/resources/$|resource_create", kind=kind, seconds=30)
    began = time.monotonic()
    run = archive.publish(server, "--timeout", "1")
    assert run.returncode == 0 and time.monotonic() - began < 25, f"{time.monotonic() - began:.0f} s: {run.said}"
    complete(archive, server)


def deaf(server, archive):
    server.fault(method="POST", path="/upload/$|resource_create", kind="deaf", seconds=30, times=2)
    began = time.monotonic()
    run = archive.publish(server, "--upload", "--timeout", "2")
    assert run.returncode == 0 and time.monotonic() - began < 28, f"{time.monotonic() - began:.0f} s: {run.said}"
    complete(archive, server)


def silent(server, archive):
    """A portal that takes everything and never answers is left."""
    server.fault(path=".*", kind="stall", seconds=60, times=100)
    began = time.monotonic()
    run = archive.publish(server, "--timeout", "1")
    assert run.returncode == 3 and "portal-unreachable" in run.said and time.monotonic() - began < 60, run.said


def alive(server, archive):
    """A line every ten seconds."""
    server.fault(method="POST", path="/datasets/$|package_create", kind="slow", seconds=24)
    run = archive.publish(server)
    assert run.returncode == 0, run.said
    told = [int(seconds) for seconds in re.findall(rf"(\d+) s: still waiting for {re.escape(server.url)}", run.stderr)]
    assert len(told) == 2 and told[0] in range(10, 14) and told[1] in range(20, 25), run.stderr


def one_refused(server, archive):
    """A file that is refused stops no other; it is named, and the exit is 1."""
    resource = "/resources/$" if server.kind == "udata" else "resource_create"
    server.fault(method="POST", path=resource, kind="status", status=422, skip=2, body={"message": "not this one", "error": {"message": "not this one"}})
    run = archive.publish(server)
    assert run.returncode == 1 and run.stderr.count("portal-refused") == 1 and archive.resources[2]["title"] in run.said, run.said
    assert len(server.datasets()[0]["resources"]) == len(archive.resources) - 1
    run = archive.publish(server)
    assert run.returncode == 0 and "sent: 1" in run.stdout, run.said
    complete(archive, server)


def one_moved(server, archive):
    """A file that is answered with a redirect stops no other."""
    resource = "/resources/$" if server.kind == "udata" else "resource_create"
    server.fault(method="POST", path=resource, kind="status", status=302, skip=2)
    run = archive.publish(server)
    assert run.returncode == 1 and run.stderr.count("portal-moved") == 1, run.said
    assert len(server.datasets()[0]["resources"]) == len(archive.resources) - 1
    assert archive.publish(server).returncode == 0
    complete(archive, server)


def not_in_a_row(server, archive):
    """Three files that break the portal, with answers between them, do not stop the others: a refusal is an answer too."""
    resource = "/resources/$" if server.kind == "udata" else "resource_create"
    for fault in ({"status": 500, "times": 6}, {"status": 422}) * 3:
        server.fault(method="POST", path=resource, kind="status", **fault, body={"message": "no", "error": {"message": "no"}})
    run = archive.publish(server)
    assert run.returncode == 3 and run.stderr.count("portal-unreachable") == 3 and run.stderr.count("portal-refused") == 3, run.said
    assert len(server.datasets()[0]["resources"]) == len(archive.resources) - 6


def one_broken(server, archive):
    """A file at which the portal breaks each time stops no other either."""
    resource = "/resources/$" if server.kind == "udata" else "resource_create"
    server.fault(method="POST", path=resource, status=500, skip=2, times=6)
    run = archive.publish(server)
    assert run.returncode == 3 and run.stderr.count("portal-unreachable") == 1, run.said
    assert len(server.datasets()[0]["resources"]) == len(archive.resources) - 1
    assert archive.publish(server).returncode == 0
    complete(archive, server)


def old_stays(server, archive):
    """What is to replace something is refused: the old one stays."""
    assert archive.publish(server).returncode == 0
    upload = "/upload/$" if server.kind == "udata" else "resource_patch"
    server.fault(method="POST", path=upload, kind="status", status=422, times=100, body={"message": "no", "error": {"message": "no"}})
    run = archive.publish(server, "--upload")
    assert run.returncode == 1 and "portal-refused" in run.said, run.said
    complete(archive, server)


def too_large(server, archive):
    """413: a link where the site is online, else it is named."""
    server.control("limit", {"bytes": 1 << 20})
    archive.online = False
    run = archive.publish(server, "--upload")
    assert run.returncode == 1 and run.stderr.count("file-too-large") == 1, run.said
    assert len(server.datasets()[0]["resources"]) == len(archive.resources) - 1
    archive.online = True
    run = archive.publish(server, "--upload")
    assert run.returncode == 0 and "file-linked" in run.said, run.said
    complete(archive, server)
    assert server.datasets()[0]["resources"][0]["url"] == archive.base_url + archive.resources[0]["path"]
    before = len(writes(server))
    again = archive.publish(server, "--upload")
    assert again.returncode == 0 and f"unchanged: {len(archive.resources)}" in again.stdout and len(writes(server)) == before, again.said
    # The link moves with the archive, without another try.
    archive.payloads["base_url"] = "http://elsewhere.example/"
    archive.keep()
    run = archive.publish(server, "--upload")
    first = server.datasets()[0]["resources"][0]
    assert run.returncode == 0 and first["url"].startswith("http://elsewhere.example/") and "file-linked" not in run.said, run.said
    # Other bytes are tried again.
    data = b"a,b\r\n1,2\r\n"
    (archive.site / archive.resources[0]["path"]).write_bytes(data)
    archive.resources[0].update(filesize=len(data), sha256=hashlib.sha256(data).hexdigest())
    archive.keep()
    run = archive.publish(server, "--upload")
    assert run.returncode == 0 and server.datasets()[0]["resources"][0]["uploaded_sha256"] == archive.resources[0]["sha256"], run.said
    complete(archive, server)


def unexpected(server, archive):
    """Portals that do not know the question whether a large body is welcome, or refuse it (417), get the body."""
    server.control("expect", {"known": False})
    run = archive.publish(server, "--upload", "--timeout", "1")
    assert run.returncode == 0 and "trying again" not in run.said, run.said
    complete(archive, server)
    data = random.Random(4).randbytes(9_500_000)
    one = archive.resources[0]
    (archive.site / one["path"]).write_bytes(data)
    one.update(filesize=len(data), sha256=hashlib.sha256(data).hexdigest())
    archive.keep()
    server.fault(method="POST", path="/upload/$|resource_patch", status=417, times=1)
    run = archive.publish(server, "--upload")
    assert run.returncode == 0, run.said
    complete(archive, server)
    assert server.datasets()[0]["resources"][0]["uploaded_sha256"] == one["sha256"]


def too_large_itself(server, archive):
    """CKAN's own limit is a refusal of the field `upload`."""
    if server.kind == "udata":
        return
    data = random.Random(2).randbytes(10_600_000)
    one = archive.resources[0]
    (archive.site / one["path"]).write_bytes(data)
    one.update(filesize=len(data), sha256=hashlib.sha256(data).hexdigest())
    archive.keep()
    run = archive.publish(server, "--upload")
    assert run.returncode == 0 and "file-linked" in run.said, run.said
    complete(archive, server)


def parts(server, archive):
    """A part whose answer is lost, or that is lost itself, is sent again, and no other."""
    if server.kind == "ckan":
        return
    server.fault(method="POST", path="/upload/$", kind="cut_after", times=1, skip=1)
    server.fault(method="POST", path="/upload/$", kind="status", status=503, times=1, skip=2)
    run = archive.publish(server, "--upload")
    assert run.returncode == 0, run.said
    sent = [one["fields"]["partindex"] for one in server.log() if "partindex" in one.get("fields", {})]
    assert sorted(sent) in (["0", "0", "1", "2", "2"], ["0", "0", "1", "1", "2"], ["0", "1", "1", "2", "2"], ["0", "1", "1", "1", "2"]), sent
    assert server.datasets()[0]["resources"][0]["uploaded_sha256"] == archive.resources[0]["sha256"]
    # A part that was never there, though it seemed so: once more from the first.
    data = random.Random(3).randbytes(9_500_000)
    one = archive.resources[0]
    (archive.site / one["path"]).write_bytes(data)
    one.update(filesize=len(data), sha256=hashlib.sha256(data).hexdigest())
    archive.keep()
    server.fault(method="POST", path="/upload/$", kind="cut", times=1)
    server.fault(method="POST", path="/upload/$", kind="status", status=500, times=1)
    run = archive.publish(server, "--upload")
    assert run.returncode == 0, run.said
    complete(archive, server)
    assert server.datasets()[0]["resources"][0]["uploaded_sha256"] == one["sha256"]


def dead_links(server, archive):
    """Links are tried first: what is not there is not linked, and the exit is 1."""
    gone = [archive.resources[0]["path"], archive.resources[3]["path"]]
    archive.host.missing = set(gone)
    run = archive.publish(server)
    assert run.returncode == 1 and "link-dead" in run.said and "2 links lead" in run.said and gone[0] in run.said, run.said
    assert not set(gone) & {path_of(one) for one in server.datasets()[0]["resources"]}
    archive.host.missing = set()
    assert archive.publish(server).returncode == 0
    complete(archive, server)
    asked = len(archive.host.asked)
    assert archive.publish(server).returncode == 0 and len(archive.host.asked) == asked, "links that stay are tried again"
    # Something else than was built is there.
    one = archive.resources[0]
    one["filesize"] += 1
    archive.keep()
    before = len(writes(server))
    archive.payloads["base_url"] = "http://elsewhere.example/"
    archive.keep()
    run = archive.publish(server)
    assert run.returncode == 1 and "link-dead" in run.said, run.said
    assert server.datasets()[0]["resources"][0]["url"].startswith(archive.base_url), before


def offline(server, archive):
    """The site is not online: no dataset without files is made."""
    archive.online = False
    run = archive.publish(server)
    assert run.returncode == 1 and "link-dead" in run.said, run.said
    assert server.datasets() == []


def host_silent(server, archive):
    """A host that answers nothing is left after two links, for each of which somebody would wait; that is said."""
    archive.host.mute = 30
    began = time.monotonic()
    run = archive.publish(server, "--timeout", "2")
    assert run.returncode == 1 and run.said.count("host-silent") == 1 and "archive.example" in run.said, run.said
    assert len(archive.host.connected) == 4 and time.monotonic() - began < 20, f"{time.monotonic() - began:.0f} s: {archive.host.connected}"
    archive.host.mute = 0
    run = archive.publish(server)
    assert run.returncode == 0 and "host-silent" not in run.said, run.said
    complete(archive, server)


def together(server, archive):
    """Two runs exclude each other."""
    server.fault(method="GET", path="/me/$|organization_list", kind="slow", seconds=4)
    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(archive.publish, server)
        time.sleep(1.5)
        second = archive.publish(server)
        assert second.returncode == 3 and "locked" in second.said, second.said
        assert first.result().returncode == 0
    complete(archive, server)


def echoed(server, archive):
    """Whatever a portal repeats, the key is not told (Archive.publish looks)."""
    resource = "/resources/$" if server.kind == "udata" else "resource_create"
    create = "/api/1/datasets/$" if server.kind == "udata" else "package_create"
    for fault in ({"status": 400}, {"status": 403, "body": "page"}, {"status": 302}, {"status": 200}, {"status": 401}, {"status": 200, "body": "page", "times": 6}):
        server.fault(method="POST", path=create, kind="echo", **fault)
        run = archive.publish(server)
        assert run.returncode in (1, 3), run.said
        assert "•••" in run.said or fault["status"] in (200, 302), run.said
    server.fault(method="POST", path=resource, kind="echo", status=400, times=3)
    server.fault(method="POST", path=resource, kind="echo", status=409, body="page", times=3)
    run = archive.publish(server)
    assert run.returncode == 1, run.said
    assert archive.publish(server).returncode == 0
    complete(archive, server)


def not_here(server, archive):
    """Who stands before an `@` is not the host."""
    port = server.url.rsplit(":", 1)[1]
    for site in (f"http://127.0.0.1@localhost:{port}", f"http://127.0.0.1:{port}@archive.example", "http://localhost:80@archive.example/", "http://127.0.0.1.archive.example"):
        run = archive.publish(server, site=site)
        assert run.returncode == 2 and "bad-portal" in run.said, run.said
    assert server.log() == []


def organization(server, archive):
    """By slug; remembered; one that is not ours is named."""
    slug, id = ("ville-dessai", server.facts["organization"]) if server.kind == "udata" else ("ville", server.facts["organization_id"])
    owner = lambda: (server.datasets()[0]["organization"] or {}).get("id")
    run = archive.publish(server, "--organization", "vile" if server.kind == "ckan" else "ville-dessay", organization=False)
    assert run.returncode == 1 and "organization-unknown" in run.said and slug in run.said, run.said
    assert server.datasets() == []
    run = archive.publish(server, "--organization", slug, organization=False)
    assert run.returncode == 0 and owner() == id and id in archive.portals(), run.said
    archive.payloads["datasets"] = [archive.second("autre")]
    archive.keep()
    run = archive.publish(server, organization=False)
    assert run.returncode == 0 and {one["organization"]["id"] for one in server.datasets()} == {id}, run.said


def organization_kept(server, archive):
    """A dataset that is there does not change hands, and that is told to whom asks for it."""
    if server.kind == "ckan":
        assert "organization-kept" not in archive.publish(server).said
        server.edit(set={"owner_org": server.facts["other_organization"]})
        run = archive.publish(server)
        assert run.returncode == 0 and "organization-kept" in run.said, run.said
        return
    assert archive.publish(server).returncode == 0
    run = archive.publish(server, "--organization", "ville-dessai")
    assert run.returncode == 0 and "organization-kept" in run.said and server.datasets()[0]["organization"] is None, run.said
    assert "organization-kept" not in archive.publish(server).said


def described(server, archive):
    """Contact point, keywords and theme."""
    dataset = archive.payloads["datasets"][0]
    dataset.update(tags=[*dataset["tags"], "berges de la rivière"], theme=["ENVI", "Environnement"])
    archive.keep()
    run = archive.publish(server)
    assert run.returncode == 0, run.said
    shown = server.datasets()[0]
    if server.kind == "udata":
        assert {"berges-de-la-riviere", "environnement"} <= set(shown["tags"]), shown["tags"]
        contact = [(one["name"], one["email"], one["role"]) for one in shown["contact_points"]]
        assert contact == [(archive.payloads["publisher"], archive.payloads["email"], "contact")], contact
    else:
        assert "berges de la rivière" in [tag["name"] for tag in shown["tags"]]
        extras = {one["key"]: one["value"] for one in shown["extras"]}
        assert extras["theme"] == '["http://publications.europa.eu/resource/authority/data-theme/ENVI"]', extras
        assert (shown["maintainer"], shown["maintainer_email"]) == (archive.payloads["publisher"], archive.payloads["email"])
    before = len(writes(server))
    assert archive.publish(server).returncode == 0 and len(writes(server)) == before


def contact_refused(server, archive):
    """A portal that takes no contact point gets the dataset without."""
    if server.kind == "ckan":
        return
    server.fault(method="POST", path="/contacts/", kind="status", status=400, body={"message": "URLs not allowed in this field"})
    run = archive.publish(server)
    assert run.returncode == 0 and "portal-without" in run.said, run.said
    complete(archive, server)
    before = len(writes(server))
    assert archive.publish(server).returncode == 0 and len(writes(server)) == before, "what was refused is asked again"


def contact_later(server, archive):
    """A fault that passes leaves the contact point out once: the next run says it."""
    if server.kind == "ckan":
        return
    contacts = lambda: [one["email"] for one in server.datasets()[0]["contact_points"]]
    for email in (archive.payloads["email"], "other@archive.example.org"):
        before = contacts() if server.datasets() else []
        archive.payloads["email"] = email
        archive.keep()
        server.fault(method="POST", path="/contacts/", status=503, times=6, retry_after=0)
        run = archive.publish(server)
        assert run.returncode == 0 and "portal-without" in run.said and contacts() == before, run.said
        run = archive.publish(server)
        assert run.returncode == 0 and contacts() == [email], (contacts(), run.said)


def unknown_zone(server, archive):
    """A zone that the portal does not know: the box says the same."""
    if server.kind == "ckan":
        return
    dataset = archive.payloads["datasets"][0]
    dataset.update(zones=["fr:commune:99999"], granularity="fr:commune", bbox=[-1.5, 46.2, -1.3, 46.4])
    archive.keep()
    run = archive.publish(server)
    assert run.returncode == 0 and "portal-without" in run.said, run.said
    assert server.datasets()[0]["spatial"]["geom"]["type"] == "MultiPolygon"
    before = len(writes(server))
    assert archive.publish(server).returncode == 0 and len(writes(server)) == before
    dataset.update(zones=["fr:commune:44109"])
    archive.keep()
    assert archive.publish(server).returncode == 0 and server.datasets()[0]["spatial"]["zones"] == ["fr:commune:44109"]
    dataset.update(zones=["fr:commune:88888"], bbox=None)
    archive.keep()
    run = archive.publish(server)
    assert run.returncode == 0 and "portal-without" in run.said and server.datasets()[0]["spatial"]["zones"] == ["fr:commune:44109"], run.said


def twelve(server, archive):
    """At most twelve files unless more are asked for; those that are there stay."""
    few = archive.resources[:]
    for number in range(2):
        for one in few:
            other = {**one, "path": one["path"].replace("/data/", f"/data/{number}-"), "title": f"{one['title']} {number}", "type": "other"}
            shutil.copy(archive.site / one["path"], archive.site / other["path"])
            archive.resources.append(other)
    archive.keep()
    run = archive.publish(server)
    assert run.returncode == 0 and "files-left-out" in run.said and len(server.datasets()[0]["resources"]) == 12, run.said
    assert archive.publish(server, "--files", "many").returncode == 2
    run = archive.publish(server, "--files", "all")
    assert run.returncode == 0, run.said
    complete(archive, server)
    run = archive.publish(server)
    assert run.returncode == 0 and "removed: 0" in run.stdout, run.said
    complete(archive, server)


def pages(server, archive):
    """Pages instead of data: tried again, and never taken for an answer."""
    server.fault(method="GET", path="/me/$|organization_list", kind="html")
    server.fault(method="POST", path="/api/1/datasets/$|package_create", kind="html")
    server.fault(method="POST", path="/resources/$|resource_create", kind="html", status=502)
    run = archive.publish(server)
    assert run.returncode == 0, run.said
    complete(archive, server)
    # "Not found" on a page is not the portal's word that the dataset is gone.
    server.fault(method="GET", path="/api/1/datasets/|package_show", kind="html", status=404)
    run = archive.publish(server)
    assert run.returncode == 1 and "portal-refused" in run.said and "Not the portal." in run.said and "<" not in run.stderr.split("portal-refused")[1][:200], run.said
    complete(archive, server)
    server.fault(path=".*", kind="html", times=100)
    run = archive.publish(server)
    assert run.returncode == 3 and "portal-unreachable" in run.said, run.said


def elsewhere(server, archive):
    """A list of files from elsewhere names none of this machine's."""
    (archive.folder / "secret").write_text("secret", encoding="utf-8")
    one = archive.resources[0]
    one.update(path="../secret", filesize=6, sha256=hashlib.sha256(b"secret").hexdigest())
    archive.keep()
    run = archive.publish(server, "--upload")
    assert run.returncode == 1 and "site-changed" in run.said, run.said
    assert "../secret" not in [path_of(one) for one in server.datasets()[0]["resources"]]


SCENARIOS = [
    linked, uploaded, busy, lost_answers, lost_upload, resumed, forgotten, withdrawn, moved, switched, lost_part, deleted, expired, refused, dry, keyless, changed,
    collided, others_name, renamed, gone, edited, edited_unknown, new_bytes, stalled, deaf, silent, alive, one_refused, one_moved, not_in_a_row, one_broken, old_stays, unexpected, too_large,
    too_large_itself, parts, dead_links, offline, host_silent, together, echoed, not_here, organization, organization_kept, described, contact_refused, contact_later, unknown_zone, twelve, pages, elsewhere,
    *HARM,
]
LARGE = (uploaded, lost_part, too_large, parts, deaf, unexpected)


def run(kind, scenario):
    with tempfile.TemporaryDirectory() as folder, Server(kind) as server:
        archive = Archive(folder, large=scenario in LARGE)
        try:
            scenario(server, archive)
            return f"OK publish: {kind}: {scenario.__name__}"
        except Exception as error:
            return f"FAIL publish: {kind}: {scenario.__name__}: {type(error).__name__}: {' '.join(str(error).split())[:900]}"
        finally:
            archive.host.shutdown()
            archive.host.server_close()


asked = [one for one in SCENARIOS if not sys.argv[3:] or one.__name__ in sys.argv[3:]]
# Most of the time is waiting.
with ThreadPoolExecutor(6) as pool:
    for line in pool.map(lambda one: run(*one), [(kind, scenario) for kind in ("udata", "ckan") for scenario in asked]):
        failed |= line.startswith("FAIL")
        print(line, flush=True)
sys.exit(failed)

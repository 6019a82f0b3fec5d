"""Scenarios of `check_publish.py` in which something on the portal could be destroyed or doubled."""
import hashlib
import time
import uuid
from concurrent.futures import ThreadPoolExecutor

from publish_bench import complete, path_of, writes


def replaced_too_early(server, archive):
    """A file has another name, and the portal refuses that: the one of the old name stays until the new one is there."""
    assert archive.publish(server).returncode == 0
    old = archive.resources[1]["path"]
    new = old.replace("/data/", "/data/new-")
    (archive.site / new).write_bytes((archive.site / old).read_bytes())
    archive.resources[1]["path"] = new
    archive.keep()
    resource = "/resources/$" if server.kind == "udata" else "resource_create"
    for _ in range(2):
        server.fault(method="POST", path=resource, kind="status", status=422, body={"message": "no", "error": {"message": "no"}})
        run = archive.publish(server)
        assert run.returncode == 1 and "removed: 0" in run.stdout, run.said
        assert old in [path_of(one) for one in server.datasets()[0]["resources"]], "the old file is gone before the new one came"
    run = archive.publish(server)
    assert run.returncode == 0 and "removed: 1" in run.stdout, run.said
    complete(archive, server)


def replaced_and_interrupted(server, archive):
    """A run ends between the new resource and the end of the old one: the next run takes the old one away."""
    assert archive.publish(server).returncode == 0
    server.fault(method="DELETE", path="/resources/", kind="status", status=403, times=100, body={"message": "not now"})
    archive.publish(server, "--upload")
    server.control("renew", {})
    server.call("DELETE", "/_test/faults", None)
    run = archive.publish(server, "--upload")
    assert run.returncode == 0, run.said
    complete(archive, server)
    assert len(server.datasets()[0]["resources"]) == len(archive.resources)


def copied(server, archive):
    """A copy that people made of a file the archive no longer has is theirs."""
    assert archive.publish(server).returncode == 0
    mine = server.datasets()[0]["resources"][1]["id"]
    theirs = str(uuid.uuid4())
    server.edit(resource=mine, copy=theirs)
    archive.resources.pop(1)
    archive.keep()
    run = archive.publish(server)
    ids = [one["id"] for one in server.datasets()[0]["resources"]]
    assert run.returncode == 0 and "removed: 1" in run.stdout and theirs in ids and mine not in ids, run.said


def strangers_dataset(server, archive):
    """A known id whose dataset has no identifier, and no file of ours, is somebody else's: neither written over, nor hidden, nor removed."""
    one = archive.payloads["datasets"][0]
    archive.payloads["datasets"] = [one, archive.second("autre")]
    archive.keep()
    assert archive.publish(server).returncode == 0
    nobody = {"extras": {}, "title": "Theirs"}
    first, second = (next(shown for shown in server.datasets() if shown["title"] == wanted["title"]) for wanted in archive.payloads["datasets"])
    # The identifier alone is lost: our files show whose it is.
    server.control("edit", {"dataset": first["id"], "set": {"extras": {}}})
    assert archive.publish(server).returncode == 0
    titles = {shown["id"]: shown["title"] for shown in server.datasets()}
    assert len(titles) == 2 and "greffe" in str(next(shown for shown in server.datasets() if shown["id"] == first["id"])["extras"])
    # So are our files.
    for shown in (first, second):
        for resource in shown["resources"]:
            server.control("edit", {"dataset": shown["id"], "resource": resource["id"], "delete": True})
        server.control("edit", {"dataset": shown["id"], "set": nobody})
    archive.payloads["datasets"] = [one]
    archive.keep()
    before = len(writes(server))
    for how in ("private", "remove"):
        run = archive.publish(server, "--withdrawn", how)
        assert run.returncode == 1 and run.stderr.count("dataset-taken") == 2, run.said
    assert len(writes(server)) == before and [shown["title"] for shown in server.datasets()] == ["Theirs", "Theirs"], run.said


def another_site(server, archive):
    """Nothing that is known is in the archive: its list of ids, or its site, is most likely another's."""
    archive.payloads["datasets"].append({**archive.second("encore"), "name": "archive"})
    archive.keep()
    assert archive.publish(server).returncode == 0 and len(server.datasets()) == 2
    archive.payloads["datasets"][0] = archive.second("autre", archive.payloads["datasets"][0])
    archive.keep()
    run = archive.publish(server, "--withdrawn", "remove")
    assert run.returncode == 1 and "all-withdrawn" in run.said and len(server.datasets()) == 3, run.said


def private_before(server, archive):
    """What was private before it was withdrawn is private when it comes back; what is hidden already is not hidden again."""
    both = [archive.payloads["datasets"][0], archive.second("autre")]
    archive.payloads["datasets"] = both[:1]
    archive.keep()
    assert archive.publish(server).returncode == 0
    archive.payloads["datasets"] = both
    archive.keep()
    assert archive.publish(server, "--private").returncode == 0
    private = lambda: [shown["private"] for wanted in both for shown in server.datasets() if shown["title"] == wanted["title"]]
    assert private() == [False, True]
    for gone in (1, 0):
        archive.payloads["datasets"] = [both[1 - gone]]
        archive.keep()
        run = archive.publish(server, "--withdrawn", "private")
        assert run.returncode == 0 and f"withdrawn: {1 - gone}" in run.stdout, run.said
        before = len(writes(server))
        run = archive.publish(server, "--withdrawn", "private")
        assert run.returncode == 0 and len(writes(server)) == before and "withdrawn: 0" in run.stdout, run.said
        archive.payloads["datasets"] = both
        archive.keep()
        assert archive.publish(server).returncode == 0 and private() == [False, True]


def edited_meanwhile(server, archive):
    """What people change while a run is under way, after it has read everything and before it writes there, stays as any other change of theirs."""
    of_resource, title, text = ("title", "title", "description") if server.kind == "udata" else ("name", "title", "notes")
    archive.payloads["datasets"].append(archive.second("autre"))
    archive.keep()
    assert archive.publish(server).returncode == 0
    shown = {one["title"]: one for one in server.datasets()}
    first, second = (shown[one["title"]] for one in archive.payloads["datasets"])
    for one in archive.payloads["datasets"]:
        one["description"] = "Ours, and new. " * 10
        one["resources"][-1]["title"] += " (bis)"
    archive.keep()
    server.fault(method="PUT" if server.kind == "udata" else "POST", path=f"/datasets/{first['id']}/$|package_patch", kind="slow", seconds=3)
    with ThreadPoolExecutor(1) as pool:
        run = pool.submit(archive.publish, server)
        time.sleep(1.5)
        server.control("edit", {"dataset": second["id"], "set": {title: "Theirs", "tags": ["theirs"], text: "Their text"}})
        last = second["resources"][-1]["id"]
        server.control("edit", {"dataset": second["id"], "resource": last, "set": {"description": "Their words", of_resource: "Their file"}})
        gone = first["resources"][-1]["id"]
        server.control("edit", {"dataset": first["id"], "resource": gone, "delete": True})
        run = run.result()
    assert run.returncode == 0, run.said
    now = {one["id"]: one for one in server.datasets()}
    second, last = now[second["id"]], next(one for one in now[second["id"]]["resources"] if one["id"] == last)
    assert second["title"] == "Theirs" and [tag if isinstance(tag, str) else tag["name"] for tag in second["tags"]] == ["theirs"], second["tags"]
    assert second[text].startswith("Ours") and last["description"] == "Their words" and last[of_resource].endswith("(bis)"), last
    assert run.said.count("portal-replaced") == 2, run.said
    assert gone not in [one["id"] for one in now[first["id"]]["resources"]] and len(now[first["id"]]["resources"]) == len(archive.resources) - 1


def linked_with_words(server, archive):
    """A file that became too large is linked to, with the words that people gave it."""
    of_resource = "title" if server.kind == "udata" else "name"
    assert archive.publish(server, "--upload").returncode == 0
    server.edit(resource=server.datasets()[0]["resources"][0]["id"], set={of_resource: "Their file", "description": ""})
    one, data = archive.resources[0], bytes(2 << 20)
    (archive.site / one["path"]).write_bytes(data)
    one.update(filesize=len(data), sha256=hashlib.sha256(data).hexdigest())
    archive.keep()
    server.control("limit", {"bytes": 1 << 20})
    run = archive.publish(server, "--upload")
    first = server.datasets()[0]["resources"][0]
    assert run.returncode == 0 and "file-linked" in run.said and first["url"] == archive.base_url + one["path"], run.said
    assert first[of_resource] == "Their file" and not first["description"], first
    before = len(writes(server))
    assert archive.publish(server, "--upload").returncode == 0 and len(writes(server)) == before


def half_sent(server, archive):
    """A file arrives, and what is said of it does not: it is neither left behind nor sent twice, and keeps the title that people gave it."""
    if server.kind == "ckan":
        return
    words = {"method": "PUT", "path": r"/resources/[0-9a-f-]+/$"}
    uploads = lambda: len([one for one in server.log() if one["path"].endswith("/upload/") and one["status"] == 201])
    server.fault(**words, status=422, body={"message": "no"})
    run = archive.publish(server, "--upload")
    assert run.returncode == 1 and "portal-refused" in run.said, run.said
    assert len(server.datasets()[0]["resources"]) == len(archive.resources) - 1, "a file without words stays"
    server.fault(**words, status=500, times=6)
    run = archive.publish(server, "--upload")
    assert run.returncode == 3 and len(server.datasets()[0]["resources"]) == len(archive.resources), run.said
    sent = uploads()
    run = archive.publish(server, "--upload")
    assert run.returncode == 0 and uploads() == sent, run.said
    complete(archive, server)
    assert len(server.datasets()[0]["resources"]) == len(archive.resources) and "unsaid" not in archive.portals()
    first = server.datasets()[0]["resources"][0]["id"]
    server.edit(resource=first, set={"title": "Their file"})
    one = archive.resources[0]
    for number, fault in enumerate(({"status": 422, "body": {"message": "no"}}, {"status": 500, "times": 6})):
        data = f"a,b\r\n1,{number}\r\n".encode()
        (archive.site / one["path"]).write_bytes(data)
        one.update(filesize=len(data), sha256=hashlib.sha256(data).hexdigest())
        archive.keep()
        # udata cannot store two files of one name within one second.
        time.sleep(1.1)
        server.fault(**words, **fault)
        assert archive.publish(server, "--upload").returncode != 0
        assert (server.datasets()[0]["resources"][0]["title"] == "Their file") == (number == 0)
        before = len(server.log())
        run = archive.publish(server, "--upload")
        shown = server.datasets()[0]["resources"][0]
        assert run.returncode == 0 and (shown["id"], shown["title"], shown["uploaded_sha256"]) == (first, "Their file", one["sha256"]), run.said
        assert not [one for one in server.log()[before:] if one["path"].endswith("/upload/")], "the same bytes are sent again"


def many_pages(server, archive):
    """The dataset is on another page of the list, whose address the portal tells wrongly: it is found all the same."""
    if server.kind == "ckan":
        return
    whom = server.facts["organization"]
    assert archive.publish(server, "--organization", whom).returncode == 0
    for number in range(120):
        server.call("POST", "/api/1/datasets/", {"title": f"Another {number}", "description": "Another", "organization": whom})
    for address in ("http://elsewhere.example", server.url):
        (archive.folder / "content/portals.yaml").unlink()
        server.control("address", {"url": address})
        run = archive.publish(server, "--organization", whom)
        assert run.returncode == 0 and "created: 0" in run.stdout and len(server.datasets()) == 121, run.said


def last_lost(server, archive):
    """The answer to the last try is lost: what it made is there, and is found at once."""
    create = "/api/1/datasets/$" if server.kind == "udata" else "package_create"
    server.fault(method="POST", path=create, kind="cut", times=5)
    server.fault(method="POST", path=create, kind="cut_after")
    run = archive.publish(server)
    assert run.returncode == 0, run.said
    complete(archive, server)


def lost_beside_others(server, archive):
    """The answer to an upload is lost while somebody else adds files: theirs is not taken for ours."""
    if server.kind == "ckan":
        return
    archive.payloads["datasets"][0]["resources"] = archive.resources[:1]
    archive.keep()
    server.fault(method="POST", path="/upload/$", kind="cut_after")
    with ThreadPoolExecutor(1) as pool:
        server.fault(method="GET", path=r"/datasets/[0-9a-f]+/$", kind="slow", seconds=2, skip=1)
        run = pool.submit(archive.publish, server, "--upload")
        while not [one for one in server.log() if one["path"].endswith("/upload/")]:
            time.sleep(0.05)
        dataset = server.datasets()[0]["id"]
        theirs = {"title": "Theirs", "description": "Theirs", "filetype": "remote", "url": "http://archive.example/theirs.csv", "type": "main"}
        server.call("POST", f"/api/1/datasets/{dataset}/resources/", theirs)
        run = run.result()
    assert run.returncode == 0, run.said
    shown = server.datasets()[0]["resources"]
    assert [one["title"] for one in shown if path_of(one)] == [archive.resources[0]["title"]] and len(shown) == 2, shown
    assert [one["description"] for one in shown if not path_of(one)] == ["Theirs"]


def reordered(server, archive):
    """People's order stays when a file is added and another goes; the archive's is put there when the archive changes it."""
    spare = archive.resources.pop()
    archive.keep()
    assert archive.publish(server).returncode == 0
    shown = server.datasets()[0]
    turned = [one["id"] for one in shown["resources"]][::-1]
    request = ("PUT", f"/api/1/datasets/{shown['id']}/resources/", [{"id": id} for id in turned]) if server.kind == "udata" else ("POST", "/api/3/action/package_resource_reorder", {"id": shown["id"], "order": turned})
    server.call(*request)
    gone = archive.resources.pop(0)
    archive.resources.insert(1, spare)
    archive.keep()
    run = archive.publish(server)
    assert run.returncode == 0 and "removed: 1" in run.stdout, run.said
    paths = [one["path"] for one in archive.resources if one is not spare][::-1]
    paths.insert(len(paths), spare["path"])
    assert [path_of(one) for one in server.datasets()[0]["resources"]] == paths, (paths, [path_of(one) for one in server.datasets()[0]["resources"]])
    before = len(writes(server))
    assert archive.publish(server).returncode == 0 and len(writes(server)) == before
    archive.resources.append(archive.resources.pop(0))
    archive.keep()
    assert archive.publish(server).returncode == 0
    complete(archive, server)
    assert gone["path"] not in [path_of(one) for one in server.datasets()[0]["resources"]]


def their_bytes(server, archive):
    """Where people put another address or another file, and the archive has other bytes since: that theirs went is told."""
    one = archive.resources[0]

    def change(number):
        data = f"a,b\r\n1,{number}\r\n".encode()
        (archive.site / one["path"]).write_bytes(data)
        one.update(filesize=len(data), sha256=hashlib.sha256(data).hexdigest())
        archive.keep()

    def theirs(address):
        server.edit(resource=server.datasets()[0]["resources"][0]["id"], set={"url": address})

    told = lambda said: [line for line in said.splitlines() if "portal-replaced" in line]
    assert archive.publish(server).returncode == 0
    for number, flags in enumerate(([], ["--upload"], ["--upload"])):
        theirs(f"http://theirs.example/{number}.csv" if number < 2 else "theirs.csv")
        run = archive.publish(server, *flags[:number > 1])
        assert run.returncode == 0 and run.said.count("portal-kept") == 1, run.said
        change(number)
        time.sleep(1.1)
        run = archive.publish(server, *flags)
        assert run.returncode == 0 and len(told(run.said)) == 1, run.said
        assert ("url" if number < 2 else "file") in told(run.said)[0], run.said


def private_unseen(server, archive):
    """udata says of a private dataset that others may not see that it is not there: it is not made a second time."""
    if server.kind == "ckan":
        return
    assert archive.publish(server, "--private").returncode == 0
    dataset = server.datasets()[0]["id"]
    server.edit(set={"owner": "0" * 24})
    run = archive.publish(server)
    assert run.returncode == 1 and "portal-key" in run.said and dataset in run.said and len(server.datasets()) == 1, run.said
    assert dataset in archive.portals()
    # What its owner deleted is made anew.
    server.edit(set={"owner": server.facts["user"]})
    server.call("DELETE", f"/api/1/datasets/{dataset}/", None)
    assert archive.publish(server).returncode == 0 and dataset not in archive.portals()
    complete(archive, server)


def killed(server, archive):
    """A run is killed after each of its writes, again and again: whatever it did, nothing is there twice in the end."""
    flags = [["--upload"], [], ["--upload"]]
    for way in flags:
        server.call("DELETE", "/_test/log", None)
        for count in range(1, 60, 3):
            # Not the request, but the moment after it is what a kill meets.
            if archive.publish(server, *way, killed=lambda: len(writes(server)) >= count) == 0:
                break
            time.sleep(0.2)
        if server.kind == "udata":
            time.sleep(1.1)
        run = archive.publish(server, *way)
        assert run.returncode == 0, run.said
        complete(archive, server)
        assert len(server.datasets()[0]["resources"]) == len(archive.resources), [path_of(one) for one in server.datasets()[0]["resources"]]


def half_switched(server, archive):
    """A link becomes a file, and what is said of that does not arrive: the link stays, with people's words, until the file has them."""
    if server.kind == "ckan":
        return
    assert archive.publish(server).returncode == 0
    first = server.datasets()[0]["resources"][0]["id"]
    server.edit(resource=first, set={"title": "Their file", "description": "Their words"})
    for fault, more in (({"status": 422, "body": {"message": "no"}}, 0), ({"status": 500, "times": 6}, 1)):
        server.fault(method="PUT", path=r"/resources/[0-9a-f-]+/$", **fault)
        assert archive.publish(server, *([] if more else ["--files", "1"]), "--upload").returncode != 0
        shown = server.datasets()[0]["resources"]
        assert len(shown) == len(archive.resources) + more and first in [one["id"] for one in shown], shown
    time.sleep(1.1)
    run = archive.publish(server, "--upload")
    shown = server.datasets()[0]["resources"]
    assert run.returncode == 0 and len(shown) == len(archive.resources) and first not in [one["id"] for one in shown], run.said
    assert [path_of(one) for one in shown] == [one["path"] for one in archive.resources]
    assert (shown[0]["title"], shown[0]["description"], shown[0]["filetype"]) == ("Their file", "Their words", "file"), shown[0]


def half_sent_and_gone(server, archive):
    """A file came, its words did not, and the archive has it no longer: it goes."""
    if server.kind == "ckan":
        return
    one = archive.resources.pop(0)
    archive.keep()
    assert archive.publish(server, "--upload").returncode == 0
    archive.resources.insert(0, one)
    archive.keep()
    server.fault(method="PUT", path=r"/resources/[0-9a-f-]+/$", status=500, times=6)
    assert archive.publish(server, "--upload").returncode == 3 and len(server.datasets()[0]["resources"]) == len(archive.resources)
    archive.resources.pop(0)
    archive.keep()
    run = archive.publish(server, "--upload")
    assert run.returncode == 0 and "removed: 1" in run.stdout and len(server.datasets()[0]["resources"]) == len(archive.resources), run.said


HARM = [half_sent_and_gone, half_switched, killed, private_unseen, their_bytes, reordered, lost_beside_others, last_lost, many_pages, half_sent, linked_with_words, edited_meanwhile, private_before, replaced_too_early, replaced_and_interrupted, copied, strangers_dataset, another_site]

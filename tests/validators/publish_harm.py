"""Scenarios of `check_publish.py` in which something on the portal could be destroyed or doubled."""
import copy
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
        assert run.returncode == 1 and "0 removed" in run.stdout, run.said
        assert old in [path_of(one) for one in server.datasets()[0]["resources"]], "the old file is gone before the new one came"
    run = archive.publish(server)
    assert run.returncode == 0 and "1 removed" in run.stdout, run.said
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
    assert run.returncode == 0 and "1 removed" in run.stdout and theirs in ids and mine not in ids, run.said


HARM = [replaced_too_early, replaced_and_interrupted, copied]

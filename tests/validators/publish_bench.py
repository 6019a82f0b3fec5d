"""What scenarios of `check_publish.py` stand on: a portal on loopback, an archive with its host, and questions to both."""
import copy
import hashlib
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import threading
import time
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

GREFFE, SITE = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
PORTALS = pathlib.Path(__file__).resolve().parent.parent / "portals"
KEY = "udata_a-key-that-nobody-may-see"


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

    def call(self, method, path, value):
        """What somebody does with a program of their own."""
        headers = {"X-API-KEY": KEY, "Authorization": KEY, "Content-Type": "application/json"}
        urllib.request.urlopen(urllib.request.Request(f"{self.url}{path}", data=json.dumps(value).encode(), headers=headers, method=method))

    def edit(self, **value):
        """What people of the portal change."""
        self.control("edit", {"dataset": self.datasets()[0]["id"], **value})


class Host(BaseHTTPRequestHandler):
    """The host of the archive, and the proxy that leads to it: after CONNECT the same connection is the host's."""

    protocol_version = "HTTP/1.1"

    def do_CONNECT(self):
        self.server.connected.append(self.path)
        time.sleep(self.server.mute)
        self.send_response(200)
        self.end_headers()

    def do_HEAD(self):
        path = self.path.lstrip("/")
        file = self.server.site / path
        found = file.is_file() and path not in self.server.missing
        self.server.asked.append(path)
        self.send_response(200 if found else 404)
        self.send_header("Content-Length", str(file.stat().st_size if found else 0))
        self.end_headers()

    def log_message(self, *args):
        pass


class Archive:
    """A built site with a content folder, of which portals.json and some files matter, and its host."""

    base_url = "http://archive.example/"

    def __init__(self, folder, large=False):
        self.host = ThreadingHTTPServer(("127.0.0.1", 0), Host)
        self.host.daemon_threads = True
        self.host.connected, self.host.asked, self.host.missing, self.host.mute, self.online = [], [], set(), 0, True
        threading.Thread(target=self.host.serve_forever, args=[0.1], daemon=True).start()
        self.folder = pathlib.Path(folder)
        (self.folder / "content").mkdir()
        self.host.site = self.site = self.folder / "site"
        self.payloads = json.loads((SITE / "portals.json").read_text(encoding="utf-8").replace("https://greffe.example.org/", self.base_url))
        assert self.payloads["base_url"] == self.base_url
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

    def second(self, name, like=None):
        """Another dataset, of the same files under other paths."""
        other = copy.deepcopy(like or self.payloads["datasets"][0])
        old = other["name"]
        for one in other["resources"]:
            source, one["path"] = one["path"], one["path"].replace(f"consultations/{old}/", f"consultations/{name}/")
            (self.site / one["path"]).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(self.site / source, self.site / one["path"])
        other.update(name=name, identifier=other["identifier"].replace(f"/{old}/", f"/{name}/"), title=f"{other['title']} {name}")
        return other

    def portals(self):
        return (self.folder / "content/portals.yaml").read_text(encoding="utf-8")

    def keep(self):
        self.site.mkdir(exist_ok=True)
        (self.site / "portals.json").write_text(json.dumps(self.payloads), encoding="utf-8")

    def publish(self, server, *flags, key=KEY, site=None, organization=True, killed=None):
        """A run; where `killed` is given it is killed as soon as that says so."""
        command = [str(GREFFE), "publish", "--root", str(self.folder), "--lang", "en", "--format", "plain", "--site", site or server.url, *flags]
        if server.kind == "ckan":
            command += ["--to", "ckan", *(["--organization", server.facts["organization"]] if organization else [])]
        environment = {**os.environ, "GREFFE_API_KEY": key} if key else {k: v for k, v in os.environ.items() if k != "GREFFE_API_KEY"}
        environment = {name: value for name, value in environment.items() if not name.lower().endswith("_proxy")}
        # Nobody listens on port 1.
        environment["ALL_PROXY"] = f"http://127.0.0.1:{self.host.server_port if self.online else 1}"
        if killed:
            process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment, stdin=subprocess.DEVNULL)
            while process.poll() is None and not killed():
                time.sleep(0.01)
            process.kill()
            return process.wait()
        run = subprocess.run(command, capture_output=True, text=True, env=environment, stdin=subprocess.DEVNULL, timeout=180)
        run.said = run.stdout + run.stderr
        kept = self.folder / "content/portals.yaml"
        for text in (run.said, kept.read_text(encoding="utf-8") if kept.exists() else ""):
            if key and (key.lower() in text.lower() or key[:12].lower() in text.lower() or key[::-1] in text):
                raise AssertionError(f"the key is told: {text[:600]}")
        assert not any(server.url.split("://")[1] in one for one in self.host.connected), "a key went through a proxy"
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

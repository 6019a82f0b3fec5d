"""What the fake portals share: a small HTTP server, a log of requests, and faults on demand.

A portal is an object with three things: `answer(request) -> Response`, `state() -> JSON value`,
and `known() -> dict` (what its first line of output tells). `serve` puts it on 127.0.0.1.

Paths under `/_test/` belong to the tests, not to the portal:

- `POST /_test/faults`   one fault, or a list of them (see `Fault`)
- `GET /_test/faults`    the faults still to come;  `DELETE /_test/faults` drops them
- `POST /_test/expire`   the key is no longer valid;  `POST /_test/renew` makes it valid again
- `GET /_test/log`       the requests so far, in order: method, path with its query, status (null where the
                         connection was cut), content type, key ("good", "bad" or null), `body` for JSON,
                         `fields` and `files` (size, sha256) for forms, `fault`;  `DELETE /_test/log` empties it
- `GET /_test/state`     everything the portal stores
- `POST /_test/edit`     what people change on the portal: `dataset` (its id), `resource` (the id of one of its resources, or none),
                         `set` (fields as they are stored), `delete` (true: it is taken away), `copy` (the id of a copy of it)
- `POST /_test/expect`   `known`: whether `Expect: 100-continue` is answered, as it is at first
- `POST /_test/address`  `url`: what the portal takes for its own address in links to further pages
- `POST /_test/limit`    `bytes`: larger bodies are refused as nginx does (413, a page, before the body is read); null: no limit
"""
import argparse
import hashlib
import json
import re
import socket
import sys
import threading
import time
import traceback
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

CONTROL = "/_test/"
KINDS = ("status", "status_after", "cut", "cut_after", "slow", "truncate", "html", "stall", "stall_body", "deaf", "echo")
# Kinds that speak, or fall silent, before the body of a request is read.
EARLY = ("deaf",)


# ---------------------------------------------------------------- requests and responses

@dataclass
class Upload:
    """A file of a multipart body."""

    filename: str
    content_type: str
    data: bytes

    def summary(self):
        return {"filename": self.filename, "content_type": self.content_type,
                "size": len(self.data), "sha256": hashlib.sha256(self.data).hexdigest()}


@dataclass
class Request:
    method: str
    target: str
    headers: dict
    body: bytes
    base: str = ""

    def __post_init__(self):
        parts = urlsplit(self.target)
        self.path = unquote(parts.path)
        self.query = parse_qsl(parts.query, keep_blank_values=True)
        self.content_type = self.headers.get("content-type", "")
        self.media_type = self.content_type.split(";")[0].strip().lower()
        self._form = None

    def header(self, name):
        return self.headers.get(name.lower())

    def argument(self, name, default=None):
        """The first value of a query argument."""
        return next((value for key, value in self.query if key == name), default)

    def form(self):
        """Fields and files of a multipart body: (dict of str, dict of Upload)."""
        if self._form is None:
            self._form = parse_multipart(self.content_type, self.body)
        return self._form

    def summary(self):
        """The body as the log shows it."""
        if self.media_type == "multipart/form-data":
            fields, files = self.form()
            return {"fields": fields, "files": {name: file.summary() for name, file in files.items()}}
        if not self.body:
            return {}
        try:
            return {"body": json.loads(self.body)}
        except ValueError:
            return {"body": None, "size": len(self.body)}


@dataclass
class Response:
    status: int = 200
    body: object = None
    headers: dict = field(default_factory=dict)

    def encode(self):
        """The bytes and headers to send; a body that is neither bytes nor None is sent as JSON."""
        if isinstance(self.body, bytes):
            return self.body, {"Content-Type": "application/octet-stream", **self.headers}
        data = b"" if self.body is None else json.dumps(self.body).encode() + b"\n"
        return data, {"Content-Type": "application/json", **self.headers}


def encode_query(pairs):
    return urlencode(pairs)


def decode_query(text):
    return parse_qsl(text, keep_blank_values=True)


def parse_multipart(content_type, body):
    """Read multipart/form-data into (fields, files); a repeated name keeps its last value."""
    fields, files = {}, {}
    boundary = parameter(content_type, "boundary")
    if not boundary:
        return fields, files
    for part in split_parts(boundary.encode("latin-1"), body):
        head, _, data = part.partition(b"\r\n\r\n")
        headers = part_headers(head)
        disposition = headers.get("content-disposition", "")
        name, filename = parameter(disposition, "name"), parameter(disposition, "filename")
        if name is not None and filename is None:
            fields[name] = data.decode("utf-8", "replace")
        elif name is not None:
            files[name] = Upload(filename, headers.get("content-type", "application/octet-stream"), data)
    return fields, files


def split_parts(boundary, body):
    """The parts between boundaries, byte for byte."""
    for piece in (b"\r\n" + body).split(b"\r\n--" + boundary)[1:]:
        if piece.startswith(b"--"):
            return
        yield piece.lstrip(b" \t")[2:]


def part_headers(head):
    """Headers of a part; their bytes are UTF-8, as browsers and HTTP libraries send them."""
    lines = head.decode("utf-8", "replace").split("\r\n")
    pairs = (line.partition(":") for line in lines)
    return {name.strip().lower(): value.strip() for name, _, value in pairs}


def parameter(value, name):
    """A parameter of a header value: RFC 5987 `name*`, quoted, or bare."""
    extended = re.search(rf";\s*{name}\*=utf-8''([^;]+)", value, re.IGNORECASE)
    if extended:
        return unquote(extended.group(1).strip())
    quoted = re.search(rf';\s*{name}="((?:[^"\\]|\\.)*)"', value, re.IGNORECASE)
    if quoted:
        return re.sub(r"\\(.)", r"\1", quoted.group(1)).replace("%22", '"')
    bare = re.search(rf";\s*{name}=([^;\s\"]+)", value, re.IGNORECASE)
    return bare.group(1) if bare else None


# ---------------------------------------------------------------- faults

@dataclass
class Fault:
    """One thing that goes wrong.

    `method` ("*" for any) and `path` (a regular expression searched in the path with its query)
    say which requests; `skip` lets that many of them pass first, `times` says how many fail.

    kind "status"        answer `status`; the portal never sees the request
    kind "status_after"  the portal applies the request, the client gets `status` (a gateway's 504)
    kind "cut"           read the request, do not apply it, close without a word
    kind "cut_after"     apply it, close without a word: the client cannot know
    kind "slow"          wait `seconds`, then answer as usual
    kind "truncate"      apply it, announce the whole answer, send half of it, close
    kind "html"          answer `status` (default 200) with a page, as a captive portal or a proxy does
    kind "stall"         apply it, say nothing for `seconds`, then close
    kind "stall_body"    apply it, send the headers and half of the answer, say nothing for `seconds`, then close
    kind "deaf"          read nothing of the body for `seconds`, then close
    kind "echo"          answer `status` (default 400) and tell the key the client sent: in a header, in JSON, or in a page (`body` "page")
    """

    method: str = "*"
    path: str = ""
    kind: str = "status"
    status: int | None = None
    times: int = 1
    skip: int = 0
    retry_after: int | str | None = None
    seconds: float = 1.0
    body: object = None

    def __post_init__(self):
        if self.kind not in KINDS:
            raise ValueError(f"unknown kind {self.kind!r}: one of {', '.join(KINDS)}")
        if self.status is None:
            self.status = {"html": 200, "echo": 400}.get(self.kind, 503)
        re.compile(self.path)

    def matches(self, request):
        return (self.times > 0 and self.method.upper() in ("*", request.method)
                and re.search(self.path, request.target) is not None)

    def echo(self, request):
        """A portal that repeats what it was sent."""
        key = request.header("X-API-KEY") or request.header("Authorization") or ""
        headers = {"Location": f"https://elsewhere.example/?key={key}", "X-Echo": key}
        if self.body == "page":
            page = f"<!doctype html><title>Refused</title><p>{'x' * 380} {key} {quote(key)} {key.upper()}"
            return Response(self.status, page.encode(), {"Content-Type": "text/html", **headers})
        said = {"message": f"{'x' * 390} {key} {key[::-1]}", "errors": {key: [key]}, "error": {"key": key}, "id": key}
        return Response(self.status, said, headers)

    def response(self):
        headers = {} if self.retry_after is None else {"Retry-After": str(self.retry_after)}
        if self.kind == "html":
            return Response(self.status, b"<!doctype html><title>Elsewhere</title><p>Not the portal.",
                            {"Content-Type": "text/html; charset=utf-8", **headers})
        body = {"message": f"injected {self.status}"} if self.body is None else self.body
        return Response(self.status, body, headers)


class Faults:
    """The faults to come, the log of what was answered, and whether the key still works."""

    def __init__(self):
        self.lock = threading.Lock()
        self.faults = []
        self.log = []
        self.expired = False
        self.limit = None
        self.address = None
        self.expects = True

    def take(self, request, kinds=None):
        """The fault for this request, if any of these kinds; counts it."""
        with self.lock:
            for fault in self.faults:
                if (fault.kind in kinds if kinds else fault.kind not in EARLY) and fault.matches(request):
                    if fault.skip > 0:
                        fault.skip -= 1
                        continue
                    fault.times -= 1
                    return fault
        return None

    def record(self, request, status, fault, key):
        """`status` is what the client was sent: None when the connection was cut."""
        entry = {"method": request.method, "path": request.target, "status": status,
                 "content_type": request.content_type or None, "key": key, **request.summary()}
        if fault is not None:
            entry["fault"] = fault.kind
        with self.lock:
            self.log.append(entry)

    def control(self, request, portal):
        """Answer a request under `/_test/`."""
        action = (request.method, request.path[len(CONTROL):].strip("/"))
        if action == ("POST", "faults"):
            return self.add(request)
        if action == ("GET", "faults"):
            return Response(200, [vars(fault) for fault in self.faults if fault.times > 0])
        if action == ("DELETE", "faults"):
            self.faults = []
            return Response(204)
        if action in (("POST", "expire"), ("POST", "renew")):
            self.expired = action[1] == "expire"
            return Response(204)
        if action == ("GET", "log"):
            return Response(200, self.log)
        if action == ("DELETE", "log"):
            self.log = []
            return Response(204)
        if action == ("POST", "edit"):
            portal.edit(json.loads(request.body))
            return Response(204)
        if action == ("POST", "expect"):
            self.expects = json.loads(request.body)["known"]
            return Response(204)
        if action == ("POST", "address"):
            self.address = json.loads(request.body)["url"]
            return Response(204)
        if action == ("POST", "limit"):
            self.limit = json.loads(request.body)["bytes"]
            return Response(204)
        if action == ("GET", "state"):
            return Response(200, portal.state())
        return Response(404, {"message": f"no test endpoint {request.method} {request.path}"})

    def add(self, request):
        try:
            wanted = json.loads(request.body)
            new = [Fault(**one) for one in (wanted if isinstance(wanted, list) else [wanted])]
        except (ValueError, TypeError, re.error) as error:
            return Response(400, {"message": str(error)})
        with self.lock:
            self.faults += new
        return Response(201, [vars(fault) for fault in new])


# ---------------------------------------------------------------- the server

class Handler(BaseHTTPRequestHandler):
    """Reads a request whole, lets the faults speak first, then the portal."""

    protocol_version = "HTTP/1.1"
    server_version = "portal"
    sys_version = ""
    portal = None
    faults = None
    turn = threading.Lock()

    def setup(self):
        super().setup()
        # Small answers must not wait for the acknowledgement of their headers.
        self.connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def read_body(self):
        if "chunked" in self.headers.get("Transfer-Encoding", "").lower():
            return b"".join(self.read_chunks())
        return self.rfile.read(int(self.headers.get("Content-Length") or 0))

    def read_chunks(self):
        while True:
            size = int(self.rfile.readline().split(b";")[0], 16)
            data = self.rfile.read(size)
            self.rfile.readline()
            if not size:
                return
            yield data

    def too_large(self):
        """nginx's client_max_body_size: refused by the length that is announced."""
        limit = self.faults.limit
        return limit is not None and int(self.headers.get("Content-Length") or 0) > limit and not self.path.startswith(CONTROL)

    def refuse_size(self):
        request = self.request_of(b"")
        self.faults.record(request, 413, None, self.portal.key_state(request))
        page = b"<html><head><title>413 Request Entity Too Large</title></head><body><center><h1>413 Request Entity Too Large</h1></center></body></html>"
        self.reply(Response(413, page, {"Content-Type": "text/html", "Connection": "close"}))
        self.close_connection = True
        # What is still sent is read and thrown away for a while, so that the answer arrives (nginx's lingering_close).
        self.connection.settimeout(1)
        try:
            while self.rfile.read1(65536):
                pass
        except OSError:
            pass

    def handle_expect_100(self):
        if self.too_large():
            self.refuse_size()
            return False
        return super().handle_expect_100() if self.faults.expects else True

    def request_of(self, body):
        headers = {name.lower(): value for name, value in self.headers.items()}
        return Request(self.command, self.path, headers, body, f"http://127.0.0.1:{self.server.server_port}")

    def handle_any(self):
        if self.too_large():
            return self.refuse_size()
        early = self.faults.take(self.request_of(b""), EARLY)
        if early:
            time.sleep(early.seconds)
            self.faults.record(self.request_of(b""), None, early, None)
            return self.cut()
        request = self.request_of(self.read_body())
        if request.path.startswith(CONTROL):
            return self.reply(self.faults.control(request, self.portal))
        self.answer(request, self.faults.take(request))

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = do_HEAD = do_OPTIONS = handle_any

    def answer(self, request, fault):
        kind = fault.kind if fault else None
        if kind == "slow":
            time.sleep(fault.seconds)
        response = fault.response() if kind in ("status", "html") else fault.echo(request) if kind == "echo" else None
        if response is None and kind != "cut":
            response = self.apply(request)
        if kind == "status_after":
            response = fault.response()
        sent = None if kind in ("cut", "cut_after", "stall") else response.status
        self.faults.record(request, sent, fault, self.portal.key_state(request))
        if kind == "stall":
            time.sleep(fault.seconds)
        if kind in ("cut", "cut_after", "stall"):
            return self.cut()
        self.reply(response, truncate=kind in ("truncate", "stall_body"), pause=fault.seconds if kind == "stall_body" else 0)

    def apply(self, request):
        """Let the portal answer, one request at a time; a fault of the fake itself is told loudly."""
        try:
            with self.turn:
                return self.portal.answer(request)
        except Exception:
            traceback.print_exc()
            return Response(500, {"message": "the fake portal failed: see its standard error"})

    def reply(self, response, truncate=False, pause=0):
        data, headers = response.encode()
        self.send_response(response.status)
        for name, value in headers.items():
            self.send_header(name, value)
        if response.status not in (204, 304):
            self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD" and response.status not in (204, 304):
            self.wfile.write(data[:len(data) // 2] if truncate else data)
        if truncate:
            self.wfile.flush()
            time.sleep(pause)
            self.cut()

    def cut(self):
        self.close_connection = True
        try:
            self.wfile.flush()
            self.connection.shutdown(socket.SHUT_RDWR)
        except OSError:
            # The client went first.
            pass

    def log_message(self, *args):
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        """A client that leaves early is no news; anything else is a fault of the fake."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


def parser(description):
    """The options every fake has."""
    options = argparse.ArgumentParser(description=description)
    options.add_argument("--port", type=int, default=0)
    options.add_argument("--key", default="SECRET", help="the API key that is accepted")
    return options


def serve(make_portal, port):
    """Put `make_portal(faults, base URL)` on loopback until standard input closes or a signal ends it."""
    faults = Faults()
    handler = type("PortalHandler", (Handler,), {"faults": faults})
    with Server(("127.0.0.1", port), handler) as server:
        base = f"http://127.0.0.1:{server.server_port}"
        handler.portal = make_portal(faults, base)
        print(json.dumps({"url": base, **handler.portal.known()}), flush=True)
        threading.Thread(target=stop_with_stdin, args=[server], daemon=True).start()
        try:
            server.serve_forever(poll_interval=0.1)
        except KeyboardInterrupt:
            pass


def stop_with_stdin(server):
    sys.stdin.buffer.read()
    server.shutdown()

#!/usr/bin/env python3
"""Serve the real udata application on loopback, with mongomock in place of MongoDB.

Run it with the Python of an environment that holds `udata` and `mongomock`:

    ENV/bin/python tests/portals/real_udata.py --port 0

It creates one user with an API key, one organisation the user administers, the licences and a
few geographical zones, prints one line of JSON, {"url", "key", "organization", "user"}, and
serves until it is killed or its standard input closes. Nothing outlives the process: documents
are in memory, files are in a temporary folder.

Answers are udata's own. What differs from the portal in production:

- host names of URLs are not resolved (udata settings.URLS_RESOLVE_HOSTNAME), so no network is used,
  and the reserved domain `example` is accepted (URLS_ALLOWED_TLDS);
- local URLs are accepted only with `--allow-local`, which is also needed to fetch uploaded
  files back: without it hosted files get the URL of an invented static host;
- full-text search (`q`), which mongomock lacks, is a search of words in the title, the one field
  of udata's text index;
- the schema catalogue holds the two schemas of SCHEMAS, and none is fetched.
"""
import argparse
import json
import logging
import os
import re
import sys
import tempfile
import threading
import warnings

# The folder of this script holds another `udata`.
sys.path[:] = [path for path in sys.path if os.path.abspath(path) != os.path.dirname(os.path.abspath(__file__))]

LICENCES = [
    ("notspecified", "License Not Specified", None),
    ("lov2", "Licence Ouverte / Open Licence version 2.0",
     "https://www.etalab.gouv.fr/licence-ouverte-open-licence"),
    ("fr-lo", "Licence Ouverte / Open Licence",
     "https://www.etalab.gouv.fr/wp-content/uploads/2014/05/Licence_Ouverte.pdf"),
    ("odc-odbl", "Open Data Commons Open Database License (ODbL)",
     "http://opendatacommons.org/licenses/odbl/summary/"),
    ("odc-by", "Open Data Commons Attribution License",
     "http://opendatacommons.org/licenses/by/summary/"),
    ("odc-pddl", "Open Data Commons Public Domain Dedication and Licence (PDDL)",
     "http://opendatacommons.org/licenses/pddl/summary/"),
    ("cc-by", "Creative Commons Attribution", "http://www.opendefinition.org/licenses/cc-by"),
    ("cc-by-sa", "Creative Commons Attribution Share-Alike",
     "http://www.opendefinition.org/licenses/cc-by-sa"),
    ("cc-zero", "Creative Commons CCZero", "http://www.opendefinition.org/licenses/cc-zero"),
    ("other-at", "Other (Attribution)", None),
    ("other-open", "Other (Open)", None),
    ("other-pd", "Other (Public Domain)", None),
]
LEVELS = [("country", "Country", 20), ("fr:region", "French region", 40),
          ("fr:departement", "French county", 60), ("fr:epci", "French intermunicipal (EPCI)", 68),
          ("fr:commune", "French town", 80)]
ZONES = [("country", "fr", "France"), ("fr:region", "52", "Pays de la Loire"),
         ("fr:departement", "44", "Loire-Atlantique"), ("fr:epci", "244400404", "Nantes Métropole"),
         ("fr:commune", "44109", "Nantes"), ("fr:commune", "75056", "Paris")]


SCHEMAS = [
    {"name": name, "title": title, "schema_type": "tableschema",
     "schema_url": f"https://schema.data.gouv.fr/schemas/{name}/latest/schema.json",
     "versions": [{"version_name": version,
                   "schema_url": f"https://schema.data.gouv.fr/schemas/{name}/{version}/schema.json"}]}
    for name, title, version in [("scdl/catalogue", "Catalogue", "0.1.3"),
                                 ("scdl/deliberations", "Délibérations", "2.1.5")]]


def parse_args():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--key", help="the API key to register (default: one that udata makes)")
    parser.add_argument("--allow-local", action="store_true",
                        help="accept local URLs, and serve uploaded files from this process")
    parser.add_argument("--verbose", action="store_true", help="log to standard error")
    return parser.parse_args()


def settings_class(allow_local, work):
    """The settings of udata, with an in-memory database and no outside service."""
    import mongomock
    from udata import settings

    class Override(settings.Testing):
        MONGODB_SETTINGS = {"host": "mongodb://localhost/udata",
                            "mongo_client_class": mongomock.MongoClient,
                            "uuidRepresentation": "standard"}
        SERVER_NAME = None
        SESSION_COOKIE_DOMAIN = None
        PLUGINS = []
        HARVESTER_BACKENDS = []
        DEFAULT_LANGUAGE = "en"
        SECRET_KEY = "not-a-secret"
        FS_ROOT = os.path.join(work, "fs")
        FS_PREFIX = "/s"
        # The chunks storage must stay reachable by path, so only resources get a public URL.
        RESOURCES_FS_URL = None if allow_local else "https://static.example.org/resources/"
        URLS_ALLOW_LOCAL = allow_local
        URLS_RESOLVE_HOSTNAME = False
        URLS_ALLOWED_TLDS = settings.Defaults.URLS_ALLOWED_TLDS | {"example"}

    return Override


def word_search(queryset, text):
    """Stand in for MongoDB's `$text` (udata mongo/queryset.py): every quoted word must be found."""
    for word in re.findall(r'"([^"]*)"', text) or text.split():
        queryset = queryset.filter(title__icontains=word)
    return queryset


def patch_for_mongomock():
    """Replace the few MongoDB features that mongomock has not."""
    from mongoengine.queryset.queryset import QuerySet

    plain_order = QuerySet.order_by
    QuerySet.search_text = lambda self, text, *args, **kwargs: word_search(self, text)
    QuerySet.order_by = lambda self, *keys, **kwargs: plain_order(
        self, *[key for key in keys if "$text_score" not in str(key)], **kwargs)


def give_schemas():
    """Answer with SCHEMAS where udata core/dataset/models.py would fetch a catalogue."""
    from udata.core.dataset.models import ResourceSchema

    ResourceSchema.all = staticmethod(lambda: SCHEMAS)


def register_key(user, key):
    """Make a token as udata core/api_token/models.py does; `key` replaces the random one."""
    from udata.core.api_token import models

    token, plaintext = models.ApiToken.generate(user, name="test")
    if key:
        plaintext = key
        token.token_hash = models._hash_token(key)
        token.save()
    return plaintext


def populate(key):
    """Create what a publisher finds on a portal; return what the client needs to know."""
    from udata.core.organization.models import Member
    from udata.core.spatial.models import GeoLevel, GeoZone
    from udata.core.user.models import datastore
    from udata.models import Dataset, License, Organization

    for ident, title, url in LICENCES:
        License.objects.create(id=ident, title=title, url=url, active=True)
    for ident, name, level in LEVELS:
        GeoLevel.objects.create(id=ident, name=name, admin_level=level)
    for level, code, name in ZONES:
        GeoZone.objects.create(id=f"{level}:{code}", slug=name.lower().replace(" ", "-"), name=name,
                               code=code, level=level, uri=f"https://id.example.org/{level}/{code}")
    user = datastore.create_user(email="agent@example.org", password="password", first_name="Camille",
                                 last_name="Durand", active=True)
    organization = Organization.objects.create(
        name="Ville d'essai", description="Une collectivité d'essai",
        members=[Member(user=user, role="admin")])
    other = Organization.objects.create(name="Autre ville", description="Sans rapport", members=[])
    foreign = Dataset.objects.create(title="Jeu d'une autre ville", description="Sans rapport",
                                     organization=other)
    return {"key": register_key(user, key), "organization": str(organization.id),
            "user": str(user.id), "other_organization": str(other.id),
            "foreign_dataset": str(foreign.id)}


def build_app(args, work):
    from udata.app import create_app, standalone

    app = create_app("udata.settings.Defaults", override=settings_class(args.allow_local, work))
    standalone(app)
    logging.getLogger("udata").setLevel(logging.DEBUG if args.verbose else logging.CRITICAL)
    app.logger.setLevel(logging.DEBUG if args.verbose else logging.CRITICAL)
    return app


def stop_with_stdin(server):
    """End with the parent: stop when standard input closes (a terminal never closes by itself)."""
    sys.stdin.buffer.read()
    server.shutdown()


def main():
    args = parse_args()
    warnings.filterwarnings("ignore")
    with tempfile.TemporaryDirectory(prefix="real-udata-") as work:
        os.chdir(work)  # keeps a stray udata.cfg of the current folder out
        app = build_app(args, work)
        patch_for_mongomock()
        give_schemas()
        with app.app_context():
            known = populate(args.key)
        from werkzeug.serving import WSGIRequestHandler, make_server

        if not args.verbose:
            WSGIRequestHandler.log = lambda *ignored: None
        server = make_server("127.0.0.1", args.port, app)
        print(json.dumps({"url": f"http://127.0.0.1:{server.server_port}", **known}), flush=True)
        threading.Thread(target=stop_with_stdin, args=[server], daemon=True).start()
        server.serve_forever()
        os.chdir("/")


if __name__ == "__main__":
    main()

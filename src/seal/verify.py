#!/usr/bin/env python3
"""Checks an archive of consultations made by greffe, without trusting whoever published it.

    python3 verify.py [FOLDER] [--key KEY]

FOLDER is the archive; without it, the folder this program lies in. KEY is the publisher's public key as you got it elsewhere
(name+digits+base64, or ssh-ed25519 …, or a file that holds one): the last edition must be signed with it.
It needs Python 3.9 and nothing else, writes nothing and sends nothing. It checks the files against SHA256SUMS; the log of each
consultation against its checkpoint, its editions and their signatures; contributions and tables against the log; scores and
ranks, computed again from the votes; JSON against CSV. Each fault is a line: a code, what it is about, a sentence.
Exit code: 0 for OK, 1 for NOT OK, 2 for wrong use.

What it cannot prove: that the platform gave out everything it had, and that the publisher did not make another archive from
other files. Against the second, compare log/checkpoint.txt with copies that other people kept. And read this program, or take
it from elsewhere: a forged archive can hold a forged verify.py.
"""
import argparse, base64, csv, hashlib, json, math, os, re, sys
from collections import Counter
from contextlib import contextmanager
from datetime import datetime
from glob import glob

# The columns of a contribution that the log shows: whole numbers, then texts.
NUMBERS = ["author_size", "comment_count", "declared_comment_count", "source_row"]
NUMBERS += [who + "votes_" + side for who in ("", "declared_", "counted_") for side in ("for", "against", "neutral")]
SHOWN = NUMBERS + ["parent_kind", "parent_id", "topic_id", "author_kind", "created_at", "updated_at", "status",
                   "language", "votes_basis", "comment_basis", "outcome_status", "source_file"]
# The columns it only has commitments to, so that a text can be erased later without breaking the log.
SEALED = ["title", "body", "author_id", "author_name", "latitude", "longitude", "place", "source_url"]
# The columns that scores follow from.
INPUTS = ["status", "votes_for", "votes_against", "comment_count", "author_kind", "author_size", "created_at"]
WHITE = re.compile("[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]")
CHECKPOINT = re.compile("([^\n]+\n(0|[1-9][0-9]{0,17})\n([A-Za-z0-9+/]{43}=)\n)(?:\n(.*))?", re.DOTALL)

# ---- Faults: each is said once, and of each code at most 20 for one part of the archive ----

said, of_code = set(), Counter()

def expect(right, code, subject, sentence):
    if not right and (code, subject) not in said:
        said.add((code, subject))
        of_code[code] += 1
        if of_code[code] <= 20:  # A forged archive may name things as it likes: no control characters.
            print("\t".join(re.sub("[\0-\x1f\x7f-\x9f]", " ", part) for part in (code, subject, sentence)))

def end_part():
    for code, count in of_code.items():
        if count > 20:
            print(f"{code}\t…\tand {count - 20} more")
    of_code.clear()

def need(right, sentence):
    if not right:
        raise ValueError(sentence)

@contextmanager
def watch(code, subject):
    """Whatever goes wrong inside becomes a fault: a broken file never stops the program."""
    try:
        yield
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError, csv.Error) as error:
        expect(False, code, subject, str(error) if type(error) is ValueError else f"It is not there or broken: {error!r}.")

# ---- Files: every path is relative to the archive ----

def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)

def file_digest(path):
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        for chunk in iter(lambda: file.read(1 << 20), b""):
            digest.update(chunk)
    return digest.hexdigest()

def check_files():
    """Every file has the digest that SHA256SUMS gives, and there is no other. Returns how many it lists."""
    present = {os.path.join(folder, name)[2:].replace(os.sep, "/") for folder, _, names in os.walk(".") for name in names}
    listed = {"SHA256SUMS"}
    with watch("sums-missing", "SHA256SUMS"):
        with open("SHA256SUMS", encoding="utf-8", errors="surrogateescape", newline="\n") as sums:
            for line in sums:
                digest, path = line[:64], line[66:].rstrip("\n")
                need(re.fullmatch("[0-9a-f]{64}  .+\n", line), "A line is not a digest and a path.")
                listed.add(path)
                with watch("file-missing", path):
                    need(path in present, "SHA256SUMS lists it, but it is not there.")
                    expect(file_digest(path) == digest, "file-changed", path, "Its digest is not that of SHA256SUMS.")
        for path in sorted(present - listed):
            known = os.path.basename(path) in (".gitignore", ".gitkeep")
            expect(known, "file-unknown", path, "SHA256SUMS does not list it.")
    return len(listed) - 1

def parse(line):
    found = json.loads(line.decode("utf-8"))
    need(isinstance(found, dict), "A line is not a JSON object.")
    return found

def csv_rows(path):
    with open(path, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file, strict=True):
            need(None not in row and None not in row.values(), "A row is not as long as the heading.")
            yield row

def json_rows(path):
    """The rows of a table in JSON (a list, one object a line) or JSON Lines, one at a time: tables can be large."""
    with open(path, "rb") as file:
        for line in map(bytes.strip, file):
            if path.endswith(".jsonl") or line not in (b"[", b"]"):
                yield parse(line if path.endswith(".jsonl") else line.rstrip(b","))

def totals(rows, columns):
    count, sums = 0, Counter()
    for count, row in enumerate(rows, 1):
        for column in columns:
            sums[column] += int(str(row.get(column) or 0))
    return count, [sums[column] for column in columns]

# ---- Signatures: Ed25519, RFC 8032. A point of the curve is (x, y, z, t) for (x/z, y/z), with t = xy/z ----

PRIME, ORDER = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
CURVE = -121665 * pow(121666, -1, PRIME) % PRIME

def add(a, b):
    less, more = (a[1] - a[0]) * (b[1] - b[0]), (a[1] + a[0]) * (b[1] + b[0])
    t, z = 2 * a[3] * b[3] * CURVE, 2 * a[2] * b[2]
    e, f, g, h = more - less, z - t, z + t, more + less
    return e * f % PRIME, g * h % PRIME, f * g % PRIME, e * h % PRIME

def times(number, point):
    even = times(number >> 1, add(point, point)) if number else (0, 1, 1, 0)
    return add(even, point) if number & 1 else even

def decode_point(data):
    y, odd = int.from_bytes(data, "little") % 2**255, data[31] >> 7
    square = (y * y - 1) * pow(CURVE * y * y + 1, -1, PRIME) % PRIME
    x = pow(square, (PRIME + 3) // 8, PRIME)
    x = x if x * x % PRIME == square else x * pow(2, (PRIME - 1) // 4, PRIME) % PRIME
    need(y < PRIME and x * x % PRIME == square and (x or not odd), "A key is no point of the curve.")
    x = x if x & 1 == odd else PRIME - x
    return x, y, 1, x * y % PRIME

def is_signed(key, message, signature):
    """A signature is R and s with sB = R + kA, where A is the key and B a fixed point: is sB − kA equal to R?"""
    encoded, s = signature[:32], int.from_bytes(signature[32:], "little")
    k = int.from_bytes(hashlib.sha512(encoded + key + message).digest(), "little") % ORDER
    base, (x, y, z, t) = decode_point(b"\x58" + b"\x66" * 31), decode_point(key)
    x, y, z, t = add(times(s % ORDER, base), times(k, (-x, y, z, -t)))
    x, y = x * pow(z, -1, PRIME) % PRIME, y * pow(z, -1, PRIME) % PRIME
    return len(signature) == 64 and s < ORDER and (y | (x & 1) << 255).to_bytes(32, "little") == encoded

def key_id(name, key):
    return sha256(name.encode(), b"\n\x01", key)[:4]

def read_key(text):
    """A public key and the name that goes with it, which is None where any will do."""
    name, digits, data = (None, "", text.split()[1]) if text.startswith("ssh-ed25519 ") else text.strip().split("+", 2)
    data = base64.b64decode(data, validate=True)
    start = b"\x01" if name else b"\0\0\0\x0bssh-ed25519\0\0\0 "
    key = data[len(start):]
    need(data.startswith(start) and len(key) == 32, "It is no Ed25519 key.")
    need(not name or key_id(name, key).hex() == digits, "The digits of the key are wrong.")
    return name, key

# ---- The log: the hash tree of RFC 6962, and entries ----

def sha256(*parts):
    return hashlib.sha256(b"".join(parts)).digest()

def tree_root(level):
    """Joins two by two, level by level; an odd one at the end goes up as it is. This gives the tree of RFC 6962."""
    while len(level) > 1:
        odd = level[len(level) & ~1:]
        level = [sha256(b"\x01", level[i], level[i + 1]) for i in range(0, len(level) - 1, 2)] + odd
    return level[0] if level else sha256()

def replay(old, new, proof, old_root=None):
    """The old and the new root that a consistency proof leads to: RFC 6962, 2.1.2, read backwards."""
    if old == new:
        return (old_root or proof.pop(),) * 2
    half, last = 1 << (new - 1).bit_length() - 1, proof.pop()
    if old <= half:  # The old tree lies in the left half.
        before, after = replay(old, half, proof, old_root)
        return before, sha256(b"\x01", after, last)
    before, after = replay(old - half, new - half, proof)
    return sha256(b"\x01", last, before), sha256(b"\x01", last, after)

def proof_holds(old, new, proof):
    """Whether a tree (size and root) only adds leaves to an older one."""
    if old[0] == 0 or old[0] >= new[0]:
        return not proof and (old[0] == 0 or old == new)
    return replay(old[0], new[0], proof, old[1]) == (old[1], new[1]) and not proof

def read_entry(line):
    entry = parse(line)
    if set(entry) == {"leaf"}:  # Withheld: only the hash is known.
        need(re.fullmatch("[0-9a-f]{64}", entry["leaf"]), "A leaf is no digest.")
        return entry
    sort, sealed = entry["type"], entry.get("sealed", {})
    need(sort in ("contribution", "event", "tables"), "The type of an entry is unknown.")
    need(sort == "tables" or type(entry["kind"]) == type(entry["id"]) == str, "An entry has no kind and id.")
    need(sort != "event" or entry["event"] in ("erased", "absent"), "An event is unknown.")
    need(sort != "contribution" or set(entry) <= {"type", "kind", "id", "sealed", *SHOWN}, "An entry has an unknown key.")
    need(all(type(commitment) == str for commitment in sealed.values()), "A commitment is not text.")
    return entry

def read_salts(line):
    salts = {field: base64.b64decode(salt, validate=True) for field, salt in parse(line).items()}
    need(all(len(salt) == 16 for salt in salts.values()), "A salt has not 16 bytes.")
    return salts

def opens(sealed, salts, field, value):
    """Whether a field's salt and this value give its commitment."""
    given = field in sealed and field in salts
    return given and sealed[field] == base64.b64encode(sha256(salts[field], value.encode())).decode()

# ---- Scores ----

def whole(cell):
    return int(cell) if re.fullmatch("[0-9]{1,15}", cell) else None

def unix_seconds(cell):
    try:
        moment = datetime.strptime(cell if "T" in cell else cell + "T00:00:00Z", "%Y-%m-%dT%H:%M:%S%z")
        return int(moment.timestamp())
    except ValueError:
        return None

def approval(favour, against):
    """Millionths of the lower end of Wilson's 95 % interval. The last bit depends on the order of the operations."""
    n, z = float(favour) + float(against), 1.959964
    if n == 0:
        return 0
    p, z2 = favour / n, z * z
    centre, spread = p + z2 / (2 * n), z * math.sqrt((p * (1 - p) + z2 / (4 * n)) / n)
    return max(math.floor((centre - spread) / (1 + z2 / n) * 1000000), 0)

def score(ranking, row):
    """A row's score and what decides among equal scores, or None where it has no score."""
    favour, against, size = whole(row["votes_for"]), whole(row["votes_against"]) or 0, whole(row["author_size"]) or 0
    if row["status"] != "published" or (favour is None and ranking in ("support", "approval", "divisive")):
        return None
    if ranking == "divisive":
        return min(favour, against), favour + against
    if ranking == "approval":
        return approval(favour, against), 0
    if ranking in ("support", "weighted"):
        return (favour or 0) - against + (size if ranking == "weighted" and row["author_kind"] == "collective" else 0), 0
    alone = whole(row["comment_count"]) if ranking == "debated" else unix_seconds(row["created_at"])
    return None if alone is None else (alone, 0)

# ---- A consultation: its log, its rows, its rankings, its tables ----

class Consultation:
    def __init__(self, folder, keys):
        self.slug, self.keys = os.path.basename(folder), keys
        self.base = f"consultations/{self.slug}/"
        self.leaves, self.held, self.sealed, self.salts = [], {}, {}, {}
        self.signers, self.rows, self.rankings, self.editions = {}, [], [], []
        self.logged = os.path.exists(self.base + "log/entries.jsonl")

    def check(self, given_key):
        expect(self.logged, "log-broken", self.base + "log/entries.jsonl", "There is no log.")
        if self.logged:
            self.read_log()
            self.check_tree(given_key)
        self.check_rows()
        for ranking in self.rankings:
            with watch("ranking-differs", f"{self.base}rankings/{ranking}.json"):
                self.check_ranking(ranking)
        self.check_tables()

    def read_lines(self, name):
        with watch("log-broken", name):
            with open(name, "rb") as file:
                return file.read().removesuffix(b"\n").split(b"\n")
        return []

    def read_log(self):
        names = self.base + "log/entries.jsonl", self.base + "log/salts.jsonl"
        lines, salt_lines = map(self.read_lines, names)
        expect(len(lines) == len(salt_lines), "log-broken", names[1], "It has not as many lines as entries.jsonl.")
        for line, salt_line in zip(lines, salt_lines + [b"{}"] * len(lines)):
            entry, salts = {}, {}
            with watch("log-broken", names[0]):
                entry = read_entry(line)
            with watch("log-broken", names[1]):
                salts = read_salts(salt_line)
                need(not salts or not {"leaf", "event"} & set(entry), "There is a salt where nothing is to be opened.")
            self.leaves.append(bytes.fromhex(entry["leaf"]) if "leaf" in entry else sha256(b"\0", line))
            sort, about = entry.get("type"), (entry.get("kind"), entry.get("id"))
            if sort == "contribution":  # Of several with the same kind and id the last one holds.
                self.held[about] = [line, salt_line if salts else b"{}", "must have a row"]
            elif sort == "event" and entry["event"] == "absent" and about in self.held:
                self.held[about][2] = None
            elif sort == "tables":
                self.sealed, self.salts = entry["sealed"], salts
        expect(sort == "tables", "log-broken", names[0], "The last entry is not that of the tables.")

    def read_checkpoint(self, name, code):
        """Its size and root, after a look at its signatures; None if it is broken."""
        with watch(code, name):
            with open(name, "rb") as file:
                found = CHECKPOINT.fullmatch(file.read().decode("utf-8"))
            need(found, "It is no checkpoint.")
            text, size, root, signatures = found.groups()
            self.signers[name] = [self.signer(name, text, line) for line in (signatures or "").split("\n") if line]
            return int(size), base64.b64decode(root)

    def signer(self, name, text, line):
        with watch("signature-wrong", name if self.keys else "key.txt"):
            dash, owner, data = line.split(" ")
            data = base64.b64decode(data, validate=True)
            for known, key in self.keys:
                if dash == "—" and known in (None, owner) and data[:4] == key_id(owner, key):
                    need(is_signed(key, text.encode(), data[4:]), "A signature is wrong.")
                    return key
            need(False, "There is a signature, but not the key to check it with.")

    def check_tree(self, given_key):
        """The leaves give the checkpoint, and the first of them each edition; editions and draft add to one another."""
        name, trees = self.base + "log/checkpoint.txt", {}
        checkpoint = self.read_checkpoint(name, "log-broken")
        right = not checkpoint or checkpoint == (len(self.leaves), tree_root(self.leaves))
        expect(right, "root-differs", name, "The entries do not give this size and root.")
        found = (re.fullmatch("([1-9][0-9]{0,8}).txt", os.path.basename(path)) for path in glob(self.base + "log/editions/*"))
        self.editions, last, least = sorted(int(match[1]) for match in found if match), name, 0
        for place, number in enumerate(self.editions, 1):
            last = f"{self.base}log/editions/{number}.txt"
            expect(place == number, "edition-differs", f"{self.base}log/editions/{place}.txt", "It is not there.")
            with watch("edition-differs", last):
                size, root = trees[number] = self.read_checkpoint(last, "edition-differs")
                need(size >= least, "It has fewer entries than the edition before.")
                least = size
                need(size <= len(self.leaves) and root == tree_root(self.leaves[:size]), "The log does not begin with it.")
        trees[0], proofs = checkpoint, {}
        with watch("edition-differs", self.base + "log/consistency.json"):
            for item in load(self.base + "log/consistency.json"):
                proof = proofs[item["from"], item["to"]] = [bytes.fromhex(digest) for digest in item["proof"]]
                need(proof_holds(trees[item["from"]], trees[item["to"]], proof), "A proof does not hold.")
            need(set(zip(self.editions, self.editions[1:])) <= set(proofs), "A proof is not there.")
        if checkpoint and self.editions and (self.editions[-1], 0) not in proofs:  # No draft.
            same = file_digest(last) == file_digest(name)
            expect(same, "edition-differs", last, "It is not checkpoint.txt, and there is no proof from it to there.")
        signed = not given_key or given_key in self.signers.get(last, [])
        expect(signed, "signature-wrong", last, "It is not signed with the key that was given.")

    def check_rows(self):
        """Each row has its entry, and each entry its row. Keeps what the rankings need."""
        name = self.base + "data/contributions.csv"
        with watch("table-differs", name):
            for row in csv_rows(name) if os.path.exists(name) else ():
                self.rankings = self.rankings or [column[5:] for column in row if column.startswith("rank_")]
                columns = ["kind", "contribution_id", *INPUTS]
                columns += [what + ranking for ranking in self.rankings for what in ("score_", "rank_")]
                self.rows.append({column: row.get(column, "") for column in columns})
                if self.logged:
                    self.check_row(row, (row["kind"], row["contribution_id"]))
            for about, (_, _, must_have_row) in self.held.items():
                subject = " ".join((self.slug, *about))
                expect(not must_have_row, "row-missing", subject, "The log has it, contributions.csv has not.")

    def check_row(self, row, about):
        line, salts, _ = self.held.pop(about, (None, None, None))
        subject = " ".join((self.slug, *about))
        if line is None:
            return expect(False, "entry-missing", subject, "contributions.csv has it, the log has not.")
        entry, salts = parse(line), read_salts(salts)
        for column in SHOWN:
            cell = row.get(column, "")
            cell = json.dumps(cell) if cell and column not in NUMBERS else cell
            same = cell == (json.dumps(entry[column]) if column in entry else "")
            expect(same, "row-differs", f"{subject} {column}", "It is not what the log has.")
        sealed = entry.get("sealed", {})
        for field in sorted({*SEALED, *sealed, *salts}):
            cell = row.get(field, "") if field in SEALED else ""
            value = WHITE.sub("", cell) if field in ("title", "body") else cell
            right = opens(sealed, salts, field, value) if cell else field not in sealed and field not in salts
            expect(right, "row-differs", f"{subject} {field}", "It does not open the commitment that the log has.")

    def check_ranking(self, ranking):
        need(ranking in ("support", "approval", "divisive", "debated", "weighted", "recent"), "It is no known ranking.")
        ranks, places, ranked = {}, Counter(), {}
        scores = [score(ranking, row) for row in self.rows]
        for kind, one in sorted(((row["kind"], one) for row, one in zip(self.rows, scores) if one), reverse=True):
            places[kind] += 1
            ranks.setdefault((kind, one), places[kind])  # Equal scores share the rank of the first.
        for row, one in zip(self.rows, scores):
            about = row["kind"], row["contribution_id"]
            right = {"score": str(one[0]), "rank": str(ranks[row["kind"], one])} if one else {"score": "", "rank": ""}
            for what, cell in right.items():
                subject = " ".join((self.slug, *about, ranking))
                expect(row[f"{what}_{ranking}"] == cell, what + "-differs", subject, f"It should be “{cell}”.")
            if one:
                ranked[about] = {**row, **right}
        content = load(f"{self.base}rankings/{ranking}.json")
        right = content["input"]["sha256"] == file_digest(self.base + "data/contributions.csv")
        need(right, "It was made from other data.")
        for cells in content["rows"]:
            need(len(cells) == len(content["columns"]), "A row is not as long as the heading.")
            cells = dict(zip(content["columns"], cells))
            row = ranked.pop((cells["kind"], cells["contribution_id"]), {})
            for column in ["score", "rank"] + [column for column in INPUTS if column in cells]:
                text = "" if cells[column] is None else str(cells[column])
                need(text == row.get(column), f"{column} of {cells['contribution_id']} is not what was computed.")
        need(not ranked, "Rows are missing.")

    def check_tables(self):
        """Each table has the digest that the log has, and in JSON the same rows and sums."""
        tables = {}
        with watch("table-differs", self.base + "data/datapackage.json"):
            for table in load(self.base + "data/datapackage.json")["resources"]:
                path, fields = table["path"], table["schema"]["fields"]
                if path.endswith(".csv") and not path.endswith(("-spreadsheet.csv", "dictionary.csv")):
                    tables[path[:-4]] = [field["name"] for field in fields if field["type"] == "integer"]
        for table in sorted({*self.sealed, *tables}):
            path = f"{self.base}data/{table}"
            with watch("table-differs", path + ".csv"):
                right = table in tables and opens(self.sealed, self.salts, table, file_digest(path + ".csv"))
                need(right or not self.logged, "The log, datapackage.json and the table do not agree.")
            with watch("table-differs", path + ".csv"):
                wanted = totals(csv_rows(path + ".csv"), tables.get(table, []))
                for ending in filter(os.path.exists, (path + ".json", path + ".jsonl")):
                    with watch("count-differs", ending):
                        need(totals(json_rows(ending), tables.get(table, [])) == wanted, "Rows or sums are not those of the CSV.")

def main():
    parser = argparse.ArgumentParser(description="Checks an archive of consultations made by greffe.")
    parser.add_argument("folder", nargs="?", default=os.path.dirname(os.path.abspath(__file__)))
    parser.add_argument("--key", help="the publisher's public key, or a file that holds it")
    options, keys, counts = parser.parse_args(), [], Counter()
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    csv.field_size_limit(2**31 - 1)
    try:
        if options.key and os.path.isfile(options.key):
            with open(options.key, encoding="utf-8") as file:
                options.key = file.read()
        given_key = read_key(options.key)[1] if options.key else None
        os.chdir(options.folder)
    except (OSError, ValueError, LookupError) as error:
        parser.error(str(error))
    counts["files"] = check_files()
    if os.path.exists("key.txt"):
        with watch("signature-wrong", "key.txt"), open("key.txt", encoding="utf-8") as file:
            keys.append(read_key(file.read()))
    keys += [(None, given_key)] if given_key else []
    end_part()
    for folder in sorted(glob("consultations/*")):
        if os.path.isdir(folder + "/log") or os.path.exists(folder + "/data/contributions.csv"):
            one = Consultation(folder, keys)
            one.check(given_key)
            end_part()
            counts.update(consultations=1, contributions=len(one.rows), editions=len(one.editions))
            counts["signatures"] += sum(map(len, one.signers.values()))
    print(f"NOT OK: {len(said)} faults" if said else "OK: " + ", ".join(f"{n} {what}" for what, n in counts.items()))
    return 1 if said else 0

if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Checks an archive of consultations made by greffe, without trusting whoever published it.

    python3 verify.py [FOLDER] [--key KEY]

FOLDER is the archive; without it, the folder this program lies in. KEY is the publisher's public key as you got it elsewhere
(name+digits+base64, or ssh-ed25519 …, or a file that holds one): the archive must be an edition signed with it. Python 3.9 is all
it needs; it writes and sends nothing. It checks the files against SHA256SUMS, and that against edition.txt; the log of each
consultation against its checkpoint, editions and signatures; contributions and tables against the log; scores and ranks, computed
again; JSON and CSV for spreadsheets against the CSV, cell by cell; what the page of each contribution shows against its row.
Each fault is a line: code, what it is about, a sentence. Exit code: 0 for OK, 1 for NOT OK, 2 for wrong use.
It cannot prove that the platform gave out everything it had, nor that the publisher did not make another archive from other
files: compare log/checkpoint.txt with copies that others kept. And a forged archive can hold a forged verify.py: read this."""
import argparse, base64, collections, contextlib, csv, datetime, hashlib, html, json, math, os, re, signal, stat, sys
from itertools import zip_longest
from pathlib import Path
# Columns: what the log shows; what it only commits to, so that a text can be erased; what scores and ranks follow from.
SHOWN = """parent_kind parent_id topic_id author_kind author_size created_at updated_at status language votes_for votes_against
    votes_neutral votes_basis declared_votes_for declared_votes_against declared_votes_neutral counted_votes_for counted_votes_against
    counted_votes_neutral comment_count comment_basis declared_comment_count outcome_status source_file source_row""".split()
SEALED = ["title", "body", "author_id", "author_name", "latitude", "longitude", "place", "source_url"]
INPUTS = ["kind", "contribution_id", "status", "votes_for", "votes_against", "comment_count", "author_kind", "author_size", "created_at",
          "created_unix"]
WHITE = re.compile("[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]")
TAG = re.compile("<!--.*?-->|<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>", re.DOTALL)
ATTRIBUTE = re.compile("[ \t\n\f\r]([^ \t\n\f\r=]+)(?:=(\"[^\"]*\"|'[^']*'|[^ \t\n\f\r\"']*))?")
BLOCK = re.compile("<script [^>]*\\bid=\"?seal\"?[ >][^>]*>?(.*?)</script>", re.DOTALL)
compared = collections.Counter()  # What was looked at, for the last lines.
NOTE = re.compile("((?:[^\0-\x1f\x7f-\x9f]+\n)+)\n((?:— [^\\s+\0-\x1f\x7f-\x9f]+ [A-Za-z0-9+/]{91}=\n){0,16})")
CHECKPOINT = re.compile("[^\n]+\n((0|[1-9][0-9]{0,17})\n([A-Za-z0-9+/]{43}=)\n)")

# ---- Faults: each is said once, and of each code at most 20 for one part of the archive ----
said, of_code = set(), collections.Counter()
def expect(right, code, subject, sentence):
    if not right and (code, subject) not in said:
        said.add((code, subject))
        of_code[code] += 1
        if of_code[code] <= 20:  # A forged archive may name things as it likes: no control characters.
            print("\t".join(re.sub("[\0-\x1f\x7f-\x9f]", " ", part) for part in (code, subject, sentence)))
    return right
def end_part():
    for code in [code for code in of_code if of_code[code] > 20]: print(f"{code}\t…\tand {of_code[code] - 20} more")
    of_code.clear()
def need(right, sentence):
    if not right: raise ValueError(sentence)
@contextlib.contextmanager
def watch(code, subject):  # Whatever goes wrong inside becomes a fault: a broken file never stops the program.
    try:
        yield
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError, csv.Error) as error:
        expect(False, code, subject, str(error) if type(error) is ValueError else f"It is not there or broken: {error!r}.")

# ---- Files: every path is relative to the archive ----
def file_digest(path):
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        while chunk := file.read(1 << 20): digest.update(chunk)
    return digest.hexdigest()
def is_plain(path):  # No link, no pipe, no device.
    return stat.S_ISREG(os.lstat(path).st_mode)
def whole(path, most=128):  # Nothing larger is held than greffe would write.
    need(os.stat(path).st_size <= most << 20, f"It is larger than {most} MiB.")
    return Path(path).read_bytes().decode("utf-8")
def check_files():
    """Every file has the digest that SHA256SUMS gives, and there is no other. Returns how many it lists, and whether all are files."""
    def unread(error): expect(False, "file-unknown", (error.filename or "")[2:], f"It cannot be read: {error.strerror}.")
    present = {os.path.join(folder, name)[2:].replace(os.sep, "/") for folder, folders, names in os.walk(".", onerror=unread)
               for name in names + [name for name in folders if os.path.islink(os.path.join(folder, name))]}
    plain, listed = {path for path in present if is_plain(path)}, {}
    for name in {"SHA256SUMS", "edition.txt"} & present - plain: expect(False, "file-changed", name, "It is a link or no file.")
    with watch("sums-missing", "SHA256SUMS"):
        need("SHA256SUMS" in plain, "It is not there, or no file.")
        for line in whole("SHA256SUMS").removesuffix("\n").split("\n"):
            right = re.fullmatch("([0-9a-f]{64})  (.+)", line)
            need(right and right[2] not in listed, "A line is not a digest and a path, or names a file again.")
            listed[right[2]] = right[1]
        for path, digest in listed.items():
            with watch("file-absent", path):
                need(path in present, "SHA256SUMS lists it, but it is not there.")
                if not expect(path in plain, "file-changed", path, "It is a link or no file."): continue
                expect(file_digest(path) == digest, "file-changed", path, "Its digest is not that of SHA256SUMS.")
        for path in sorted(present - {"SHA256SUMS", "edition.txt", *listed}):
            kept = path in plain and os.path.basename(path) in (".gitignore", ".gitkeep")
            expect(kept, "file-unknown", path, "SHA256SUMS does not list it.")
    return len(listed), plain == present
def csv_rows(path):
    with open(path, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file, strict=True):
            need(None not in row and None not in row.values(), "A row is not as long as the heading.")
            yield row
def json_rows(path):  # JSON is a list with one object a line: tables can be too large to be read whole.
    with open(path, "rb") as file:
        lines = (line.strip(b" \t\r\n\f").rstrip(b",") for line in file)
        yield from (json.loads(line) for line in lines if line not in (b"", b"[", b"]"))
def spreadsheet_rows(path):  # With a byte order mark, and the delimiter of the language.
    with open(path, newline="", encoding="utf-8") as file:
        need(file.read(1) == "\ufeff", "It does not begin with a byte order mark.")
        delimiter = ";" if re.match("\"?[a-z_0-9]+\"?;", file.readline()) else ","
        file.seek(3)
        yield from csv.DictReader(file, strict=True, delimiter=delimiter)
def is_json_cell(sort, cell, value):
    if value is None: return cell == ""
    if sort == "integer": return type(value) is int and str(value) == cell
    if sort == "number": return type(value) in (int, float) and cell != "" and float(cell) == value
    return type(value) is str and value == cell != ""
def is_spreadsheet_cell(sort, cell, value):  # An apostrophe before formulas, the decimal sign of the language, no T and no zone.
    if sort == "number": return value in (cell, cell.replace(".", ","))
    if sort == "datetime": return value == (cell[:10] + " " + cell[11:19] if cell else "")
    return value == cell or sort == "string" and value == "'" + cell
def compare(form, table, fields, rows, is_cell):
    """Every cell of a form against the CSV, row by row."""
    for number, (row, other) in enumerate(zip_longest(csv_rows(table), rows), 1):
        need(row is not None and other is not None, f"Row {number} is missing or not in the CSV.")
        need({*other} <= {*fields}, f"Row {number} has other columns.")
        for name, sort in fields.items():
            need(is_cell(sort, row[name], other.get(name)), f"Row {number}, {name}: it is not what the CSV has.")
        compared[form] += 1

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
def read_key(text):  # Gives the name that goes with the key, None where any will do, and the key.
    text = [line for line in map(str.strip, text.split("\n")) if line and line[0] != "#"][0]
    name, digits, data = (None, "", text.split()[1]) if text.startswith("ssh-ed25519 ") else text.split("+", 2)
    start, data = b"\x01" if name else b"\0\0\0\x0bssh-ed25519\0\0\0 ", base64.b64decode(data, validate=True)
    key = data[len(start):]
    need(data[:-32] == start and (not name or sha256(name.encode(), b"\n\x01", key)[:4].hex() == digits), "It is no Ed25519 key.")
    return name, key
def given_key(text):  # A key before a file: an archive may hold a file that has the name of the key.
    try:
        return read_key(text)
    except (ValueError, LookupError):
        return read_key(Path(text).read_text("utf-8"))

# ---- The log: the hash tree of RFC 6962, its checkpoints and its entries ----
def sha256(*parts): return hashlib.sha256(b"".join(parts)).digest()
def tree_roots(leaves, sizes):
    """The roots of the trees of RFC 6962 over the first leaves, by their number. Trees that are whole wait for one of their size."""
    found, waiting = {}, []
    for number in range(len(leaves) + 1):
        if number in sizes:
            found[number] = waiting[-1][1] if waiting else sha256()
            for _, left in waiting[-2::-1]: found[number] = sha256(b"\x01", left, found[number])
        size, last = 1, leaves[number] if number < len(leaves) else b""
        while waiting and waiting[-1][0] == size: size, last = 2 * size, sha256(b"\x01", waiting.pop()[1], last)
        waiting.append((size, last))
    return found
def replay(old, new, proof, old_root=None):
    """The old and the new root that a consistency proof leads to: RFC 6962, 2.1.2, read backwards."""
    if old == new: return (old_root or proof.pop(),) * 2
    half, last = 1 << (new - 1).bit_length() - 1, proof.pop()
    if old <= half:  # The old tree lies in the left half.
        before, after = replay(old, half, proof, old_root)
        return before, sha256(b"\x01", after, last)
    before, after = replay(old - half, new - half, proof)
    return sha256(b"\x01", last, before), sha256(b"\x01", last, after)
def proof_holds(old, new, proof):
    """Whether a tree (size and root) only adds leaves to an older one."""
    return old[0] <= new[0] and (old[0] == 0 or replay(old[0], new[0], proof, old[1]) == (old[1], new[1])) and not proof
def read_entry(line):
    entry = json.loads(line)
    if set(entry) == {"leaf"}:  # Withheld.
        need(re.fullmatch("[0-9a-f]{64}", entry["leaf"]), "A leaf is no digest.")
        return {"type": "withheld", **entry}
    texts = [*entry.get("sealed", {}).values()] + ([entry["kind"], entry["id"]] if entry["type"] != "tables" else [])
    keys, event = {*entry} - {"type", "kind", "id", "sealed", *SHOWN}, entry.get("event") in ("erased", "absent")
    known = {"contribution": not keys, "event": event, "tables": True}[entry["type"]]
    need(known and all(isinstance(text, str) for text in texts), "An entry has an unknown key or event, or lacks text.")
    return {"sealed": {}, **entry}
def read_salts(line):
    salts = {field: base64.b64decode(salt, validate=True) for field, salt in json.loads(line).items()}
    need(all(len(salt) == 16 for salt in salts.values()), "A salt has not 16 bytes.")
    return salts
def opens(sealed, salts, field, value):
    """Whether a field's salt and this value give its commitment."""
    return field in salts and sealed.get(field) == base64.b64encode(sha256(salts[field], value.encode())).decode()
def read_log(*names):
    """The leaves, the contributions (line, salts, place, whether they must have a row) and the digests of the tables."""
    lines, leaves, held, tables, sort, broken = [[], []], [], {}, ({}, {}), "", 0
    for found, name in zip(lines, names):
        with watch("log-broken", name):
            found += Path(name).read_bytes().removesuffix(b"\n").split(b"\n")
    expect(len(lines[0]) == len(lines[1]), "log-broken", names[1], "It has not as many lines as entries.jsonl.")
    for line, salt_line in zip(lines[0], lines[1] + [b"{}"] * len(lines[0])):
        entry, salts = {"type": "broken"}, {}
        with watch("log-broken", names[0]):
            entry = read_entry(line)
        sort, about = entry["type"], (entry.get("kind"), entry.get("id"))
        with watch("log-broken", names[1]):
            salts = read_salts(salt_line)
            need(not salts or sort not in ("withheld", "event"), "There is a salt where nothing is to be opened.")
        broken += sort == "broken"
        if not expect(broken <= 1000, "log-broken", names[0], "More than 1000 lines are no entries."): break
        leaves.append(bytes.fromhex(entry["leaf"]) if sort == "withheld" else sha256(b"\0", line))
        if sort == "contribution":  # Of several with the same kind and id the last one holds.
            held[about] = line, salt_line if salts else b"{}", len(leaves) - 1, True
        elif sort == "event" and entry["event"] == "absent" and about in held:
            held[about] = *held[about][:3], False
        elif sort == "tables":
            tables = entry["sealed"], salts
    expect(sort == "tables", "log-broken", names[0], "The last entry is not that of the tables.")
    return leaves, held, tables
def read_note(path):
    """The text of a signed note, and owner and bytes of each signature below it. There is one way to write each."""
    text, below = NOTE.fullmatch(whole(path, 8)).groups()
    signed = [(owner, decode(data)) for _, owner, data in (line.split(" ") for line in below.split("\n")[:-1])]
    need(len({(owner, data[:4]) for owner, data in signed}) == len(signed), "A signature is there twice.")
    return text, signed
def decode(text):
    need(base64.b64encode(base64.b64decode(text)).decode() == text, "It is not written as base64 is.")
    return base64.b64decode(text)
def check_signatures(path, text, signed, keys, signers):
    """Each signature on a text is one of these keys'; adds those that have signed to `signers`."""
    origin = text.split("\n")[0] + "/"  # A key without a name has that of the archive.
    for owner, data in signed:
        with watch("signature-wrong", path if keys else "key.txt"):
            known = [key for name, key in keys if (name == owner if name else origin.startswith(owner + "/"))
                     and sha256(owner.encode(), b"\n\x01", key)[:4] == data[:4]]
            need(known, "There is a signature, but not the key to check it with.")
            need(is_signed(known[0], text.encode(), data[4:]), "A signature is wrong.")
            signers.append((path, known[0]))
def read_checkpoint(path, keys, signers):
    """Its size and root; adds the keys that have signed it to `signers`."""
    text, signed = read_note(path)
    _, size, root = CHECKPOINT.fullmatch(text).groups()
    check_signatures(path, text, signed, keys, signers)
    return int(size), decode(root)
def check_tree(log, leaves, keys):
    """The leaves give the checkpoint, and the first of them each edition; editions and a draft add to one another."""
    trees, proofs, signers, least, now = {}, set(), [], 0, log + "checkpoint.txt"
    numbers = []
    for path in sorted(os.path.relpath(path).replace(os.sep, "/") for path in Path(log + "editions").glob("**/*") if not path.is_dir()):
        found = re.fullmatch(re.escape(log) + "editions/([1-9][0-9]{0,8})[.]txt", path)
        if expect(found, "edition-differs", path, "It has no number of an edition."): numbers.append(int(found[1]))
    numbers.sort()
    if not expect(len(numbers) <= 4000, "edition-differs", log + "editions/", "There are more than 4000 editions."): return
    last = f"{log}editions/{numbers[-1]}.txt" if numbers else now
    for number in numbers:
        with watch("edition-differs", f"{log}editions/{number}.txt"): trees[number] = read_checkpoint(f"{log}editions/{number}.txt", keys, signers)
    roots = tree_roots(leaves, {len(leaves)} | {size for size, _ in trees.values()})
    for number, (size, root) in trees.items():
        least = max(least, size)
        expect(least == size and root == roots.get(size), "edition-differs", f"{log}editions/{number}.txt", "It is not what the log begins with.")
    with watch("log-broken", now):
        trees[0] = read_checkpoint(now, keys, signers)
        expect(trees[0] == (len(leaves), roots[len(leaves)]), "root-differs", now, "The entries do not give this size and root.")
    with watch("edition-differs", log + "consistency.json"):
        items = json.loads(whole(log + "consistency.json", 8))
        need(type(items) is list, "It is no list.")
        for item in items:
            proofs.add((item["from"], item["to"]))
            proof = [bytes.fromhex(digest) for digest in item["proof"]]
            need(proof_holds(trees[item["from"]], trees[item["to"]], proof), "A proof does not hold.")
        pairs = {*zip(numbers, [*numbers[1:], 0])}  # The last of them is there only where this is a draft.
        need(proofs in (pairs, pairs - {(number, 0) for number in numbers}), "It does not lead from edition to edition.")
    if 0 in trees and numbers and (numbers[-1], 0) not in proofs:
        expect(file_digest(last) == file_digest(now), "edition-differs", last, "It is not checkpoint.txt, and no proof leads there.")
def check_edition(slugs, keys, given):
    """The archive as a whole: edition.txt commits to SHA256SUMS and to each log. Returns what the archive is, in words."""
    if not os.path.exists("edition.txt"):
        expect(not given, "edition-missing", "edition.txt", "There is none that a key could have signed.")
        return "of no stated edition: nothing vouches for pages, lists and forms other than the CSV"
    signers, logs, state = [], {}, None
    with watch("edition-missing", "edition.txt"):
        text, signed = read_note("edition.txt")
        head = re.match("[^\n]+\ngreffe (draft after edition|edition) (0|[1-9][0-9]{0,8})\nsums ([0-9a-f]{64})\n", text)
        for line in text[head.end():].split("\n")[:-1]:
            slug, size, root = re.fullmatch("log ([^ ]+) (0|[1-9][0-9]{0,17}) ([A-Za-z0-9+/]{43}=)", line).groups()
            need(decode(root) and slug.encode() > max(logs, default="").encode(), "Its logs are not in order.")
            logs[slug] = f"{size}\n{root}\n"
        state, number, sums = head.groups()
    if not state: return "of no stated edition"
    with watch("edition-differs", "SHA256SUMS"):
        need(hashlib.sha256(whole("SHA256SUMS").encode()).hexdigest() == sums, "It is not the list that edition.txt commits to.")
    # A former name of a consultation holds nothing but the way to its new one.
    pages = [path for path in Path("consultations").glob("*/**/*") if path.is_file()]
    strange = {path.parts[1] for path in pages if path.suffix != ".html" or not re.search(b"http-equiv=\"?refresh", path.read_bytes())}
    for slug in sorted({*slugs, *logs, *(strange - {*logs})}):
        here = slug in logs and slug in slugs
        if expect(here, "consultation-unknown", f"consultations/{slug}/", "edition.txt does not list it, or it is not there."):
            name = f"consultations/{slug}/log/checkpoint.txt"
            with watch("edition-differs", name):
                need(CHECKPOINT.fullmatch(read_note(name)[0])[1] == logs[slug], "It is not what edition.txt commits to.")
    check_signatures("edition.txt", text, signed, keys, signers)
    if given and expect(state == "edition", "edition-draft", "edition.txt", "It is a draft: nobody signed it."):
        expect(("edition.txt", given[1]) in signers, "signature-wrong", "edition.txt", "It is not signed with the key that was given.")
    signed = "with the key that you gave" if given and ("edition.txt", given[1]) in signers else "with the key in it" if signers else "by nobody"
    return f"{state} {number}" + (f", signed {signed}" if state == "edition" else "")

# ---- Rows, scores and tables ----
def check_row(subject, row, line, salts):
    entry, salts = read_entry(line), read_salts(salts)
    for column in SHOWN:
        expect(row.get(column, "") == str(entry.get(column, "")), "row-differs", f"{subject} {column}", "It is not what the log has.")
    for field in sorted({*SEALED, *entry["sealed"], *salts}):
        cell = row.get(field, "") if field in SEALED else ""
        value = WHITE.sub("", cell) if field in ("title", "body") else cell
        right = opens(entry["sealed"], salts, field, value) if cell else field not in {*entry["sealed"], *salts}
        expect(right, "row-differs", f"{subject} {field}", "It does not open the commitment that the log has.")
def attributes_of(text):  # Of two with one name the first one holds.
    return {known: value.strip("\"'") for known, value in reversed(ATTRIBUTE.findall(text))}
def marked(page):
    """The column and the text of each element that says what it shows; links to paragraphs are no text."""
    name, last = None, 0
    for tag in TAG.finditer(page):
        closes, element, attributes = tag.groups()
        if name:
            piece = html.unescape(page[last:tag.start()])
            text += piece.replace("¶", "") if skip else piece
            if element == "a": skip = not closes and {"class": "para"}.items() <= attributes_of(attributes).items()
            depth += (element == own) * (-1 if closes else 1)
            if not depth:
                yield name, text
                name = None
        elif element and not closes and "data-" in attributes:  # What stands in the value of an attribute is none.
            marks = [value.strip("\"'") if known == "data-sealed" else "rank_" + value.strip("\"'")
                     for known, value in ATTRIBUTE.findall(attributes) if known in ("data-sealed", "data-rank")]
            name = " ".join(marks[:2])  # An element with two marks says two things of one text: there is no such column.
            own, depth, text, skip = element, 1, "", False
        last = tag.end()
def first_number(text):
    found = re.search("[-−]?[0-9]+(?:[\xa0\u202f.,][0-9]+)*", text)
    return found and re.sub("[^0-9-]", "", found[0].replace("−", "-"))
def check_page(base, row, entry, silent):
    """What the page of a contribution shows, and the entry it carries. What it does not show is noted in `silent`."""
    url, shown = row["url"], set()
    need(url.startswith(base) and ".." not in url, "It is not an address of this consultation.")
    page = whole(url, 16)
    blocks = BLOCK.findall(page)
    need(len(blocks) <= 1, "It carries two entries.")
    if blocks and entry:
        (line, salts, place, _), block = entry, json.loads(blocks[0])
        right = block["index"] == place and block["entry"] == json.loads(line) and block["salts"] == json.loads(salts)
        need(right, "It carries another entry than the log's.")
        shown.add("entry")
    for name, text in marked(page):
        shown.add(name)
        if name in ("title", "body"): need(WHITE.sub("", text) == WHITE.sub("", row[name]), f"It shows another {name} than the table's.")
        else: need(row.get(name) and first_number(text) == row[name], f"{name}: {text}")
    silent.append((url, shown, {"entry"} | {name for name in ("title", "body") if row[name]}))
    compared["pages"] += 1
def unix_seconds(cell): return int(datetime.datetime.strptime(cell if "T" in cell else cell + "T00:00:00Z", "%Y-%m-%dT%H:%M:%S%z").timestamp())
def approval(favour, against):
    """Millionths of the lower end of Wilson's 95 % interval. The last bit depends on the order of the operations."""
    n, z = float(favour) + float(against), 1.959964
    if n == 0: return 0
    p, z2 = favour / n, z * z
    centre, spread = p + z2 / (2 * n), z * math.sqrt((p * (1 - p) + z2 / (4 * n)) / n)
    return max(math.floor((centre - spread) / (1 + z2 / n) * 1000000), 0)
def count(cell):  # Counts are numbers of 32 bits.
    return int(cell) if re.fullmatch("[0-9]{1,10}", cell) and int(cell) < 2**32 else None
def seconds(cell): return int(cell) if re.fullmatch("-?[0-9]{1,12}", cell) else None
def support(row, sides):
    """What is empty on a side that exists is not known; a side that does not exist counts as nothing."""
    camps = [count(row[side]) if side in sides else 0 for side in ("votes_for", "votes_against")]
    return None if None in camps else camps[0] - camps[1]
def camps(row):
    favour, against = count(row["votes_for"]), count(row["votes_against"])
    return None if None in (favour, against) else (favour, against)
def divisive(favour, against):
    smaller, larger = float(min(favour, against)), float(max(favour, against, 1))
    return math.floor(1000.0 * smaller * smaller / larger), favour + against
def size(row): return count(row["author_size"]) if row["author_kind"] == "collective" else 0
def added(*numbers): return None if None in numbers else sum(numbers)
def alone(number): return None if number is None else (number,)
def first(row):
    """For, against and size as version 1 of the rules took them: what was empty counted as 0."""
    return [count(row[column]) or 0 for column in ("votes_for", "votes_against")] + [size(row) or 0]
def voted(row, made): return None if count(row["votes_for"]) is None else made(*first(row)[:2])
RANKINGS = {  # By name and version of the rule: the score, and what decides among equal scores; None where there is none.
    ("support", 2): lambda row, sides: alone(support(row, sides)),
    ("approval", 2): lambda row, sides: camps(row) and (approval(*camps(row)),),
    ("divisive", 2): lambda row, sides: camps(row) and divisive(*camps(row)),
    ("debated", 1): lambda row, sides: alone(count(row["comment_count"])),
    ("weighted", 2): lambda row, sides: alone(added(support(row, sides), size(row))),
    ("recent", 2): lambda row, sides: alone(seconds(row["created_unix"])),
    ("support", 1): lambda row, sides: voted(row, lambda favour, against: (favour - against,)),
    ("approval", 1): lambda row, sides: voted(row, lambda favour, against: (approval(favour, against),)),
    ("divisive", 1): lambda row, sides: voted(row, lambda favour, against: (min(favour, against), favour + against)),
    ("weighted", 1): lambda row, sides: (first(row)[0] - first(row)[1] + first(row)[2],),
    ("recent", 1): lambda row, sides: (unix_seconds(row["created_at"]),)}
def score(rule, row, sides):
    with contextlib.suppress(ValueError):  # There is no date.
        if row["status"] == "published":
            return rule(row, sides)
def check_ranking(ranking, slug, base, rows):
    head, lines = whole(f"{base}rankings/{ranking}.json", 1 << 20).split("\n\"rows\":[\n", 1)
    need(lines.endswith("]}\n"), "Something stands below its rows.")
    content = json.loads(head.removesuffix(",") + "}")
    rule, sides = RANKINGS[ranking, content["version"]], {side for side in ("votes_for", "votes_against") if any(row[side] for row in rows)}
    ranks, places, ranked, scores = {}, collections.Counter(), {}, [score(rule, row, sides) for row in rows]
    for kind, one in sorted(((row["kind"], one) for row, one in zip(rows, scores) if one), reverse=True):
        places[kind] += 1
        ranks.setdefault((kind, one), places[kind])  # Equal scores share the rank of the first.
    for row, one in zip(rows, scores):
        about = row["kind"], row["contribution_id"]
        row["score"], row["rank"] = (str(one[0]), str(ranks[row["kind"], one])) if one else ("", "")
        for what in ("score", "rank"):
            right, subject = row[f"{what}_{ranking}"] == row[what], " ".join((slug, *about, ranking))
            expect(right, what + "-differs", subject, f"It should be “{row[what]}”.")
        if one: ranked[about] = row
    need(content["input"]["sha256"] == file_digest(base + "data/contributions.csv"), "It was made from other data.")
    for line in lines.split("\n")[:-2]:
        cells = dict(zip(content["columns"], json.loads(line.removesuffix(","))))
        row = ranked.pop((cells["kind"], cells["contribution_id"]))
        for column in {"score", "rank"} | {*INPUTS} & {*cells}:
            cell = "" if cells[column] is None else str(cells[column])
            need(row[column] == cell, f"{column} of {cells['contribution_id']} is not what was computed.")
    need(not ranked, "Rows are missing.")
def check_rows(name, slug, base, held):
    """Each row has its entry, each entry its row, and each ranking is what follows from the rows. Returns their number."""
    rows, silent, met = [], [], set()
    with watch("table-differs", name):
        for row in csv_rows(name) if os.path.exists(name) else ():
            rows.append({column: row[column] for column in row if column in INPUTS or column.startswith(("rank_", "score_"))})
            about = row["kind"], row["contribution_id"]
            subject = " ".join((slug, *about))
            if row.get("created_unix"):
                right = row["created_at"] and row["created_unix"] == str(unix_seconds(row["created_at"]))
                expect(right, "row-differs", f"{subject} created_unix", "It is not the second of created_at.")
            if held is None: continue
            once = about in held and about not in met
            if expect(once, "entry-missing", subject, "contributions.csv has it, the log has not, or not twice."):
                check_row(subject, row, *held[about][:2])
            met.add(about)
            with watch("page-differs", row["url"]):
                check_page(base, row, held.get(about), silent)
        # A theme of the archive's own may mark nothing: only what some page shows is missed on another.
        anywhere = set().union(*(shown for _, shown, _ in silent))
        for url, shown, wanted in silent:
            expect(not (wanted & anywhere) - shown, "page-differs", url, "It does not show what other pages do.")
        for about, (_, _, _, must_have_row) in (held or {}).items():
            expect(about in met or not must_have_row, "row-missing", " ".join((slug, *about)), "The log has it, contributions.csv has not.")
        for ranking in [column[5:] for row in rows[:1] for column in row if column.startswith("rank_")]:
            with watch("ranking-differs", f"{base}rankings/{ranking}.json"):
                check_ranking(ranking, slug, base, rows)
    return len(rows)
def check_tables(data, logged, sealed, salts):
    """Each table has the digest that the log has, and in JSON the same rows and sums."""
    tables = {}
    with watch("table-differs", data + "datapackage.json"):
        resources = json.loads(whole(data + "datapackage.json", 8))["resources"]
        need(len(resources) <= 10000, "It has more than 10000 resources.")
        for table in resources:
            path, fields = table["path"], table["schema"]["fields"]
            if path.endswith(".csv") and not path.endswith(("-spreadsheet.csv", "dictionary.csv")):
                need(re.fullmatch("[a-zA-Z0-9_]+", path[:-4]) and path[:-4] not in tables, "A table has no proper name, or that of another.")
                tables[path[:-4]] = {field["name"]: field["type"] for field in fields}
    for table in sorted({*sealed, *tables}):
        path, fields = data + table, tables.get(table, {})
        with watch("table-differs", path + ".csv"):
            right = not logged or table in tables and opens(sealed, salts, table, file_digest(path + ".csv"))
            expect(right, "table-differs", path + ".csv", "Log, datapackage.json and table do not agree.")
        for form, end, rows, is_cell in FORMS:
            if table in tables and os.path.exists(path + end):
                with watch("count-differs", path + end):
                    compare(form, path + ".csv", fields, rows(path + end), is_cell)
FORMS = [("JSON", ".json", json_rows, is_json_cell), ("JSON Lines", ".jsonl", json_rows, is_json_cell),
         ("CSV (-spreadsheet)", "-spreadsheet.csv", spreadsheet_rows, is_spreadsheet_cell)]
def check_consultation(slug, keys):
    base, held, tables = f"consultations/{slug}/", None, ({}, {})
    if expect(os.path.exists(base + "log/entries.jsonl"), "log-broken", base + "log/entries.jsonl", "There is no log."):
        leaves, held, tables = read_log(base + "log/entries.jsonl", base + "log/salts.jsonl")
        check_tree(base + "log/", leaves, keys)
    rows = check_rows(base + "data/contributions.csv", slug, base, held)
    check_tables(base + "data/", held is not None, *tables)
    end_part()
    return rows

def main():
    parser = argparse.ArgumentParser(description="Checks an archive of consultations made by greffe.")
    parser.add_argument("folder", nargs="?", default=os.path.dirname(os.path.abspath(__file__)))
    parser.add_argument("--key", help="the publisher's public key, or a file that holds it")
    options = parser.parse_args()
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    csv.field_size_limit(2**31 - 1)
    if hasattr(signal, "SIGPIPE"): signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # Ends quietly where a pager is closed.
    try:
        given = options.key and given_key(options.key)
        os.chdir(options.folder)
    except (OSError, ValueError, LookupError) as error:
        parser.error(str(error))
    (files, plain), keys = check_files(), [given] if given else []
    if not plain:
        print("NOT OK: a link, a pipe or a device is in it, and nothing more is read")
        return 1
    with watch("signature-wrong", "key.txt"):
        if os.path.exists("key.txt"):
            need(os.path.getsize("key.txt") <= 64 << 10, "It is larger than 64 KiB.")
            keys += map(read_key, whole("key.txt").removesuffix("\n").split("\n"))
    slugs = sorted({path.parts[1] for inside in ("*/log", "*/data/contributions.csv") for path in Path("consultations").glob(inside)})
    standing = check_edition(slugs, keys, given)
    end_part()
    rows = sum(check_consultation(slug, keys) for slug in slugs)
    if os.path.exists("data/datapackage.json"): check_tables("data/", False, {}, {})
    end_part()
    print("Compared: " + ", ".join(f"{what} {count}" for what, count in sorted(compared.items())) + ".")
    unread = sum(name.endswith((".xlsx", ".ods", ".parquet", ".sqlite")) for _, _, names in os.walk(".") for name in names)
    print(f"Not read by this program: {unread} files of XLSX, ODS, Parquet and SQLite. The sums cover them; greffe verify reads them.")
    print(f"The archive is {standing}.")
    print(f"NOT OK: {len(said)} faults" if said else f"OK: {files} files, {len(slugs)} consultations, {rows} contributions")
    return 1 if said else 0
if __name__ == "__main__": sys.exit(main())

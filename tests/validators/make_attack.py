"""Writes an archive of hostile input: every text field of every importer's fixture, filled with the strings of tests/fixtures/attack.

python make_attack.py REPOSITORY FOLDER

Of each folder of tests/fixtures/profiles one consultation, and one more, `everything`, that has each string as title, text, author, topic,
label, place and comment. FOLDER/content is written anew."""
import csv
import io
import json
import pathlib
import re
import shutil
import sys
import xml.sax.saxutils

repository, target = map(pathlib.Path, sys.argv[1:3])
attacks = [json.loads(line)["text"] for line in (repository / "tests/fixtures/attack/strings.jsonl").read_text().splitlines()]
position = 0


def attack():
    global position
    position += 1
    return attacks[position % len(attacks)]


def is_text(value):
    """Words of people: ids, numbers, dates, addresses of the web and words of a vocabulary have no space between letters."""
    return isinstance(value, str) and bool(re.search(r"[^\W\d_]\s+[^\W\d_]|<\w", value)) and not value.startswith(("http", "{", "["))


def in_json(value):
    if isinstance(value, dict):
        return {key: in_json(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [in_json(inner) for inner in value]
    return attack() if is_text(value) else value


def table(text, name):
    delimiter = "\t" if name.endswith(".tsv") else max(",;\t|", key=text.split("\n", 1)[0].count)
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerows(rows[:1] + [[attack() if is_text(cell) else cell for cell in row] for row in rows[1:]])
    return out.getvalue()


def hostile(path):
    """The file with its texts replaced; None for what is no text file."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    if path.suffix in (".json", ".jsonl", ".ndjson"):
        try:
            return json.dumps(in_json(json.loads(text)), ensure_ascii=False)
        except json.JSONDecodeError:
            pass
        try:
            return "\n".join(json.dumps(in_json(json.loads(line))) for line in text.splitlines() if line.strip())
        except json.JSONDecodeError:
            # A fixture of a damaged file: as it is.
            return text
    if path.suffix == ".xml":
        clean = lambda value: re.sub("[^\t\n -\ud7ff\ue000-\ufffd]", "", value)
        return re.sub(r">([^<>]+)<", lambda found: ">" + (xml.sax.saxutils.escape(clean(attack())) if is_text(found[1]) else found[1]) + "<", text)
    return table(text, path.name) if path.suffix in (".csv", ".tsv") else None


def consultation(slug, files):
    folder = target / "content/consultations" / slug
    lines = [f"title: {json.dumps('Attack: ' + slug)}", "sources:"]
    for name, text in files.items():
        path = folder / "sources" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
        lines.append(f"  - file: {json.dumps('sources/' + name)}")
    (folder / "consultation.yaml").write_text("\n".join(lines) + "\n")


shutil.rmtree(target / "content", ignore_errors=True)
(target / "content").mkdir(parents=True)
(target / ".greffe").mkdir(exist_ok=True)
(target / ".greffe/secret").write_text("attack")
(target / "content/archive.yaml").write_text(
    "title: Attack\nbase_url: https://archive.example.org/\nlanguage: fr\nlicence: lov2\nprivacy: { authors: name, source_links: true }\n"
)
made = 0
for fixture in sorted((repository / "tests/fixtures/profiles").iterdir()):
    files = {}
    for path in sorted(fixture.rglob("*")):
        if path.is_file() and path.name not in ("expected.json", "archive.yaml", "consultation.yaml") and (text := hostile(path)) is not None:
            files[path.relative_to(fixture).as_posix()] = text
    if files:
        consultation(fixture.name, files)
        made += 1

texts = [text for text in attacks if text.strip()]
rows, comments = io.StringIO(newline=""), io.StringIO(newline="")
writer = csv.writer(rows)
writer.writerow("id title body auteur theme tags lieu pour contre date".split())
for number, text in enumerate(texts):
    other = texts[(number * 7 + 3) % len(texts)]
    writer.writerow([number, text, f"{text}\n\n{other}\n\n<p>{text}</p>", other, f"Theme {number % 5} {text[:40]}" if number % 9 == 0 else f"Theme {number % 5}", text[:80], text[:60], number % 50, number % 7, "2024-01-02"])
for number, text in enumerate(attack_id for attack_id in texts[:200]):
    writer.writerow([f"{text[:60]}", f"Identifiant {number}", "x", "", "", "", "", "", "", ""])
writer = csv.writer(comments)
writer.writerow("id contribution_id body auteur date".split())
for number, text in enumerate(texts):
    writer.writerow([f"c{number}", number % 60, text, texts[-number - 1], "2024-01-03"])
consultation("everything", {"contributions.csv": rows.getvalue(), "comments.csv": comments.getvalue()})
print(f"{made + 1} consultations, {len(attacks)} strings, used {position + 6 * len(texts)} times")

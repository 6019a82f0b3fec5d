#!/usr/bin/env python3
"""Every form of every table says the same, read by engines nobody here wrote.

Usage: check_engines.py SITE
- the exact CSV (Python's csv) is held against Parquet (pyarrow and DuckDB), JSON, JSON Lines, SQLite, XLSX (openpyxl), ODS (calamine),
  GeoJSON and the CSV for spreadsheets, cell by cell; SQLite's foreign keys hold, and its full-text index answers.
One line `OK …` or `FAIL …` for each; exit 0 if all hold.
"""
import csv
import datetime
import json
import pathlib
import re
import sqlite3
import sys
import zipfile

import duckdb
import openpyxl
import pyarrow.parquet
from python_calamine import CalamineWorkbook

csv.field_size_limit(10**9)
site = pathlib.Path(sys.argv[1])
failed = False
LONGEST = 32_767


def tell(name, faults):
    global failed
    for fault in faults[:10]:
        print(f"FAIL engines: {name}: {fault}")
    if not faults:
        print(f"OK engines: {name}")
    failed |= bool(faults)


def moment(text):
    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))


def typed(kind, text):
    """A cell of the CSV as a value of its column."""
    if text == "":
        return None
    if kind == "datetime":
        return moment(text)
    return {"integer": int, "number": float, "date": datetime.date.fromisoformat}.get(kind, str)(text)


def from_json(kind, value):
    return value if value is None or kind in ("integer", "number", "string") else typed(kind, value)


def local(value):
    return value.replace(tzinfo=None) if isinstance(value, datetime.datetime) else value


def from_sheet(kind, value):
    """A cell of a workbook: moments are local, empty texts missing, whole numbers may come as decimals."""
    if value is None or value == "":
        return None
    if kind == "integer" and isinstance(value, (float, str)):
        return int(value)
    if kind == "number":
        return float(value)
    if kind == "date" and isinstance(value, datetime.datetime):
        return value.date()
    if kind == "datetime" and isinstance(value, datetime.datetime):
        # Days are fractions there: to the second.
        return (value + datetime.timedelta(milliseconds=500)).replace(microsecond=0)
    return value


def header_of(packed, name):
    """The local header of a member, which says what a reader has to know."""
    packed.fp.seek(packed.getinfo(name).header_offset)
    return packed.fp.read(30)


def compare(name, schema, expected, rows, convert=lambda kind, value: value, expect=lambda kind, value: value, sheet=False):
    kinds = [field["type"] for field in schema]
    faults, count = [], 0
    for number, (want, got) in enumerate(zip(expected, rows), 1):
        count += 1
        for field, kind, a, b in zip(schema, kinds, want, got):
            a, b = expect(kind, a), convert(kind, b)
            # A workbook knows one sort of line break.
            if a != b and not (sheet and isinstance(a, str) and isinstance(b, str) and a.replace("\r\n", "\n") == b.replace("\r\n", "\n")):
                faults.append(f"row {number}, {field['name']}: {str(a)[:80]!r} in the CSV, {str(b)[:80]!r} here")
    rest = sum(1 for _ in rows) if not isinstance(rows, list) else len(rows) - count
    if count != len(expected) or rest:
        faults.append(f"{count + rest} rows, the CSV has {len(expected)}")
    tell(name, faults)


for package in sorted(site.rglob("datapackage.json")):
    folder = package.parent
    database = sqlite3.connect(f"file:{folder / 'database.sqlite'}?mode=ro", uri=True)
    tell(f"{(folder / 'database.sqlite').relative_to(site)}: foreign keys", [str(row) for row in database.execute("PRAGMA foreign_key_check")])
    for resource in json.loads(package.read_text(encoding="utf-8"))["resources"]:
        table, schema = resource["name"], resource["schema"]["fields"]
        kinds = [field["type"] for field in schema]
        where = f"{folder.relative_to(site)}/{table}"
        with open(folder / resource["path"], encoding="utf-8", newline="") as file:
            header, *body = csv.reader(file)
        expected = [[typed(kind, cell) for kind, cell in zip(kinds, row)] for row in body]
        if header != [field["name"] for field in schema]:
            tell(where, ["the schema has other columns"])
        parquet = folder / f"{table}.parquet"
        compare(f"{where}.parquet (pyarrow)", schema, expected, [list(row.values()) for row in pyarrow.parquet.read_table(parquet).to_pylist()])
        duck = duckdb.connect()
        duck.execute("SET TimeZone = 'UTC'")
        compare(f"{where}.parquet (DuckDB)", schema, expected, [list(row) for row in duck.execute("SELECT * FROM read_parquet(?)", [str(parquet)]).fetchall()])
        objects = json.loads((folder / f"{table}.json").read_text(encoding="utf-8"))
        compare(f"{where}.json", schema, expected, [list(one.values()) for one in objects], from_json)
        lines = [json.loads(line) for line in (folder / f"{table}.jsonl").read_text(encoding="utf-8").split("\n") if line]
        compare(f"{where}.jsonl", schema, expected, [[one.get(name) for name in header] for one in lines], from_json)
        compare(f"{where}, in SQLite", schema, expected, [list(row) for row in database.execute(f'SELECT * FROM "{table}" ORDER BY rowid')], from_json)
        with open(folder / f"{table}-spreadsheet.csv", encoding="utf-8-sig", newline="") as file:
            first = file.readline()
            file.seek(0)
            _, *sheet = csv.reader(file, delimiter=";" if ";" in first else ",")

        def plain(kind, text):
            text = text.removeprefix("'") if re.match(r"'\s*[=+\-@|%\t\r\uff1d\uff0b\uff0d\uff20]", text) else text
            return typed(kind, text.replace(",", ".") if kind == "number" else text)

        risky = [cell for row in sheet for cell, kind in zip(row, kinds) if kind == "string" and re.match(r"\s*[=+\-@|%]", cell)]
        if risky:
            tell(f"{where}-spreadsheet.csv", [f"a cell starts a formula: {cell[:40]!r}" for cell in risky])
        compare(f"{where}-spreadsheet.csv", schema, expected, sheet, plain, lambda kind, value: local(value))
        workbook = openpyxl.load_workbook(folder / f"{table}.xlsx", read_only=True)
        formulas = [cell.coordinate for row in workbook[table].iter_rows() for cell in row if cell.data_type == "f"]
        if formulas or "dictionary" not in workbook.sheetnames:
            tell(f"{where}.xlsx", [f"formulas: {formulas[:5]}, sheets: {workbook.sheetnames}"])
        rows = [list(row) + [None] * (len(kinds) - len(row)) for row in workbook[table].iter_rows(min_row=2, values_only=True)]

        def cut(kind, value):
            if isinstance(value, str) and len(value.encode("utf-16-le")) // 2 > LONGEST:
                kept = value.encode("utf-16-le")[: (LONGEST - 4) * 2].decode("utf-16-le", "ignore")
                return f"{kept} […]"
            return local(value)

        compare(f"{where}.xlsx", schema, expected, rows, from_sheet, cut, sheet=True)
        with zipfile.ZipFile(folder / f"{table}.ods") as packed:
            first = packed.infolist()[0]
            needed = [name for name in packed.namelist() if header_of(packed, name)[4:6] != b"\x14\x00" and header_of(packed, name)[4:6] != b"\x0a\x00"]
            if first.filename != "mimetype" or first.compress_type or needed:
                tell(f"{where}.ods", [f"LibreOffice wants an uncompressed mimetype first and no ZIP64: {needed}"])
        book = CalamineWorkbook.from_path(folder / f"{table}.ods")
        _, *rows = book.get_sheet_by_name(table).to_python(skip_empty_area=False)
        rows = [row + [""] * (len(kinds) - len(row)) for row in rows]
        compare(f"{where}.ods", schema, expected, rows, from_sheet, lambda kind, value: local(value), sheet=True)
        places = folder / f"{table}.geojson"
        if places.exists() and "latitude" not in header:
            features = json.loads(places.read_text(encoding="utf-8"))["features"]
            ids = {row[0] for row in expected}
            tell(f"{where}.geojson", [f"{one['properties']} is no row" for one in features if one["properties"][header[0]] not in ids or list(one["properties"]) != header])
        elif places.exists():
            features = json.loads(places.read_text(encoding="utf-8"))["features"]
            columns = [header.index("latitude"), header.index("longitude")]
            located = [row for row in expected if all(row[column] is not None for column in columns)]
            faults = [f"{f['geometry']} is not the place of its row" for f, row in zip(features, located) if f["geometry"]["coordinates"][::-1] != [row[column] for column in columns]]
            tell(f"{where}.geojson, places", faults)
            compare(f"{where}.geojson", schema, located, [list(f["properties"].values()) for f in features], from_json)
    words = database.execute("SELECT count(*) FROM sqlite_master WHERE name = 'contributions_text'").fetchone()[0]
    if words:
        row = database.execute("SELECT rowid, title FROM contributions WHERE title GLOB '*[a-zA-Z][a-zA-Z][a-zA-Z][a-zA-Z]*' LIMIT 1").fetchone()
        word = re.search(r"[^\W\d_]{4,}", row[1])[0] if row else None
        found = word and [hit[0] for hit in database.execute("SELECT rowid FROM contributions_text WHERE contributions_text MATCH ?", [f'"{word}"'])]
        tell(f"{folder.relative_to(site)}/database.sqlite: full text", [] if not row or row[0] in found else [f"{word!r} is not found in row {row[0]}"])

sys.exit(failed)

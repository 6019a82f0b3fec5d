#!/usr/bin/env python3
"""Each CSV file of an archive: its bytes as DESIGN fixes them (UTF-8 without a mark, CRLF, commas), and csvclean finds no ragged row.

Usage: check_csv.py SITE
One line `OK …` or `FAIL …` for each file; exit 0 if all are clean.
"""
import pathlib
import subprocess
import sys

site = pathlib.Path(sys.argv[1])
# Documents of the association are as it made them; two sorts of files are in the form their readers ask for.
other = ("documents", "ods")
tables = sorted(path for path in site.rglob("*.csv") if not path.name.endswith("-spreadsheet.csv") and not any(part in path.parts for part in other))
csvclean = pathlib.Path(sys.executable).with_name("csvclean")
failed = not tables
if failed:
    print(f"FAIL csv: no table below {site}")
for path in tables:
    data = path.read_bytes()
    faults = []
    if data.startswith(b"\xef\xbb\xbf"):
        faults.append("starts with a byte order mark")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        faults.append(f"is not UTF-8: {error}")
    if not data.endswith(b"\r\n"):
        faults.append("does not end with CRLF")
    header = data.split(b"\r\n", 1)[0].decode("utf-8", "replace").split(",")
    # The columns of the Socle commun des données locales are in capitals.
    if path != site / "catalogue.csv" and any(not name or not name.replace("_", "").isalnum() or not name.isascii() or name != name.lower() for name in header):
        faults.append(f"has a column name that is not snake_case: {header}")
    clean = subprocess.run([csvclean, "--length-mismatch", "--maxfieldsize", "1000000000", path], capture_output=True, text=True)
    if clean.returncode:
        faults.append(f"csvclean: {clean.stderr.strip()[:200]}")
    for fault in faults:
        print(f"FAIL csv: {path.relative_to(site)} {fault}")
    if not faults:
        print(f"OK csv: {path.relative_to(site)}")
    failed |= bool(faults)
sys.exit(bool(failed))

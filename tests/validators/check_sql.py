#!/usr/bin/env python3
"""The published query of each ranking gives the published ranks and scores, unchanged, in engines nobody here wrote.

Usage: check_sql.py SITE [ENGINE…]      (all of duckdb sqlite datafusion polars spark where none is named)
The queries are those of `rankings/<id>.json` of every consultation, run over its own tables and over those of the whole archive.
One line `OK …` or `FAIL …` for each; exit 0 if all hold.
"""
import csv
import json
import pathlib
import sqlite3
import sys

csv.field_size_limit(10**9)
site = pathlib.Path(sys.argv[1])
engines = sys.argv[2:] or ["duckdb", "sqlite", "datafusion", "polars", "spark"]
failed = False


def duckdb_rows(parquet, query):
    import duckdb

    database = duckdb.connect()
    database.execute(f"CREATE VIEW contributions AS SELECT * FROM read_parquet('{parquet}')")
    return database.execute(query).fetchall()


def sqlite_rows(parquet, query):
    # The archive's own database, not the Parquet.
    with sqlite3.connect(f"file:{parquet.with_name('database.sqlite')}?mode=ro", uri=True) as database:
        return database.execute(query).fetchall()


def datafusion_rows(parquet, query):
    import datafusion

    context = datafusion.SessionContext()
    context.register_parquet("contributions", str(parquet))
    columns = context.sql(query).to_pydict()
    return list(zip(*columns.values()))


def polars_rows(parquet, query):
    import polars

    context = polars.SQLContext(contributions=polars.scan_parquet(parquet))
    return context.execute(query, eager=True).rows()


spark = None


def spark_rows(parquet, query):
    global spark
    if spark is None:
        import pyspark.sql

        builder = pyspark.sql.SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false")
        spark = builder.config("spark.driver.bindAddress", "127.0.0.1").config("spark.driver.host", "127.0.0.1").getOrCreate()
        spark.sparkContext.setLogLevel("ERROR")
    spark.read.parquet(str(parquet)).createOrReplaceTempView("contributions")
    return [tuple(row) for row in spark.sql(query).collect()]


RUN = {"duckdb": duckdb_rows, "sqlite": sqlite_rows, "datafusion": datafusion_rows, "polars": polars_rows, "spark": spark_rows}


def check(name, folder, query, ranking):
    global failed
    with open(folder / "contributions.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    if f"rank_{ranking}" not in rows[0]:
        return
    # Of several consultations those count that publish this ranking.
    publish = {row["consultation_id"] for row in rows if row[f"rank_{ranking}"]}
    several = len({row["consultation_id"] for row in rows}) > 1
    key = lambda row: (row["kind"], row["contribution_id"])
    wanted = sorted((*key(row), int(row[f"rank_{ranking}"]), int(row[f"score_{ranking}"])) for row in rows if row[f"rank_{ranking}"])
    ids = {key(row) for row in rows if row["consultation_id"] in publish}
    for engine in engines:
        try:
            got = sorted((kind, str(id), int(rank), int(score)) for kind, id, rank, score in RUN[engine](folder / "contributions.parquet", query) if not several or (kind, str(id)) in ids)
        except Exception as error:  # What an engine refuses is a fault of the query.
            got, fault = None, f"{type(error).__name__}: {str(error)[:300]}"
        if got == wanted:
            print(f"OK sql: {name}: {ranking}, {len(wanted)} ranks, {engine}")
        else:
            failed = True
            print(f"FAIL sql: {name}: {ranking}, {engine}: {fault if got is None else [pair for pair in zip(wanted, got) if pair[0] != pair[1]][:3] or (len(wanted), len(got))}")


for file in sorted(site.glob("consultations/*/rankings/*.json")):
    told = json.loads(file.read_text(encoding="utf-8"))
    folder = file.parent.parent / "data"
    if (folder / "contributions.parquet").exists():
        check(told["consultation"], folder, told["sql"], told["ranking"])
sys.exit(failed)

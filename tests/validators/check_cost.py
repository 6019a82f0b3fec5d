#!/usr/bin/env python3
"""The work of an archive grows no faster than its input: instructions of `greffe check`, counted by Valgrind, on inputs of n, 2n and 4n.

Usage: check_cost.py GREFFE [KIND…]
What every run costs (expressions, words) drops out of the differences: (4n − 2n) ÷ (2n − n) is 2 where work is linear, 4 where it is
quadratic. Instructions do not depend on the clock or on what else the machine does. One line `OK …` or `FAIL …` for each kind; exit 0
if all hold.
"""
import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys
import tempfile

MOST = 2.3
# Below this, differences are noise of hash tables that happen to grow.
LEAST = 2_000_000
HEAD = "id;title;body"


def table(header, rows):
    return "\n".join([header, *rows]) + "\n"


def text(number):
    return " ".join(("arbre", "quai", "phare", "digue", "place", "école", "marché")[(number * 3 + at * at) % 7] for at in range(30))


def ideas(n):
    return table(HEAD, (f"{at};Idée {at};{text(at)}" for at in range(n)))


def phones(n):
    numbers = " ".join(f"x{at} 06 39 98 {at // 100 % 100:02} {at % 100:02}" for at in range(n))
    return {"ideas.csv": table(HEAD, [f"1;Liste;{numbers}"])}


def addresses(n):
    return {"ideas.csv": table(HEAD, [f"1;Liste;{' '.join(f'a{at}@exemple.example' for at in range(n))}"])}


def topics(n):
    return {"ideas.csv": table(HEAD + ";topic", (f"{at};T{at};B;Thème {at}" for at in range(n)))}


def tree(n):
    return {"ideas.csv": table(HEAD + ";theme;sous_theme", (f"{at};T{at};B;Thème {at // 3};Sous-thème {at}" for at in range(n)))}


def chain(n):
    comments = (f"k{at};1;{f'k{at - 1}' if at else ''};B" for at in range(n))
    return {"ideas.csv": ideas(1), "comments.csv": table("id;contribution_id;parent_id;body", comments)}


def wide(n):
    comments = (f"k{at};{at % 50};{f'k{at // 2}' if at else ''};Texte {at}" for at in range(n))
    return {"ideas.csv": ideas(50), "comments.csv": table("id;contribution_id;parent_id;body", comments)}


def quotes(n):
    return {"ideas.csv": table(HEAD + ";pour", (f'{at};"Idée {at};Texte {at};{at % 7}' for at in range(n)))}


def joined(n):
    return {"ideas.csv": table("id;titre;texte;commentaire;sens", (f"{at // 3};Idée {at // 3};Texte {at // 3};Mot {at};Pour" for at in range(n)))}


def pairs(n):
    return {"ideas.csv": table(HEAD, (f"{at};P{at};{text(at // 2)} {at // 2}" for at in range(n)))}


def tags(n):
    return {"ideas.csv": table(HEAD + ";tags", [f"1;T;B;{','.join(f'étiquette {at}' for at in range(n))}"])}


def columns(n):
    return {"ideas.csv": table(HEAD + "".join(f";c{at}" for at in range(n)), (f"{row};T;B" + ";x" * n for row in range(3)))}


def statuses(n):
    return {"ideas.csv": table(HEAD + ";statut;remarque", (f"{at};T{at};B;mot{at};note {at}" for at in range(n)))}


def dates(n):
    rows = (f"{at};T{at};B;{at % 28 + 1:02}/{at % 12 + 1:02}/2023 18h{at % 60:02};1 {at % 900 + 100}" for at in range(n))
    return {"ideas.csv": table(HEAD + ";date;votes", rows)}


def markup(n):
    return {"ideas.csv": table(HEAD, [f"1;T;{'<p>un <b>mot</b> & <a>lien</a></p>' * n}"])}


# Large enough that samples of a bounded size (the first rows of a column, the widest page of likeness) are full at n.
KINDS = {
    quotes: 200, joined: 600,
    phones: 150, addresses: 150, topics: 200, tree: 200, chain: 2000, wide: 2000, pairs: 300, tags: 300, columns: 40, statuses: 300, dates: 600,
    markup: 150,
}


def instructions(greffe, files):
    with tempfile.TemporaryDirectory() as folder:
        consultation = pathlib.Path(folder, "content/consultations/c")
        (consultation / "sources").mkdir(parents=True)
        pathlib.Path(folder, "content/archive.yaml").write_text("title: A\nlanguage: fr\n")
        sources = "".join(f"  - file: sources/{name}\n" for name in files)
        (consultation / "consultation.yaml").write_text(f"title: C\nsources:\n{sources}")
        for name, content in files.items():
            (consultation / "sources" / name).write_text(content)
        count = ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"]
        run = subprocess.run([*count, greffe, "check", "--root", folder, "--jobs", "1"], capture_output=True, text=True)
        found = re.search(r"I\s+refs:\s+([0-9,]+)", run.stderr)
        if run.returncode != 0 or not found:
            raise SystemExit(f"FAIL cost: valgrind counted nothing (exit {run.returncode}): {run.stderr[-600:]}")
        return int(found[1].replace(",", ""))


def grows(kind, n):
    one, two, four = (instructions(sys.argv[1], kind(n * times)) for times in (1, 2, 4))
    ratio = (four - two) / max(two - one, LEAST)
    good = ratio <= MOST
    line = f"{kind.__name__}, {n} to {4 * n}: {(four - two) / 1e6:.0f} ÷ {(two - one) / 1e6:.0f} million = {ratio:.2f}"
    print(f"{'OK' if good else 'FAIL'} cost: {line}", flush=True)
    return good


wanted = sys.argv[2:]
# Valgrind runs a program on one core: as many kinds at once as there are.
with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
    runs = [pool.submit(grows, kind, n) for kind, n in KINDS.items() if not wanted or kind.__name__ in wanted]
    sys.exit(not all([run.result() for run in runs]))

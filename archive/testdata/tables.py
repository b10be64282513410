"""Reads the tables of a run with DuckDB, pandas and pyarrow and compares them
with the run's JSON Lines. Called by TestReadByOthers: tables.py FOLDER

Prints the versions; the first difference ends it with a traceback.
"""

import glob
import json
import sys

import duckdb
import pandas
import pyarrow
import pyarrow.parquet

TABLES = ("articles", "quotes", "claims")
DUCKDB = {str: "VARCHAR", int: "BIGINT", bool: "BOOLEAN", float: "DOUBLE"}
# Columns whose DuckDB type is none of the above.
OTHERS = {
    "parts": 'STRUCT("start" BIGINT, "end" BIGINT)[]',
    "values": "DOUBLE[]",
    **dict.fromkeys(("quotes", "claims", "rank"), "INTEGER"),
    **dict.fromkeys(("authors", "others", "units", "times_from", "times_to", "entities", "queries", "reasons"), "VARCHAR[]"),
}


def span(spans):
    """Text, start and end of the parts of a quotation or a source."""
    if not spans:
        return "", -1, -1
    return " ".join(s["text"] for s in spans), min(s["start"] for s in spans), max(s["end"] for s in spans)


def expected(records):
    """The rows that the records of a run stand for."""
    rows = {t: [] for t in TABLES}
    for seq, r in records:
        a, speakers = r["article"], {s["id"]: s for s in r["speakers"]}
        rows["articles"].append(
            {"seq": seq, "id": r["id"], "input": r["input"], "authors": a["authors"], "quotes": len(r["quotes"]), "claims": len(r["claims"])}
            | {k: a.get(k, "") for k in ("form", "url", "title", "published", "modified", "site", "language", "section", "text")}
        )
        for q in r["quotes"]:
            s = speakers.get(q["speaker"] or "", {})
            text, start, end = span(q["content"])
            source, source_start, source_end = span(q["source"])
            cue = q["cue"] or {"text": "", "start": -1, "end": -1}
            rows["quotes"].append(
                {"seq": seq, "article": r["id"], "text": text, "start": start, "end": end}
                | {"parts": [{"start": c["start"], "end": c["end"]} for c in q["content"]]}
                | {"cue": cue["text"], "cue_start": cue["start"], "cue_end": cue["end"]}
                | {"source": source, "source_start": source_start, "source_end": source_end}
                | {"speaker_id": q["speaker"] or "", "within": q["within"] or "", "speaker": s.get("name", "")}
                | {"speaker_kind": s.get("kind", ""), "role": s.get("role", ""), "affiliation": s.get("affiliation", "")}
                | {k: q.get(k, False) for k in ("negated", "hedged", "endorsed", "disputed")}
                | {k: q[k] for k in ("id", "type", "act", "confidence", "how")}
            )
        for c in r["claims"]:
            who = c["claimant"]
            rows["claims"].append(
                {"seq": seq, "article": r["id"], "text": c["span"]["text"], "start": c["span"]["start"], "end": c["span"]["end"]}
                | {"sentence" + k: c["sentence"][v] for k, v in (("", "text"), ("_start", "start"), ("_end", "end"))}
                | {"claimant_kind": who["kind"], "claimant": speakers.get(who.get("speaker") or "", {}).get("name", "")}
                | {"quote": c.get("quote") or "", "repeats": c.get("repeats") or ""}
                | {"values": [q["value"] for q in c["quantities"]], "units": [q["unit"] for q in c["quantities"]]}
                | {"times_from": [t["from"] for t in c["times"]], "times_to": [t["to"] for t in c["times"]]}
                | {"entities": [e["name"] for e in c["entities"]], "others": c.get("others", []), "modality": c.get("modality", ""), "presupposed": c.get("presupposed", False), "negative": c.get("negative", False)}
                | {k: c[k] for k in ("id", "type", "standalone", "key", "score", "rank", "stance", "queries", "reasons")}
            )
    return rows


def compare(what, want, got):
    assert len(want) == len(got), f"{what}: {len(want)} rows expected, {len(got)} read"
    for w, g in zip(want, got):
        assert w.keys() == g.keys(), f"{what}: columns {w.keys() ^ g.keys()}"
        for k in w:
            assert w[k] == g[k], f"{what}, seq {w['seq']}, column {k}: {w[k]!r} expected, {g[k]!r} read"


def plain(v):
    """A value of pandas as JSON has it."""
    if hasattr(v, "tolist"):
        v = v.tolist()
    return [plain(x) for x in v] if isinstance(v, list) else v


def main(folder):
    failed = {json.loads(line)["seq"] for line in open(f"{folder}/errors.jsonl")}
    lines = [line for name in sorted(glob.glob(f"{folder}/records-*.jsonl")) for line in open(name, encoding="utf-8")]
    free = (i for i in range(len(lines) + len(failed)) if i not in failed)
    want = expected(zip(free, map(json.loads, lines)))
    assert want["quotes"] and want["claims"], "nothing to compare"

    for t in TABLES:
        names = sorted(glob.glob(f"{folder}/{t}-*.parquet"))
        assert len(names) > 1
        one = want[t][0]

        db = duckdb.sql(f"FROM '{folder}/{t}-*.parquet'")
        for column, got in zip(db.columns, db.types):
            type_ = OTHERS.get(column) or DUCKDB[type(one[column])]
            assert str(got) == type_, f"{t}.{column} is {got}, not {type_}"
        compare(f"{t} by DuckDB", want[t], [dict(zip(db.columns, row)) for row in db.fetchall()])
        for column in db.columns:
            ((nulls,),) = duckdb.sql(f"""SELECT count(*) FROM '{folder}/{t}-*.parquet' WHERE "{column}" IS NULL""").fetchall()
            assert nulls == 0, f"{t}.{column} has {nulls} nulls"

        frame = pandas.concat([pandas.read_parquet(n) for n in names], ignore_index=True)
        assert not frame.isna().any().any(), f"{t}: pandas reads nulls"
        compare(f"{t} by pandas", want[t], [{k: plain(v) for k, v in row.items()} for row in frame.to_dict("records")])

        table = pyarrow.concat_tables(pyarrow.parquet.read_table(n) for n in names)
        compare(f"{t} by pyarrow", want[t], table.to_pylist())

    # What docs/archives.md shows. Offsets are bytes: both cut the text as bytes.
    joined = duckdb.sql(f"""
        SELECT q.text, decode(encode(a.text)[q.start + 1 : q."end"]), len(q.parts)
        FROM '{folder}/quotes-*.parquet' q JOIN '{folder}/articles-*.parquet' a USING (seq)""").fetchall()
    assert len(joined) == len(want["quotes"])
    assert all(text == cut for text, cut, parts in joined if parts == 1)
    assert any(not text.isascii() for text, _, _ in joined)
    claims = duckdb.sql(f"""
        SELECT c.quote, q.id, q.speaker, c.claimant FROM '{folder}/claims-*.parquet' c
        LEFT JOIN '{folder}/quotes-*.parquet' q ON q.seq = c.seq AND q.id = c.quote""").fetchall()
    assert len(claims) == len(want["claims"])
    assert all((id_ or "") == quote for quote, id_, _, _ in claims)
    assert any(speaker and speaker == claimant for _, _, speaker, claimant in claims)
    dates = duckdb.sql(f"SELECT published, try_cast(published AS TIMESTAMPTZ) IS NULL FROM '{folder}/articles-*.parquet'").fetchall()
    assert all(missing == (text == "") for text, missing in dates), dates

    articles = pandas.concat(pandas.read_parquet(n) for n in sorted(glob.glob(f"{folder}/articles-*.parquet")))
    quotes = pandas.concat(pandas.read_parquet(n) for n in sorted(glob.glob(f"{folder}/quotes-*.parquet")))
    both = quotes.merge(articles, on="seq", suffixes=("", "_article"), validate="many_to_one")
    assert len(both) == len(want["quotes"])
    for row in both.itertuples():
        if len(row.parts) == 1:
            assert row.text_article.encode()[row.start : row.end].decode() == row.text
    dates = pandas.to_datetime(articles.published, utc=True, errors="coerce", format="ISO8601")
    assert (dates.isna() == (articles.published == "")).all()

    print(f"DuckDB {duckdb.__version__}, pandas {pandas.__version__}, pyarrow {pyarrow.__version__}:", {t: len(want[t]) for t in TABLES})


main(sys.argv[1])

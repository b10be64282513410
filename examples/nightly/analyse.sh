#!/usr/bin/env bash
# Analyses a folder of articles every night: what is new since the last run
# goes into a folder of its own, then everything is compared.
#
#   analyse.sh ARTICLES RESULTS
#
# Safe to start again after a crash: onrecord goes on where it was. Needs
# onrecord and jq.
set -euo pipefail
articles=$1 results=$2
day=$(date +%F)
mkdir -p "$results/runs"

# The list of today's articles is made once and kept, so that a run that is
# started again has the same input.
list="$results/runs/$day.jsonl"
if [ ! -f "$list" ]; then
	since=$(ls "$results/runs" | grep '\.jsonl$' | tail -n 1 || true)
	find "$articles" -name '*.txt' ${since:+-newer "$results/runs/$since"} -print0 | sort -z |
		while IFS= read -r -d '' f; do jq -cn --arg id "$f" --rawfile text "$f" '{id: $id, text: $text}'; done >"$list.new"
	mv "$list.new" "$list"
fi

[ -s "$list" ] || { echo "nothing new" >&2; exit 0; }

# Exit code 1: some articles failed, and errors.jsonl says which. The rest is done.
code=0
onrecord batch --out "$results/$day" --to jsonl,parquet --progress log "$list" || code=$?
[ "$code" -le 1 ] || exit "$code"
[ ! -s "$results/$day/errors.jsonl" ] || jq -r '"\(.input) \(.offset): \(.error)"' "$results/$day/errors.jsonl" >&2

# Quotations of today whose words differ from article to article.
onrecord across --quiet "$results/$day"
jq -r 'select(.altered) | "\(.speakers[0].text // "?"): \(.text)", (.variants[1:][] | "  but also: \(.text)")' "$results/$day/across/quotes.jsonl"

#!/bin/bash
# Scores the pairs of a manifest in shards, so many processes at a time on this machine, and joins them:
#
#   xargs.sh pairs.csv MODEL results 4
#
# The joined file is results/all.csv. Started again after an interruption it goes on where it ended. A process takes about 1.4 GB.
manifest=$1
model=$2
results=$3
processes=${4:-2}
cache=${AHIQ_CACHE:-/tmp/ahiq-cache-$(id -u)}
if ! mkdir -p -m 700 "$cache" || [ ! -O "$cache" ]; then
  echo "$cache cannot be made or belongs to somebody else; name another folder by AHIQ_CACHE" >&2
  exit 4
fi
mkdir -p "$results" || exit 1
threads=$(($(getconf _NPROCESSORS_ONLN) / processes))
export OMP_NUM_THREADS=${OMP_NUM_THREADS:-$((threads > 0 ? threads : 1))}
seq "$processes" | xargs -P "$processes" -I '{}' \
  ahiq batch --manifest "$manifest" --model "$model" \
  --shard "{}/$processes" --output "$results/shard-{}.csv" --resume \
  --cache "$cache"
rm -f "$results/all.csv"
exec ahiq merge --output "$results/all.csv" "$results"/shard-*.csv

#!/bin/bash
# Scores the pairs of a manifest in shards, one for each task of a SLURM job array, and joins them:
#
#   job=$(sbatch --parsable --array=1-8 slurm.sh pairs.csv MODEL results)
#   sbatch --dependency=afterany:$job --wrap "ahiq merge --output results.csv results/shard-*.csv"
#
# A task that is started again goes on where it ended. Native libraries are unpacked once on each node.
#SBATCH --cpus-per-task=2
#SBATCH --mem=4G
#SBATCH --time=12:00:00
#SBATCH --requeue
manifest=$1
model=$2
results=$3
cache=${AHIQ_CACHE:-/tmp/ahiq-cache-$(id -u)}
if ! mkdir -p -m 700 "$cache" || [ ! -O "$cache" ]; then
  echo "$cache cannot be made or belongs to somebody else; name another folder by AHIQ_CACHE" >&2
  exit 4
fi
mkdir -p "$results" || exit 1
exec ahiq batch --manifest "$manifest" --model "$model" \
  --shard "$SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT" --output "$results/shard-$SLURM_ARRAY_TASK_ID.csv" --resume \
  --cache "$cache"

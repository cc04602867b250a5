#!/usr/bin/env bash
# Makes AHIQ-S again: distorts pristine images, scores them by four metrics, fuses the scores to labels, and trains on these.
#
#   models/ahiq-s-4/retrain.sh TRAINING VALIDATION RATED WORK [CONFIGS]
#
# TRAINING and VALIDATION are folders of pristine RGB images, none of them in both, and nothing else. RATED is a folder with images
# that people rated and labels.csv, whose first columns are reference,distorted,mos, with the opinions of TID2013. The model will be
# WORK/finished/model. CONFIGS is a folder with another train.yaml, order.yaml and finish.yaml, for another network. Started again
# after an interruption it goes on where it ended. The program is the ahiq of the path, unless AHIQ names another.
set -euo pipefail
export LC_COLLATE=C
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
[ $# -ge 4 ] || { sed -n '2,/^set/s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2; exit 2; }
training=("$1"/*)
validation=("$2"/*)
rated=$(cd "$3" && pwd)
configs=${5:-$here}
ahiq=${AHIQ:-ahiq}
fused=vif,vsi,mdsi,haarpsi
fused_colour=vsi,mdsi,haarpsi
mkdir -p "$4"
work=$(cd "$4" && pwd)

# score PART METRICS OPTIONS: work/PART/scores.csv, of distorted crops of images; one process per processor
score() {
  local part=$work/$1 metrics=$2 shards processes=() results=() status=0 i
  shift 2
  [ -f "$part/manifest.csv" ] || "$ahiq" distort "$@" --out "$part" --force
  [ ! -f "$part/scores.csv" ] || return 0
  shards=$(getconf _NPROCESSORS_ONLN)
  for ((i = 1; i <= shards; i++)); do
    results+=("$part/scores-$i-of-$shards.csv")
    "$ahiq" batch --manifest "$part/manifest.csv" --metrics "$metrics" --shard "$i/$shards" --output "${results[i - 1]}" --resume &
    processes+=($!)
  done
  # Those in the background do not hear of Ctrl-C.
  trap 'kill "${processes[@]}" 2>/dev/null; wait; exit 130' INT TERM
  for i in "${processes[@]}"; do wait "$i" || status=$?; done
  trap - INT TERM
  [ "$status" -eq 0 ] || exit "$status"
  "$ahiq" merge --output "$part/scores.csv" "${results[@]}"
}

# label OUTPUT METRICS PART...: work/OUTPUT, of the scores of all parts
label() {
  local output=$work/$1 metrics=$2 scores=() part
  shift 2
  for part in "$@"; do scores+=("$work/$part/scores.csv"); done
  "$ahiq" label "${scores[@]}" --metrics "$metrics" --output "$output" --force
}

# train CONFIG OUTPUT: work/OUTPUT/model
train() {
  local resume=--force
  cp "$configs/$1" "$work/$1"
  if [ -d "$work/$2/checkpoint" ] || [ -d "$work/$2/checkpoint.old" ]; then resume=--resume; fi
  "$ahiq" train --config "$work/$1" $resume
}

# Metrics and people agree that other brightness and contrast matter little, which takes a network many examples to learn, as do the
# levels of other colours, of "pixelate" and of "jpeg".
even=()
odd=()
for ((i = 0; i < ${#training[@]}; i += 2)); do even+=("${training[i]}"); done
for ((i = 1; i < ${#training[@]}; i += 2)); do odd+=("${training[i]}"); done
score synthetic "$fused" "${training[@]}" --crops 1:384 --sample 4 --seed 1
score photometric "$fused" "${even[@]}" --crops 1:384 --type mean-shift,contrast-change,colour-shift --seed 11
score levels "$fused" "${odd[@]}" --crops 1:384 --type colour-shift,pixelate,jpeg --seed 12
score colours "$fused_colour" "${training[@]}" --crops 1:512 --type colour-shift --seed 13
label labels.csv "$fused" synthetic photometric

# VIF, which sees luminance alone, cannot tell the levels of colour-shift.
label all-labels.csv "$fused" synthetic photometric levels
label colour-labels.csv "$fused_colour" synthetic photometric levels colours
awk '!/,colour-shift,/' "$work/all-labels.csv" >"$work/others.csv"
awk 'NR == 1 || /,colour-shift,/' "$work/colour-labels.csv" >"$work/colour-shift.csv"
score validation "$fused" "${validation[@]}" --crops 1:384 --sample 2 --seed 3
label validation.csv "$fused" validation

# On the scale of the fused ranks of the same images, to which opinions of TID2013 are linear: label = (mos - 2.2) / 4.9
awk -F, -v folder="$rated" '
  NR == 1 { print "reference,distorted,mos"; next }
  { label = ($3 - 2.2) / 4.9; print folder "/" $1 "," folder "/" $2 "," (label < 0 ? 0 : label > 1 ? 1 : label) }
' "$rated/labels.csv" >"$work/rated.csv"

train train.yaml trained
train order.yaml ordered
train finish.yaml finished

#!/usr/bin/env bash
# Makes AHIQ-S again: distorts pristine images, scores them by four metrics, fuses the scores to labels, and trains on these.
#
#   models/ahiq-s/retrain.sh TRAINING VALIDATION RATED WORK [CONFIGS]
#
# TRAINING and VALIDATION are folders of pristine images, none of them in both, and nothing else. RATED is a folder with images that
# people rated and labels.csv, whose first columns are reference,distorted,mos, with the opinions of TID2013. The model will be
# WORK/stage-4/model. CONFIGS is a folder with other train-1.yaml to train-4.yaml, for another network. Started again after an
# interruption it goes on where it ended. The program is target/ahiq/bin/ahiq of this clone, unless AHIQ names another.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
[ $# -ge 4 ] || { sed -n '2,/^set/s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2; exit 2; }
training=("$1"/*)
validation=("$2"/*)
rated=$(cd "$3" && pwd)
configs=${5:-$here}
ahiq=${AHIQ:-$here/../../target/ahiq/bin/ahiq}
metrics=vif,vsi,mdsi,haarpsi
mkdir -p "$4"
work=$(cd "$4" && pwd)

# score PART OPTIONS: work/PART/scores.csv, of distorted crops of images
score() {
  local part=$work/$1
  shift
  [ -f "$part/manifest.csv" ] || "$ahiq" distort "$@" --crops 1:384 --out "$part"
  "$ahiq" batch --manifest "$part/manifest.csv" --metrics "$metrics" --output "$part/scores.csv" --resume
}

# label PART...: work/PART/labels.csv, of the scores of all parts
label() {
  local scores=() part
  for part in "$@"; do scores+=("$work/$part/scores.csv"); done
  "$ahiq" label "${scores[@]}" --metrics "$metrics" --output "$work/$1/labels.csv"
}

# train STAGE
train() {
  local resume=()
  [ ! -d "$work/stage-$1/checkpoint" ] || resume=(--resume)
  cp "$configs/train-$1.yaml" "$work/"
  "$ahiq" train --config "$work/train-$1.yaml" "${resume[@]}"
}

score train "${training[@]}" --sample 3 --seed 1
label train
score validation "${validation[@]}" --sample 2 --seed 3
label validation
train 1

# Metrics and people agree that other brightness and contrast matter little, which takes a network many examples to learn.
half=()
for ((i = 0; i < ${#training[@]}; i += 2)); do half+=("${training[i]}"); done
score photometric "${half[@]}" --type mean-shift,contrast-change --seed 11
label photometric train
train 2

# On the scale of the fused ranks of the same images, to which opinions of TID2013 are linear: label = (mos - 2.2) / 4.9
awk -F, -v folder="$rated" '
  NR == 1 { print "reference,distorted,mos"; next }
  { label = ($3 - 2.2) / 4.9; print folder "/" $1 "," folder "/" $2 "," (label < 0 ? 0 : label > 1 ? 1 : label) }
' "$rated/labels.csv" >"$work/rated.csv"
train 3

# Until here patches of little weight may have any score.
train 4

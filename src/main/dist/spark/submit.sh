#!/bin/sh
# Scores the pairs of a manifest on a cluster that Spark is installed on:
#
#   spark/submit.sh --master spark://HOST:7077 -- --manifest pairs.csv --metrics ahiq,psnr --output results.csv
#
# What comes before -- are options of spark-submit, what comes after it those of 'ahiq batch'. SPARK_HOME names the folder of
# Spark; without it spark-submit is looked up in the path.
home=$(CDPATH= cd -P -- "$(dirname -- "$0")" && pwd) || exit 4
count=$#
separated=
while [ "$count" -gt 0 ]; do
  argument=$1
  shift
  count=$((count - 1))
  if [ -z "$separated" ] && [ "$argument" = -- ]; then
    separated=yes
    set -- "$@" --class sc.fiji.ahiq.spark.SparkMain "$home/ahiq-spark.jar"
  else
    set -- "$@" "$argument"
  fi
done
if [ -z "$separated" ]; then
  echo "Expected options of spark-submit, then --, then options of 'ahiq batch'; found no --" >&2
  exit 2
fi
exec "${SPARK_HOME:+$SPARK_HOME/bin/}spark-submit" "$@"

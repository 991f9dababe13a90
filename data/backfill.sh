#!/usr/bin/env bash
# Fills in the past: one release for each of the Home Office's weekly files in a folder, in order, at the time each file was made.
# Usage: data/backfill.sh FOLDER-OF-ODS-FILES      Needs unzip, and releases/ empty or older than the first file.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

dotnet build site-generator --configuration Release --verbosity quiet --nologo
publicstats() { dotnet site-generator/bin/Release/net10.0/publicstats.dll "$@"; }
civil() { TZ=Europe/London date --date "$1" "+$2"; }

for file in "$1"/*.ods; do
  made=$(unzip -p "$file" meta.xml | grep -oP '(?<=<meta:creation-date>)[^<]+')
  # The files go back in time at first: what came later is removed.
  publicstats import crossings crossings-prevented "$file" --yes --allow-removals 100000 >/dev/null
  day=$(civil "$(tail -n 1 data/datasets/crossings/figures.csv | cut -d, -f1)" "%-d %B %Y")
  publicstats seal --backfill --at "$(civil "$made" "%Y-%m-%d %H:%M:%S")" --by editor --title "Figures to $day" \
    --reason "Crossings to $day, and crossings prevented, as the Home Office published them that day." --yes | head -n 1
  publicstats approve "$(civil "$made" "%Y-%m-%d")" --by approver --yes >/dev/null
done
publicstats verify

#!/usr/bin/env bash
# Runs every test, and ends with "N passed, N failed". Needs the .NET 10 SDK; installs the browser the tests open, strace and faketime.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

need() {
  command -v "$1" >/dev/null 2>&1 || ! command -v apt-get >/dev/null 2>&1 && return
  echo "Installing $1, $2..."
  local as_root=""
  [ "$(id -u)" -eq 0 ] || as_root="sudo"
  $as_root apt-get update -qq && DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends "$1" >/dev/null
}

need chromium "in which the tests read the site"
need strace "with which the tests kill the tool at every step"
need faketime "with which the tests run the commands of the handbook on the day they speak of"

log=$(mktemp)
trap 'rm -f "$log"' EXIT

# Shows a line for every hundred tests that passed, and in full whatever else is said.
progress() {
  local passed=0
  while IFS= read -r line; do
    case "$line" in
      "passed "*) passed=$((passed + 1)); [ $((passed % 100)) -ne 0 ] || echo "  $passed tests passed after ${SECONDS} s" ;;
      "  from "*) ;;
      *) printf '%s\n' "$line" ;;
    esac
  done
}

# The ten slowest tests, from lines such as "passed Api.Feeds.A_feed(…) (1m 02s 345ms)".
slowest() {
  echo "The ten slowest tests:"
  sed -nE 's/^(passed|failed) PublicStats\.Tests\.(.*) \(([0-9hms ]+)\)$/\3|\2/p' "$log" | awk -F'|' '{
    milliseconds = 0
    count = split($1, parts, " ")
    for (i = 1; i <= count; i++) {
      unit = parts[i]; gsub(/[0-9]/, "", unit)
      milliseconds += parts[i] * (unit == "ms" ? 1 : unit == "s" ? 1000 : unit == "m" ? 60000 : 3600000)
    }
    printf "%8.1f s  %s\n", milliseconds / 1000, $2
  }' | sort -rn | head -n 10 | cut -c 1-140
}

dotnet test --project tests/PublicStats.Tests --configuration Release --output Detailed --no-progress 2>&1 | tee "$log" | progress
code=${PIPESTATUS[0]}

count() { grep -E "^ *$1: [0-9]+" "$log" | tail -n 1 | grep -oE '[0-9]+' || echo 0; }
passed=$(count succeeded)
failed=$(count failed)
# A build that failed, or a run that was stopped, is a failure and not an empty success.
[ "$passed" -gt 0 ] || [ "$code" -ne 0 ] || code=1
[ "$code" -eq 0 ] || [ "$failed" -gt 0 ] || failed=1
slowest
echo "It took ${SECONDS} s."
echo "$passed passed, $failed failed"
exit "$code"

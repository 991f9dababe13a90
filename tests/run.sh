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
dotnet test --project tests/PublicStats.Tests --configuration Release 2>&1 | tee "$log"
code=${PIPESTATUS[0]}

count() { grep -E "^ *$1: [0-9]+" "$log" | tail -n 1 | grep -oE '[0-9]+' || echo 0; }
passed=$(count succeeded)
failed=$(count failed)
# A build that failed ran nothing: that is a failure, not an empty success.
[ "$code" -eq 0 ] || [ "$failed" -gt 0 ] || failed=1
echo "$passed passed, $failed failed"
exit "$code"

#!/usr/bin/env bash
# Makes picture.png, the picture at the top of README.md: one figure's page beside the API's answer. Needs the .NET SDK and chromium.
# Usage: site-generator/picture.sh [KEY]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
key="${1:-crossings/people/2025}"
port=5099
address="http://127.0.0.1:$port"
work=$(mktemp -d)

dotnet build site-generator --configuration Release --nologo --verbosity quiet
dotnet site-generator/bin/Release/net10.0/publicstats.dll serve --port "$port" >"$work/serve.log" &
server=$!
trap 'kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT
until curl --silent --fail --output "$work/answer.json" "$address/v1/figures/$key"; do
  kill -0 "$server" || { cat "$work/serve.log"; exit 1; }
  sleep 0.2
done

screenshot() { # WIDTH HEIGHT ADDRESS FILE
  chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --user-data-dir="$work/browser" \
    --window-size="$1,$2" --screenshot="$4" "$3" 2>"$work/browser.log" || { cat "$work/browser.log"; exit 1; }
}

escape() { sed -e 's/&/\&amp;/g' -e 's/</\&lt;/g'; }

screenshot 620 760 "$address/$key/" "$work/page.png"
{
  cat <<'HTML'
<!doctype html><meta charset="utf-8"><style>
body { margin: 0; display: flex; gap: 20px; padding: 20px; background: #e8e8e4; font: 13px/1.45 monospace; height: 760px }
img, pre { box-sizing: border-box; width: 620px; height: 760px; margin: 0; border: 1px solid #999; background: #fff; overflow: hidden }
pre { padding: 16px; color: #111; white-space: pre-wrap } b { color: #00527a }
</style><img alt="" src="page.png"><pre>
HTML
  echo "<b>GET /v1/figures/$key</b>"
  echo
  head -n 44 "$work/answer.json" | escape
  echo "</pre>"
} >"$work/picture.html"
screenshot 1300 800 "file://$work/picture.html" "$PWD/site-generator/picture.png"
echo "Wrote site-generator/picture.png."

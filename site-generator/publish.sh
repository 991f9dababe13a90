#!/usr/bin/env bash
# Makes publicstats for people who install it: one file for each platform, which needs no .NET, and a package for `dotnet tool install`.
# Usage: site-generator/publish.sh [PLATFORM…]      Platforms: linux-x64 linux-arm64 win-x64 osx-arm64 osx-x64; without any, all of them.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

out=site-generator/bin/publish
[ $# -gt 0 ] || set -- linux-x64 linux-arm64 win-x64 osx-arm64 osx-x64
rm -rf "$out"
mkdir -p "$out"

for platform in "$@"; do
  echo "Making $out/$platform…"
  dotnet publish site-generator --runtime "$platform" --self-contained --output "$out/$platform" --nologo --verbosity quiet \
    -p:PublishSingleFile=true -p:DebugType=none
  # Only the program is wanted: settings and web files of the SDK are not read by it.
  find "$out/$platform" -mindepth 1 ! -name publicstats ! -name publicstats.exe -delete
done

echo "Making the .NET tool…"
dotnet pack site-generator --output "$out" --nologo --verbosity quiet

# What runs here is run once, from a folder of its own, so that a file that is not whole is found now.
here=$(dotnet --info | sed -n 's/^ *RID: *//p')
if [ -e "$out/$here" ]; then
  program=$(pwd)/$(ls "$out/$here"/publicstats*) data=$(pwd)/data
  (cd "$(mktemp -d)" && "$program" verify --data "$data")
fi

(cd "$out" && sha256sum -- */publicstats* *.nupkg | tee SHA256SUMS)

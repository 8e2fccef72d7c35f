#!/usr/bin/env bash
# Packs the built program with typst and the fonts beside it, as the release does: tests/pack.sh NAME CACHE, where CACHE
# is a folder that `junsoku setup` filled (JUNSOKU_CACHE_DIR). Makes the folder NAME, its archive (.zip on Windows,
# .tar.gz elsewhere) and the archive's SHA-256 sum.
set -euo pipefail
cd "$(dirname "$0")/.."
name="$1"
cache="$2"
target="${CARGO_TARGET_DIR:-target}/release"

suffix=""
[ -e "$target/junsoku.exe" ] && suffix=".exe"

rm -rf "$name"
mkdir -p "$name/junsoku-tools/fonts"
cp "$target/junsoku$suffix" README.md README.ja.md CHANGELOG.md LICENSE-MIT LICENSE-APACHE "$name/"
cp -r content "$name/"
cp "$cache"/typst-*/bin/typst"$suffix" "$name/junsoku-tools/"
cp "$cache"/fonts-*/*.ttf "$name/junsoku-tools/fonts/"

if [ -n "$suffix" ]; then
    archive="$name.zip"
    7z a -bso0 "$archive" "$name"
else
    archive="$name.tar.gz"
    tar -czf "$archive" "$name"
fi
if command -v sha256sum >/dev/null; then
    sha256sum "$archive" >"$archive.sha256"
else
    shasum -a 256 "$archive" >"$archive.sha256"
fi
cat "$archive.sha256"

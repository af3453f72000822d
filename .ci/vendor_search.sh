#!/bin/sh
# Fetches the search's library by npm and writes it beside its licence: `make vendor`. To update, change the versions.
set -eu
MINISEARCH=7.2.0
ESBUILD=0.28.2
project=$(cd "$(dirname "$0")/.." && pwd)
target=$project/overrides/assets/search
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --ignore-scripts "minisearch@$MINISEARCH"
npm exec --yes --package "esbuild@$ESBUILD" -- esbuild node_modules/minisearch/dist/es/SearchableMap.js \
  --minify --legal-comments=none --log-level=error --outfile=library.js
{
  printf '/* MiniSearch %s, its SearchableMap: a radix tree with fuzzy look-up. MIT license: LICENSE-minisearch.txt */\n' "$MINISEARCH"
  cat library.js
} >"$target/searchable-map.js"
cp node_modules/minisearch/LICENSE.txt "$target/LICENSE-minisearch.txt"
cd "$target"
sha256sum searchable-map.js LICENSE-minisearch.txt >"$project/.ci/vendor_search.sha256"

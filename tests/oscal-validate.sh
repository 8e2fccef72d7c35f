#!/usr/bin/env bash
# oscal-validate.sh DIR: every OSCAL document under DIR (output/data/oscal) must pass `trestle validate`, of
# compliance-trestle (Apache-2.0; a tool of the checks only, no part of what is published). Version 5.2.0 reads OSCAL
# 1.2.1, the version that src/oscal writes. It takes other versions for that one without a word, so change both
# together. TRESTLE names the program where it is not on the PATH.
#
# It looks at the shape of each document by itself. What the documents name in each other, tests/content/oscal.rs looks at.
set -euo pipefail
trestle="${TRESTLE:-trestle}"
dir="$1"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

# trestle looks only into a workspace of its own: a folder for each model, in it a folder for each document.
mkdir "$work/.trestle"
: >"$work/.trestle/config.ini"
count=0
while IFS= read -r file; do
    model="$(basename "$file" .json)"
    case "$model" in
    catalog | profile | component-definition) ;;
    *)
        echo "no model of OSCAL: $file" >&2
        exit 1
        ;;
    esac
    count=$((count + 1))
    folder="$work/${model}s/$(basename "$(dirname "$file")")"
    mkdir -p "$folder"
    cp "$file" "$folder/$model.json"
done < <(find "$dir" -name '*.json' | sort)
if [ "$count" -lt 3 ]; then
    echo "not a catalog, a profile and a component definition under $dir: $count files" >&2
    exit 1
fi

if ! said="$("$trestle" validate --all --quiet --trestle-root "$work" 2>&1)"; then
    echo "${said//"$work/"/}" >&2
    exit 1
fi
echo "$count OSCAL documents are valid"

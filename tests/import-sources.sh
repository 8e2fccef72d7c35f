#!/bin/sh
# The real trial of `junsoku import`: five texts that are not part of this repository. Each must come in with every letter
# kept, build and check by itself, and have the provisions that tests/content/inventory.rs counts. Where the texts are not at
# hand, this says so. Usage: tests/import-sources.sh [FOLDER]
set -u
cd "$(dirname "$0")/.." || exit 2
sources=${1:-../shared/sources}
program=${JUNSOKU:-target/release/junsoku}
if [ ! -d "$sources" ]; then
    echo "no texts in $sources: nothing was tried"
    exit 0
fi
[ -x "$program" ] || cargo build --release || exit 2
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
failed=0

fail() {
    echo "FAILED: $1"
    failed=1
}

# import NAME: imports a text, builds and checks it, and keeps its outline.
import() {
    "$program" --lang en import "$sources/$1.txt" --region trial --output "$work/$1" > "$work/$1.report" 2>&1 || fail "$1: import"
    grep -q '(100.00 %)' "$work/$1.report" || fail "$1: $(grep "^characters" "$work/$1.report")"
    "$program" --lang en check --content "$work/$1" > /dev/null 2> "$work/$1.findings" || fail "$1: check"
    "$program" --lang en build --no-pdf --content "$work/$1" --output "$work/$1-site" > /dev/null 2>&1 || fail "$1: build"
    "$program" --lang en import "$sources/$1.txt" --region trial --output "$work/none" --dry-run > "$work/$1.outline" 2>&1
    # What follows the first head of a supplementary provision or appendix is not of the body.
    sed '/^## /,$d' "$work/$1.outline" > "$work/$1.body"
    echo "$1: $(grep "^characters" "$work/$1.report"), $(grep -c '^  line' "$work/$1.report") lines to look at"
}

# count WHERE PATTERN NUMBER: as many lines of the outline (or of its body) match.
count() {
    found=$(grep -a -c -E "$2" "$work/$1")
    [ "$found" -eq "$3" ] || fail "$1: $found lines match $2, not $3"
}

import chuo
count chuo.body '^  第.+条 【' 11
count chuo.body '^    [一二三四五] ' 10
count chuo.body '^      [一二三四五] ' 5
count chuo.outline '^  第一条' 2
count chuo.outline '^  （[１２３]） 【' 3
count chuo.outline '^    ・ ' 16
count chuo.outline '^  \(' 6

import kumagaya
count kumagaya.body '^  第 ?[0-9]+ ?条 【' 11
count kumagaya.body '^    \( ?[0-9]+ \) ' 39
count kumagaya.body '^    [234] ' 3
count kumagaya.body '^    - ' 6
count kumagaya.outline '^  - この規程は' 1

import minato
count minato.body '^  第 ?[0-9]+ ?条 【' 18
count minato.body '^    ・ ' 12
count minato.body '^      ・ ' 2
count minato.body '^    \([0-9]+\) ' 31
count minato.body '^      \([0-9]+\) ' 5
count minato.outline '^  第[12]条' 4
count minato.outline '^  \([123]\) 【' 3

import osaki
count osaki.body '^  [123] 【' 3
count osaki.body '^    \([0-9]\) 【' 23
count osaki.body '^      [①②③④⑤⑥⑦⑧] ' 36
count osaki.body '^        (ア|イ) ' 2
count osaki.body '^ +\([アイウエオ]\) ' 7
count osaki.body '^ +(\*|＊) ' 6
count osaki.body '^ +\(※[12]\) ' 2
count osaki.outline '^  \([12]\) 【(施行期日|経過措置)】' 2
count osaki.outline '^  \[番号 \| 施設名\] 14$' 1
count osaki.outline '^  \[番号 \| 職種\] 44$' 1

import baseline-embrace
count baseline-embrace.body '^  [１２３４５６]． 【' 6
count baseline-embrace.body '^    [１２３４５６]－[１２３]． ' 13
count baseline-embrace.body '^      - 【(必要|推奨)事項】' 6
count baseline-embrace.body '^      （[１２３４５]） ' 7
count baseline-embrace.outline '^    [1-7] 【' 7
count baseline-embrace.outline '^    第[１２３４５]条 【' 5
count baseline-embrace.outline '^      \([^)]+\) ' 25

# Forms. Osaki's consent form is printed twice, for patients and for those who care for them.
for name in chuo kumagaya minato; do
    count $name.report '^form “' 0
done
count osaki.report '^form “' 5
count baseline-embrace.report '^form “' 2
for name in chuo kumagaya minato osaki baseline-embrace; do
    count $name.report 'would print different characters as a form' 0
done

[ "$failed" -eq 0 ] && echo "all five texts came in whole"
exit "$failed"

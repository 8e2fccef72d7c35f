#!/usr/bin/env python3
"""A content folder with as many regions as the country has municipalities, each with texts of its own, as
`benches/country.py 1741 FOLDER` makes it: the regions that this repository ships in turn, under other names and in other
prefectures, with words, days and standings changed by the number of the region. Nothing of it is anybody's rule. Its record of
reviews is written by `junsoku accept --all --content FOLDER`."""
import argparse
import pathlib
import random
import re
import shutil

CONTENT = pathlib.Path(__file__).resolve().parents[1] / "content"
# How many municipalities each prefecture has, by its code, as shares of the country.
SHARES = [179, 40, 33, 35, 25, 35, 59, 44, 25, 35, 63, 54, 62, 33, 30, 15, 19, 17, 27, 77, 42, 35, 54, 29, 19, 26, 43, 41, 39, 30,
          19, 19, 27, 23, 19, 24, 17, 20, 34, 60, 20, 21, 45, 18, 26, 43, 41]
FIRST = "青赤朝大小上下東西南北中新古松竹梅桜柳栗"
SECOND = "山川田野原沢島崎浜谷岡森林池井瀬津宮橋里"
ENDINGS = "市市町町村"
# Words that say the same, of which each region takes one.
WORDS = [("速やかに", ["直ちに", "遅滞なく", "すみやかに"]), ("行う", ["実施する", "行なう"]), ("必要な", ["必要となる", "所要の"]),
         ("ものとする", ["こととする"]), ("適切に", ["適正に"]), ("確認", ["点検", "確かめること"]), ("等", ["など"]), ("又は", ["または"])]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, help="how many regions")
    parser.add_argument("folder", type=pathlib.Path, help="the content folder to make; one that is there is replaced")
    options = parser.parse_args()
    shutil.rmtree(options.folder, ignore_errors=True)
    shutil.copytree(CONTENT, options.folder, ignore=shutil.ignore_patterns("junsoku.lock"))
    sources = sorted(path for path in (CONTENT / "regions").iterdir() if path.is_dir())
    prefectures = [code for code, share in enumerate(SHARES, 1) for _ in range(share)]
    for number in range(options.count):
        source = sources[number % len(sources)]
        code = prefectures[number * len(prefectures) // options.count]
        make_region(source, options.folder / "regions" / f"r{number + 1:04}", number, code)


def make_region(source, folder, number, code):
    """Makes one region of another: names in every file, words and standings in its documents."""
    chance = random.Random(number)
    name = FIRST[number % 20] + SECOND[number // 20 % 20] + ("" if number < 400 else FIRST[number // 400]) + ENDINGS[number % 5]
    old = re.search(r"name: \{ja: ([^,]+), en: ([^}]+)\}", (source / "region.yaml").read_text(encoding="utf-8"))
    chosen = [(word, chance.choice([word, *others])) for word, others in WORDS]
    for path in sorted(source.rglob("*")):
        if not path.is_file():
            continue
        target = folder / path.relative_to(source)
        target.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix != ".yaml":
            shutil.copy(path, target)
            continue
        text = path.read_text(encoding="utf-8").replace(old[1], name).replace(old[2], f"Region {number + 1}")
        if path.name == "region.yaml":
            text = re.sub(r"^(name: .*)$", rf'\1\nprefecture: "{code:02}"', text, count=1, flags=re.M)
        if path.name != "region.yaml" and path.name != "conformance.yaml" and "forms" not in path.parts:
            text = changed_document(text, chosen, number)
        target.write_text(text, encoding="utf-8")


def changed_document(text, chosen, number):
    """Changes the words of Japanese sentences, and some claims that no parameter bears out."""
    lines = []
    for line in text.splitlines():
        if line.strip().endswith("。"):
            for word, other in chosen:
                line = line.replace(word, other)
        claim = re.search(r"requirement: ([a-z.-]+), extent: equal", line)
        if claim and "parameters" not in line:
            # By the requirement, so that two provisions claim the same of it.
            extent = random.Random(f"{number} {claim[1]}").choice(["equal"] * 4 + ["stricter"])
            line = line.replace("extent: equal", f"extent: {extent}")
        lines.append(line)
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()

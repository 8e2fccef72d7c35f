#!/usr/bin/env python3
"""A content folder with many regions: copies of one under other ids and names, with its reviews in the record, as
`benches/copies.py 200 FOLDER` makes it. The copies stand beside the regions that there are."""
import argparse
import pathlib
import re
import shutil

CONTENT = pathlib.Path(__file__).resolve().parents[1] / "content"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, help="how many copies")
    parser.add_argument("folder", type=pathlib.Path, help="the content folder to make; one that is there is replaced")
    parser.add_argument("--region", default="kumagaya", help="the id of the region to copy")
    options = parser.parse_args()
    source = CONTENT / "regions" / options.region
    shutil.rmtree(options.folder, ignore_errors=True)
    shutil.copytree(CONTENT, options.folder)
    ids = [f"{options.region}-{number:04}" for number in range(1, options.count + 1)]
    for one in ids:
        shutil.copytree(source, options.folder / "regions" / one)
    copy_reviews(options.folder / "junsoku.lock", options.region, ids)


def copy_reviews(path, region, ids):
    """Gives each copy the reviews of the region that it was made of."""
    head, *lines = path.read_text(encoding="utf-8").splitlines()
    for line in list(lines):
        kind, place, rest = line.split(" ", 2)
        if re.split("[/#]", place)[0] == region:
            lines += [f"{kind} {one}{place.removeprefix(region)} {rest}" for one in ids]
    path.write_text("\n".join([head, *sorted(lines)]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

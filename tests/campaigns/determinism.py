#!/usr/bin/env python3
"""Builds the same content over and over in other surroundings: another folder, files made in another order, other time zones,
languages of the machine, masks of permissions and numbers of cores. Every build gives the same bytes."""
import os
import shutil

from sandbox import Campaign, Sandbox

ZONES = ["UTC", "Asia/Tokyo", "America/Los_Angeles", "Pacific/Kiritimati"]
LANGUAGES = ["C", "C.UTF-8", "ja_JP.UTF-8", "ja_JP.SJIS", "tr_TR.UTF-8"]
MASKS = [0o022, 0o077, 0o002]


def build(campaign, number, chance):
    sandbox = Sandbox(campaign.program, baseline=True)
    if chance:
        # The same files, in the order in which chance makes them.
        content, anew = sandbox.root / "content", sandbox.root / f"anew-{number}"
        files = [path for path in content.rglob("*") if path.is_file()]
        chance.shuffle(files)
        for path in files:
            target = anew / path.relative_to(content)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
        shutil.rmtree(content)
        anew.rename(content)
    cores = chance.choice(["1", "2", "7"]) if chance else "1"
    more = {"TZ": chance.choice(ZONES), "LC_ALL": chance.choice(LANGUAGES), "RAYON_NUM_THREADS": cores} if chance else {"TZ": "UTC"}
    mask = chance.choice(MASKS) if chance else 0o022
    pdfs = number % 10 == 0
    args = ["build", "--content", "content", "--output", "output"] + ([] if pdfs else ["--no-pdf"])
    usual = os.umask(mask)
    try:
        code, _, err = sandbox.run(args, timeout=600, **more)
    finally:
        os.umask(usual)
    tree = sandbox.tree("output")
    sandbox.gone()
    return pdfs, code, err, tree, more


def main():
    campaign = Campaign("determinism", 3)
    wanted = {}
    for pdfs, number in ((True, 0), (False, 1)):
        _, code, err, wanted[pdfs], _ = build(campaign, number, None)
        assert code == 0, err
    for number in range(campaign.size):
        pdfs, code, err, tree, more = build(campaign, number, campaign.chance)
        faults = [f"exit {code}: {err.strip()[-200:]}"] if code else []
        differ = sorted(path for path in wanted[pdfs].keys() | tree.keys() if wanted[pdfs].get(path) != tree.get(path))
        faults += [f"other bytes: {path}" for path in differ[:5]]
        campaign.tried(faults, f"{number} {more}")
    campaign.end()


if __name__ == "__main__":
    main()

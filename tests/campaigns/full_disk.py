#!/usr/bin/env python3
"""Runs every command that writes on a disk that fills up: a small tmpfs (as root on Linux), which holds the content, the
output, temporary files and the cache. What stood there before stands there byte for byte, the fault is told with a code
and exit status 2 or 1, and nothing lies about."""
import os
import pathlib
import subprocess
import tempfile

import sandbox as shared
from kills import CHANGED, COMMANDS
from sandbox import Campaign, Sandbox


def one(campaign, number, disk):
    name = campaign.chance.choice(sorted(set(COMMANDS) - {"check", "build"}))
    sandbox = Sandbox(campaign.program, tools=name == "fill", baseline=name == "new")
    sandbox.run(["build", "--no-pdf", "--content", "content", "--output", "output"])
    sandbox.write("content/regions/midori/region.yaml", shared.FILES["content/regions/midori/region.yaml"].replace("みどり町,", "みどり市,"))
    before = {path: digest for part in ("content", "output") for path, digest in sandbox.tree(part).items()}
    # All but so many bytes are taken by another file.
    free = campaign.chance.choice([0, 4096, 16384, 65536, 262144, 1048576])
    stat = os.statvfs(disk)
    ballast = sandbox.root.parent / "ballast"
    with open(ballast, "wb") as file:
        left = max(stat.f_bavail * stat.f_frsize - free, 0)
        try:
            while left > 0:
                left -= file.write(b"x" * min(left, 65536))
        except OSError:
            pass
    code, out, err = sandbox.run(COMMANDS[name])
    ballast.unlink()
    faults = []
    if code not in (0, 1, 2):
        faults.append(f"exit {code}")
    if code != 0 and "[J" not in err:
        faults.append(f"no code: {err.strip()[-200:]}")
    if "bug in junsoku" in out + err:
        faults.append(f"blamed on the program: {err.strip()[-200:]}")
    after = {path: digest for part in ("content", "output") for path, digest in sandbox.tree(part).items()}
    if code != 0:
        faults += [f"lost or changed: {path}" for path in before if after.get(path) != before[path]]
        faults += [f"half written: {path}" for path in after if path not in before]
    elif CHANGED[name] != "output":
        faults += [f"lost: {path}" for path in before if path not in after]
    faults += [f"left: {left}" for left in sandbox.leftovers()]
    campaign.tried(faults, f"{number} {name} with {free} bytes free (exit {code})")
    sandbox.gone()


def main():
    campaign = Campaign("full disk", 12)
    disk = pathlib.Path(tempfile.mkdtemp(prefix="junsoku-disk-"))
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=48m", "tmpfs", disk], stderr=subprocess.PIPE)
    if mounted.returncode != 0:
        disk.rmdir()
        print(f"full disk: skipped, no tmpfs can be mounted: {mounted.stderr.decode().strip()}")
        return
    tempfile.tempdir = str(disk)
    try:
        for number in range(campaign.size):
            one(campaign, number, disk)
    finally:
        subprocess.run(["umount", disk], check=False)
        disk.rmdir()
    campaign.end()


if __name__ == "__main__":
    main()

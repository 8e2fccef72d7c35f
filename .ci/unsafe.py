#!/usr/bin/env python3
"""Holds the list of dependencies whose sources use `unsafe` (.ci/unsafe.toml) against Cargo.lock.

Every crate that goes into the program or into its building, on Linux, Windows or macOS, is looked through for `unsafe` outside
comments, texts and tests. One that is not listed, is listed in another version, or is listed in vain, fails. With
--update the versions of crates that are listed already are written anew; whoever does that has looked at what changed.
"""
import json
import pathlib
import re
import subprocess
import sys
import tomllib

SYSTEMS = ["x86_64-unknown-linux-gnu", "x86_64-pc-windows-msvc", "aarch64-apple-darwin"]
LIST = pathlib.Path(__file__).with_name("unsafe.toml")
TOKENS = re.compile(r'r(#*)".*?"\1|"(?:\\.|[^"\\])*"|//[^\n]*|/\*.*?\*/|\b(unsafe)\s*(?:\{|fn\b|impl\b|trait\b|extern\b)', re.S)
ASIDE = {"tests", "benches", "examples", "fuzz"}


def packages(system):
    command = ["cargo", "metadata", "--locked", "--format-version", "1", "--filter-platform", system]
    data = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
    found = {package["id"]: package for package in data["packages"]}
    nodes = {node["id"]: node for node in data["resolve"]["nodes"]}
    root = data["resolve"]["root"]
    seen, open_ = set(), [root]
    while open_:
        at = open_.pop()
        if at not in seen:
            seen.add(at)
            wanted = [dep for dep in nodes[at]["deps"] if {kind["kind"] for kind in dep["dep_kinds"]} - {"dev"}]
            open_ += [dep["pkg"] for dep in wanted]
    return [found[at] for at in seen - {root}]


def uses_unsafe(package):
    folder = pathlib.Path(package["manifest_path"]).parent
    files = [path for path in folder.rglob("*.rs") if path.relative_to(folder).parts[0] not in ASIDE]
    return any(match.group(2) for path in files for match in TOKENS.finditer(path.read_text(errors="replace")))


def main():
    crates = {(package["name"], package["version"]): package for system in SYSTEMS for package in packages(system)}
    used = {f"{name} {version}" for (name, version), package in crates.items() if uses_unsafe(package)}
    text = LIST.read_text(encoding="utf-8")
    groups = tomllib.loads(text)["group"]
    listed = [crate for group in groups for crate in group["crates"]]
    if "--update" in sys.argv[1:]:
        names = {}
        for crate in sorted(used):
            names.setdefault(crate.split()[0], []).append(crate)
        for crate in listed:
            same = names.get(crate.split()[0], [])
            if crate not in used and len(same) == 1:
                text = text.replace(f'"{crate}"', f'"{same[0]}"')
        LIST.write_text(text, encoding="utf-8")
        return main_check(used, tomllib.loads(text)["group"])
    return main_check(used, groups)


def main_check(used, groups):
    listed = [crate for group in groups for crate in group["crates"]]
    faults = [f"{crate}: uses unsafe and is not listed" for crate in sorted(used - set(listed))]
    faults += [f"{crate}: is listed in vain" for crate in sorted(set(listed) - used)]
    faults += [f"{crate}: is listed twice" for crate in sorted({crate for crate in listed if listed.count(crate) > 1})]
    faults += [f"{group.get('who')}: no reason" for group in groups if not group.get("why", "").strip()]
    print(f"{len(used)} dependencies use unsafe, {len(listed)} are listed")
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Runs several commands at once on the same folders: reviews recorded at once are all recorded, a site is whole and one of
those that were built, and what two runs write is one or the other."""
from sandbox import Campaign, Sandbox

TARGETS = ["midori/policy#purpose", "midori/policy#duties", "midori/forms/notice#intro", "midori/forms/notice#who"]
BUILD = ["build", "--no-pdf", "--content", "content", "--output", "output"]
OTHERS = [["check", "--content", "content"], ["import", "rules.txt", "--region", "hamabe", "--output", "content"], BUILD,
          ["fill", "midori/notice", "--content", "content", "--data", "data.json", "--output", "filled"]]


def one(campaign, number):
    sandbox = Sandbox(campaign.program)
    targets = campaign.chance.sample(TARGETS, campaign.chance.randint(2, 4))
    calls = [["accept", target, "--content", "content"] for target in targets]
    calls += campaign.chance.choices(OTHERS, k=campaign.chance.randint(1, 4))
    campaign.chance.shuffle(calls)
    started = [(call, sandbox.start(call)) for call in calls]
    faults = []
    for call, process in started:
        out, err = process.communicate(timeout=300)
        told = (out + err).decode(errors="replace")
        # Two runs that would write the same new files: one is told that they exist.
        twice = calls.count(call) > 1 and call[0] in ("import", "fill", "build") and process.returncode == 2 and "[J" in told
        if process.returncode != 0 and not twice:
            faults.append(f"{call[0]}: exit {process.returncode}: {told.strip()[-300:]}")
    record = (sandbox.root / "content/junsoku.lock").read_text(encoding="utf-8")
    faults += [f"a review is lost: {target}" for target in targets if f"translation {target} " not in record]
    code, out, err = sandbox.run(["check", "--content", "content"])
    if code != 0:
        faults.append(f"check: exit {code}: {(out + err).strip()[-300:]}")
    if BUILD in calls:
        site = sandbox.tree("output")
        pages = [path for path in site if path.endswith(".html")]
        broken = [path for path in pages if not (sandbox.root / path).read_bytes().rstrip().endswith(b"</html>")]
        faults += [f"half a page: {path}" for path in broken] if pages else ["no site"]
    faults += [f"left: {left}" for left in sandbox.leftovers()]
    faults += [f"left running: {left}" for left in sandbox.processes()]
    campaign.tried(faults, f"{number} {' + '.join(call[0] for call in calls)}")
    sandbox.gone()


def main():
    campaign = Campaign("concurrent runs", 6)
    for number in range(campaign.size):
        one(campaign, number)
    campaign.end()


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Ends every command at a random moment by SIGINT, SIGTERM, SIGHUP or SIGKILL. Afterwards no process is left, what stood
there before stands there whole, old or new and nothing between, nothing lies about in TMPDIR or beside the content, and the
same command works; after a signal that can be caught the exit status is 128 and the signal's number."""
import signal
import time

from sandbox import Campaign, Sandbox

COMMANDS = {
    "build": ["build", "--content", "content", "--output", "output"],
    "build without PDFs": ["build", "--no-pdf", "--content", "content", "--output", "output"],
    "fill": ["fill", "midori/notice", "--content", "content", "--data", "data.json", "--output", "filled"],
    "import": ["import", "rules.txt", "--region", "hamabe", "--output", "content"],
    "import again": ["import", "again.txt", "--region", "midori", "--document", "policy", "--output", "content"],
    "init": ["init", "site", "--name", "はまべ町"],
    "accept": ["accept", "--all", "--content", "content"],
    "new": ["new", "hamabe", "--content", "content"],
    "schema": ["schema", "--output", "schemas"],
    "check": ["check", "--content", "content"],
}
SIGNALS = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL]
# What a command may change, each as a whole.
CHANGED = {"build": "output", "build without PDFs": "output", "fill": "filled", "import": "content", "import again": "content", "init": "site", "accept": "content", "new": "content", "schema": "schemas", "check": "content"}


def gone_soon(sandbox):
    """Processes that are still there after a while."""
    for _ in range(40):
        left = sandbox.processes()
        if not left:
            return []
        time.sleep(0.1)
    return left


def begin(sandbox, name):
    """Before a build there is a site of an earlier day, which must stay whole."""
    if CHANGED[name] == "output":
        sandbox.run(["build", "--no-pdf", "--content", "content", "--output", "output"])
        sandbox.write("content/regions/midori/region.yaml", "name: {ja: みどり市, en: Midori City}\ncouncil: {ja: 会議, en: Council}\nsummary: {ja: 見本。, en: A sample.}\nform_label: {ja: \"様式第{wide}号\", en: \"Form No. {n}\"}\n")


def measured(campaign):
    """How long each command takes undisturbed and what it makes, and which of them work on this small content at all."""
    taken, made = {}, {}
    for name, args in COMMANDS.items():
        sandbox = Sandbox(campaign.program, baseline=name == "new")
        begin(sandbox, name)
        begun = time.time()
        code, _, err = sandbox.run(args)
        taken[name] = time.time() - begun
        if code != 0:
            print(f"{name}: exit {code}: {err.strip()[:300]}")
        made[name] = sandbox.tree(CHANGED[name])
        sandbox.gone()
    return taken, made


def one(campaign, number, taken, made):
    name = campaign.chance.choice(sorted(COMMANDS))
    sent = campaign.chance.choice(SIGNALS)
    delay = campaign.chance.random() * taken[name] * 1.1
    sandbox = Sandbox(campaign.program, baseline=name == "new")
    begin(sandbox, name)
    before = sandbox.tree(CHANGED[name])
    names = set(sandbox.names())
    process = sandbox.start(COMMANDS[name])
    time.sleep(delay)
    process.send_signal(sent)
    try:
        process.communicate(timeout=60)
    except Exception as error:
        process.kill()
        campaign.tried([f"does not end: {error}"], f"{number} {name} {sent.name}")
        sandbox.gone()
        return
    code, faults = process.returncode, []
    faults += [f"left running: {left}" for left in gone_soon(sandbox)]
    if sent != signal.SIGKILL:
        # Before the program has begun the signal ends it as it ends any other; a shell says 128 and its number of both.
        if code not in (0, 128 + sent, -sent):
            faults.append(f"exit {code}")
        faults += [f"left: {left}" for left in sandbox.leftovers()]
    after = sandbox.tree(CHANGED[name])
    code, _, err = sandbox.run(COMMANDS[name])
    whole = sandbox.tree(CHANGED[name])
    # Done before the kill: the next run finds nothing to do, or refuses to do it twice.
    done = after == made[name]
    if code != 0 and not (code == 2 and done):
        faults.append(f"the next run: exit {code}: {err.strip()[-300:]}")
    if whole != made[name]:
        differing = {path for path in whole.keys() | made[name].keys() if whole.get(path) != made[name].get(path)}
        faults.append(f"not what an undisturbed run makes: {sorted(differing)[:3]}")
    if CHANGED[name] == "output" and after not in (before, made[name]):
        faults.append("neither the old output nor the new one")
    faults += [f"left after the next run: {left}" for left in sandbox.leftovers()]
    faults += [f"stands beside: {left}" for left in set(sandbox.names()) - names - {CHANGED[name]}]
    campaign.tried(faults, f"{number} {name} {sent.name} after {delay:.3f} s")
    sandbox.gone()


def main():
    campaign = Campaign("kills", 24)
    taken, made = measured(campaign)
    for number in range(campaign.size):
        one(campaign, number, taken, made)
    campaign.end()


if __name__ == "__main__":
    main()

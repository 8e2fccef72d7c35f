#!/usr/bin/env python3
"""Puts hostile strings into every text of the fixtures, builds the site (and PDFs, with --pdfs), opens every page in Chromium and
watches for scripts that run and requests that leave; looks at JSON, CSV and PDFs too. Needs PyYAML, node, chromium and
playwright-core in the node_modules of the folder JUNSOKU_NODE; without them it says so and ends."""
import csv
import io
import json
import os
import pathlib
import shutil
import subprocess
import sys

from sandbox import ROOT, Campaign, Sandbox

PAYLOADS = [
    "<script>pwn(@)</script>", "<img src=x onerror=pwn(@)>", "\"><svg onload=pwn(@)>", "' onmouseover=pwn(@) x='", "\" onfocus=\"pwn(@)\" autofocus x=\"",
    "</title><script>pwn(@)</script>", "</textarea><script>pwn(@)</script>", "</style><script>pwn(@)</script>", "</script><script>pwn(@)</script>",
    "--><script>pwn(@)</script><!--", "]]><script>pwn(@)</script>", "&lt;script&gt;pwn(@)&lt;/script&gt;", "\\u003cscript\\u003epwn(@)\\u003c/script\\u003e",
    "{{ pwn(@) }}{% raw %}", "${pwn(@)}`+pwn(@)+`", "'+pwn(@)+'", "\"+pwn(@)+\"", "javascript:pwn(@)", "<a href=javascript:pwn(@)>x</a>",
    "<iframe src=http://evil.invalid/@></iframe>", "<link rel=stylesheet href=http://evil.invalid/@>", "<base href=http://evil.invalid/@>",
    "<meta http-equiv=refresh content=0;url=http://evil.invalid/@>", "@import url(http://evil.invalid/@);", "<form action=http://evil.invalid/@><button>",
    "<style>*{background:url(http://evil.invalid/@)}</style>", "<img srcset=http://evil.invalid/@>", "<object data=http://evil.invalid/@>",
    "#eval(\"1+@\") #read(\"/etc/passwd\")", "#import \"@preview/cetz:0.3.0\"", "#image(\"/etc/passwd\")", "$ sum_(@) $ _*`#[", "=cmd|'/C calc'!A@", "+@", "@SUM(1+@)",
    "\\\" \\' \\\\ \\n @", "％ｓ @ 𠮷 ｱ e\u0301 \u3000", "<math><mtext><script>pwn(@)</script>", "<details open ontoggle=pwn(@)>", "<svg><animate onbegin=pwn(@) attributeName=x dur=1s>",
]


def leaves(node, path=()):
    """Places of texts: what stands at `ja:` or `en:`, and lists of such."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key in ("ja", "en") and isinstance(value, str):
                yield path + (key,)
            else:
                yield from leaves(value, path + (key,))
    elif isinstance(node, list):
        for at, value in enumerate(node):
            yield from leaves(value, path + (at,))


def put(node, path, value):
    for step in path[:-1]:
        node = node[step]
    before, node[path[-1]] = node[path[-1]], value
    return before


def hostile_content(campaign, sandbox):
    """Writes the fixtures with a payload in every text that may hold one. JSON is YAML; each text has its own line."""
    import yaml
    content = sandbox.root / "content"
    shutil.rmtree(content)
    shutil.copytree(ROOT / "tests/fixtures", content, ignore=shutil.ignore_patterns("README.md", "junsoku.lock"))
    files, changed = {}, {}
    # Every scalar stays the text that it is.
    for path in sorted(content.rglob("*.yaml")):
        files[path] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        for place in leaves(files[path]):
            payload = campaign.chance.choice(PAYLOADS).replace("@", str(len(changed)), 1)
            node = files[path]
            for step in place:
                node = node[step]
            value = campaign.chance.choice([f"{node} {payload}", f"{payload} {node}"])
            changed[(path, place)] = put(files[path], place, value)
    for _ in range(12):
        for path, data in files.items():
            path.write_text(json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8")
        code, out, err = sandbox.run(["check", "--format", "json", "--content", "content"], timeout=300)
        errors = [one for one in json.loads(out)["findings"] if one["severity"] == "error"]
        if not errors:
            return len(changed), None
        lines = {(sandbox.root / one["file"], one["line"]) for one in errors}
        taken = False
        for (path, place), before in list(changed.items()):
            text = files[path]
            for step in place:
                text = text[step]
            written = f'"{place[-1]}": {json.dumps(text, ensure_ascii=False)}'
            at = [number for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1) if written in line]
            if any((path, number) in lines for number in at):
                put(files[path], place, before)
                del changed[(path, place)]
                taken = True
        if not taken:
            return 0, f"{errors[0]}"
    return 0, "errors stay"


def watched(sandbox, node):
    """What Chromium saw on the pages."""
    environment = dict(os.environ, JUNSOKU_SITE=str(sandbox.root / "output"), JUNSOKU_NODE=node)
    run = subprocess.run(["node", str(pathlib.Path(__file__).with_name("watch.mjs"))], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=1800)
    if run.returncode != 0:
        return 0, [f"watch.mjs: {run.stderr.decode(errors='replace')[-400:]}"]
    seen = json.loads(run.stdout)
    return seen["pages"], seen["faults"]


def other_media(sandbox):
    faults, pdfs = [], 0
    for path in (sandbox.root / "output").rglob("*"):
        name = str(path.relative_to(sandbox.root))
        if path.suffix == ".json":
            try:
                json.loads(path.read_text(encoding="utf-8"))
            except ValueError as error:
                faults.append(f"{name}: {error}")
        elif path.suffix == ".csv":
            rows = csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig")))
            cells = [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"))]
            faults += [f"{name}: a formula: {cell[:40]}" for cell in cells]
        elif path.suffix == ".pdf":
            pdfs += 1
            text = subprocess.run(["pdftotext", str(path), "-"], stdout=subprocess.PIPE).stdout.decode(errors="replace")
            if "root:x:0" in text:
                faults.append(f"{name}: a file was read")
    return faults, pdfs


def main():
    campaign = Campaign("hostile strings", 100)
    node = os.environ.get("JUNSOKU_NODE", "")
    try:
        import yaml  # noqa: F401
    except ImportError:
        sys.exit(print("hostile strings: skipped, no PyYAML"))
    if not (pathlib.Path(node) / "node_modules/playwright-core").is_dir() or not shutil.which("chromium"):
        sys.exit(print("hostile strings: skipped, no playwright-core (JUNSOKU_NODE) or no chromium"))
    pages = sheets = builds = 0
    while campaign.tries < campaign.size:
        builds += 1
        with_pdfs = builds == 1 and campaign.size >= 1000
        sandbox = Sandbox(campaign.program, tools=with_pdfs)
        count, fault = hostile_content(campaign, sandbox)
        faults = [fault] if fault else []
        if not fault:
            code, out, err = sandbox.run(["build", "--content", "content", "--output", "output"] + ([] if with_pdfs else ["--no-pdf"]), timeout=1800)
            if code != 0:
                faults.append(f"build: exit {code}: {err.strip()[-400:]}")
            else:
                seen, found = watched(sandbox, node)
                pages += seen
                more, pdfs = other_media(sandbox)
                sheets += pdfs
                faults += found + more
        campaign.tried(faults, f"build {builds}")
        campaign.tries += max(count, 1) - 1
        sandbox.gone()
        if fault:
            break
    campaign.end(f", {builds} builds, {pages} pages, {sheets} PDFs")


if __name__ == "__main__":
    main()

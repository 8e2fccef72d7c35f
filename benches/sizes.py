#!/usr/bin/env python3
"""The same pages by junsoku and by other generators of sites, in turn: `benches/sizes.py --junsoku target/release/junsoku
--hugo hugo --pages 1000 4000 --rounds 5`. Prints a table of medians: processor time, time on the clock, peak memory, ratio to
junsoku, and the exponent of growth from the smallest size to the largest. A tool that is not named is not run.

The pages are Markdown that this script makes: Japanese sentences, a list, a table and links to other pages. junsoku gets them as
pages of a site's own without PDFs, the others as their own kind of page with the least template that shows menu, title and text."""
import argparse
import math
import os
import pathlib
import random
import shutil
import statistics
import subprocess
import tempfile
import time

WORDS = ["連絡網", "登録", "事業所", "記録", "職員", "承認", "期間", "様式", "届出", "保存", "変更", "閲覧", "端末", "担当", "当番", "掲示"]
VERBS = ["を確かめる", "を届け出る", "を改める", "を掲げる", "を見直す", "を取りまとめる"]


def sentence(chance):
    parts = [chance.choice(WORDS) + chance.choice(["の", "と", "及び"]) + chance.choice(WORDS) for _ in range(chance.randint(2, 4))]
    return "、".join(parts) + chance.choice(VERBS) + "。"


def page(number, count, link):
    """The Markdown of one page; `link` gives the address of another."""
    chance = random.Random(number)
    lines = []
    for heading in range(4):
        lines += [f"## {heading + 1} {chance.choice(WORDS)}の{chance.choice(WORDS)}", ""]
        lines += ["".join(sentence(chance) for _ in range(4)), ""]
        lines += [f"- {sentence(chance)}" for _ in range(3)] + [""]
    lines += ["| 事項 | 期間 |", "| --- | --- |"] + [f"| {chance.choice(WORDS)} | {chance.randint(1, 60)}日 |" for _ in range(4)] + [""]
    lines += [f"[{chance.choice(WORDS)}]({link(chance.randrange(count))})" for _ in range(2)]
    return "\n\n".join(["\n".join(lines[:-2]), lines[-2], lines[-1]]) + "\n"


def write(folder, path, text):
    path = folder / path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def make_junsoku(folder, count):
    write(folder, "content/junsoku.yaml", "title: {ja: 見本}\nlanguages: [ja]\n")
    for number in range(count):
        head = f"---\ntitle: {{ja: 頁{number}}}\norder: {number % 10000 + 1}\nin_menu: {'true' if number < 5 else 'false'}\n---\n"
        write(folder, f"content/pages/p{number}.md", head + page(number, count, lambda other: f"page:p{other}"))


LAYOUT = "<!DOCTYPE html><html lang=ja><head><meta charset=utf-8><title>{title}</title></head><body><nav>{menu}</nav><main><h1>{title}</h1>{text}</main></body></html>"


def make_hugo(folder, count):
    write(folder, "hugo.toml", "baseURL = 'https://example.invalid/'\ntitle = '見本'\ndisableKinds = ['taxonomy', 'term', 'RSS', 'sitemap']\n")
    layout = LAYOUT.format(title="{{ .Title }}", menu="{{ range first 5 .Site.RegularPages }}<a href='{{ .RelPermalink }}'>{{ .Title }}</a>{{ end }}", text="{{ .Content }}")
    write(folder, "layouts/_default/single.html", layout)
    write(folder, "layouts/_default/list.html", layout)
    for number in range(count):
        write(folder, f"content/p{number}.md", f"---\ntitle: 頁{number}\nweight: {number + 1}\n---\n" + page(number, count, lambda other: f"/p{other}/"))


def make_zola(folder, count):
    write(folder, "config.toml", "base_url = 'https://example.invalid'\ntitle = '見本'\ngenerate_feeds = false\ngenerate_sitemap = false\n")
    # Page by page: a section would be handed over with all its pages each time.
    menu = "".join(f"{{% set one = get_page(path='p{number}.md') %}}<a href='{{{{ one.permalink }}}}'>{{{{ one.title }}}}</a>" for number in range(5))
    layout = LAYOUT.format(title="{{ page.title }}", menu=menu, text="{{ page.content | safe }}")
    write(folder, "templates/page.html", layout)
    write(folder, "templates/index.html", LAYOUT.format(title="見本", menu="", text=""))
    write(folder, "content/_index.md", "+++\nsort_by = 'weight'\n+++\n")
    for number in range(count):
        write(folder, f"content/p{number}.md", f"+++\ntitle = '頁{number}'\nweight = {number + 1}\n+++\n" + page(number, count, lambda other: f"@/p{other}.md"))


def make_mdbook(folder, count):
    write(folder, "book.toml", "[book]\ntitle = '見本'\nlanguage = 'ja'\n[output.html.search]\nenable = false\n[output.html.print]\nenable = false\n")
    write(folder, "src/SUMMARY.md", "".join(f"- [頁{number}](p{number}.md)\n" for number in range(count)))
    for number in range(count):
        write(folder, f"src/p{number}.md", f"# 頁{number}\n\n" + page(number, count, lambda other: f"p{other}.md"))


TOOLS = {
    "junsoku": (make_junsoku, lambda program: [program, "build", "--no-pdf", "--content", "content", "--output", "out"], "out"),
    "hugo": (make_hugo, lambda program: [program, "--quiet", "--destination", "out"], "out"),
    "zola": (make_zola, lambda program: [program, "build", "--output-dir", "out"], "out"),
    "mdbook": (make_mdbook, lambda program: [program, "build", "--dest-dir", "out"], "out"),
}


def run(command, folder, out):
    """CPU seconds, seconds on the clock and peak memory in MB of one run that finds no output, and its number of pages."""
    # Put aside and not removed: ext4 passes over the inodes of files that were removed just before, one by one.
    if (folder / out).exists():
        (folder / out).rename(folder.parent / f"{folder.name}-before-{time.monotonic_ns()}")
    begun = time.monotonic()
    with open(folder.parent / "said", "wb") as said:
        process = subprocess.Popen(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=said, stderr=said)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.monotonic() - begun
    pages = sum(1 for _ in (folder / out).rglob("*.html"))
    if process.returncode != 0:
        raise SystemExit(f"{command}: exit {process.returncode}: {(folder.parent / 'said').read_text(errors='replace')[-2000:]}")
    return used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024, pages


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in TOOLS:
        parser.add_argument(f"--{name}", help=f"the program {name}")
    parser.add_argument("--pages", type=int, nargs="+", default=[1000, 4000])
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    named = {name: shutil.which(getattr(options, name)) or getattr(options, name) for name in TOOLS if getattr(options, name)}
    named = {name: str(pathlib.Path(program).resolve()) for name, program in named.items()}
    print(f"{os.cpu_count()} processors, {options.rounds} rounds, medians\n")
    print("| pages | tool | files | CPU s | s | MB | CPU to junsoku's |\n| --- | --- | --- | --- | --- | --- | --- |")
    cpu = {}
    with tempfile.TemporaryDirectory(prefix="junsoku-bench-") as place:
        for count in options.pages:
            measured = measure(pathlib.Path(place), named, count, options.rounds)
            for name, runs in measured.items():
                seconds, wall, memory, pages = (statistics.median(column) for column in zip(*runs))
                cpu[name, count] = seconds
                ratio = seconds / cpu["junsoku", count] if ("junsoku", count) in cpu else math.nan
                print(f"| {count} | {name} | {pages:.0f} | {seconds:.2f} | {wall:.2f} | {memory:.0f} | {ratio:.2f} |", flush=True)
    small, large = min(options.pages), max(options.pages)
    for name in named if small < large else ():
        exponent = math.log(cpu[name, large] / cpu[name, small]) / math.log(large / small)
        print(f"\n{name}: CPU time grows as pages to the power {exponent:.2f}")


def measure(place, named, count, rounds):
    """The runs of each tool on `count` pages, the tools in turn."""
    runs = {name: [] for name in named}
    for name in named:
        make, _, _ = TOOLS[name]
        make(place / f"{name}-{count}", count)
    for _ in range(rounds):
        for name, program in named.items():
            _, command, out = TOOLS[name]
            runs[name].append(run(command(program), place / f"{name}-{count}", out))
    return runs


if __name__ == "__main__":
    main()

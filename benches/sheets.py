#!/usr/bin/env python3
"""The same documents as PDFs by junsoku and by other programs, in turn: `benches/sheets.py --junsoku target/release/junsoku --typst
~/.cache/junsoku/typst-0.15.1/bin/typst --fonts ~/.cache/junsoku/fonts-… --pandoc pandoc --weasyprint weasyprint`. Prints medians of
processor time (with all processes that a tool starts), of time on the clock and of peak memory. A tool that is not named is not run.

Each document has some fifty articles in Japanese, about four pages. junsoku makes a tagged PDF by two standards and the site beside it;
pandoc has the same typst set an untagged one; WeasyPrint sets the HTML that pandoc made of the text beforehand."""
import argparse
import os
import pathlib
import shutil
import statistics
import subprocess
import tempfile
import time

from sizes import sentence
import random

ARTICLES = 50
STYLE = "@page { size: A4; margin: 22mm } body { font-family: 'BIZ UDGothic'; font-size: 10.5pt; line-height: 1.7 }"


def articles(number):
    chance = random.Random(number)
    return ["".join(sentence(chance) for _ in range(2)) for _ in range(ARTICLES)]


def write(folder, path, text):
    path = folder / path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def make_junsoku(folder, count, _):
    write(folder, "content/junsoku.yaml", "title: {ja: 見本}\nlanguages: [ja]\n")
    write(folder, "content/regions/mihon/region.yaml", "name: {ja: 見本}\ncouncil: {ja: 見本}\nsummary: {ja: 見本。}\n")
    for number in range(count):
        head = f"title: {{ja: 規程{number}}}\nstanding: official\nlevels:\n  - {{kind: article, ja: '第{{n}}条', en: 'Article {{n}}'}}\nbody:\n"
        body = "".join(f"  - id: a{at}\n    ja: {text}\n" for at, text in enumerate(articles(number)))
        write(folder, f"content/regions/mihon/d{number}.yaml", head + body)


def make_markdown(folder, count, options):
    for number in range(count):
        text = "\n\n".join(f"**第{at + 1}条**　{text}" for at, text in enumerate(articles(number)))
        write(folder, f"d{number}.md", f"---\ntitle: 規程{number}\nlang: ja\n---\n\n{text}\n")


def make_html(folder, count, options):
    make_markdown(folder, count, options)
    write(folder, "style.css", STYLE)
    for number in range(count):
        subprocess.run([options.pandoc, f"d{number}.md", "--standalone", "--css", "style.css", "-o", f"d{number}.html"], cwd=folder, check=True, capture_output=True)


TOOLS = {
    "junsoku": (make_junsoku, lambda options, count: [[options.junsoku, "build", "--content", "content", "--output", "out", "--typst", options.typst, "--font-path", options.fonts]]),
    "pandoc": (make_markdown, lambda options, count: [[options.pandoc, f"d{number}.md", f"--pdf-engine={options.typst}", "-V", "mainfont=BIZ UDGothic", "-o", f"out/d{number}.pdf"] for number in range(count)]),
    "weasyprint": (make_html, lambda options, count: [[options.weasyprint, f"d{number}.html", f"out/d{number}.pdf"] for number in range(count)]),
}


def run(commands, folder, options):
    """CPU seconds, seconds on the clock and peak memory in MB, with nothing kept from earlier runs."""
    shutil.rmtree(folder / "out", ignore_errors=True)
    shutil.rmtree(folder / "cache", ignore_errors=True)
    if "content" not in {path.name for path in folder.iterdir()}:
        (folder / "out").mkdir()
    environment = dict(os.environ, XDG_CACHE_HOME=str(folder / "cache"), TYPST_FONT_PATHS=options.fonts)
    cpu = memory = 0
    begun = time.monotonic()
    for command in commands:
        with open(folder / "said", "wb") as said:
            process = subprocess.Popen(command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=said, stderr=said)
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            raise SystemExit(f"{command}: exit {process.returncode}: {(folder / 'said').read_text(errors='replace')[-2000:]}")
        cpu += used.ru_utime + used.ru_stime
        memory = max(memory, used.ru_maxrss / 1024)
    return cpu, time.monotonic() - begun, memory, sum(1 for _ in (folder / "out").rglob("*.pdf"))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in (*TOOLS, "typst", "fonts"):
        parser.add_argument(f"--{name}")
    parser.add_argument("--documents", type=int, default=10)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    for name in (*TOOLS, "typst", "fonts"):
        value = getattr(options, name)
        setattr(options, name, value and str(pathlib.Path(shutil.which(value) or value).resolve()))
    named = [name for name in TOOLS if getattr(options, name)]
    runs = {name: [] for name in named}
    with tempfile.TemporaryDirectory(prefix="junsoku-sheets-") as place:
        for name in named:
            TOOLS[name][0](pathlib.Path(place) / name, options.documents, options)
        for _ in range(options.rounds):
            for name in named:
                runs[name].append(run(TOOLS[name][1](options, options.documents), pathlib.Path(place) / name, options))
    print(f"{os.cpu_count()} processors, {options.rounds} rounds, medians\n")
    print("| tool | PDFs | CPU s | s | MB |\n| --- | --- | --- | --- | --- |")
    for name, measured in runs.items():
        cpu, wall, memory, files = (statistics.median(column) for column in zip(*measured))
        print(f"| {name} | {files:.0f} | {cpu:.1f} | {wall:.1f} | {memory:.0f} |")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Figures of names and comments that counts of lines do not show: figures.py [FOLDER], by default src.

Prints each figure beside its goal: how many types and how many free functions share their name with another of the crate,
how many doc comments begin with a question word, how much of the code is explained by comments within it, and how
often a missing value silently becomes the default. What is for tests only does not count."""
import re
import sys
from collections import Counter
from pathlib import Path

QUESTIONS = {"What", "How", "Whether", "Where", "Which", "Who", "Whom", "Why", "When"}
TYPE = re.compile(r"^\s*(?:pub(?:\([^)]*\))? )?(?:struct|enum|trait) (\w+)")
FUNCTION = re.compile(r"^(?:pub(?:\([^)]*\))? )?(?:const )?fn (\w+)")


def sources(folder):
    for path in sorted(Path(folder).rglob("*.rs")):
        if path.name != "tests.rs" and "tests" not in path.relative_to(folder).parts:
            yield path.read_text(encoding="utf-8").split("#[cfg(test)]\nmod ")[0].splitlines()


def share_of_shared(names):
    return 100 * sum(count for count in names.values() if count > 1) / max(1, names.total())


def main(folder):
    types, functions, beginnings = Counter(), Counter(), Counter()
    lines = within = defaults = total = 0
    for source in sources(folder):
        in_doc = False
        total += len(source)
        for line in source:
            text = line.strip()
            defaults += text.count("unwrap_or_default()")
            for pattern, names in ((TYPE, types), (FUNCTION, functions)):
                if found := pattern.match(line):
                    names[found[1]] += 1
            if text.startswith("///"):
                if not in_doc:
                    beginnings[text[3:].split(maxsplit=1)[0].rstrip(",") if text[3:].strip() else ""] += 1
                in_doc = True
            else:
                in_doc = False
                within += text.startswith("//") and not text.startswith("//!")
            lines += bool(text)
    questions = 100 * sum(beginnings[word] for word in QUESTIONS) / max(1, beginnings.total())
    rows = [
        ("types that share their name, %", share_of_shared(types), "<=", 10),
        ("free functions that share their name, %", share_of_shared(functions), "<=", 12),
        ("doc comments that begin with a question word, %", questions, "<=", 11),
        ("comments within code, % of lines", 100 * within / max(1, lines), ">=", 2),
        ("unwrap_or_default, per 1,000 lines", 1000 * defaults / max(1, total), "<=", 2.3),
    ]
    for name, figure, sign, goal in rows:
        met = figure <= goal if sign == "<=" else figure >= goal
        print(f"{name:50} {figure:5.1f}  goal {sign} {goal:<4} {'met' if met else 'not met'}")
    for kind, names in (("types", types), ("functions", functions)):
        print(f"most shared {kind}:", ", ".join(f"{name} {count}" for name, count in names.most_common(8)))


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "src")

#!/usr/bin/env python3
"""The structure of PDFs as a screen reader goes by it: `structure.py OUTPUT PROGRAM [--rewrite]`, run by a Python that has pypdf.

Over all PDFs below OUTPUT: the first heading is of level 1, none leaves out a level, every table has heads, and an English sheet
with kana or kanji says of some run that it is Japanese; no two fields are described in the same words, and a column of fields is
described in the same words from its second row on, but for the number of the row. A policy, two forms and a report of the content in tests/fixtures, which
PROGRAM makes, are held against the trees written down in tests/structure; `--rewrite` writes those anew.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

HERE = Path(__file__).resolve().parent
# What has no meaning of its own: the words in it are read all the same.
SILENT = {"/Span", "/Div", "/NonStruct", "/Reference", "/Lbl", "/LBody", "/THead", "/TBody", "/Strong", "/Em"}
# The flag of fields that must be filled in.
REQUIRED = 1 << 1
SAMPLES = {
    "policy": "regions/hamabe/rules.pdf",
    "form": "regions/hamabe/forms/application.pdf",
    "visitors": "regions/kawabe/forms/visitors.pdf",
    "report": "regions/hamabe/conformance.pdf",
}


def listed(value):
    """A value that may be one or several, or none."""
    value = value.get_object() if value is not None else ArrayObject()
    return value if isinstance(value, ArrayObject) else [value]


def kids(element):
    """The elements below an element of the structure."""
    for kid in listed(element.get("/K")):
        kid = kid.get_object()
        if isinstance(kid, DictionaryObject) and "/S" in kid:
            yield kid


def scope_of(element):
    """Of which cells a head is one, if the element is a head."""
    for one in listed(element.get("/A")):
        one = one.get_object()
        if isinstance(one, DictionaryObject) and "/Scope" in one:
            return str(one["/Scope"]).strip("/").lower()
    return None


def field_of(element):
    """What a place to fill in is called, and whether its field must be filled in."""
    flags = 0
    for one in listed(element.get("/K")):
        one = one.get_object()
        widget = one["/Obj"].get_object() if isinstance(one, DictionaryObject) and "/Obj" in one else {}
        flags |= widget.get("/Ff", widget["/Parent"].get_object().get("/Ff", 0) if "/Parent" in widget else 0)
    return f" “{element.get('/Alt', '')}”" + (" (required)" if flags & REQUIRED else "")


def lines(element, depth=0):
    """The tree as lines; rows that are alike are told once, with how many there are."""
    found = []
    for kid in kids(element):
        tag = str(kid["/S"])
        below = lines(kid, depth if tag in SILENT else depth + 1)
        if tag in SILENT:
            found += below
            continue
        scope = scope_of(kid)
        words = f" “{kid['/T']}”" if "/T" in kid else ""
        words += field_of(kid) if tag == "/Form" else ""
        found.append("  " * depth + tag.strip("/") + (f" of a {scope}" if scope else "") + words)
        found += below
    return found


def folded(tree):
    """Consecutive lines that are the same as one."""
    out = []
    for line in tree:
        if out and out[-1][0] == line:
            out[-1][1] += 1
        else:
            out.append([line, 1])
    return "".join(f"{line}{f' x {count}' if count > 1 else ''}\n" for line, count in out)


def tree_of(reader):
    root = reader.trailer["/Root"]["/StructTreeRoot"]
    return lines(root.get_object())


def faults(path, reader):
    """What is wrong with the structure of a file."""
    tree = tree_of(reader)
    levels = [int(match[1]) for line in tree if (match := re.match(r" *H([1-6])\b", line))]
    found = []
    if levels and levels[0] != 1:
        found.append(f"the first heading is of level {levels[0]}")
    found += [f"a heading of level {b} below one of {a}" for a, b in zip(levels, levels[1:]) if b > a + 1]
    for at, line in enumerate(tree):
        if line.strip().startswith("Table"):
            depth = len(line) - len(line.lstrip())
            inner = []
            for below in tree[at + 1 :]:
                if len(below) - len(below.lstrip()) <= depth:
                    break
                inner.append(below.strip())
            if not any(one.startswith("TH") for one in inner):
                found.append("a table without heads")
    if "en" in path.parts:
        # The middle dot is a bullet in English too.
        has_japanese = any(re.search(r"[\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff]", page.extract_text()) for page in reader.pages)
        contents = [page.get_contents() for page in reader.pages]
        says_so = any(b"/Lang(ja)" in one.get_data().replace(b" ", b"") for one in contents if one is not None)
        if has_japanese and not says_so:
            found.append("Japanese that is not marked")
    return found


def faults_of_fields(reader):
    """What is wrong with how fields are described."""
    fields = {name: str(field.get("/TU", "")) for name, field in (reader.get_fields() or {}).items() if "/FT" in field}
    found, names, columns = [], {}, {}
    for name, words in fields.items():
        other = names.setdefault(words, name)
        if other != name or not words:
            found.append(f"{name} and {other} are both described as “{words}”")
        if (match := re.match(r"(.*)\[(\d+)\](.*)", name)) and int(match[2]) > 1:
            columns.setdefault((match[1], match[3]), set()).add(words.replace(match[2], "#", 1))
    return found + [f"column {name} has {len(words)} descriptions" for name, words in columns.items() if len(words) > 1]


def main():
    output, program = Path(sys.argv[1]), Path(sys.argv[2]).resolve()
    rewrite = "--rewrite" in sys.argv
    wrong = []
    files = sorted(output.rglob("*.pdf"))
    for path in files:
        reader = PdfReader(path)
        wrong += [f"{path}: {fault}" for fault in faults(path.relative_to(output), reader) + faults_of_fields(reader)]
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([program, "build", "--quiet", "--content", HERE / "fixtures", "--output", folder], check=True)
        for name, path in SAMPLES.items():
            for lang in ("ja", "en"):
                golden = HERE / "structure" / f"{name}-{lang}.txt"
                text = folded(tree_of(PdfReader(Path(folder) / lang / path)))
                if rewrite:
                    golden.write_text(text, encoding="utf-8")
                elif not golden.is_file() or golden.read_text(encoding="utf-8") != text:
                    wrong.append(f"{golden.name}: the structure is another")
    print(f"{len(files)} PDFs, {len(wrong)} faults")
    for line in wrong[:40]:
        print(line)
    sys.exit(1 if wrong or not files else 0)


if __name__ == "__main__":
    main()

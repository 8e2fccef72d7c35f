"""schema-validate.py JUNSOKU: the schemas that `junsoku schema` prints against the files that they are of.

Every shipped file and those of tests/cases/default.txt must be valid. Then files are damaged one by one: a key that there
is not, a value of another type, a word that is none of the keyword's, a key left out. The schema must refuse each at
the lines where `junsoku check --format json` reports J02, and nowhere else.
"""

import fnmatch
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import yaml
from jsonschema import Draft202012Validator

ROOT = pathlib.Path(__file__).parent.parent
DAMAGES = 200


class Core(yaml.SafeLoader):
    """YAML 1.2: dates and words such as `off` are text, as for junsoku."""


Core.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+\.[0-9]*)([eE][-+]?[0-9]+)?", list("-+.0123456789")),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), first)


class Schemas:
    def __init__(self, junsoku):
        run = subprocess.run([junsoku, "schema"], capture_output=True, check=True, text=True, encoding="utf-8")
        self.kinds = json.loads(run.stdout)
        for schema in self.kinds.values():
            Draft202012Validator.check_schema(schema)

    def of(self, path):
        """The schema of the file at `path`; kinds that come first take the places that two have."""
        for schema in self.kinds.values():
            for place in schema["$comment"].split(", "):
                if place.count("/") == path.count("/") and fnmatch.fnmatch(path, place):
                    return schema
        raise ValueError(f"{path} is of no kind")

    def errors(self, path, data):
        validator = Draft202012Validator(self.of(path), format_checker=Draft202012Validator.FORMAT_CHECKER)
        return list(validator.iter_errors(data))


def resolved(root, schema):
    while "$ref" in schema:
        schema = root["$defs"][schema["$ref"].rsplit("/", 1)[1]]
    return schema


def walk(root, schema, data, path=()):
    """Every value with its path and schema."""
    schema = resolved(root, schema)
    yield path, data, schema
    if isinstance(data, dict):
        for key, value in data.items():
            below = schema.get("properties", {}).get(key, schema.get("additionalProperties"))
            if isinstance(below, dict):
                yield from walk(root, below, value, (*path, key))
    if isinstance(data, list) and "items" in schema:
        for at, value in enumerate(data):
            yield from walk(root, schema["items"], value, (*path, at))


def candidates(kind, schema, data):
    """The places where damage of this kind can be done."""
    alone = set()
    for path, value, part in walk(schema, schema, data):
        # Without its only element a list may be too short, which check reports as well.
        if isinstance(value, list) and len(value) == 1:
            alone.add((*path, 0))
        closed = isinstance(value, dict) and part.get("additionalProperties") is False
        if kind == "key" and closed:
            yield from ((*path, key) for key in value)
        if kind == "missing" and closed:
            yield from ((*path, key) for key in part.get("required", []))
        # What may be text or a list is right either way.
        if kind == "type" and path and "anyOf" not in part and path not in alone:
            yield path
        if kind == "word" and "enum" in part:
            yield path


def damaged(kind, data, path):
    data = json.loads(json.dumps(data))
    above = data
    for step in path[:-1]:
        above = above[step]
    last = path[-1]
    if kind == "key":
        renamed = {f"{key}-x" if key == last else key: value for key, value in above.items()}
        above.clear()
        above.update(renamed)
    elif kind == "missing":
        del above[last]
    elif kind == "type":
        above[last] = ["x"] if not isinstance(above[last], (dict, list)) else "x"
    else:
        above[last] = "no-such-word"
    return data


def lines_of(node, path=(), found=None):
    """The line of each value, and of each key (with its path and `:`)."""
    found = {} if found is None else found
    found[path] = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            found[(*path, key.value, ":")] = key.start_mark.line + 1
            lines_of(value, (*path, key.value), found)
    if isinstance(node, yaml.SequenceNode):
        for at, value in enumerate(node.value):
            lines_of(value, (*path, at), found)
    return found


def refused_lines(errors, lines):
    found = set()
    for error in errors:
        path = tuple(error.absolute_path)
        if error.validator == "additionalProperties":
            known = error.schema["properties"]
            found.update(lines[(*path, key, ":")] for key in error.instance if key not in known)
        else:
            found.add(lines[path])
    return found


def reported_lines(junsoku, content):
    run = [junsoku, "check", "--format", "json", "--content", str(content)]
    told = json.loads(subprocess.run(run, capture_output=True, check=False, text=True, encoding="utf-8").stdout)
    found = {}
    for finding in told["findings"]:
        if finding["code"].startswith("J02"):
            path = pathlib.Path(finding["file"]).relative_to(content).as_posix()
            found.setdefault(path, set()).add(finding["line"])
    return found


def files_of_case(text):
    parts = re.split(r"^=== (.*)\n", text, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2]))


def trial(schemas, junsoku, files, turn):
    """Damages each file once, by turns, and compares what schema and check say of it."""
    faults, count = [], 0
    with tempfile.TemporaryDirectory() as folder:
        content = pathlib.Path(folder, "content")
        shutil.copytree(ROOT / "content", content)
        refused, told = {}, {}
        for number, (path, data) in enumerate(files.items()):
            schema = schemas.of(path)
            kinds = ("key", "type", "word", "missing")
            for step in range(4):
                kind = kinds[(number + turn + step) % 4]
                places = list(candidates(kind, schema, data))
                if places:
                    break
            place = places[(turn * 7919 + number * 104729) % len(places)]
            text = yaml.safe_dump(damaged(kind, data, place), allow_unicode=True, sort_keys=False, width=10**6)
            (content / path).write_text(text, encoding="utf-8")
            lines = lines_of(yaml.compose(text, Loader=Core))
            refused[path] = refused_lines(schemas.errors(path, yaml.load(text, Loader=Core)), lines)
            told[path] = f"{path}: {kind} at {'.'.join(map(str, place))}"
            count += 1
        reported = reported_lines(junsoku, content)
        for path, lines in refused.items():
            if not lines or lines != reported.get(path, set()):
                lines, others = sorted(lines), sorted(reported.get(path, set()))
                faults.append(f"{told[path]}: the schema refuses lines {lines}, check reports {others}")
    return faults, count


def main():
    junsoku = str(pathlib.Path(sys.argv[1]).resolve())
    schemas = Schemas(junsoku)
    texts = {file.relative_to(ROOT / "content").as_posix(): file.read_text(encoding="utf-8")
             for file in sorted((ROOT / "content").rglob("*.yaml"))}
    case = files_of_case((ROOT / "tests/cases/default.txt").read_text(encoding="utf-8"))
    faults = []
    for path, text in [*texts.items(), *case.items()]:
        errors = schemas.errors(path, yaml.load(text, Loader=Core))
        faults.extend(f"{path}: {error.json_path}: {error.message[:200]}" for error in errors)
    files = {path: yaml.load(text, Loader=Core) for path, text in texts.items()}
    count = turn = 0
    while count < DAMAGES:
        found, done = trial(schemas, junsoku, files, turn)
        faults.extend(found)
        count, turn = count + done, turn + 1
    valid = len(texts) + len(case)
    print("\n".join(faults) or f"{valid} files are valid, and {count} damages are refused where check reports them")
    sys.exit(bool(faults))


main()

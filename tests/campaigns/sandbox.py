"""What the campaigns with whole processes share: a small content folder, a world of its own for each try, and the count of
tries and failures. Standard library only."""
import argparse
import hashlib
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
CACHE = pathlib.Path(os.environ.get("JUNSOKU_CACHE_DIR") or pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache") / "junsoku")

FILES = {
    "content/regions/midori/region.yaml": "name: {ja: みどり町, en: Midori}\ncouncil: {ja: みどり町会議, en: Midori Council}\nsummary: {ja: 見本。, en: A sample.}\nform_label: {ja: \"様式第{wide}号\", en: \"Form No. {n}\"}\n",
    "content/regions/midori/policy.yaml": "title: {ja: みどり町運用規程, en: Midori Rules}\nstanding: official\nlevels:\n  - {kind: article, ja: \"第{kanji}条\", en: \"Article {n}\"}\nbody:\n  - id: purpose\n    ja: この規程は、約束その@を示す。\n    en: These rules set out promise @.\n  - id: duties\n    ja: 記録する。\n    en: Record.\n",
    "content/regions/midori/forms/notice.yaml": "number: 1\ntitle: {ja: 届出書, en: Notification}\norigin: source\nstanding: official\nblocks:\n  - paragraph: {id: intro, ja: 届け出ます。, en: I notify.}\n  - fields: {id: who, fields: [{id: name, label: {ja: 氏名, en: Name}, type: text}]}\n",
    "content/junsoku.yaml": "severity: {J0419: off, J0421: off, J0428: off, J0433: off}\n",
    "data.json": '[{"form": "midori/notice", "who": {"name": "山田太郎"}}, {"form": "midori/notice", "who": {"name": "佐藤花子"}}]\n',
    "again.txt": "みどり町運用規程\n第１条　この規程は、約束その１を示す。\n第２条　記録し、保存する。\n第３条　様式第１号により届け出る。\n様式第１号\n届出書\n氏名　　　　　　　\n",
    "rules.txt": "はまべ町運用規程\n第１条　この規程は、約束を示す。\n２　記録する。\n（１）確かめる。\n",
}


# What every output folder holds: the mark by which it is known, and the list of what was made.
MADE = {("output", ".junsoku"), ("output", ".junsoku-made")}


class Sandbox:
    """A folder with content, output, temporary files and a cache of its own."""

    def __init__(self, program, mark="1", tools=True, baseline=False):
        self.program = program
        self.root = pathlib.Path(tempfile.mkdtemp(prefix="junsoku-campaign-"))
        for path, text in FILES.items():
            self.write(path, text.replace("@", mark))
        for name in ("baseline", "shared") if baseline else ():
            shutil.copytree(ROOT / "tests/fixtures" / name, self.root / "content" / name)
        for name in ("tmp", "home", "cache"):
            (self.root / name).mkdir()
        if tools:
            self.take_tools()

    def take_tools(self):
        """typst and the fonts by links: nothing is fetched."""
        for path in CACHE.iterdir() if CACHE.is_dir() else ():
            if path.name.startswith(("typst", "fonts")):
                target = self.root / "cache" / path.name
                try:
                    shutil.copytree(path, target, copy_function=os.link)
                except (OSError, shutil.Error):
                    # On another disk.
                    shutil.rmtree(target, ignore_errors=True)
                    os.symlink(path, target)

    def write(self, path, text):
        path = self.root / path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def environment(self, **more):
        kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}
        return kept | {"TMPDIR": str(self.root / "tmp"), "HOME": str(self.root / "home"), "LANG": "C", "JUNSOKU_CACHE_DIR": str(self.root / "cache")} | more

    def start(self, args, **more):
        pipes = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        return subprocess.Popen([self.program, *args], cwd=self.root, env=self.environment(**more), **pipes)

    def run(self, args, timeout=120, **more):
        process = self.start(args, **more)
        out, err = process.communicate(timeout=timeout)
        return process.returncode, out.decode(errors="replace"), err.decode(errors="replace")

    def tree(self, path):
        """Every file below `path` with the hash of its bytes."""
        base = self.root / path
        if base.is_file():
            return {path: digest(base)}
        return {str(one.relative_to(self.root)): digest(one) for one in sorted(base.rglob("*")) if one.is_file()}

    def names(self):
        """What stands in the sandbox itself."""
        return sorted(one.name for one in self.root.iterdir())

    def leftovers(self):
        """What a run that has ended must not leave: temporary files, and hidden ones in or beside the content."""
        found = [str(one.relative_to(self.root)) for one in (self.root / "tmp").rglob("*")]
        # An output folder bears a mark of this name.
        places = [one for one in self.root.rglob(".junsoku*") if one.parts[-2:] not in MADE and "cache" not in one.relative_to(self.root).parts]
        return found + [str(one.relative_to(self.root)) for one in places]

    def processes(self):
        """Processes that belong to this sandbox."""
        mark, found = os.fsencode(str(self.root)), []
        for folder in pathlib.Path("/proc").glob("[0-9]*"):
            try:
                if int(folder.name) != os.getpid() and mark in (folder / "environ").read_bytes() + (folder / "cmdline").read_bytes():
                    if (folder / "stat").read_text().rsplit(")", 1)[1].split()[0] != "Z":
                        found.append((int(folder.name), (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")[:80]))
            except (OSError, ValueError):
                pass
        return found

    def gone(self):
        shutil.rmtree(self.root, ignore_errors=True)


def digest(path):
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()[:16]
    except OSError as error:
        return str(error)


class Campaign:
    """Counts tries and failures, and prints them."""

    def __init__(self, name, size, program_needed=True):
        parser = argparse.ArgumentParser(description=sys.modules["__main__"].__doc__)
        parser.add_argument("--size", type=int, default=size, help="how many tries")
        parser.add_argument("--seed", type=int, default=1, help="where chance begins")
        parser.add_argument("--program", default=str(ROOT / "target/debug/junsoku"))
        self.options = parser.parse_args()
        self.name, self.size = name, self.options.size
        self.program = str(pathlib.Path(self.options.program).resolve())
        self.chance = random.Random(self.options.seed)
        self.tries, self.failures, self.begun = 0, [], time.time()

    def tried(self, faults, what):
        """One try, with what is wrong about it."""
        self.tries += 1
        for fault in faults:
            self.failures.append(f"{what}: {fault}")
            print(f"FAILURE {what}: {fault}", flush=True)

    def end(self, more=""):
        taken = time.time() - self.begun
        print(f"{self.name}: {self.tries} tries, {len(self.failures)} failures, seed {self.options.seed}, {taken:.0f} s{more}")
        sys.exit(1 if self.failures else 0)

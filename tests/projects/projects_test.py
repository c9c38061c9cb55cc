"""Projects in miniature: what kaflint finds in each, exactly.

Each folder of fixtures/projects holds one project and `expected.txt`: the units of it with the
settings that reach Kafka, then the findings. KAFLINT_UPDATE=1 writes that file anew; read it before
it is committed.
"""

import difflib
import json
import os
import subprocess
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROJECTS = ROOT / "fixtures" / "projects"
EXPECTED = "expected.txt"


def kaflint(folder, *arguments):
    """Output of a run that neither crashed nor failed to read something."""
    done = subprocess.run(
        [os.environ["KAFLINT"], *arguments, "."], cwd=folder, capture_output=True, text=True, check=False
    )
    if done.returncode not in (0, 1):
        raise AssertionError(f"kaflint {' '.join(arguments)} in {folder} ended with {done.returncode}:\n{done.stderr}")
    return done.stdout


def describe_setting(key, setting):
    value = setting["value"]
    shown = f"unknown ({setting['unknown']})" if value is None else json.dumps(value, ensure_ascii=False)
    origin = "" if setting["origin"] == "written" else f"  [{setting['origin']}]"
    region = setting.get("region")
    line = f"{region['startLine']}:{region['startColumn']}" if region else "-"
    return f"    {line:8} {key} = {shown}{origin}"


def describe_unit(unit):
    completeness = "complete" if unit["complete"] else "incomplete"
    where = f"{unit['path']} {unit['name']}".rstrip()
    lines = [f"{where}: {unit['role']}, {unit['dialect']}, {completeness}, version {unit['versionSource']}"]
    lines += [describe_setting(key, setting) for key, setting in unit["settings"].items()]
    return lines


def describe_verdicts(unit):
    """Releases of one outcome in a row are one line."""
    rows = []
    for verdict in unit["verdicts"]:
        refusal = verdict.get("refusal")
        said = verdict["outcome"] + (f" {refusal['key']} {refusal['rule']}" if refusal else "")
        if rows and rows[-1][2] == said:
            rows[-1][1] = verdict["kafka"]
        else:
            rows.append([verdict["kafka"], verdict["kafka"], said])
    return [f"    Kafka {first if first == last else f'{first}..{last}'}: {said}" for first, last, said in rows]


def observed(folder):
    units = json.loads(kaflint(folder, "effective", "--format", "json"))["units"]
    lines = []
    for unit in units:
        lines += describe_unit(unit) + describe_verdicts(unit) + [""]
    return "\n".join(lines) + kaflint(folder, "check", "--color", "never")


class Projects(unittest.TestCase):
    maxDiff = None

    def test_every_project(self):
        folders = sorted(path for path in PROJECTS.iterdir() if path.is_dir())
        self.assertTrue(folders, "no project in fixtures/projects")
        for folder in folders:
            with self.subTest(folder.name):
                got = observed(folder)
                if os.environ.get("KAFLINT_UPDATE"):
                    (folder / EXPECTED).write_text(got, encoding="utf-8")
                expected = (folder / EXPECTED).read_text(encoding="utf-8")
                difference = "\n".join(
                    difflib.unified_diff(expected.splitlines(), got.splitlines(), "expected", "observed", lineterm="")
                )
                self.assertEqual(expected, got, difference)


if __name__ == "__main__":
    unittest.main()

#!/usr/bin/env python3
"""Compares what kaflint reads out of Spring Boot's files with what the real Boot makes of them.

compare.py RELEASE... draws cases for each release of Boot, has the real one and kaflint read them, and prints where they
differ. Ends with 1 when they do.
"""

import argparse
import json
import subprocess
import sys
from pathlib import Path
from random import Random

import cases
from files import escaped
from judge import Tally, compare_case

HERE = Path(__file__).resolve().parent
POM = """<project><parent><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-parent</artifactId>
<version>{}</version></parent></project>
"""


def write_cases(folder: Path, drawn: list[cases.Case], release: str) -> None:
    folder.mkdir(parents=True)
    (folder / "pom.xml").write_text(POM.format(release))
    questions = []
    for number, case in enumerate(drawn):
        place = folder / str(number)
        place.mkdir()
        for name, text in case.files.items():
            (place / name).write_text(text, encoding="utf-8")
        if case.environment:
            lines = (f"{name}={escaped(text, key=False)}\n" for name, text in case.environment.items())
            (place / "environment.properties").write_text("".join(lines))
        questions += [f"{place}\t{','.join(question.profiles)}\n" for question in case.questions]
    (folder / "questions").write_text("".join(questions))


def ask_boot(folder: Path, release: str, jars: Path, classes: Path) -> list[dict]:
    path = (jars / release / "classpath").read_text().strip()
    command = ["java", "-XX:TieredStopAtLevel=1", "-Dslf4j.internal.verbosity=ERROR", "-cp", f"{classes}:{path}"]
    answers = subprocess.run([*command, "kaflint.boot.Main", folder / "questions"], capture_output=True, text=True)
    if answers.returncode != 0:
        sys.exit(f"Boot {release} did not answer: {answers.stderr}")
    return [json.loads(line) for line in answers.stdout.splitlines()]


def ask_kaflint(folder: Path, kaflint: Path, command: str) -> dict:
    run = subprocess.run([kaflint, command, "--no-ignore", "--format", "json", "."], cwd=folder, capture_output=True, text=True)
    if run.returncode not in (0, 1):
        sys.exit(f"kaflint {command} failed: {run.stderr}")
    return json.loads(run.stdout)


def run_release(release: str, options: argparse.Namespace) -> Tally:
    drawn = [cases.draw(Random(f"{options.seed} {release} {number}"), release) for number in range(options.count)]
    folder = options.work / release
    subprocess.run(["rm", "-rf", folder], check=True)
    write_cases(folder, drawn, release)
    answers = iter(ask_boot(folder, release, options.jars, options.classes))
    units, findings = {}, {}
    for unit in ask_kaflint(folder, options.kaflint, "effective")["units"]:
        units.setdefault(unit["path"].split("/")[0], []).append(unit)
    for finding in ask_kaflint(folder, options.kaflint, "check")["findings"]:
        findings.setdefault(finding["path"].split("/")[0], []).append(finding)
    tally = Tally()
    for number, case in enumerate(drawn):
        for question in case.questions:
            compare_case(tally, f"{folder}/{number}", question, next(answers),
                         units.get(str(number), []), findings.get(str(number), []))  # fmt: skip
    return tally


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("releases", nargs="+")
    parser.add_argument("--count", type=int, default=80, help="cases for each release")
    parser.add_argument("--seed", default="1")
    parser.add_argument("--show", type=int, default=5, help="differences of one kind to show in full")
    for name in ("kaflint", "jars", "classes", "work"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    options = parser.parse_args()
    options.kaflint = options.kaflint.resolve()
    total = Tally()
    for release in options.releases:
        tally = run_release(release, options)
        print(f"{release}: {tally.summary()}", flush=True)
        total.add(tally)
    total.print(options.show)
    return 1 if total.differences else 0


if __name__ == "__main__":
    sys.exit(main())

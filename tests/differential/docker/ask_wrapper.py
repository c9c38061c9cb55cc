"""Compares the columns of fixtures/docker/variable_names.tsv for Apache's image with its real class.

Usage: ask_wrapper.py RELEASE CLASSPATH, such as 4.1.2. Needs a JDK and the jars that AskWrapper.java
names; not part of the tests that always run, since they do not come with the repository. All rows
agreed for 3.7.2, 3.9.2, 4.0.0, 4.1.2, 4.3.1 and 4.4.0.
"""

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
FIXTURE = HERE.parents[2] / "fixtures" / "docker" / "variable_names.tsv"


def rows():
    lines = [line for line in FIXTURE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    names = lines[0].split("\t")
    return [dict(zip(names, line.split("\t"), strict=True)) for line in lines[1:]]


def main():
    release, classpath = sys.argv[1:]
    column = "apache-3.9" if int(release.split(".")[0]) < 4 else "apache-4.0"
    expected = {f"value{i}": row for i, row in enumerate(rows())}
    environment = {"PATH": os.environ["PATH"]} | {row["variable"]: value for value, row in expected.items()}
    command = ["java", "-cp", classpath, str(HERE / "AskWrapper.java")]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    answer = {}
    for line in done.stdout.splitlines():
        key, _, value = line.partition("=")
        answer[value] = key or '""'
    wrong = 0
    for value, row in expected.items():
        got = answer.get(value, "-")
        if got != row[column]:
            wrong += 1
            print(f"{row['variable']}: {row[column]} is expected, the class says {got}")
    print(f"{len(expected)} names, {wrong} differ")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

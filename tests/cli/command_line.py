"""What the tests of the command line share: a scratch folder and the built binary.

Each test file runs alone: `KAFLINT=path/to/kaflint python3 tests/cli/check_test.py`.
"""

import json
import os
import shutil
import subprocess
import tempfile
import unittest

KAFLINT = os.path.abspath(os.environ.get("KAFLINT", "build/dev/kaflint"))

# Refused by every version since 0.11: acks is not one of all, -1, 0, 1.
BAD = "bootstrap.servers=localhost:9092\nacks=2\n"
GOOD = (
    "bootstrap.servers=localhost:9092\n"
    "key.serializer=org.apache.kafka.common.serialization.StringSerializer\n"
    "value.serializer=org.apache.kafka.common.serialization.StringSerializer\n"
    "acks=all\n"
)


class CommandLine(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="kaflint-cli-")
        self.addCleanup(shutil.rmtree, self.folder)

    def write(self, name, content):
        path = os.path.join(self.folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(content if isinstance(content, bytes) else content.encode())
        return name

    def read(self, name):
        with open(os.path.join(self.folder, name), encoding="utf-8") as file:
            return file.read()

    def run_kaflint(self, *arguments, stdin="", environment=None):
        done = subprocess.run(
            [KAFLINT, *arguments],
            cwd=self.folder,
            input=stdin.encode() if isinstance(stdin, str) else stdin,
            capture_output=True,
            env={**os.environ, **(environment or {})},
            timeout=60,
            check=False,
        )
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def report(self, *arguments, code=None, **more):
        got, out, err = self.run_kaflint(*arguments, "--format", "json", **more)
        if code is not None:
            self.assertEqual(got, code, err)
        return json.loads(out)

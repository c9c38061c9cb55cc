"""Whether kaflint and a JSON Schema validator agree about configurations and policies (see run)."""

import json
import os
import pathlib
import subprocess
import tempfile
import unittest

import jsonschema
import yaml

KAFLINT = os.environ["KAFLINT"]
ROOT = pathlib.Path(__file__).resolve().parents[2]

GOOD = [
    "",
    "{}\n",
    "kafka: 3.9\n",
    "kafka: 2.8..4.0, 4.1.0\n",
    "kafka:\n  - version: 3.9\n  - {version: latest, paths: [a/, b/*.conf], roles: broker}\n",
    "exclude:\n",
    "exclude: testdata/\n",
    "exclude: [testdata/, '!testdata/real/']\n",
    "roles: [{paths: conf/, role: connect-distributed}]\n",
    "rules:\n  any/unknown-key: off\n  producer/*: error\n  '*': note\n",
    "rules:\n  any/unknown-key: {level: warning}\n",
    "overrides:\n  - paths: dev/\n    rules: {any/unknown-key: off}\n",
    "systems:\n  orders: [a/, b/]\n  bills: c/\n  others: {paths: d/, brokers: 3}\n",
    "suppressions:\n  - {paths: a, rules: [any/unknown-key, 'topic/*'], reason: because of 2024}\n",
    "suppressions: [{rules: any/unknown-key, reason: 2024}]\nrequire-reason: true\n",
]
BAD = [
    "kafak: 3.9\n",
    "kafka: [3.9]\n",
    "kafka: [{paths: a}]\n",
    "kafka: {version: 3.9}\n",
    "kafka: [{version: 3.9, path: a}]\n",
    "kafka: [{version: 3.9, roles: brokr}]\n",
    "roles: broker\n",
    "roles: [{paths: a, role: brokr}]\n",
    "roles: [{role: broker}]\n",
    "exclude: {a: b}\n",
    "exclude: [[a]]\n",
    "exclude: ''\n",
    "rules: [any/unknown-key]\n",
    "rules: {any/unknown-key: eror}\n",
    "rules: {any/unknown-key: [error]}\n",
    "rules: {any/unknown-key: {levl: error}}\n",
    "overrides: [{paths: a}]\n",
    "overrides: {paths: a, rules: {}}\n",
    "systems: [a/]\n",
    "systems: {a: {brokers: 3}}\n",
    "systems: {a: {paths: b, brokers: 0}}\n",
    "systems: {a: {paths: b, brokers: many}}\n",
    "suppressions: [a/]\n",
    "suppressions: [{path: a/}]\n",
    "require-reason: sometimes\n",
    "require-reason:\n",
    "extends: {a: b}\n",
    "- a\n",
    "text\n",
]

# Of a policy's front matter, beside summary, role, require and message.
GOOD_POLICIES = [
    "",
    "level: note\n",
    "consequence: ignored, risk\n",
    "kafka: 3.9\n",
    "paths: a/\n",
    "paths: [a/, '!a/b']\n",
    "labels: {environment: production, tier: 1, canary: true, empty: ''}\n",
    "key: linger.ms\nwhen: '\"acks\" in written'\nfix: linger.ms=5\n",
    "references: [a guide, 2024]\n",
]
BAD_POLICIES = [
    "levl: note\n",
    "level: notice\n",
    "level: [note]\n",
    "level:\n",
    "consequence: dangerous\n",
    "consequence: risk, dangerous\n",
    "paths: {a: b}\n",
    "paths: []\n",
    "paths: [[a]]\n",
    "labels: a\n",
    "labels: {}\n",
    "labels: {a: [b]}\n",
    "labels: {a: }\n",
    "fix: linger.ms\n",
    "fix: =5\n",
    "key: ''\n",
    "references: a guide\n",
    "references: []\n",
    "profiles: strict\n",
    "- a\n",
]
REQUIRED = {
    "summary": "summary: s\n",
    "role": "role: producer\n",
    "require": "require: config[\"linger.ms\"] > 5\n",
    "message": "message: m {value}\n",
}


class Agreement(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        text = subprocess.run([KAFLINT, "schema"], capture_output=True, check=True).stdout
        schema = json.loads(text)
        jsonschema.Draft7Validator.check_schema(schema)
        cls.validator = jsonschema.Draft7Validator(schema)

    def takes(self, text):
        """What kaflint says to it."""
        with tempfile.TemporaryDirectory() as folder:
            pathlib.Path(folder, ".kaflint.yaml").write_text(text, encoding="utf-8")
            done = subprocess.run([KAFLINT], cwd=folder, capture_output=True, text=True, check=False)
        self.assertIn(done.returncode, (0, 2))
        self.assertEqual(done.returncode == 2, done.stderr != "")
        return done.returncode == 0

    def fits(self, text):
        return self.validator.is_valid(yaml.safe_load(text))

    def test_good(self):
        for text in GOOD:
            with self.subTest(text):
                self.assertTrue(self.takes(text), "kaflint refuses it")
                self.assertTrue(self.fits(text), "the schema refuses it")

    def test_bad(self):
        for text in BAD:
            with self.subTest(text):
                self.assertFalse(self.takes(text), "kaflint takes it")
                self.assertFalse(self.fits(text), "the schema takes it")

    def test_fixtures(self):
        paths = sorted(ROOT.glob("fixtures/**/.kaflint.yaml"))
        self.assertTrue(paths)
        for path in paths:
            with self.subTest(path.parent.name):
                self.assertTrue(self.fits(path.read_text(encoding="utf-8")))

    def test_what_init_writes(self):
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([KAFLINT, "init"], cwd=folder, capture_output=True, check=True)
            text = pathlib.Path(folder, ".kaflint.yaml").read_text(encoding="utf-8")
        self.assertTrue(self.fits(text))
        # With every example in force, one at a time.
        examples = 0
        for block in text.split("\n\n")[1:]:
            lines = [line[2:] for line in block.splitlines()]
            start = next(i for i, line in enumerate(lines) if line.split(":")[0] in self.keys() and ": " in line + " ")
            example = "\n".join(lines[start:]) + "\n"
            with self.subTest(example):
                self.assertTrue(self.fits(example))
                examples += 1
        self.assertEqual(examples, len(self.keys()))

    def keys(self):
        return self.validator.schema["properties"]


class PolicyAgreement(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.validator = cls.schema("policy")

    @staticmethod
    def schema(what):
        text = subprocess.run([KAFLINT, "schema", what], capture_output=True, check=True).stdout
        schema = json.loads(text)
        jsonschema.Draft7Validator.check_schema(schema)
        return jsonschema.Draft7Validator(schema)

    def takes(self, front_matter):
        """Whether kaflint loads such a policy."""
        with tempfile.TemporaryDirectory() as folder:
            pathlib.Path(folder, "p.md").write_text(f"---\n{front_matter}---\n", encoding="utf-8")
            done = subprocess.run([KAFLINT, "--policy", "p.md"], cwd=folder, capture_output=True, text=True, check=False)
        self.assertIn(done.returncode, (0, 2))
        self.assertEqual(done.returncode == 2, "p.md:" in done.stderr)
        return done.returncode == 0

    def agree(self, front_matter, good):
        with self.subTest(front_matter):
            self.assertEqual(self.takes(front_matter), good, "kaflint")
            try:
                value = yaml.safe_load(front_matter)
            except yaml.YAMLError:
                self.assertFalse(good)
                return
            self.assertEqual(self.validator.is_valid(value), good, "the schema")

    def test_front_matters(self):
        rest = "".join(REQUIRED.values())
        for more in GOOD_POLICIES:
            self.agree(rest + more, True)
        for more in BAD_POLICIES:
            self.agree(rest + more, False)

    def test_what_is_required(self):
        for key in REQUIRED:
            self.agree("".join(text for name, text in REQUIRED.items() if name != key), False)
        for role in ("producr", "producer,", "[producer]"):
            self.agree("".join({**REQUIRED, "role": f"role: {role}\n"}.values()), False)
        two = {"role": "role: 'producer ,streams'\n", "require": 'require: config["metadata.max.age.ms"] > 5\n'}
        self.agree("".join({**REQUIRED, **two}.values()), True)

    def front_matter(self, path):
        return yaml.safe_load(path.read_text(encoding="utf-8").split("---\n")[1])

    def test_files(self):
        policies = sorted(ROOT.glob("fixtures/policies/*/*.md"))
        self.assertGreaterEqual(len(policies), 6)
        for path in policies:
            self.validator.validate(self.front_matter(path))
        rules = self.schema("rule")
        own = [*sorted(ROOT.glob("rules/*/*.md")), ROOT / "rules/TEMPLATE.md"]
        own = [p for p in own if p.read_text(encoding="utf-8").startswith("---\n")]
        self.assertGreater(len(own), 200)
        for path in own:
            with self.subTest(path.name):
                rules.validate(self.front_matter(path))


if __name__ == "__main__":
    unittest.main()

"""`.kaflint.yaml`: what it changes in every command."""

import os
import unittest

from command_line import BAD, GOOD, CommandLine

# A warning about a key whose name is not right, on every version.
MISSPELT = GOOD + "lingerms=5\n"
RULE = "any/misspelt-key"


class Configuration(CommandLine):
    def versions(self, *arguments):
        report = self.report("units", *arguments)
        return {u["path"]: (u["verdicts"][0]["kafka"], u["versionSource"]) for u in report["units"]}

    def levels(self, *arguments):
        return {(f["path"], f["rule"]): f["level"] for f in self.report("check", *arguments)["findings"]}

    def test_versions_by_path(self):
        for folder in ("old", "new", "own"):
            self.write(f"{folder}/producer.properties", GOOD)
        self.write("own/.kaflint.yaml", "kafka: 3.7.0\n")
        self.write(".kaflint.yaml", "kafka:\n  - version: 4.0.0\n  - {version: 2.8.0, paths: old/}\n")
        expected = {
            "new/producer.properties": ("4.0.0", "config"),
            "old/producer.properties": ("2.8.0", "config"),
            "own/producer.properties": ("3.7.0", "config"),
        }
        self.assertEqual(self.versions("."), expected)
        self.assertEqual(
            self.versions("old/producer.properties"), {"old/producer.properties": ("2.8.0", "config")}
        )
        self.assertEqual(
            self.versions("--kafka-version", "3.0.0", "old"), {"old/producer.properties": ("3.0.0", "option")}
        )
        self.assertIn(
            "old/producer.properties: producer (properties) on Kafka 2.8.0 (config: .kaflint.yaml:3)\n",
            self.run_kaflint("effective", "old")[1],
        )

    def test_the_configuration_before_the_project(self):
        self.write("build.gradle", "api 'org.apache.kafka:kafka-clients:3.5.1'\n")
        self.write("producer.properties", GOOD)
        self.assertEqual(self.versions(), {"producer.properties": ("3.5.1", "project")})
        self.write(".kaflint.yaml", "kafka: 3.6.1\n")
        self.assertEqual(self.versions(), {"producer.properties": ("3.6.1", "config")})

    def test_the_files_that_counted_are_named(self):
        self.write("producer.properties", GOOD)
        self.write("conf/.kaflint.yaml", "kafka: 3.6.1\n")
        self.write("conf/consumer.properties", "group.id=a\n")
        self.write("base.yaml", "rules:\n  any/deprecated-key: off\n")
        self.write(".kaflint.yaml", "extends: base.yaml\nkafka: 3.6.2\n")
        code, out, err = self.run_kaflint("check", "-v")
        self.assertEqual((code, err), (0, ""))
        self.assertEqual(
            out,
            "conf/consumer.properties: checked consumer (properties): cannot be decided on Kafka 3.6.1"
            " (config: conf/.kaflint.yaml:1)\n"
            "producer.properties: checked producer (properties): cannot be decided on Kafka 3.6.2"
            " (config: .kaflint.yaml:2)\n"
            "configuration: .kaflint.yaml, which extends base.yaml\n"
            "configuration: conf/.kaflint.yaml\n"
            "no problems found in 3 files (2 units)\n",
        )

    def test_roles_by_path(self):
        self.write("conf/edge.conf", BAD)
        self.write("conf/notes.txt", "acks=2\n")
        self.write(".kaflint.yaml", "roles:\n  - {paths: conf/*.conf, role: producer}\n")
        report = self.report("check", code=1)
        self.assertEqual(
            [(u["path"], u["role"], u["complete"]) for u in report["units"]], [("conf/edge.conf", "producer", True)]
        )
        self.assertEqual(self.report("--role", "consumer")["units"][0]["role"], "consumer")
        self.write(".kaflint.yaml", "roles:\n  - {paths: conf/, role: producer}\n")
        self.assertEqual(self.report("check", code=0)["units"], [], "a folder says nothing of its other files")
        self.assertEqual(self.report("check", "conf/edge.conf", code=1)["units"][0]["role"], "producer")

    def test_levels(self):
        self.write("producer.properties", MISSPELT)
        self.write("dev/producer.properties", MISSPELT)
        paths = ("dev/producer.properties", "producer.properties")
        for level in ("error", "note"):
            self.write(".kaflint.yaml", f"rules:\n  {RULE}: {level}\n")
            self.assertEqual(self.levels(), {(path, RULE): level for path in paths})
            self.assertEqual(self.run_kaflint()[0], 1 if level == "error" else 0)
        self.write(".kaflint.yaml", "rules:\n  any/*: off\n")
        self.assertEqual(self.levels(), {})
        self.write(".kaflint.yaml", f"rules: {{{RULE}: off}}\noverrides: [{{paths: dev, rules: {{{RULE}: error}}}}]\n")
        self.assertEqual(self.levels(), {("dev/producer.properties", RULE): "error"})

    def test_excludes(self):
        for path in ("a.properties", "skip/producer.properties", "keep/producer.properties"):
            self.write(path, MISSPELT)
        self.write(".kaflint.yaml", "exclude: [skip/, a.properties]\n")
        self.assertEqual(list(self.levels()), [("keep/producer.properties", RULE)])
        self.assertEqual(self.levels("skip"), {})
        self.assertEqual(
            list(self.levels("skip/producer.properties")), [("skip/producer.properties", RULE)], "a named file is read"
        )
        self.write("skip/.kaflint.yaml", "")
        self.assertEqual(list(self.levels("skip")), [("skip/producer.properties", RULE)], "the nearest one counts")

    def test_suppressions(self):
        for path in ("old/producer.properties", "producer.properties"):
            self.write(path, MISSPELT)
        self.write(".kaflint.yaml", f"suppressions: [{{paths: old, rules: {RULE}, reason: gone soon}}]\n")
        self.assertEqual(list(self.levels()), [("producer.properties", RULE)])
        self.write(".kaflint.yaml", "require-reason: true\nsuppressions: [{paths: old}]\n")
        code, _, err = self.run_kaflint()
        self.assertEqual(
            (code, err), (2, "kaflint: error: `.kaflint.yaml:2:16`: has no `reason`, which `require-reason` asks for\n")
        )

    def test_mistakes_end_the_run_with_2_after_it(self):
        self.write("producer.properties", BAD)
        self.write(".kaflint.yaml", "kafka: 3.6.2\nrules:\n  any/unkown-key: off\nbasline: a\n")
        code, out, err = self.run_kaflint("check")
        self.assertEqual(code, 2)
        self.assertIn("error[any/invalid-value]", out)
        self.assertEqual(
            err,
            "kaflint: error: `.kaflint.yaml:3:3`: no rule `any/unkown-key`; did you mean `any/unknown-key`?\n"
            "kaflint: error: `.kaflint.yaml:4:1`: unknown key `basline`; did you mean `baseline`?\n",
        )
        for command in ("check", "units", "effective"):
            with self.subTest(command):
                self.assertEqual(
                    self.report(command, code=2)["errors"][1],
                    {
                        "path": ".kaflint.yaml",
                        "line": 4,
                        "column": 1,
                        "message": "unknown key `basline`; did you mean `baseline`?",
                    },
                )

    def test_the_same_for_any_number_of_threads(self):
        for i in range(40):
            self.write(f"{i}/producer.properties", MISSPELT)
            self.write(f"{i}/.kaflint.yaml", f"kafka: 3.6.{i % 3}\nwrong: {i}\n")
        outputs = {self.run_kaflint("check", "-v", "--jobs", str(jobs)) for jobs in (1, 2, 8)}
        self.assertEqual(len(outputs), 1)

    def test_files_of_one_system_are_checked_against_each_other(self):
        self.write("kafka/server.properties", "node.id=1\nprocess.roles=broker\ngroup.max.session.timeout.ms=60000\n")
        consumer = "bootstrap.servers=b:9092\ngroup.id=g\nsession.timeout.ms=90000\nsecurity.protocol=SSL\n"
        for i in range(20):
            self.write(f"apps/{i}/consumer.properties", consumer)
        self.write("other/consumer.properties", consumer)
        rule = "system/session-timeout-out-of-bounds"
        self.assertEqual([f for f in self.report()["findings"] if f["rule"] == rule], [])
        self.write(".kaflint.yaml", "systems:\n  one: [kafka/, apps/]\n")
        found = [f for f in self.report()["findings"] if f["rule"] == rule]
        self.assertEqual({f["path"] for f in found}, {f"apps/{i}/consumer.properties" for i in range(20)})
        self.assertEqual(found[0]["region"]["startLine"], 3)
        self.assertIn("of the brokers (kafka/server.properties:3), so", found[0]["message"])
        self.assertEqual(len({f["fingerprint"] for f in found}), 20)
        outputs = {self.run_kaflint("--jobs", str(jobs))[1] for jobs in (1, 3, 16)}
        self.assertEqual(len(outputs), 1)
        one = "apps/3/consumer.properties"
        for paths in ((one,), ("apps",), (os.path.join(self.folder, one),), (one, "other")):
            with self.subTest(paths):
                part = self.report(*paths)
                self.assertEqual([f["message"] for f in part["findings"] if f["path"].endswith(one) and f["rule"] == rule],
                                 [f["message"] for f in found if f["path"] == one])
                self.assertTrue(all(not u["path"].endswith("server.properties") for u in part["units"]))
        self.write(".kaflint.yaml", f"systems:\n  one: [kafka/, apps/]\nrules:\n  {rule}: off\n")
        self.assertEqual([f for f in self.report()["findings"] if f["rule"] == rule], [])

    def test_profiles(self):
        self.write("a/producer.properties", "bootstrap.servers=b:9092\nenable.idempotence=false\nacks=1\n")
        self.write("b/producer.properties", "bootstrap.servers=b:9092\nenable.idempotence=false\nacks=1\n")
        self.write("a/.kaflint.yaml", "kafka: 3.9\nprofiles: durability\n")
        self.write("b/.kaflint.yaml", "kafka: 3.9\n")
        def found(*options):
            return [(f["path"], f["rule"], f["region"]["startLine"]) for f in self.report(*options)["findings"]]
        durability = [("a/producer.properties", "producer/acks-from-leader-alone", 3),
                      ("a/producer.properties", "producer/idempotence-switched-off", 2)]
        self.assertEqual(sorted(found()), durability)
        both = durability + [("b" + path[1:], rule, line) for path, rule, line in durability]
        self.assertEqual(sorted(found("--profile", "durability")), both)

    def test_missing_file_of_values(self):
        self.write("chart/values.yaml", "kafka: {}\n")
        self.write(".kaflint.yaml", "values:\n  production: [chart/values.yaml, chart/values-prd.yaml]\n")
        self.write("chart/values-prod.yaml", "kafka:\n  producer:\n    linger.ms: 5\n    batch.size: 1\n")
        code, _, error = self.run_kaflint("chart")
        self.assertEqual(code, 2)
        self.assertEqual(error, "kaflint: error: `.kaflint.yaml:2:35`: cannot read `chart/values-prd.yaml`: no such file\n")

    def test_standard_input_has_one_only_by_its_name(self):
        self.write(".kaflint.yaml", f"rules: {{{RULE}: error}}\n")
        named = self.report("--stdin-filename", "producer.properties", "-", stdin=MISSPELT)
        self.assertEqual(named["findings"][0]["level"], "error")
        alone = self.report("--role", "producer", "-", stdin=MISSPELT)
        self.assertEqual(alone["findings"][0]["level"], "warning")


if __name__ == "__main__":
    unittest.main()

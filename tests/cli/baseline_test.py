"""--baseline and --write-baseline: what is known is not reported, what is new is."""

import json
import unittest

from command_line import CommandLine

KNOWN = "acks=1\nlingr.ms=5\n"
HEAD = (
    "# Findings that kaflint knows and does not report. Made by `kaflint check --write-baseline`:\n"
    "# it adds what is found and removes what is gone. Entries may be removed by hand.\n"
    "version: 1\n"
)
NAME = ".kaflint-baseline.yaml"


class Baseline(CommandLine):
    maxDiff = None

    def check(self, *arguments):
        return self.run_kaflint("--kafka-version", "3.9.2", "--color", "never", "--fail-on", "note", *arguments)

    def test_write_then_use(self):
        self.write("b/producer.properties", KNOWN)
        self.write("a/consumer.properties", "fetch.min.byte=1\nfetch.min.byte=2\n")
        self.assertEqual(
            self.check("--write-baseline", "."),
            (
                0,
                "note: the baseline `.kaflint-baseline.yaml` holds 4 findings\n"
                "no problems found in 2 files (2 units)\n",
                "",
            ),
        )
        self.assertEqual(
            self.read(NAME),
            HEAD + "findings:\n"
            '  "a/consumer.properties":\n'
            '    - {rule: any/duplicate-key, key: "fetch.min.byte"}\n'
            '    - {rule: any/misspelt-key, key: "fetch.min.byte"}\n'
            '  "b/producer.properties":\n'
            '    - {rule: any/misspelt-key, key: "lingr.ms"}\n'
            '    - {rule: producer/acks-disable-idempotence, key: "acks"}\n',
        )
        self.assertEqual(self.check("--baseline", NAME, "."), (0, "no problems found in 2 files (2 units)\n", ""))
        self.assertEqual(self.check("--quiet", ".")[0], 1)

    def test_edits_around_do_not_matter_but_new_findings_do(self):
        self.write("producer.properties", KNOWN)
        self.check("--write-baseline", ".")
        self.write("producer.properties", "# new\nretry.backoff.m=7\nlingr.ms=99\n\nacks=0\n")
        [finding] = self.report("--kafka-version", "3.9.2", "--baseline", NAME, ".")["findings"]
        self.assertEqual((finding["rule"], finding["key"]), ("any/misspelt-key", "retry.backoff.m"))

    def test_one_more_of_a_kind_is_new(self):
        self.write("producer.properties", "acks=all\n" * 3)
        self.check("--write-baseline", ".")
        self.assertIn('key: "acks", count: 2}', self.read(NAME))
        self.write("producer.properties", "acks=all\n" * 4)
        [finding] = self.report("--kafka-version", "3.9.2", "--baseline", NAME, ".")["findings"]
        self.assertEqual(finding["region"]["startLine"], 3)

    def test_stale_entries(self):
        self.write("producer.properties", KNOWN)
        self.write("gone/producer.properties", "acks=1\n")
        self.check("--write-baseline", ".")
        self.write("producer.properties", "acks=1\n")
        self.assertEqual(
            self.check("--baseline", NAME, "producer.properties"),
            (
                0,
                "note: 1 entry in the baseline `.kaflint-baseline.yaml` matches nothing any more, so"
                " `--write-baseline` would drop it: producer.properties: any/misspelt-key lingr.ms\n"
                "no problems found in 1 file (1 unit)\n",
                "",
            ),
        )
        self.write("gone/producer.properties", "acks=all\n")
        self.assertIn("note: 2 entries in the baseline", self.check("--baseline", NAME, ".")[1])
        self.check("--write-baseline", "producer.properties")
        self.assertEqual(
            self.read(NAME),
            HEAD + "findings:\n"
            '  "gone/producer.properties":\n'
            '    - {rule: producer/acks-disable-idempotence, key: "acks"}\n'
            '  "producer.properties":\n'
            '    - {rule: producer/acks-disable-idempotence, key: "acks"}\n',
        )
        self.check("--write-baseline", ".")
        self.assertNotIn("gone/", self.read(NAME))

    def test_named_by_the_configuration_and_relative_to_its_own_folder(self):
        self.write("sub/producer.properties", KNOWN)
        self.write(".kaflint.yaml", "baseline: ci/known.yaml\n")
        self.write("ci/known.yaml", "version: 1\n")
        self.assertEqual(self.check("--quiet", "--write-baseline", "sub"), (0, "", ""))
        self.assertIn('"../sub/producer.properties":', self.read("ci/known.yaml"))
        self.assertEqual(self.check("--quiet", "."), (0, "", ""))

    def test_sarif_calls_them_suppressed(self):
        self.write("producer.properties", "acks=1\n")
        self.check("--write-baseline", ".")
        _, out, _ = self.check("--baseline", NAME, "--format", "sarif", ".")
        [result] = json.loads(out)["runs"][0]["results"]
        self.assertEqual(
            result["suppressions"],
            [
                {
                    "kind": "external",
                    "status": "accepted",
                    "justification": "in the baseline .kaflint-baseline.yaml",
                }
            ],
        )

    def test_known_findings_are_not_fixed(self):
        self.write("producer.properties", KNOWN)
        self.check("--write-baseline", ".")
        self.assertEqual(self.check("--baseline", NAME, "--diff", "."), (0, "", ""))

    def test_more_than_a_report_shows(self):
        self.write("producer.properties", "acks=all\n" * 203)
        self.check("--write-baseline", ".")
        self.assertIn("count: 202}", self.read(NAME))
        self.assertEqual(self.check("--quiet", "--baseline", NAME, "."), (0, "", ""))

    def test_broken_baselines(self):
        self.write("producer.properties", KNOWN)
        for text, place, says in (
            ("findings: {}\n", ":1:1", "`version` is missing"),
            ("version: 2\n", ":1:10", "this kaflint knows version 1 of baselines only"),
            ("version: 1\nfindngs: {}\n", ":2:1", "unknown key `findngs`; did you mean `findings`?"),
            ("version: 1\nfindings:\n  a: 1\n", ":3:6", "must be a list of findings"),
            ("version: 1\nfindings:\n  a: [{rule: b, count: 0}]\n", ":3:24", "must be a whole number of at least 1"),
            ("version: 1\nfindings:\n  a: [{key: b}]\n", ":3:7", "`rule` is missing"),
            ("- a\n", ":1:1", "a baseline is a map with `version` and `findings`"),
        ):
            self.write(NAME, text)
            for option in ("--quiet", "--write-baseline"):
                code, _, err = self.check(option, "--baseline", NAME, ".")
                self.assertEqual((code, err), (2, f"kaflint: error: `{NAME}{place}`: {says}\n"))
            self.assertEqual(self.read(NAME), text)
        self.write(NAME, "version: 1\nfindings: [\n")
        code, _, err = self.check("--baseline", NAME, ".")
        self.assertEqual(code, 2)
        self.assertIn(f"kaflint: error: `{NAME}:", err)

    def test_a_missing_baseline(self):
        self.write("producer.properties", KNOWN)
        code, out, err = self.check("--baseline", "no.yaml", ".")
        self.assertEqual(
            (code, err),
            (2, "kaflint: error: `no.yaml`: cannot read the baseline `no.yaml`: no such file or directory\n"),
        )
        self.assertIn("lingr.ms", out)

    def test_not_together_with_fix(self):
        self.assertEqual(
            self.check("--write-baseline", "--fix", "."),
            (
                2,
                "",
                "kaflint: error: `--write-baseline` is about what is found, so fix in a run of its own\n",
            ),
        )


if __name__ == "__main__":
    unittest.main()

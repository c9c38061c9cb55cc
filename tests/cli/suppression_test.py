"""Findings that somebody decided to live with: where they are still seen, and where not."""

import json
import unittest

from command_line import CommandLine

IGNORED = "# kaflint: ignore[producer/acks-disable-idempotence] speed counts\nacks=1\n"


class Suppression(CommandLine):
    maxDiff = None

    def check(self, *arguments):
        return self.run_kaflint("--kafka-version", "3.9.2", "--color", "never", *arguments)

    def test_text_json_and_exit_code(self):
        self.write("producer.properties", IGNORED)
        self.assertEqual(
            self.check("--fail-on", "note", "."), (0, "no problems found in 1 file (1 unit)\n", "")
        )
        report = self.report("--kafka-version", "3.9.2", ".", code=0)
        self.assertEqual(report["findings"], [])
        self.assertEqual(report["summary"]["warning"], 0)

    def test_sarif(self):
        self.write("producer.properties", IGNORED + "lingr.ms=5\n")
        self.write(".kaflint.yaml", "suppressions:\n  - rules: any/misspelt-key\n    reason: not today\n")
        code, out, err = self.check("--format", "sarif", "--fail-on", "note", ".")
        self.assertEqual((code, err), (0, ""))
        results = json.loads(out)["runs"][0]["results"]
        self.assertEqual(
            [(result["ruleId"], result["suppressions"]) for result in results],
            [
                (
                    "any/misspelt-key",
                    [{"kind": "external", "status": "accepted", "justification": "not today"}],
                ),
                (
                    "producer/acks-disable-idempotence",
                    [{"kind": "inSource", "status": "accepted", "justification": "speed counts"}],
                ),
            ],
        )

    def test_unused(self):
        self.write("producer.properties", IGNORED.replace("acks=1", "acks=all"))
        self.assertEqual(
            self.check("."),
            (
                0,
                "producer.properties:1:1: warning[kaflint/unused-suppression]: there is no finding of"
                " `producer/acks-disable-idempotence` here, so this suppresses nothing; remove it\n"
                "  |\n"
                "1 | # kaflint: ignore[producer/acks-disable-idempotence] speed counts\n"
                "  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
                "  = help: remove it\n"
                "\n"
                "1 warning in 1 file (1 unit)\n",
                "",
            ),
        )
        self.assertEqual(self.check("--fix", ".")[0], 0)
        self.assertEqual(self.read("producer.properties"), "acks=all\n")

    def test_reasons_can_be_asked_for(self):
        self.write("producer.properties", IGNORED.replace(" speed counts", ""))
        self.assertEqual(self.check("--quiet", "."), (0, "", ""))
        self.write(".kaflint.yaml", "require-reason: true\n")
        [finding] = self.report("--kafka-version", "3.9.2", ".")["findings"]
        self.assertEqual(finding["rule"], "kaflint/suppression-without-reason")


if __name__ == "__main__":
    unittest.main()

"""kaflint rules and kaflint explain."""

import unittest

from command_line import CommandLine


class Explain(CommandLine):
    def test_rules_and_explain(self):
        code, out, _ = self.run_kaflint("rules")
        self.assertEqual(code, 0)
        ids = [line.split()[0] for line in out.splitlines()]
        self.assertIn("any/invalid-value", ids)
        self.assertEqual(ids, sorted(ids))
        for rule in ids:
            code, out, _ = self.run_kaflint("explain", rule)
            self.assertEqual((code, out.split(":")[0]), (0, rule))

    def test_explain_a_key(self):
        code, out, _ = self.run_kaflint("explain", "compression.type")
        self.assertEqual(code, 0)
        for part in ("producer\n", "topic\n", "broker\n", "string", "zstd"):
            self.assertIn(part, out)

    def test_explain_what_is_unknown(self):
        self.assertEqual(
            self.run_kaflint("explain", "linger.mss"),
            (2, "", "kaflint: error: there is no rule or key `linger.mss`; did you mean `linger.ms`?\n"),
        )
        code, _, err = self.run_kaflint("explain", "any/unknown-keys")
        self.assertEqual(code, 2)
        self.assertTrue(err.startswith("kaflint: error: there is no rule or key `any/unknown-keys`"))


if __name__ == "__main__":
    unittest.main()

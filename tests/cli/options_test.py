"""Help, the version, and mistakes in the options."""

import unittest

from command_line import CommandLine


class Help(CommandLine):
    def test_help_and_version(self):
        for arguments in (("--help",), ("-h",), ("check", "--help"), ("effective", "--help"),
                          ("units", "--help"), ("explain", "--help"), ("rules", "--help"),
                          ("init", "--help"), ("schema", "--help"), ("lsp", "--help")):
            code, out, err = self.run_kaflint(*arguments)
            self.assertEqual((code, err), (0, ""))
            self.assertIn("Usage: kaflint", out)
            self.assertLessEqual(max(map(len, out.splitlines())), 100)
        self.assertRegex(self.run_kaflint("--version")[1], r"^kaflint \d+\.\d+\.\d+\n$")


class Mistakes(CommandLine):
    def refused(self, *arguments):
        code, out, err = self.run_kaflint(*arguments)
        self.assertEqual((code, out), (2, ""))
        self.assertTrue(err.startswith("kaflint: error: "), err)
        return err

    def test_unknown_option(self):
        self.assertIn("`--fromat`; did you mean `--format`?", self.refused("--fromat", "json"))

    def test_unknown_version(self):
        self.assertIn("3.77", self.refused("--kafka-version", "3.77"))

    def test_range_upside_down(self):
        self.assertIn("4.0..2.8", self.refused("--kafka-version", "4.0..2.8"))

    def test_unknown_role(self):
        self.assertIn("did you mean `consumer`?", self.refused("--role", "consumr"))

    def test_unknown_format(self):
        self.assertIn("write text, json, sarif, html or markdown", self.refused("--format", "xml"))


if __name__ == "__main__":
    unittest.main()

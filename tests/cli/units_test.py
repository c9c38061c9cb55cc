"""kaflint units."""

import unittest

from command_line import GOOD, CommandLine


class Units(CommandLine):
    def test_units(self):
        self.write("producer.properties", GOOD)
        report = self.report("units", ".", code=0)
        self.assertEqual(
            [(u["path"], u["role"]) for u in report["units"]], [("producer.properties", "producer")]
        )
        code, out, _ = self.run_kaflint("units")
        self.assertEqual(code, 0)
        self.assertIn("producer", out)


if __name__ == "__main__":
    unittest.main()

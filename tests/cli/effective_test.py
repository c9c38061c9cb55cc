"""kaflint effective."""

import unittest

from command_line import BAD, GOOD, CommandLine


class Effective(CommandLine):
    def test_effective(self):
        self.write("producer.properties", GOOD + "linger.ms=7\n")
        report = self.report(
            "effective", "--kafka-version", "3.6.2", "--role", "producer", "producer.properties", code=0
        )
        unit = report["units"][0]
        self.assertEqual(unit["settings"]["linger.ms"]["value"], "7")
        effective = unit["verdicts"][0]["effective"]
        self.assertEqual(effective["linger.ms"], {"value": "7", "origin": "written"})
        self.assertEqual(effective["batch.size"], {"value": "16384", "origin": "default"})
        code, out, _ = self.run_kaflint("effective", "--kafka-version", "3.6.2", "producer.properties")
        self.assertEqual(code, 0)
        self.assertIn("linger.ms", out)

    def test_effective_of_what_is_refused(self):
        self.write("producer.properties", BAD)
        report = self.report("effective", "producer.properties", code=0)
        self.assertEqual(report["units"][0]["settings"]["acks"]["value"], "2")


if __name__ == "__main__":
    unittest.main()

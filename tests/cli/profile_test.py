"""kaflint check --profile: advice that is given only where it is asked for."""

import unittest

from command_line import CommandLine

RULE = "producer/unacknowledged-sends"
UNACKNOWLEDGED = "bootstrap.servers=kafka:9092\nenable.idempotence=false\nacks=0\n"


class Profile(CommandLine):
    def rules(self, *arguments):
        report = self.report("--kafka-version", "3.9.0", *arguments, "producer.properties")
        return [finding["rule"] for finding in report["findings"]]

    def test_only_where_it_is_chosen(self):
        self.write("producer.properties", UNACKNOWLEDGED)
        self.assertNotIn(RULE, self.rules())
        self.assertNotIn(RULE, self.rules("--profile", "security"))
        for chosen in (["--profile", "durability"], ["--profile", "security,durability"],
                       ["--profile", "security", "--profile=durability"], ["--profile", "strict"]):
            with self.subTest(chosen):
                self.assertIn(RULE, self.rules(*chosen))

    def test_the_finding(self):
        self.write("producer.properties", UNACKNOWLEDGED)
        report = self.report("--kafka-version", "2.8..4.0", "--profile", "durability", "producer.properties")
        (found,) = [f for f in report["findings"] if f["rule"] == RULE]
        self.assertEqual(found["consequence"], "risk")
        self.assertEqual(found["key"], "acks")
        self.assertEqual(found["region"]["startLine"], 3)
        self.assertTrue(found["kafka"].startswith("2.8.0..4.0"), found["kafka"])
        self.assertEqual(found["fixes"][0]["title"], "write `acks=all`")

    def test_unknown_profile(self):
        self.write("producer.properties", UNACKNOWLEDGED)
        code, _, err = self.run_kaflint("--profile", "durable", "producer.properties")
        self.assertEqual(code, 2)
        self.assertIn("--profile: profile `durable` is not known", err)
        code, _, err = self.run_kaflint("--profile", "securty", "producer.properties")
        self.assertIn("did you mean `security`?", err)


if __name__ == "__main__":
    unittest.main()

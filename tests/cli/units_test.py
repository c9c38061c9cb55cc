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

    def test_who_says_the_version(self):
        self.write("producer.properties", GOOD)
        self.write(
            "build.gradle",
            "plugins { id 'java' }\ndependencies { api 'org.apache.kafka:kafka-clients:3.5.1' }\n",
        )
        said = "(project: kafka-clients 3.5.1 in build.gradle:2)"
        self.assertIn(f"  version: Kafka 3.5.1 {said}\n", self.run_kaflint("units")[1])
        self.assertIn(f" on Kafka 3.5.1 {said}\n", self.run_kaflint("effective", ".")[1])
        out = self.run_kaflint("check", "-v")[1]
        self.assertIn(f" on Kafka 3.5.1 {said}\n", out)
        self.assertNotIn("assuming", out)
        report = self.report("check", code=0)
        self.assertEqual(report["units"][0]["versionSource"], "project")
        self.assertEqual([v["kafka"] for v in report["units"][0]["verdicts"]], ["3.5.1"])
        self.assertIn("(option)", self.run_kaflint("units", "--kafka-version", "4.0.0", ".")[1])

    def test_standard_input_has_a_project_only_by_its_name(self):
        self.write("build.gradle", "api 'org.apache.kafka:kafka-clients:3.5.1'\n")
        for named, source in ((["--stdin-filename", "producer.properties"], "project"), ([], "assumed")):
            with self.subTest(source):
                report = self.report("--role", "producer", *named, "-", stdin=GOOD)
                self.assertEqual(report["units"][0]["versionSource"], source)


if __name__ == "__main__":
    unittest.main()

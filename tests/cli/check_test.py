"""kaflint check: findings, exit codes, and the options that say what to check as."""

import unittest

from command_line import BAD, GOOD, CommandLine


class Check(CommandLine):
    def test_nothing_found(self):
        self.write("producer.properties", GOOD)
        code, out, err = self.run_kaflint("--kafka-version", "3.6.2", "producer.properties")
        self.assertEqual((code, err), (0, ""), out)

    def test_a_refusal(self):
        self.write("producer.properties", BAD)
        report = self.report("--kafka-version", "3.6.2", "producer.properties", code=1)
        found = [f for f in report["findings"] if f["key"] == "acks"]
        self.assertEqual(len(found), 1)
        self.assertEqual(found[0]["level"], "error")
        self.assertEqual(found[0]["rule"], "any/invalid-value")
        self.assertEqual(found[0]["region"]["startLine"], 2)
        self.assertEqual(report["units"][0]["versionSource"], "option")

    def test_check_is_the_default(self):
        self.write("producer.properties", BAD)
        self.assertEqual(
            self.run_kaflint("check", "producer.properties"), self.run_kaflint("producer.properties")
        )
        self.assertEqual(self.run_kaflint("--format", "json")[0], 1, "the current folder")

    def test_fail_on(self):
        self.write("producer.properties", GOOD + "lingerms=5\n")
        levels = {
            f["level"] for f in self.report("--kafka-version", "3.6.2", "producer.properties")["findings"]
        }
        self.assertEqual(levels, {"warning"})
        for level, expected in (("error", 0), ("warning", 1), ("note", 1), ("never", 0)):
            with self.subTest(level):
                code, _, _ = self.run_kaflint(
                    "--kafka-version", "3.6.2", "--fail-on", level, "producer.properties"
                )
                self.assertEqual(code, expected)

    def test_role(self):
        self.write("my.conf", BAD)
        report = self.report("--role", "producer", "my.conf", code=1)
        self.assertEqual([u["role"] for u in report["units"]], ["producer"])
        self.assertTrue(report["units"][0]["complete"])

    def test_several_versions(self):
        self.write("producer.properties", BAD)
        report = self.report("--kafka-version", "3.0..3.1", "producer.properties")
        self.assertEqual(
            [v["kafka"] for v in report["units"][0]["verdicts"]],
            ["3.0.0", "3.0.1", "3.0.2", "3.1.0", "3.1.1", "3.1.2"],
        )

    def test_the_assumption_is_said_once(self):
        for name in "ab":
            self.write(f"{name}/producer.properties", BAD)
        _, out, _ = self.run_kaflint(".")
        self.assertEqual(out.count("no Kafka version given"), 1, out)
        _, out, _ = self.run_kaflint("--kafka-version", "latest", ".")
        self.assertNotIn("no Kafka version given", out)

    def test_a_password_is_never_printed(self):
        secret = "hunter2-is-secret"
        self.write(
            "producer.properties",
            BAD + f"ssl.keystore.password={secret}\nssl.key.pasword={secret}\n"
            f"sasl.jaas.config=a.B required password='{secret}';\n",
        )
        for arguments in (("check",), ("check", "--format", "json"), ("check", "--format", "sarif"),
                          ("check", "-v"), ("effective",), ("effective", "--format", "json"),
                          ("units",), ("units", "--format", "json")):
            with self.subTest(arguments):
                _, out, err = self.run_kaflint(*arguments, "producer.properties")
                self.assertNotIn(secret, out + err)


if __name__ == "__main__":
    unittest.main()

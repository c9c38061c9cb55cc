"""kaflint upgrade."""

import unittest

from command_line import GOOD, CommandLine


class Upgrade(CommandLine):
    def test_defaults_that_the_file_relies_on(self):
        self.write("producer.properties", GOOD)
        code, out, err = self.run_kaflint("upgrade", "--from", "3.9", "--to", "4.0", ".")
        self.assertEqual((code, err), (0, ""))
        self.assertEqual(
            [line for line in out.splitlines() if "[" in line or "upgrade from" in line],
            [
                "producer.properties: note[upgrade/default-changed]: `linger.ms` is not written here, and its default goes "
                "from `0` to `5` in Kafka 4.0.0: a record waits up to 5 ms for others of its batch (KIP-1030); write "
                "`linger.ms=0` to keep it as it was",
                "producer.properties: note[upgrade/default-changed]: `metadata.recovery.strategy` is not written here, and "
                "its default goes from `none` to `rebootstrap` in Kafka 4.0.0: a client that reaches none of the brokers it "
                "knows starts again with the addresses in `bootstrap.servers` (KIP-1102); write "
                "`metadata.recovery.strategy=none` to keep it as it was",
                "upgrade from Kafka 3.9.2 to 4.0.2: 2 notes in 1 file (1 unit)",
            ],
        )

    def rules(self, *arguments, code):
        report = self.report("upgrade", *arguments, code=code)
        return [(f["rule"], f["key"], f["level"], f["kafka"]) for f in report["findings"] if f["level"] != "note"]

    def test_a_written_value_that_a_new_default_makes_impossible(self):
        self.write("producer.properties", GOOD + "max.in.flight.requests.per.connection=6\n")
        key = "max.in.flight.requests.per.connection"
        self.assertEqual(
            self.rules("--from", "3.4", "--to", "4.1", ".", code=0),
            [("producer/idempotence-needs-max-in-flight", key, "warning", "4.0.0..4.1.2")],
        )
        self.assertEqual(
            self.rules("--from", "2.8", "--to", "3.9", ".", code=0),
            [("producer/max-in-flight-disables-idempotence", key, "warning", "3.0.1..3.0.2,3.1.1..3.9.2")],
        )

    def test_a_zookeeper_broker_does_not_start_on_4(self):
        self.write("server.properties", "zookeeper.connect=zk:2181\nbroker.id=1\nlog.dirs=/data\n")
        self.assertEqual(
            self.rules("--from", "3.9", "--to", "4.0", ".", code=1),
            [
                ("any/missing-required-key", "process.roles", "error", "4.0.0..4.0.2"),
                ("any/removed-key", "zookeeper.connect", "warning", "4.0.0..4.0.2"),
            ],
        )

    def test_what_is_wrong_on_both_versions_is_left_out(self):
        self.write("producer.properties", GOOD + "acks=2\nlinger.ms=x\n")
        self.assertEqual(self.rules("--from", "3.6", "--to", "3.9", ".", code=0), [])

    def test_the_project_says_what_is_upgraded_from(self):
        self.write("pom.xml", "<project><dependencies><dependency><groupId>org.apache.kafka</groupId>"
                   "<artifactId>kafka-clients</artifactId><version>3.9.0</version></dependency></dependencies></project>")
        self.write("producer.properties", GOOD)
        report = self.report("upgrade", "--to", "4.0", "producer.properties", code=0)
        self.assertEqual(report["upgrade"], {"from": None, "to": "4.0.2"})
        self.assertEqual(report["units"][0]["versionSource"], "project")
        self.assertEqual(report["units"][0]["verdicts"][0]["kafka"], "3.9.0")
        self.assertEqual([f["key"] for f in report["findings"]], ["linger.ms", "metadata.recovery.strategy"])

    def test_without_any_version_nothing_can_be_said(self):
        self.write("producer.properties", GOOD)
        code, out, _ = self.run_kaflint("upgrade", "producer.properties")
        self.assertEqual(code, 0)
        self.assertIn("note: no Kafka version is known for some units, so what the upgrade changes for them is not; "
                      "--from says it\n", out)

    def test_markdown_is_a_table_for_each_file(self):
        self.write("producer.properties", GOOD + "auto.include.jmx.reporter=true\nlinger.ms=0\nmetadata.recovery.strategy=none\n")
        code, out, err = self.run_kaflint("upgrade", "--from", "3.9", "--to", "4.0", "--format", "markdown", ".")
        self.assertEqual((code, err), (0, ""))
        self.assertEqual(
            out,
            "### kaflint: upgrade from Kafka 3.9.2 to 4.0.2\n\n#### `producer.properties`\n\n"
            "| level | line | what | rule |\n|---|---|---|---|\n"
            "| warning | 5 | `auto.include.jmx.reporter` is gone since Kafka 4.0.0, so a producer ignores it; list "
            "`org.apache.kafka.common.metrics.JmxReporter` in `metric.reporters`, or do not | `any/removed-key` |\n\n"
            "1 warning in 1 file (1 unit)\n",
        )

    def test_versions_in_the_wrong_order_or_unknown(self):
        for arguments, message in (
            (("--from", "4.0", "--to", "3.6"), "kaflint: error: --from 4.0.2 is no older than --to 3.6.2\n"),
            (("--to", "9"), "kaflint: error: --to: `9` is not a Kafka version; write a release such as 4.4.0, "
             "a line such as 4.4, or `latest`\n"),
        ):
            self.assertEqual(self.run_kaflint("upgrade", *arguments), (2, "", message))


if __name__ == "__main__":
    unittest.main()

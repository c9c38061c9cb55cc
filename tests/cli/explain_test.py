"""kaflint rules and kaflint explain."""

import json
import os
import pty
import subprocess
import unittest

from command_line import KAFLINT, CommandLine


class ExplainRule(CommandLine):
    def test_rules_and_explain(self):
        code, out, _ = self.run_kaflint("rules")
        self.assertEqual(code, 0)
        ids = [line.split()[0] for line in out.splitlines()]
        self.assertIn("any/invalid-value", ids)
        self.assertEqual(ids, sorted(ids))
        for rule in ids:
            code, out, _ = self.run_kaflint("explain", rule)
            self.assertEqual((code, out.split(":")[0]), (0, rule))

    def test_rules_as_json_say_what_the_text_says(self):
        rules = self.report("rules", code=0)
        self.assertEqual(rules["schema"], "kaflint-rules/1")
        _, text, _ = self.run_kaflint("rules")
        self.assertEqual(
            [[rule["id"], rule["level"], rule["consequences"][0]] for rule in rules["rules"]],
            [line.split()[:3] for line in text.splitlines()],
        )
        rule = next(r for r in rules["rules"] if r["id"] == "producer/idempotence-not-in-force")
        self.assertEqual(
            rule,
            {
                "id": "producer/idempotence-not-in-force",
                "summary": "the documented default idempotence is not in force",
                "level": "warning",
                "consequences": ["silently-changed"],
                "roles": ["producer"],
                "kafka": "3.0.0,3.1.0",
            },
        )

    def test_one_rule_as_json_has_its_page(self):
        rule = self.report("explain", "producer/idempotence-not-in-force", code=0)
        self.assertEqual(rule["schema"], "kaflint-rule/1")
        self.assertEqual(rule["kafka"], "3.0.0,3.1.0")
        _, text, _ = self.run_kaflint("explain", "producer/idempotence-not-in-force")
        self.assertIn(rule["page"], text)
        for reference in rule["references"]:
            self.assertIn(reference, text)


class ExplainKey(CommandLine):
    def explain(self, *arguments):
        code, out, err = self.run_kaflint("explain", *arguments)
        self.assertEqual((code, err), (0, ""))
        return out

    def test_changes_are_lines_of_their_own_and_equal_releases_are_merged(self):
        self.assertEqual(
            self.explain("acks"),
            """\
acks

producer (every version)
  type                     string
  default     since 3.0.0  all
              up to 2.8.2  1
  accepts                  one of all, -1, 0, 1
  importance  since 3.0.0  low
              up to 2.8.2  high
""",
        )

    def test_a_value_that_comes_back_is_one_line(self):
        self.assertEqual(
            self.explain("linger.ms"),
            """\
linger.ms

producer (every version)
  type        up to 2.0.1 and since 2.2.1  long
              2.1.0 to 2.2.0               int
  default     since 4.0.0                  5
              up to 3.9.2                  0
  accepts                                  a whole number of at least 0
  importance                               medium
""",
        )

    def test_a_topic_key_names_its_broker_keys_in_their_order(self):
        self.assertEqual(
            self.explain("retention.ms"),
            """\
retention.ms

topic (every version)
  type                     long
  default                  604800000 (7 days)
  accepts     since 2.2.0  a whole number of at least -1
              up to 2.1.1  a whole number
  importance               medium
  broker key               log.retention.ms, else log.retention.minutes, else log.retention.hours
""",
        )

    def test_a_broker_key_names_its_topic_key_and_what_goes_before_it(self):
        self.assertEqual(
            self.explain("log.retention.hours"),
            """\
log.retention.hours

broker (every version)
  type         int
  default      168
  accepts      a whole number
  importance   high
  update mode  read-only
  topic key    retention.ms, unless log.retention.ms or log.retention.minutes is set
""",
        )

    def test_roles_with_the_same_history_share_a_table(self):
        self.assertEqual(
            self.explain("security.protocol"),
            """\
security.protocol

producer, consumer, admin, streams, connect-distributed (every version)
  type                        string
  default                     PLAINTEXT
  accepts     since 3.5.1     one of PLAINTEXT, SASL_PLAINTEXT, SASL_SSL, SSL, in any case
              3.3.0 to 3.5.0  one of PLAINTEXT, SSL, SASL_PLAINTEXT, SASL_SSL
              up to 3.2.3     any text
  importance                  medium

share-consumer (since 4.1.0)
  type        string
  default     PLAINTEXT
  accepts     one of PLAINTEXT, SASL_PLAINTEXT, SASL_SSL, SSL, in any case
  importance  medium

mirrormaker, mirror-source, mirror-checkpoint, mirror-heartbeat (since 2.4.0)
  type                        string
  default                     PLAINTEXT
  accepts     since 3.5.1     one of PLAINTEXT, SASL_PLAINTEXT, SASL_SSL, SSL, in any case
              3.3.0 to 3.5.0  one of PLAINTEXT, SSL, SASL_PLAINTEXT, SASL_SSL
              2.4.0 to 3.2.3  any text
  importance                  medium
""",
        )

    def test_since_deprecated_and_removed(self):
        first_lines = {
            key: self.explain(key).splitlines()[2]
            for key in (
                "auto.include.jmx.reporter",
                "log.cleaner.enable",
                "host.name",
                "local.retention.ms",
                "emit.checkpoints.enabled",
            )
        }
        self.assertEqual(
            first_lines,
            {
                "auto.include.jmx.reporter": "producer, consumer, admin, streams, connect-distributed,"
                " connect-standalone, mirror-source,",
                "log.cleaner.enable": "broker (deprecated since 4.1.0)",
                "host.name": "broker (deprecated, removed in 3.0.0)",
                "local.retention.ms": "topic (since 3.0.0)",
                "emit.checkpoints.enabled": "mirror-source, mirror-heartbeat (since 2.4.0, removed in 3.4.0)",
            },
        )

    def test_a_version_narrows_the_table(self):
        self.assertEqual(
            self.explain("--kafka-version", "2.8", "acks"),
            """\
acks

producer (every version)
  type        string
  default     1
  accepts     one of all, -1, 0, 1
  importance  high
""",
        )
        self.assertEqual(
            self.explain("--kafka-version", "3.3", "auto.offset.reset").splitlines()[2:4],
            ["consumer (every version)", "  type        string"],
        )
        self.assertIn(
            "share-consumer (since 4.1.0)\n  not in 3.3.0 to 3.3.2\n",
            self.explain("--kafka-version", "3.3.0..3.3.2", "auto.offset.reset"),
        )

    def test_what_only_a_running_broker_takes(self):
        self.assertEqual(
            self.explain("leader.replication.throttled.rate"),
            "leader.replication.throttled.rate\n\nbroker (only dynamic, every version)\n",
        )

    def test_a_prefixed_key_is_the_one_of_the_component_inside(self):
        self.assertEqual(
            self.explain("--kafka-version", "4.4", "producer.linger.ms"),
            """\
producer.linger.ms
  linger.ms behind the prefix producer. in streams, connect-distributed, connect-standalone

producer (every version)
  type        long
  default     5
  accepts     a whole number of at least 0
  importance  medium
""",
        )
        self.assertEqual(
            self.explain("listener.name.external.ssl.client.auth").splitlines()[:4],
            [
                "listener.name.external.ssl.client.auth",
                "  ssl.client.auth behind the prefix listener.name.external. in broker",
                "",
                "broker (every version)",
            ],
        )
        page = self.report("explain", "producer.override.acks", code=0)
        self.assertEqual(
            (page["key"], page["prefix"], page["prefixedIn"], [role["role"] for role in page["roles"]]),
            ("acks", "producer.override.", ["source-connector", "sink-connector"], ["producer"]),
        )

    def test_the_order_of_the_arguments_does_not_matter(self):
        self.assertEqual(
            self.explain("acks", "--kafka-version=2.8"), self.explain("--kafka-version", "2.8", "acks")
        )

    def test_as_json(self):
        self.assertEqual(
            self.report("explain", "log.retention.hours", code=0),
            {
                "schema": "kaflint-key/1",
                "key": "log.retention.hours",
                "roles": [
                    {
                        "role": "broker",
                        "definitions": [
                            {
                                "kafka": "0.11.0.0..4.4.0",
                                "type": "int",
                                "required": False,
                                "default": "168",
                                "accepts": "a whole number",
                                "importance": "high",
                                "deprecated": False,
                                "internal": False,
                                "updateMode": "read-only",
                            }
                        ],
                    }
                ],
            },
        )
        page = self.report("explain", "--kafka-version", "3.6", "acks", code=0)
        self.assertEqual(
            page["roles"],
            [
                {
                    "role": "producer",
                    "definitions": [
                        {
                            "kafka": "3.0.0..4.4.0",
                            "type": "string",
                            "required": False,
                            "default": "all",
                            "accepts": "one of all, -1, 0, 1",
                            "oneOf": ["all", "-1", "0", "1"],
                            "importance": "low",
                            "deprecated": False,
                            "internal": False,
                        }
                    ],
                }
            ],
        )
        topic = self.report("explain", "segment.ms", "--kafka-version", "4.4", code=0)["roles"][0]
        self.assertEqual(topic["definitions"][0]["brokerKeys"], ["log.roll.ms", "log.roll.hours"])
        self.assertEqual(topic["definitions"][0]["minimum"], 1)
        throttle = self.report("explain", "leader.replication.throttled.rate", code=0)
        self.assertEqual((throttle["roles"], throttle["dynamicOnly"]), ([], "0.11.0.0..4.4.0"))

    def test_every_key_has_a_page_that_is_fit_for_a_terminal(self):
        for key in ("bootstrap.servers", "ssl.protocol", "listeners", "connector.class", "clusters"):
            for line in self.explain(key).splitlines():
                self.assertLessEqual(len(line), 100)
                self.assertEqual(line, line.rstrip())

    def test_colours_are_for_terminals(self):
        self.assertNotIn("\x1b", self.explain("acks"))
        coloured = self.explain("acks", "--color", "always")
        self.assertIn("\x1b[1macks\x1b[0m", coloured)
        leader, follower = pty.openpty()
        environment = {**os.environ, "TERM": "xterm"}
        environment.pop("NO_COLOR", None)
        subprocess.run(
            [KAFLINT, "explain", "acks"], stdout=follower, env=environment, timeout=60, check=True
        )
        os.close(follower)
        self.assertIn(b"\x1b[1macks", os.read(leader, 65536))
        os.close(leader)

    def test_what_is_unknown(self):
        self.assertEqual(
            self.run_kaflint("explain", "linger.mss"),
            (2, "", "kaflint: error: there is no rule or key `linger.mss`; did you mean `linger.ms`?\n"),
        )
        code, _, err = self.run_kaflint("explain", "any/unknown-keys")
        self.assertEqual(code, 2)
        self.assertTrue(err.startswith("kaflint: error: there is no rule or key `any/unknown-keys`"))

    def test_a_key_of_mirrormaker_is_suggested(self):
        _, _, err = self.run_kaflint("explain", "emit.checkpoint.enabled")
        self.assertIn("did you mean `emit.checkpoints.enabled`", err)


if __name__ == "__main__":
    unittest.main()

"""Rules of an organisation's own: --policy, `policies:` of .kaflint.yaml, and kaflint policy test."""

import json
import os
import unittest

from command_line import CommandLine

POLICIES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "fixtures", "policies")

POLICY = """---
summary: a producer that does not wait
role: producer
level: error
require: config["acks"] in ["all", "-1"]
message: "we write `acks=all`, not `acks={value}`"
fix: acks=all
---
Orders must survive the loss of a broker.

## Bad
```properties producer.properties
enable.idempotence=false
acks=1
^^^^^^ error: we write `acks=all`, not `acks=1`
```

## Good
```properties producer.properties
acks=all
```
"""
# Of which kaflint itself says nothing.
PRODUCER = "bootstrap.servers=kafka:9092\nenable.idempotence=false\nacks=1\n"
LINGER = """---
summary: a producer that waits
role: producer
require: config["linger.ms"] <= 10
message: "`linger.ms={value}` is for Kafka {kafka} and the {role}"
---
"""


def selecting(lines, role="topic", require='config["retention.ms"] > 1000'):
    return f"---\nsummary: s\nrole: {role}\n{lines}require: {require}\nmessage: found {{value}}\n---\n"


def topic(name, labels="", retention=1000):
    return (
        "apiVersion: kafka.strimzi.io/v1beta2\nkind: KafkaTopic\nmetadata:\n"
        f"  name: {name}\n  labels:\n    strimzi.io/cluster: main\n{labels}"
        f"spec:\n  partitions: 3\n  replicas: 3\n  config:\n    retention.ms: {retention}\n"
    )


class Policies(CommandLine):
    def policy_findings(self, *arguments, code=1):
        report = self.report("--kafka-version", "3.9.0", *arguments, code=code)
        return [f for f in report["findings"] if f["rule"].startswith("policy/")]

    def places(self, *arguments, code=1):
        found = self.policy_findings(*arguments, code=code)
        return [(f["path"], f["region"]["startLine"], f["rule"]) for f in found]

    def errors_of(self, *arguments):
        code, _, err = self.run_kaflint(*arguments)
        self.assertEqual(code, 2, err)
        return err

    def test_a_policy_of_a_file_and_of_a_folder(self):
        self.write("producer.properties", PRODUCER)
        self.write("policies/deeper/acks.md", POLICY)
        self.write("policies/README.md", "# ours\n")
        self.write("policies/.git/x.md", "no policy")
        for path in ("policies/deeper/acks.md", "policies"):
            with self.subTest(path):
                (found,) = self.policy_findings("--policy", path, "producer.properties")
                self.assertEqual(found["rule"], "policy/acks")
                self.assertEqual(found["level"], "error")
                self.assertEqual(found["consequence"], "risk")
                self.assertEqual(found["message"], "we write `acks=all`, not `acks=1`")
                self.assertEqual(
                    found["region"],
                    {"startLine": 3, "startColumn": 1, "endLine": 3, "endColumn": 7, "byteOffset": 54, "byteLength": 6},
                )
                self.assertEqual(found["fixes"][0]["title"], "write `acks=all`")

    def test_several_policies_placeholders_and_levels(self):
        self.write("producer.properties", PRODUCER + "linger.ms=11\n")
        self.write("acks.md", POLICY)
        self.write("linger.md", LINGER)
        found = self.policy_findings("--policy", "acks.md", "--policy", "linger.md", "producer.properties")
        self.assertEqual([(f["rule"], f["level"]) for f in found], [("policy/acks", "error"), ("policy/linger", "warning")])
        self.assertEqual(found[1]["message"], "`linger.ms=11` is for Kafka 3.9.0 and the producer")
        code, out, _ = self.run_kaflint("--policy", "linger.md", "producer.properties", "--kafka-version", "3.9.0")
        self.assertEqual(code, 0)
        self.assertIn("producer.properties:4:1: warning[policy/linger]: `linger.ms=11` is for Kafka 3.9.0", out)

    def test_fix(self):
        self.write("producer.properties", PRODUCER)
        self.write("acks.md", POLICY)
        self.run_kaflint("--policy", "acks.md", "--unsafe-fixes", "producer.properties")
        self.assertEqual(self.read("producer.properties"), PRODUCER.replace("acks=1", "acks=all"))

    def test_policies_of_the_configuration(self):
        self.write("service/producer.properties", PRODUCER)
        self.write("other/producer.properties", PRODUCER)
        self.write("service/.kaflint.yaml", "policies: [../ours/acks.md, rules]\n")
        self.write("service/rules/linger.md", LINGER)
        self.write("ours/acks.md", POLICY)
        self.assertEqual(self.places("."), [("service/producer.properties", 3, "policy/acks")])
        with self.subTest("the same file by the command line too"):
            self.assertEqual(
                self.places("--policy", "ours", "."),
                [("other/producer.properties", 3, "policy/acks"), ("service/producer.properties", 3, "policy/acks")],
            )
        with self.subTest("extended"):
            self.write("other/.kaflint.yaml", "extends: ../service/.kaflint.yaml\n")
            self.assertEqual(self.places("other"), [("other/producer.properties", 3, "policy/acks")])
        with self.subTest("a file that does not exist"):
            self.write("service/.kaflint.yaml", "policies:\n  - rules\n  - nowhere.md\n")
            err = self.errors_of("service")
            self.assertIn("`service/.kaflint.yaml:3:5`: cannot read the policy `service/nowhere.md`: no such file", err)

    def test_paths(self):
        for name in ("a/services/x.properties", "a/tools/x.properties"):
            self.write(name, PRODUCER)
        self.write("p/acks.md", POLICY.replace("level", "paths: /a/services/\nlevel"))
        role = ("--role", "producer")
        self.assertEqual(self.places("--policy", "p", *role, "a"), [("a/services/x.properties", 3, "policy/acks")])
        full = os.path.join(self.folder, "a")
        self.assertEqual([place[0] for place in self.places("--policy", "p", *role, full)], [full + "/services/x.properties"])
        with self.subTest("relative to the configuration that names it"):
            self.write("a/.kaflint.yaml", "policies: ../p\n")
            self.assertEqual(self.places(*role, "a", code=0), [])
            self.write("p/acks.md", POLICY.replace("level", "paths: [/services/, '!x.*']\nlevel"))
            self.assertEqual(self.places(*role, "a", code=0), [])
            self.write("p/acks.md", POLICY.replace("level", "paths: [/services/]\nlevel"))
            self.assertEqual(self.places(*role, "a"), [("a/services/x.properties", 3, "policy/acks")])

    def test_labels(self):
        self.write("labels.md", selecting("labels:\n  environment: production\n  tier: 1\n"))
        production = "    environment: production\n"
        texts = [
            topic("a", production + "    tier: '1'\n"),
            topic("b", production),
            topic("c", "    environment: test\n    tier: 1\n"),
            topic("d", "    tier: 1\n" + production),
            topic("e", "    tier: 1\n    environment: {{ .Values.e }}\n"),
        ]
        self.write("topics.yaml", "---\n".join(texts))
        found = self.policy_findings("--policy", "labels.md", "topics.yaml", code=0)
        self.assertEqual([f["unit"] for f in found], ["KafkaTopic/a spec.config", "KafkaTopic/d spec.config"])
        with self.subTest("items of a list"):
            items = ["- " + text.replace("\n", "\n  ").rstrip(" ") for text in texts[:4]]
            self.write("topics.yaml", "apiVersion: v1\nkind: List\nitems:\n" + "".join(items))
            found = self.policy_findings("--policy", "labels.md", "topics.yaml", code=0)
            self.assertEqual([f["region"]["startLine"] for f in found], [16, 54])

    def test_topic(self):
        self.write("names.md", selecting("topic: audit-*\n"))
        self.write("topics.yaml", "---\n".join(topic(name) for name in ("audit-a", "orders", "my-audit-b", "audit-")))
        found = self.policy_findings("--policy", "names.md", "topics.yaml", code=0)
        self.assertEqual(
            [f["unit"] for f in found], ["KafkaTopic/audit-a spec.config", "KafkaTopic/audit- spec.config"]
        )

    def test_what_is_wrong_with_a_policy(self):
        self.write("producer.properties", PRODUCER)
        cases = {
            ('"acks"', '"ack"'): "`acks.md:5:17`: no release has `ack` for the role producer; did you mean `acks`?",
            ("role:", "roles:"): "`acks.md:3:1`: unknown key `roles`; did you mean `role`?",
            ("role: producer", "role: [producer"): "`acks.md:4:6`: ",
            ("role: producer", "role: [producer]"): "`acks.md:3:7`: `role` is a text",
            ("role: producer", "role: producr"): "`acks.md:3:7`: no role `producr`; did you mean `producer`?",
            ("level: error", "level: eror"): "`acks.md:4:8`: no level `eror`",
            ("level: error", "summary: x"): "`acks.md:4:1`: `summary` is given twice",
            ("summary: a producer", "# a producer"): "`acks.md:3:1`: the front matter has no `summary`",
            (' in ["all", "-1"]', " < 3"): "`acks.md:5:25`: ",
            (' in ["all", "-1"]', '.matches("a[")'): "`acks.md:5:33`: no regular expression: missing ]",
            (' in ["all", "-1"]', " in ["): "`acks.md:5:29`: ",
            ("{value}", "{vale}"): "`acks.md:6:1`: the message shows {vale}, but only key, value, kafka, role and the keys acks",
            ("acks={value}`", "acks={value`"): "`acks.md:6:1`: stray `{`",
            ("fix: acks=all", "fix: ack=all"): "`acks.md:7:1`: no release has `ack` for the role producer",
            ("fix: acks=all", "fix: linger.ms=soon"): "`acks.md:7:1`: `soon` is no value that Kafka can read for `linger.ms`",
            ("fix: acks=all", "fix: acks"): "`acks.md:7:6`: `fix` is KEY=VALUE",
            ("fix: acks=all", "kafka: 9.9"): "`acks.md:7:8`: Kafka `9.9` is not a release that kaflint knows",
            ("fix: acks=all", "paths: [a, 'b[']"): "`acks.md:7:12`: the pattern `b[` has a `[` without its `]`",
            ("fix: acks=all", "labels: [a]"): "`acks.md:7:9`: `labels` is a mapping",
            ("fix: acks=all", "labels: {a: [b]}"): "`acks.md:7:13`: a label's value is a text",
            ("fix: acks=all", "topic: a-*"): "`acks.md:7:8`: `topic` selects topics, so `role` is `topic`",
            ("fix: acks=all", "profiles: strict"): "`acks.md:7:1`: unknown key `profiles`",
            ("`acks=all`, not", "\\e[31m"): "`acks.md:6:1`: `message` has a control character",
            ("Orders must", "Orders \x1b must"): "`acks.md:9:8`: has the control character U+001B",
            ("---\nsummary", "summary"): "`acks.md:1:1`: a rule file begins with front matter",
            ("acks=all\n---", "acks=all\n--"): "`acks.md:1:1`: the front matter has no closing line",
            ("acks=1\n^^^^^^ error", "acks=1\n^^^^^^ eror"): "`acks.md:15:1`: write `^^^ LEVEL: MESSAGE`",
            ("```properties producer.properties\nenable", "```properties\nenable"): "`acks.md:12:4`: an example names",
        }
        for (old, new), expected in cases.items():
            with self.subTest(new):
                self.assertIn(old, POLICY)
                self.write("acks.md", POLICY.replace(old, new, 1))
                for arguments in (["--policy", "acks.md", "producer.properties"], ["policy", "test", "acks.md"]):
                    self.assertIn("kaflint: error: " + expected, self.errors_of(*arguments))

    def test_wrong_policies_leave_the_rest_of_the_run(self):
        self.write("producer.properties", "acks=2\n")
        self.write("acks.md", POLICY.replace("role:", "roles:"))
        report = self.report("--policy", "acks.md", "producer.properties", code=2)
        self.assertEqual([f["rule"] for f in report["findings"]], ["any/invalid-value"])
        place = {"path": report["errors"][0]["path"], "line": report["errors"][0]["line"]}
        self.assertEqual(place, {"path": "acks.md", "line": 2})

    def test_hostile_files(self):
        self.write("producer.properties", PRODUCER)
        self.write("p/acks.md", POLICY)
        self.write("outside.md", POLICY)

        def errors(path="p"):
            return self.errors_of("--policy", path, "producer.properties")

        self.assertIn("`missing.md`: no such file or directory", errors("missing.md"))
        os.mkfifo(os.path.join(self.folder, "pipe.md"))
        self.assertIn("`pipe.md`: is a pipe", errors("pipe.md"))
        self.write("large.md", POLICY + " " * (1 << 20))
        self.assertIn("`large.md`: is larger than 1 MiB", errors("large.md"))
        os.mkdir(os.path.join(self.folder, "empty"))
        self.assertIn("`empty`: no policy (.md) lies in this folder", errors("empty"))
        self.write("p/b/acks.md", POLICY)
        self.assertIn("`p/b/acks.md`: `policy/acks` is the id of p/acks.md already", errors())
        os.remove(os.path.join(self.folder, "p/b/acks.md"))
        os.symlink("..", os.path.join(self.folder, "p/b/up"))
        os.symlink("../acks.md", os.path.join(self.folder, "p/b/acks.md"))
        self.assertEqual(len(self.policy_findings("--policy", "p", "producer.properties")), 1)
        os.symlink("../../outside.md", os.path.join(self.folder, "p/b/outside.md"))
        self.assertIn("`p/b/outside.md`: is a link to no file of this folder", errors())
        os.remove(os.path.join(self.folder, "p/b/outside.md"))
        os.makedirs(os.path.join(self.folder, "p", *["d"] * 17))
        self.assertIn("lies more than 16 folders deep", errors())
        for i in range(2001):
            self.write(f"many/{i}.md", "x")
        self.assertIn("`many`: holds more than 2000 policies", errors("many"))
        self.write("UPPER.md", POLICY)
        self.assertIn("`UPPER.md:1:1`: a policy's file is called NAME.md", errors("UPPER.md"))

    def test_line_ends_of_windows(self):
        self.write("producer.properties", PRODUCER)
        self.write("acks.md", "\ufeff" + POLICY.replace("\n", "\r\n"))
        self.assertEqual(self.places("--policy", "acks.md", "producer.properties"), [("producer.properties", 3, "policy/acks")])
        code, out, err = self.run_kaflint("policy", "test", "acks.md")
        self.assertEqual((code, err), (0, ""), out)

    def test_suppression(self):
        self.write("acks.md", POLICY)
        for name in ("policy/acks", "policy/*"):
            self.write("producer.properties", PRODUCER.replace("acks", f"# kaflint: ignore[{name}] metrics\nacks"))
            self.assertEqual(self.places("--policy", "acks.md", "producer.properties", code=0), [])
        with self.subTest("nothing is said where the policy is not loaded"):
            report = self.report("producer.properties", code=0)
            self.assertEqual([f["rule"] for f in report["findings"] if f["rule"].startswith("kaflint/")], [])
        with self.subTest("one that is of no use, and one that does not exist"):
            self.write(
                "producer.properties",
                "# kaflint: ignore[policy/acks] x\nlinger.ms=1\n# kaflint: ignore[policy/akcs] y\nacks=all\n",
            )
            report = self.report("--policy", "acks.md", "producer.properties", code=0)
            found = [(f["rule"], f["region"]["startLine"], f["message"]) for f in report["findings"]]
            self.assertEqual([f[:2] for f in found], [("kaflint/unused-suppression", 1), ("kaflint/invalid-suppression", 3)])
            self.assertIn("there is no rule `policy/akcs` (did you mean `policy/acks`?)", found[1][2])
        with self.subTest("an annotation"):
            self.write("names.md", selecting("topic: audit-*\n"))
            text = topic("audit-a").replace("metadata:\n", "metadata:\n  annotations: {kaflint.io/ignore: policy/names}\n")
            self.write("topic.yaml", text)
            self.assertEqual(self.places("--policy", "names.md", "topic.yaml", code=0), [])

    def test_levels_and_suppressions_of_the_configuration(self):
        self.write("producer.properties", PRODUCER)
        self.write("acks.md", POLICY)

        def levels(configuration, code):
            self.write(".kaflint.yaml", "policies: acks.md\n" + configuration)
            return [f["level"] for f in self.policy_findings("producer.properties", code=code)]

        self.assertEqual(levels("", 1), ["error"])
        self.assertEqual(levels("rules: {policy/acks: note}\n", 0), ["note"])
        self.assertEqual(levels("rules: {'policy/*': warning}\n", 0), ["warning"])
        self.assertEqual(levels("rules: {policy/acks: off}\n", 0), [])
        self.assertEqual(levels("overrides: [{paths: p*, rules: {policy/acks: off}}]\n", 0), [])
        self.assertEqual(levels("suppressions: [{rules: policy/acks, reason: x}]\n", 0), [])
        self.write(".kaflint.yaml", "policies: acks.md\nrules:\n  policy/akcs: off\n")
        self.assertIn("`.kaflint.yaml:3:3`: no rule `policy/akcs`; did you mean `policy/acks`?", self.errors_of("."))
        with self.subTest("where no policy is loaded, another run may load it"):
            self.write(".kaflint.yaml", "rules:\n  policy/akcs: off\n")
            self.assertEqual(self.places("producer.properties", code=0), [])
            self.assertIn("`.kaflint.yaml:2:3`: no rule `policy/akcs`", self.errors_of("--policy", "acks.md", "."))

    def test_baseline(self):
        self.write("producer.properties", PRODUCER)
        self.write("acks.md", POLICY)
        arguments = ("--policy", "acks.md", "--kafka-version", "3.9.0", "producer.properties")
        self.run_kaflint("--write-baseline", *arguments)
        self.assertIn("policy/acks", self.read(".kaflint-baseline.yaml"))
        self.assertEqual(self.places("--baseline", ".kaflint-baseline.yaml", *arguments[:2], "producer.properties", code=0), [])

    def test_systems(self):
        self.write("producer.properties", PRODUCER)
        self.write("acks.md", POLICY)
        self.write(".kaflint.yaml", "policies: acks.md\nsystems: {all: '*.properties'}\n")
        self.assertEqual(self.places("."), [("producer.properties", 3, "policy/acks")])

    def test_sarif_has_the_rule(self):
        self.write("producer.properties", PRODUCER)
        self.write("acks.md", POLICY)
        self.write("linger.md", LINGER)
        arguments = ("--format", "sarif", "--policy", "acks.md", "--policy", "linger.md", "producer.properties")
        _, out, _ = self.run_kaflint(*arguments)
        run = json.loads(out)["runs"][0]
        rules = run["tool"]["driver"]["rules"]
        (result,) = [r for r in run["results"] if r["ruleId"] == "policy/acks"]
        rule = rules[result["ruleIndex"]]
        self.assertEqual(rule["id"], "policy/acks")
        self.assertEqual(rule["shortDescription"]["text"], "A producer that does not wait.")
        self.assertEqual(rule["fullDescription"]["text"], "Orders must survive the loss of a broker.")
        self.assertEqual(rule["defaultConfiguration"]["level"], "error")
        self.assertEqual([r["id"] for r in rules if r["id"].startswith("policy/")], ["policy/acks", "policy/linger"])

    def test_examples(self):
        self.write("policies/acks.md", POLICY)
        code, out, err = self.run_kaflint("policy", "test", "policies")
        self.assertEqual((code, err), (0, ""), out)
        self.assertEqual(out, "1 policy, 2 examples: each finds exactly what it marks\n")

    def test_examples_that_are_not_true(self):
        def problems(text):
            self.write("policies/acks.md", text)
            code, out, err = self.run_kaflint("policy", "test", "policies")
            self.assertEqual((code, err), (1, ""), out)
            return out

        caret = "^^^^^^ error: we write `acks=all`, not `acks="
        self.assertEqual(
            problems(POLICY.replace("not `acks=1`\n", "not `acks=2`\n")),
            "policies/acks.md:14:1: this is found, but not marked:\n"
            f"  {caret}1`\n"
            "policies/acks.md:14:1: this is marked, but not found:\n"
            f"  {caret}2`\n"
            "1 policy, 2 examples: 2 problems\n",
        )
        self.assertEqual(
            problems(POLICY.replace("\nacks=all\n", "\nacks=0\nenable.idempotence=false\n")),
            "policies/acks.md:19:4: a Good example has no finding of its rule, and this has one\n"
            "policies/acks.md:20:1: this is found, but not marked:\n"
            f"  {caret}0`\n"
            "1 policy, 2 examples: 2 problems\n",
        )
        self.assertIn(
            "policies/acks.md:12:4: a Bad example has a finding of its rule, and this has none\n",
            problems(POLICY.replace("\nacks=1\n^^^", "\nacks=all\n^^^")),
        )
        self.assertEqual(
            problems(POLICY[: POLICY.index("## Good")]),
            "policies/acks.md:18:1: no example below `## Good`\n1 policy, 1 example: 1 problem\n",
        )
        self.assertIn("1 policy, 0 examples: 2 problems\n", problems(LINGER))

    def test_examples_of_one_policy_say_nothing_about_another(self):
        self.write("policies/acks.md", POLICY)
        self.write("policies/more.md", POLICY.replace("we write", "they write"))
        code, out, err = self.run_kaflint("policy", "test", "policies")
        self.assertEqual((code, err), (0, ""), out)
        self.assertEqual(out, "2 policies, 4 examples: each finds exactly what it marks\n")

    def test_explained_and_listed(self):
        self.write("policies/acks.md", POLICY)
        code, out, err = self.run_kaflint("explain", "--policy", "policies", "policy/acks")
        self.assertEqual((code, err), (0, ""))
        self.assertTrue(out.startswith("policy/acks: a producer that does not wait\n\nlevel        error\n"), out)
        self.assertIn("Orders must survive the loss of a broker.\n", out)
        self.assertEqual(self.errors_of("explain", "policy/acks"),
                         "kaflint: error: there is no rule or key `policy/acks`\n")
        self.write(".kaflint.yaml", "policies: policies\n")
        self.assertEqual(self.report("explain", "policy/acks", code=0)["id"], "policy/acks")
        self.assertEqual(self.errors_of("explain", "policy/ack"),
                         "kaflint: error: there is no rule or key `policy/ack`; did you mean `policy/acks`?\n")
        self.assertEqual(self.report("rules", code=0)["rules"][-1]["id"], "policy/acks")
        self.write("policies/other.md", "---\nsummary: s\n---\n")
        self.assertIn("`policies/other.md:2:1`: the front matter has no `message`\n", self.errors_of("rules"))
        self.assertEqual(self.run_kaflint("explain", "acks")[0], 0)

    def test_usage(self):
        for arguments in (["policy"], ["policy", "test"], ["policy", "run", "x"]):
            self.assertIn("kaflint policy test PATH...", self.errors_of(*arguments))
        self.assertIn("unknown option `--formt`", self.errors_of("policy", "test", "--formt", "x"))
        self.assertIn("`--policy` needs a value", self.errors_of("check", "--policy"))
        code, out, _ = self.run_kaflint("policy", "--help")
        self.assertEqual(code, 0)
        self.assertIn("Usage: kaflint policy test PATH...", out)

    def test_the_example_policies(self):
        code, out, err = self.run_kaflint("policy", "test", POLICIES)
        self.assertEqual((code, err), (0, ""), out)

    def test_schemas(self):
        self.assertIn("schema `polici` is not known: write policy or rule; did you mean `policy`?", self.errors_of("schema", "polici"))
        for what, required in (("policy", {"summary", "role", "require", "message"}), ("rule", {"summary", "consequence", "message", "references"})):
            code, out, _ = self.run_kaflint("schema", what)
            self.assertEqual(code, 0)
            self.assertEqual(set(json.loads(out)["required"]), required)


if __name__ == "__main__":
    unittest.main()

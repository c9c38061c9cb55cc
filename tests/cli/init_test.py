"""kaflint init and kaflint schema."""

import json
import os
import re
import unittest

from command_line import GOOD, CommandLine


class Init(CommandLine):
    def test_an_empty_folder(self):
        self.assertEqual(self.run_kaflint("init"), (0, "wrote .kaflint.yaml\n", ""))
        text = self.read(".kaflint.yaml")
        self.assertIn("# No Kafka configuration was found here.\n", text)
        self.assertTrue(all(line == "" or line.startswith("#") for line in text.splitlines()), text)
        self.assertLessEqual(max(map(len, text.splitlines())), 100)
        self.assertEqual(self.run_kaflint(), (0, "no Kafka configuration found in 0 files\n", ""))

    def test_nothing_is_replaced(self):
        self.write(".kaflint.yaml", "kafka: 3.6.2\n")
        self.assertEqual(self.run_kaflint("init"), (2, "", "kaflint: error: `.kaflint.yaml` exists already\n"))
        self.assertEqual(self.read(".kaflint.yaml"), "kafka: 3.6.2\n")
        os.symlink("nowhere", os.path.join(self.folder, "link"))
        os.makedirs(os.path.join(self.folder, "a"))
        os.symlink("nowhere", os.path.join(self.folder, "a", ".kaflint.yaml"))
        self.assertEqual(self.run_kaflint("init", "a")[0], 2)
        self.assertEqual(
            self.run_kaflint("init", "none"), (2, "", "kaflint: error: `none` is no folder\n")
        )

    def test_what_was_found(self):
        self.write("project/build.gradle", "api 'org.apache.kafka:kafka-clients:3.5.1'\n")
        self.write("project/app/producer.properties", GOOD)
        self.write("project/kafka/server.properties", "node.id=1\nprocess.roles=broker\nlisteners=A://:9092\n")
        self.assertEqual(self.run_kaflint("init", "project/"), (0, "wrote project/.kaflint.yaml\n", ""))
        text = self.read("project/.kaflint.yaml")
        for line in (
            "#   producer: app/producer.properties",
            "#   broker: kafka/server.properties",
            "# The project says 3.5.1 (kafka-clients 3.5.1 in project/build.gradle:1), which counts without an",
            "# Where nothing says a version, 4.4.0 is assumed, the newest known.",
            '#   - "/app/"',
            '#   - "/kafka/"',
        ):
            self.assertIn(line + "\n", text)
        # What it proposes is right when it is taken.
        for comment in ("systems:", "  main:", '  - "/app/"', '  - "/kafka/"'):
            text = text.replace("# " + comment + "\n", comment + "\n")
        self.write("project/.kaflint.yaml", text)
        code, _, err = self.run_kaflint("units", "project")
        self.assertEqual((code, err), (0, ""))

    def test_every_example_is_right(self):
        self.run_kaflint("init")
        keys = json.loads(self.run_kaflint("schema")[1])["properties"]
        blocks = self.read(".kaflint.yaml").split("\n\n")[1:]
        self.assertEqual(len(blocks), len(keys))
        for key, block in zip(keys, blocks):
            example = re.sub(r"(?m)^# ", "", block[block.index(f"\n# {key}:") + 1 :])
            with self.subTest(example):
                self.write(".kaflint.yaml", example)
                _, _, err = self.run_kaflint()
                # What it names need not be there.
                self.assertTrue(err == "" or "no such file" in err, err)


class Schema(CommandLine):
    def test_it_describes_every_key(self):
        code, out, err = self.run_kaflint("schema")
        self.assertEqual((code, err), (0, ""))
        schema = json.loads(out)
        self.assertEqual(schema["$schema"], "http://json-schema.org/draft-07/schema#")
        self.assertFalse(schema["additionalProperties"])
        for key, value in schema["properties"].items():
            self.assertTrue(value["description"].endswith("."), key)
        self.assertEqual(
            schema["properties"]["rules"]["properties"]["any/misspelt-key"]["description"],
            "a key is one slip away from a key that Kafka reads",
        )


if __name__ == "__main__":
    unittest.main()

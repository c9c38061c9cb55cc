"""--fix, --unsafe-fixes and --diff: what is written, what is said, and what happens to the files."""

import os
import stat
import subprocess
import unittest

from command_line import KAFLINT, CommandLine

TWICE = "# sent by the shop\nacks=1\nlingr.ms=5\nacks=all\n"
ONCE = "# sent by the shop\nlinger.ms=5\nacks=all\n"
NOBODY = 65534


class Fix(CommandLine):
    maxDiff = None

    def fix(self, *arguments):
        return self.run_kaflint("--kafka-version", "3.9.0", "--color", "never", *arguments)

    def path(self, name):
        return os.path.join(self.folder, name)

    def test_fix_writes_and_reports_what_remains(self):
        self.write("producer.properties", TWICE + "retries=many\n")
        code, out, err = self.fix("--fix", ".")
        self.assertEqual((code, err), (1, ""))
        self.assertEqual(
            out,
            "producer.properties:4:1: error[any/invalid-value]: `many` is no value that `retries` takes,"
            " so Kafka 3.9.0 refuses to start; write a whole number from 0 to 2147483647\n"
            "  |\n"
            "4 | retries=many\n"
            "  | ^^^^^^^^^^^^\n"
            "  = effect: refuses to start\n"
            "\n"
            "fixed 2 of 3 findings\n"
            "1 error in 1 file (1 unit)\n",
        )
        self.assertEqual(self.read("producer.properties"), ONCE + "retries=many\n")
        self.assertEqual(os.listdir(self.folder), ["producer.properties"])

    def test_nothing_remains(self):
        self.write("producer.properties", TWICE)
        self.assertEqual(
            self.fix("--fix", "--fail-on", "note", "."),
            (0, "fixed 2 of 2 findings\nno problems found in 1 file (1 unit)\n", ""),
        )
        self.assertEqual(
            self.fix("--fix", "--fail-on", "note", "."),
            (0, "fixed 0 of 0 findings\nno problems found in 1 file (1 unit)\n", ""),
        )

    def test_json_counts_what_was_fixed(self):
        self.write("producer.properties", TWICE)
        report = self.report("--fix", "producer.properties", code=0)
        self.assertEqual(report["findings"], [])
        self.assertEqual(report["summary"]["fixed"], 2)
        self.assertNotIn("fixed", self.report("producer.properties")["summary"])

    def test_json_fixes_are_edits_of_bytes(self):
        self.write("producer.properties", "# \u00e4\nlingr.ms=5\n")
        [finding] = self.report("producer.properties")["findings"]
        self.assertEqual(
            finding["fixes"],
            [
                {
                    "title": "rename it to `linger.ms`",
                    "applicability": "safe",
                    "edits": [{"byteOffset": 5, "byteLength": 8, "text": "linger.ms"}],
                }
            ],
        )

    def test_diff_changes_nothing(self):
        self.write("b/producer.properties", TWICE)
        self.write("a/consumer.properties", "fetch.min.byte=1\nssl.key.password=hunter2\n")
        code, out, err = self.fix("--diff", ".")
        self.assertEqual((code, err), (1, ""))
        self.assertEqual(
            out,
            "--- a/consumer.properties\n"
            "+++ a/consumer.properties\n"
            "@@ -1,2 +1,2 @@\n"
            "-fetch.min.byte=1\n"
            "+fetch.min.bytes=1\n"
            " ssl.key.password=[hidden]\n"
            "--- b/producer.properties\n"
            "+++ b/producer.properties\n"
            "@@ -1,4 +1,3 @@\n"
            " # sent by the shop\n"
            "-acks=1\n"
            "-lingr.ms=5\n"
            "+linger.ms=5\n"
            " acks=all\n",
        )
        self.assertEqual(self.read("b/producer.properties"), TWICE)

    def test_diff_of_nothing(self):
        self.write("producer.properties", ONCE)
        self.assertEqual(self.fix("--diff", "."), (0, "", ""))

    def test_diff_of_stdin_and_into_a_file(self):
        code, out, err = self.run_kaflint("--diff", "--stdin-filename", "producer.properties", "-", stdin=TWICE)
        self.assertEqual((code, err), (1, ""))
        self.assertIn("+++ producer.properties\n@@ -1,4 +1,3 @@\n", out)
        self.write("producer.properties", TWICE)
        self.assertEqual(self.fix("--diff", "--output", "changes.diff", "producer.properties"), (1, "", ""))
        self.assertEqual(self.read("changes.diff"), out)

    def test_patch_takes_the_diff(self):
        self.write("producer.properties", TWICE)
        _, out, _ = self.fix("--diff", ".")
        subprocess.run(["git", "apply", "-p0"], input=out.encode(), cwd=self.folder, check=True)
        self.assertEqual(self.read("producer.properties"), ONCE)

    def test_mistakes(self):
        self.assertEqual(
            self.fix("--fix", "-"),
            (2, "", "kaflint: error: standard input cannot be fixed in place: `--diff` shows what would change\n"),
        )
        self.assertEqual(
            self.fix("--diff", "--format", "json", "."),
            (2, "", "kaflint: error: `--diff` prints a diff instead of a report: leave out `--format`\n"),
        )

    def test_any_number_of_threads(self):
        for jobs in ("1", "8"):
            for i in range(40):
                self.write(f"{i}/producer.properties", TWICE)
            code, out, err = self.fix("--fix", "--jobs", jobs, ".")
            self.assertEqual(
                (code, out, err),
                (0, "fixed 80 of 80 findings\nno problems found in 40 files (40 units)\n", ""),
            )
            self.assertEqual({self.read(f"{i}/producer.properties") for i in range(40)}, {ONCE})

    def test_mode_and_owner_stay(self):
        self.write("producer.properties", TWICE)
        os.chmod(self.path("producer.properties"), 0o640)
        if os.geteuid() == 0:
            os.chown(self.path("producer.properties"), NOBODY, NOBODY)
        before = os.stat(self.path("producer.properties"))
        self.fix("--fix", ".")
        after = os.stat(self.path("producer.properties"))
        self.assertEqual(self.read("producer.properties"), ONCE)
        self.assertEqual(stat.S_IMODE(after.st_mode), 0o640)
        self.assertEqual((after.st_uid, after.st_gid), (before.st_uid, before.st_gid))

    def test_links_stay_links(self):
        self.write("real/producer.properties", TWICE)
        os.symlink("real/producer.properties", self.path("producer.properties"))
        code, _, err = self.fix("--fix", "--fail-on", "note", "producer.properties", "real")
        self.assertEqual((code, err), (0, ""))
        self.assertTrue(os.path.islink(self.path("producer.properties")))
        self.assertEqual(self.read("real/producer.properties"), ONCE)

    def test_what_may_not_be_written_is_an_error(self):
        self.write("folder/producer.properties", TWICE)
        self.write("file/producer.properties", TWICE)
        for name in ("file", "folder"):
            os.chmod(self.path(name), 0o777)
        os.chmod(self.folder, 0o755)
        os.chmod(self.path("file/producer.properties"), 0o444)
        os.chmod(self.path("folder/producer.properties"), 0o666)
        os.chmod(self.path("folder"), 0o555)
        done = subprocess.run(
            [KAFLINT, "--fix", "--quiet", "."],
            cwd=self.folder,
            capture_output=True,
            user=NOBODY if os.geteuid() == 0 else None,
            check=False,
        )
        self.assertEqual(done.returncode, 2)
        self.assertEqual(
            done.stderr.decode(),
            "kaflint: error: `file/producer.properties`: cannot be fixed: permission denied\n"
            "kaflint: error: `folder/producer.properties`: cannot be fixed: permission denied\n",
        )
        self.assertEqual(done.stdout.decode().count("warning["), 4)
        self.assertEqual(self.read("file/producer.properties"), TWICE)
        os.chmod(self.path("folder"), 0o755)


if __name__ == "__main__":
    unittest.main()

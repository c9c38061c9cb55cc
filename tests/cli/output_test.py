"""Where the report goes: files, terminals, pipes, full disks."""

import json
import os
import pty
import stat
import subprocess
import unittest

from command_line import BAD, GOOD, KAFLINT, CommandLine


class Output(CommandLine):
    def test_output_file(self):
        self.write("producer.properties", BAD)
        code, out, err = self.run_kaflint("--format", "json", "--output", "r.json", ".")
        self.assertEqual((code, out, err), (1, "", ""))
        self.assertEqual(json.loads(self.read("r.json"))["schema"], "kaflint-report/1")
        self.assertEqual(sorted(os.listdir(self.folder)), ["producer.properties", "r.json"])

    def test_output_keeps_mode_and_link(self):
        self.write("producer.properties", BAD)
        self.write("real.json", "old")
        os.chmod(os.path.join(self.folder, "real.json"), 0o640)
        os.symlink("real.json", os.path.join(self.folder, "link.json"))
        self.run_kaflint("--format", "json", "--output", "link.json", "producer.properties")
        self.assertTrue(os.path.islink(os.path.join(self.folder, "link.json")))
        self.assertTrue(self.read("real.json").startswith("{"))
        mode = stat.S_IMODE(os.stat(os.path.join(self.folder, "real.json")).st_mode)
        self.assertEqual(mode, 0o640)

    def test_output_into_a_missing_folder(self):
        self.write("producer.properties", BAD)
        code, out, err = self.run_kaflint("--output", "no/r.txt", "producer.properties")
        self.assertEqual(
            (code, err), (2, "kaflint: error: cannot write to `no/r.txt`: no such file or directory\n")
        )
        self.assertIn("acks", out)

    def test_output_never_replaces_an_input(self):
        self.write("producer.properties", BAD)
        code, _, err = self.run_kaflint("--output", "producer.properties", ".")
        self.assertEqual(code, 2)
        self.assertIn("it is one of the files to check", err)
        self.assertEqual(self.read("producer.properties"), BAD)

    def test_quiet(self):
        self.write("producer.properties", GOOD)
        code, out, err = self.run_kaflint("--quiet", "--kafka-version", "3.6.2", ".")
        self.assertEqual((code, out, err), (0, "", ""))

    def test_colour(self):
        self.write("producer.properties", BAD)

        def coloured(*arguments, **environment):
            return "\x1b[" in self.run_kaflint(*arguments, ".", environment=environment)[1]

        self.assertFalse(coloured())
        self.assertFalse(coloured("--color", "auto"))
        self.assertTrue(coloured("--color", "always", NO_COLOR="1"))
        self.assertFalse(coloured("--color", "never"))

    def on_a_terminal(self, **environment):
        leader, follower = pty.openpty()
        with subprocess.Popen(
            [KAFLINT, "."],
            cwd=self.folder,
            stdout=follower,
            stderr=follower,
            stdin=subprocess.DEVNULL,
            env={**os.environ, "TERM": "xterm", **environment},
        ) as process:
            os.close(follower)
            out = b""
            try:
                while chunk := os.read(leader, 4096):
                    out += chunk
            except OSError:
                pass
            process.wait(timeout=30)
        os.close(leader)
        return out

    def test_terminal(self):
        self.write("producer.properties", BAD)
        self.assertIn(b"\x1b[", self.on_a_terminal(NO_COLOR=""))
        self.assertNotIn(b"\x1b[", self.on_a_terminal(NO_COLOR="1"))
        self.assertNotIn(b"\x1b[", self.on_a_terminal(TERM="dumb"))

    def test_a_reader_that_goes_away(self):
        for i in range(300):
            self.write(f"{i}/producer.properties", BAD)
        with subprocess.Popen(
            [KAFLINT, "--format", "json"],
            cwd=self.folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as process:
            process.stdout.read(1)
            process.stdout.close()
            err = process.stderr.read()
            self.assertEqual((process.wait(timeout=30), err), (1, b""))

    def test_a_full_disk(self):
        if not os.path.exists("/dev/full"):
            self.skipTest("there is no /dev/full")
        self.write("producer.properties", BAD)
        with open("/dev/full", "wb") as full:
            done = subprocess.run(
                [KAFLINT, "."], cwd=self.folder, stdout=full, stderr=subprocess.PIPE, check=False
            )
        self.assertEqual(done.returncode, 2)
        self.assertEqual(
            done.stderr.decode(),
            "kaflint: error: cannot write to `standard output`: no space left on device\n",
        )


if __name__ == "__main__":
    unittest.main()

"""End to end: the kaflint binary's exit codes, options, and what it says about bad input.

Run as `KAFLINT=path/to/kaflint python3 tests/cli/command_line_test.py`.
"""

import json
import os
import pty
import shutil
import stat
import subprocess
import tempfile
import unittest

KAFLINT = os.path.abspath(os.environ.get("KAFLINT", "build/dev/kaflint"))

# Refused by every version since 0.11: acks is not one of all, -1, 0, 1.
BAD = "bootstrap.servers=localhost:9092\nacks=2\n"
GOOD = (
    "bootstrap.servers=localhost:9092\n"
    "key.serializer=org.apache.kafka.common.serialization.StringSerializer\n"
    "value.serializer=org.apache.kafka.common.serialization.StringSerializer\n"
    "acks=all\n"
)


class CommandLine(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="kaflint-cli-")
        self.addCleanup(shutil.rmtree, self.folder)

    def write(self, name, content):
        path = os.path.join(self.folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(content if isinstance(content, bytes) else content.encode())
        return name

    def read(self, name):
        with open(os.path.join(self.folder, name), encoding="utf-8") as file:
            return file.read()

    def run_kaflint(self, *arguments, stdin="", environment=None):
        done = subprocess.run(
            [KAFLINT, *arguments],
            cwd=self.folder,
            input=stdin.encode() if isinstance(stdin, str) else stdin,
            capture_output=True,
            env={**os.environ, **(environment or {})},
            timeout=60,
            check=False,
        )
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def report(self, *arguments, code=None, **more):
        got, out, err = self.run_kaflint(*arguments, "--format", "json", **more)
        if code is not None:
            self.assertEqual(got, code, err)
        return json.loads(out)


class Findings(CommandLine):
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


class Commands(CommandLine):
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

    def test_units(self):
        self.write("producer.properties", GOOD)
        report = self.report("units", ".", code=0)
        self.assertEqual(
            [(u["path"], u["role"]) for u in report["units"]], [("producer.properties", "producer")]
        )
        code, out, _ = self.run_kaflint("units")
        self.assertEqual(code, 0)
        self.assertIn("producer", out)

    def test_rules_and_explain(self):
        code, out, _ = self.run_kaflint("rules")
        self.assertEqual(code, 0)
        ids = [line.split()[0] for line in out.splitlines()]
        self.assertIn("any/invalid-value", ids)
        self.assertEqual(ids, sorted(ids))
        for rule in ids:
            code, out, _ = self.run_kaflint("explain", rule)
            self.assertEqual((code, out.split(":")[0]), (0, rule))

    def test_explain_a_key(self):
        code, out, _ = self.run_kaflint("explain", "compression.type")
        self.assertEqual(code, 0)
        for part in ("producer\n", "topic\n", "broker\n", "string", "zstd"):
            self.assertIn(part, out)

    def test_explain_what_is_unknown(self):
        self.assertEqual(
            self.run_kaflint("explain", "linger.mss"),
            (2, "", "kaflint: error: there is no rule or key `linger.mss`; did you mean `linger.ms`?\n"),
        )
        code, _, err = self.run_kaflint("explain", "any/unknown-keys")
        self.assertEqual(code, 2)
        self.assertTrue(err.startswith("kaflint: error: there is no rule or key `any/unknown-keys`"))

    def test_help_and_version(self):
        for arguments in (("--help",), ("-h",), ("check", "--help"), ("effective", "--help"),
                          ("units", "--help"), ("explain", "--help"), ("rules", "--help"),
                          ("lsp", "--help")):
            code, out, err = self.run_kaflint(*arguments)
            self.assertEqual((code, err), (0, ""))
            self.assertIn("Usage: kaflint", out)
            self.assertLessEqual(max(map(len, out.splitlines())), 100)
        self.assertRegex(self.run_kaflint("--version")[1], r"^kaflint \d+\.\d+\.\d+\n$")


class Mistakes(CommandLine):
    def refused(self, *arguments):
        code, out, err = self.run_kaflint(*arguments)
        self.assertEqual((code, out), (2, ""))
        self.assertTrue(err.startswith("kaflint: error: "), err)
        return err

    def test_unknown_option(self):
        self.assertIn("`--fromat`; did you mean `--format`?", self.refused("--fromat", "json"))

    def test_unknown_version(self):
        self.assertIn("3.77", self.refused("--kafka-version", "3.77"))

    def test_range_upside_down(self):
        self.assertIn("4.0..2.8", self.refused("--kafka-version", "4.0..2.8"))

    def test_unknown_role(self):
        self.assertIn("did you mean `consumer`?", self.refused("--role", "consumr"))

    def test_unknown_format(self):
        self.assertIn("write text, json or sarif", self.refused("--format", "xml"))


class Input(CommandLine):
    def test_empty_file(self):
        self.write("producer.properties", "")
        self.assertEqual(self.run_kaflint("producer.properties")[0], 0)
        report = self.report("--role", "topic", "producer.properties", code=0)
        self.assertEqual([u["role"] for u in report["units"]], ["topic"])

    def test_binary_file(self):
        self.write("producer.properties", bytes(range(256)) * 64)
        code, _, _ = self.run_kaflint("producer.properties")
        self.assertIn(code, (0, 1))

    def test_invalid_utf8(self):
        self.write("producer.properties", BAD.encode() + b"client.id=\xff\xfe\xc3\n")
        code, out, _ = self.run_kaflint("producer.properties")
        self.assertEqual(code, 1)
        self.assertIn("acks", out)
        self.report("producer.properties", code=1)

    def test_unterminated_quote(self):
        self.write("application.yml", 'spring:\n  kafka:\n    bootstrap-servers: "localhost:9092\n')
        report = self.report("application.yml", code=1)
        self.assertEqual([f["rule"] for f in report["findings"]], ["syntax/yaml-error"])

    def test_missing_path_stops_nothing(self):
        self.write("producer.properties", BAD)
        code, out, err = self.run_kaflint("nowhere", "producer.properties")
        self.assertEqual((code, err), (2, "kaflint: error: `nowhere`: no such file or directory\n"))
        self.assertIn("acks", out)
        report = self.report("nowhere", "producer.properties", code=2)
        self.assertEqual(
            report["errors"], [{"path": "nowhere", "message": "no such file or directory"}]
        )

    def test_unreadable_file(self):
        path = self.write("producer.properties", BAD)
        os.chmod(os.path.join(self.folder, path), 0)
        if os.access(os.path.join(self.folder, path), os.R_OK):
            self.skipTest("this user can read everything")
        code, _, err = self.run_kaflint(path)
        self.assertEqual(
            (code, err), (2, "kaflint: error: `producer.properties`: permission denied\n")
        )

    def test_device_and_pipe(self):
        code, _, err = self.run_kaflint("/dev/null")
        self.assertEqual((code, err), (2, "kaflint: error: `/dev/null`: is a device, not a file\n"))
        os.mkfifo(os.path.join(self.folder, "producer.properties"))
        self.assertEqual(self.run_kaflint(".")[0], 0, "a pipe in a folder is left alone")
        self.assertEqual(self.run_kaflint("producer.properties")[0], 2)

    def test_stdin(self):
        report = self.report("-", "--stdin-filename", "a/producer.properties", stdin=BAD, code=1)
        self.assertEqual({f["path"] for f in report["findings"]}, {"a/producer.properties"})
        report = self.report("--role", "producer", "-", stdin=BAD, code=1)
        self.assertEqual([u["role"] for u in report["units"]], ["producer"])

    def test_exclude_and_ignore(self):
        for name in ("a/producer.properties", "b/producer.properties", "c/producer.properties"):
            self.write(name, BAD)
        self.write(".gitignore", "/b\n")

        def paths(*arguments):
            return sorted({u["path"] for u in self.report("units", *arguments)["units"]})

        self.assertEqual(paths(), ["a/producer.properties", "c/producer.properties"])
        self.assertEqual(paths("--exclude", "/c"), ["a/producer.properties"])
        self.assertEqual(paths("--exclude", "c", "--exclude=a/**"), [])
        self.assertEqual(len(paths("--no-ignore")), 3)
        self.assertEqual(paths("b/producer.properties"), ["b/producer.properties"])

    def test_order_is_the_same_for_any_number_of_threads(self):
        for i in range(200):
            self.write(f"{i % 7}/{i}/producer.properties", BAD + f"x{i}=1\n" * (i % 5))
        for form in ("text", "json", "sarif"):
            one = self.run_kaflint("--jobs", "1", "--format", form)
            self.assertEqual(one[0], 1)
            self.assertEqual(one, self.run_kaflint("--jobs", "4", "--format", form))
        paths = [u["path"] for u in self.report("units")["units"]]
        self.assertEqual(len(paths), 200)
        self.assertEqual(paths, sorted(paths))


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


class LanguageServer(CommandLine):
    @staticmethod
    def frame(message):
        body = json.dumps(message).encode()
        return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)

    @staticmethod
    def messages(data):
        out = []
        while data:
            head, _, data = data.partition(b"\r\n\r\n")
            size = int(head.split(b":")[1])
            out.append(json.loads(data[:size]))
            data = data[size:]
        return out

    def talk(self, *parts):
        done = subprocess.run(
            [KAFLINT, "lsp"], input=b"".join(parts), capture_output=True, timeout=60, check=False
        )
        return done.returncode, self.messages(done.stdout)

    def test_a_session(self):
        code, messages = self.talk(
            self.frame({"id": 1, "method": "initialize",
                        "params": {"initializationOptions": {"kafkaVersion": "3.6.2"}}}),
            b"Content-Length: nonsense\r\n\r\n",
            self.frame({"method": "textDocument/didOpen", "params": {"textDocument": {
                "uri": "file:///x/producer.properties", "version": 1, "text": BAD}}}),
            self.frame({"id": 2, "method": "shutdown"}),
            self.frame({"method": "exit"}),
        )
        self.assertEqual(code, 0)
        self.assertEqual([m.get("id") for m in messages if "method" not in m], [1, None, 2])

    def test_the_end_of_input_ends_it(self):
        self.assertEqual(self.talk(b""), (1, []))
        self.assertEqual(self.talk(b"\0\xff garbage")[0], 1)


if __name__ == "__main__":
    unittest.main()

"""What is read: bad files, missing and unreadable ones, stdin, ignored files, many files."""

import os
import unittest

from command_line import BAD, CommandLine


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


if __name__ == "__main__":
    unittest.main()

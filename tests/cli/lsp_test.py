"""kaflint lsp: framing, and how a session ends."""

import json
import os
import subprocess
import unittest

from command_line import BAD, KAFLINT, CommandLine


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

    @staticmethod
    def receive(stream):
        size = int(stream.readline().split(b":")[1])
        stream.readline()
        return json.loads(stream.read(size))

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

    def test_the_configuration_counts_and_its_mistakes_are_told_once(self):
        self.write(".kaflint.yaml", "kafka: 3.6.2\nrules: {any/invalid-value: note}\nroels: 1\n")
        document = {"uri": f"file://{self.folder}/producer.properties", "version": 1, "text": BAD}
        opened = {"method": "textDocument/didOpen", "params": {"textDocument": document}}
        changed = {"method": "textDocument/didChange", "params": {
            "textDocument": {**document, "version": 2}, "contentChanges": [{"text": BAD + "\n"}]}}
        messages = []
        with subprocess.Popen([KAFLINT, "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as server:
            for sent, answers in (({"id": 1, "method": "initialize", "params": {}}, 1), (opened, 2), (changed, 1),
                                  ({"id": 2, "method": "shutdown"}, 1)):
                server.stdin.write(self.frame(sent))
                server.stdin.flush()
                messages += [self.receive(server.stdout) for _ in range(answers)]
            server.stdin.write(self.frame({"method": "exit"}))
            server.stdin.close()
            self.assertEqual(server.wait(60), 0)
        published = [m["params"] for m in messages if m.get("method") == "textDocument/publishDiagnostics"]
        found = [d for d in published[-1]["diagnostics"] if d["code"] == "any/invalid-value"]
        self.assertEqual([d["severity"] for d in found], [3])
        shown = [m["params"]["message"] for m in messages if m.get("method") == "window/showMessage"]
        folder = os.path.realpath(self.folder)
        self.assertEqual(shown, [f"{folder}/.kaflint.yaml:3:1: unknown key `roels`; did you mean `roles`?"])

    def test_the_end_of_input_ends_it(self):
        self.assertEqual(self.talk(b""), (1, []))
        self.assertEqual(self.talk(b"\0\xff garbage")[0], 1)


if __name__ == "__main__":
    unittest.main()

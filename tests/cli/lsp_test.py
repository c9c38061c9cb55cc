"""kaflint lsp: framing, and how a session ends."""

import json
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

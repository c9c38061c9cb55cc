"""kaflint check --format html: what a hostile file can do to the page. tests/html tries the page in a browser."""

import unittest

from command_line import CommandLine

HOSTILE = (
    "bootstrap.servers=localhost:9092\n"
    "acks=\"/><script src=x \n"
    "ssl.key.password=Tr0ub4dor\n"
    "ssl.keystore.password=Tr0ub4dor\n"
)


class Html(CommandLine):
    def page(self, name, content):
        self.write(name, content)
        code, out, err = self.run_kaflint("--kafka-version", "3.9", "--role", "producer", "--format", "html", name)
        self.assertEqual((code, err), (1, ""))
        return out

    def test_text_of_the_file_is_never_markup(self):
        page = self.page("<b>&.properties", HOSTILE)
        self.assertIn("<h2>&lt;b>&amp;.properties</h2>", page)
        self.assertIn("<code>&quot;/>&lt;script src=x </code> is no value that <code>acks</code> takes", page)
        self.assertEqual(page.count("<script"), 1)

    def test_secrets_are_not_shown(self):
        page = self.page("producer.properties", HOSTILE)
        self.assertIn("[hidden]", page)
        self.assertNotIn("Tr0ub4dor", page)

    def test_the_browser_is_told_to_ask_for_nothing(self):
        page = self.page("producer.properties", HOSTILE)
        self.assertIn("default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'", page)
        for sign in ("http:", "https:", "//cdn", "src=", "@import", "url("):
            self.assertNotIn(sign, page.replace("src=x", ""))


if __name__ == "__main__":
    unittest.main()

"""Charts that Helm rendered against what kaflint says of their templates, setting by setting.

What Helm said is recorded in recorded.json.gz; `run` draws other charts and asks Helm anew. A value
that kaflint calls unknown agrees with every other one, but is counted.
"""

import collections
import gzip
import json
import unittest
from pathlib import Path

import compare

RECORDED = Path(__file__).with_name("recorded.json.gz")


class Charts(unittest.TestCase):
    def test_settings_are_those_that_helm_renders(self):
        counts = collections.Counter()
        with gzip.open(RECORDED, "rt", encoding="utf-8") as file:
            recorded = json.load(file)
        for case in recorded:
            with self.subTest(seed=case["seed"]):
                self.assertEqual(compare.compare(case, case["documents"], counts), [])
        print(f"{len(recorded)} charts:", ", ".join(f"{count} {what}" for what, count in sorted(counts.items())))
        self.assertGreater(counts["same"], 2 * counts["unknown"], "most settings should be decided")


if __name__ == "__main__":
    unittest.main()

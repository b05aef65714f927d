#!/usr/bin/env python3
"""That the rules of threatmodel.py can fail."""

import unittest

from threatmodel import missing_tests, unfounded_claims

PAGE = """# T
## Who has the file
- Cannot read it.
  Shown by `tst_a::cannotRead`.
- Cannot guess it.
## Not tried
- Magic.
"""


class ThreatModel(unittest.TestCase):
    def test_claim_without_a_test_is_found(self):
        self.assertEqual(unfounded_claims(PAGE), ["Who has the file: no test named in “- Cannot guess it.”"])

    def test_test_that_is_gone_is_found(self):
        self.assertEqual(missing_tests(PAGE, {"tst_a": "    void cannotWrite();"}), ["tst_a::cannotRead does not exist"])
        self.assertEqual(missing_tests(PAGE, {}), ["tst_a::cannotRead does not exist"])

    def test_test_that_is_there_is_fine(self):
        self.assertEqual(missing_tests(PAGE, {"tst_a": "    void cannotRead();"}), [])


if __name__ == "__main__":
    unittest.main()

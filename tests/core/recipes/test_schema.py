"""The JSON Schema accepts every recipe and refuses every broken one it can see through.

The same table of broken recipes is read by tst_recipeparser: parser and schema are two statements of one rule.
"""

import copy
import json
import sys
import unittest
from pathlib import Path

from jsonschema import Draft202012Validator, FormatChecker

RECIPES = Path(sys.argv.pop(1))
BROKEN = json.loads((Path(__file__).parent / "brokenrecipes.json").read_text(encoding="utf-8"))
SCHEMA = json.loads((RECIPES / "recipe.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=FormatChecker())


def read(name):
    return json.loads((RECIPES / f"{name}.json").read_text(encoding="utf-8"))


def broken(row):
    recipe = copy.deepcopy(read(row["recipe"]))
    parent = recipe
    for step in row["at"][:-1]:
        parent = parent[step]
    last = row["at"][-1]
    if row.get("remove"):
        del parent[last]
    elif isinstance(parent, list) and last == len(parent):
        parent.append(row["set"])
    else:
        parent[last] = row["set"]
    return recipe


class SchemaTest(unittest.TestCase):
    def test_is_a_schema(self):
        Draft202012Validator.check_schema(SCHEMA)

    def test_accepts_every_recipe(self):
        names = [path.stem for path in RECIPES.glob("*.json") if path.name != "recipe.schema.json"]
        self.assertGreaterEqual(len(names), 4)
        for name in names:
            with self.subTest(name):
                self.assertEqual([error.message for error in VALIDATOR.iter_errors(read(name))], [])

    def test_refuses_what_the_parser_refuses(self):
        self.assertGreaterEqual(len(BROKEN), 60)
        for row in BROKEN:
            with self.subTest(row["name"]):
                self.assertEqual(VALIDATOR.is_valid(broken(row)), row.get("beyondSchema", False))


if __name__ == "__main__":
    unittest.main()

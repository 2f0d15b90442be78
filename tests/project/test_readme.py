"""What README says of the rules is what the packs say."""

from workbench.rules import rule_table
from workbench.rules.catalog import RULES

from .tree import ROOT


def test_the_table_of_rules_is_made_from_the_packs() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert rule_table.markdown() in readme, "Put what workbench.rules.rule_table.markdown() says into README."
    assert all(f"| {rule} |" in readme for rule in RULES)

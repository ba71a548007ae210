"""Rule packs and the rule language: loads, compiles and evaluates them on a report."""

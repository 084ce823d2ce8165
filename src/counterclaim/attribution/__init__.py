"""Who says what: attributions by rule, the names of a report, and the speakers behind its words."""

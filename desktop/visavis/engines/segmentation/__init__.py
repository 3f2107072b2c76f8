"""Where French sentences end, by our own rules and a list of abbreviations."""

"""Where French sentences end, by our own rules over pysbd's abbreviations."""

"""Checks of what the words mean: unknown words, antonyms, gender, fractions and measures, parts left out or added."""

"""How names are spelt: slips of a letter, two spellings of one name, and English that stays as it is."""

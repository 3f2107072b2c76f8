"""What a paragraph is, told by where it stands: `furniture` around an article, an `interview`, foreign passages."""

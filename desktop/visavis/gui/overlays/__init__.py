"""What is laid over the article: the editor, other translations, and the card of a flag."""

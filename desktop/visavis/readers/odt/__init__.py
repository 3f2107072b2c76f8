"""OpenDocument texts: `walk` goes through the paragraphs, `styles` says what they are."""

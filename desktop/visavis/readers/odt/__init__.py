"""OpenDocument texts and slides: `walk` goes through the paragraphs, `styles` says what they are."""

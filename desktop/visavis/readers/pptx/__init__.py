"""PowerPoint files: `package` finds the parts, `styles` what has a bullet; `texts` reads a text, `slides` all of it."""

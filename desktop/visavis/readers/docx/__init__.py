"""Word files: `reader` yields their blocks, `paragraphs` finds them with their addresses, `styles` what they are."""

"""The look: spacing, type, colours, icons and the style sheet made of them. desktop/DESIGN.md says why and how much."""

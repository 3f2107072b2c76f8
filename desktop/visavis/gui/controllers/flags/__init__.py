"""Flags: listed, gone through, and shown on a card with what can be done about them."""

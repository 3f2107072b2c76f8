"""Mails: `eml` reads the message and what is attached to it, `body_text` its lines."""

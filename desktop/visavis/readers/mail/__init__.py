"""Mails: `eml` reads the message and its attachments, `body_text` the lines of its text."""

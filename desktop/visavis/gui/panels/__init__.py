"""The panels around the reading view: summary, flags, quotations, facts, find bar, messages, status, welcome page."""

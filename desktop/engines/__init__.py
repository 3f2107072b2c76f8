"""Engines: translation, summaries, sentence ends, each behind a port of the core."""

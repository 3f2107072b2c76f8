"""The document and what happens to it: plain Python, no Qt, no engine."""

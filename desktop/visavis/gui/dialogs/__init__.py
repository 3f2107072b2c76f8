"""Dialogs: files, language packages, glossary, statistics, tables, and what is told when the program failed."""

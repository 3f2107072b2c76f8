"""Dialogs: files, language packages, glossary, statistics, tables, and the crash report."""

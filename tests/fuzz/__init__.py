"""Inputs made by mutation, led by what code they reach (atheris), and what must hold of each: see __main__.py."""

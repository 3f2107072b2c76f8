"""Coverage-guided fuzzing (atheris) of everything that takes foreign input: see __main__.py."""

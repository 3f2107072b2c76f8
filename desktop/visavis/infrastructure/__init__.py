"""What any program needs and this one has no opinion on: settings, log, the network guard, worker processes.

Plain Python, no Qt, no engine, and nothing of articles. Every room may import it; it imports `model` for messages and
errors alone.
"""

"""What any program needs: settings, log, network guard, worker processes.

Plain Python without Qt, engines or articles. Every package may import it; it imports only `model`, for messages and
errors.
"""

"""Repair: what the checks found in a machine's translation is put right before anybody sees it, where that is safe."""

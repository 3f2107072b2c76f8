"""Language packages: found, verified, described."""

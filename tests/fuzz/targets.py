"""All fuzz targets by name."""

from __future__ import annotations

from fuzz import checks, damage, documents, segmenter, settings, store

TARGETS = {
    **documents.targets(),
    **segmenter.targets(),
    **checks.targets(),
    **settings.targets(),
    **store.targets(),
    **damage.targets(),
}

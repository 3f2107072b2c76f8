"""All that can be done with language packages, for the command line and the window alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from visavis import paths
from visavis.model.errors import InstallError, VisavisError, why
from visavis.packages.download import Progress, download, links_of
from visavis.packages.find import INSTALLED, InstalledPackage, default_places, installed
from visavis.packages.http import Permit, host_of
from visavis.packages.install import HASH, Trial, clean, install, remove, sha256_of
from visavis.packages.official import INDEX, OFFICIAL, Known, index_address


@dataclass
class Shelf:
    """The language packages of this machine; `trial` loads one, `permit` asks the guard for a connection."""

    trial: Trial
    permit: Permit
    folder: Path = field(default_factory=paths.packages)
    official: Known = OFFICIAL
    index: str = ""

    @property
    def mirror(self) -> str:
        """Return the address of a newsroom's own index, or nothing."""
        address = index_address(self.index)
        return "" if address == INDEX else address

    @property
    def hosts(self) -> list[str]:
        """Return the hosts that a download asks, one after the other; the last one's list may name others."""
        links = () if self.mirror else self.official.links
        return list(dict.fromkeys(host_of(link) for link in (*links, index_address(self.index))))

    def clean(self) -> None:
        """Clear away what a killed installation left."""
        clean(self.folder)

    def packages(self) -> list[InstalledPackage]:
        """Return the French-English packages, the one in use first."""
        return [p for p in installed(self.places()) if (p.source, p.target) == ("fr", "en")]

    def places(self) -> list[tuple[Path, str]]:
        """Return the folders to look in, those of the user first."""
        return [(self.folder, INSTALLED), *default_places()[1:]]

    def is_official(self, path: Path) -> bool:
        """Tell whether a file is the pinned official package; raises InstallError."""
        return sha256_of(path) == self.official.sha256

    def install(self, path: Path) -> Iterator[float]:
        """Install an archive, yielding the fraction done; raises InstallError."""
        yield from install(path, self.folder, self.trial)

    def download(self) -> Iterator[Progress | float]:
        """Fetch the official package and install it, yielding progress; raises InstallError."""
        official = self.official
        path: Path | None = None
        for step in download(self._links(), self.folder, self.permit, official.sha256, official.size):
            if isinstance(step, Path):
                path = step
            else:
                yield step
        assert path, "a download ends with a file or an error"
        yield from self.install(path)
        path.unlink(missing_ok=True)

    def verify(self, package: InstalledPackage) -> None:
        """Check a package's files against the hash taken when it was installed, and try it; raises InstallError."""
        kept = package.folder / HASH
        try:
            changed = kept.is_file() and kept.read_text(encoding="ascii", errors="replace").strip() != package.sha256
        except OSError as error:
            raise InstallError(package.name, "its files cannot be read: {0}", why(error)) from error
        if changed:
            raise InstallError(package.name, "its files have changed since it was installed; install it again")
        try:
            self.trial(package.folder)
        except InstallError:
            raise
        except VisavisError as error:
            raise InstallError(package.name, "it does not translate; remove it or install it again") from error

    def remove(self, package: InstalledPackage) -> None:
        """Remove an installed package; raises InstallError."""
        remove(package.folder, self.folder)

    def _links(self) -> Iterator[str]:
        """Yield the links to try: those of a mirror's index if one is set, else the pinned ones, then the index's."""
        if not self.mirror:
            yield from self.official.links
        yield from links_of(index_address(self.index), self.permit)

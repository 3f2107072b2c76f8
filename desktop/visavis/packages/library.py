"""All operations on language packages, for the GUI and the command line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from visavis import paths
from visavis.model.errors import InstallError, VisavisError, describe_os_error
from visavis.packages.download import Progress, download_file, list_links
from visavis.packages.find import INSTALLED, InstalledPackage, find_packages, list_default_folders
from visavis.packages.http import Permit, get_host
from visavis.packages.install import HASH, Trial, clean_up, hash_file, install_archive, remove_package
from visavis.packages.official import INDEX, OFFICIAL, KnownPackage, index_address


@dataclass
class PackageLibrary:
    """The language packages of this machine; `trial` test-loads a package, `permit` allows a connection."""

    trial: Trial
    permit: Permit
    folder: Path = field(default_factory=paths.get_packages_folder)
    official: KnownPackage = OFFICIAL
    index: str = ""

    @property
    def mirror(self) -> str:
        """The address of a newsroom's own index, or an empty string."""
        address = index_address(self.index)
        return "" if address == INDEX else address

    @property
    def list_hosts(self) -> list[str]:
        """The hosts a download will contact, in order; the index on the last one may name others."""
        links = () if self.mirror else self.official.links
        return list(dict.fromkeys(get_host(link) for link in (*links, index_address(self.index))))

    def clean_up(self) -> None:
        """Remove what a killed installation left."""
        clean_up(self.folder)

    def list_packages(self) -> list[InstalledPackage]:
        """Return the French-English packages, the one used by default first."""
        return [p for p in find_packages(self.list_folders()) if (p.source, p.target) == ("fr", "en")]

    def list_folders(self) -> list[tuple[Path, str]]:
        """Return the folders to search, the user's first."""
        return [(self.folder, INSTALLED), *list_default_folders()[1:]]

    def is_official(self, path: Path) -> bool:
        """True if a file is the pinned official package. Raises InstallError."""
        return hash_file(path) == self.official.sha256

    def install(self, path: Path) -> Iterator[float]:
        """Install an archive, yielding the fraction done. Raises InstallError."""
        yield from install_archive(path, self.folder, self.trial)

    def download(self) -> Iterator[Progress | float]:
        """Download the official package and install it, yielding progress. Raises InstallError."""
        official = self.official
        path: Path | None = None
        for step in download_file(self._links(), self.folder, self.permit, official.sha256, official.size):
            if isinstance(step, Path):
                path = step
            else:
                yield step
        assert path, "a download ends with a file or an error"
        yield from self.install(path)
        path.unlink(missing_ok=True)

    def verify(self, package: InstalledPackage) -> None:
        """Compare a package's files with its hash at installation, and test it. Raises InstallError."""
        kept = package.folder / HASH
        try:
            changed = kept.is_file() and kept.read_text(encoding="ascii", errors="replace").strip() != package.sha256
        except OSError as error:
            raise InstallError(package.name, "its files cannot be read: {0}", describe_os_error(error)) from error
        if changed:
            raise InstallError(package.name, "its files have changed since it was installed; install it again")
        try:
            self.trial(package.folder)
        except InstallError:
            raise
        except VisavisError as error:
            raise InstallError(package.name, "it does not translate; remove it or install it again") from error

    def remove(self, package: InstalledPackage) -> None:
        """Remove an installed package. Raises InstallError."""
        remove_package(package.folder, self.folder)

    def _links(self) -> Iterator[str]:
        """Yield the links to try: the pinned ones unless a mirror is set, then those of the index."""
        if not self.mirror:
            yield from self.official.links
        yield from list_links(index_address(self.index), self.permit)

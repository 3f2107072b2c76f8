"""The command line's `packages`: list, install, download, verify, remove."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from visavis import paths
from visavis.cli.terminal import Console
from visavis.infrastructure.network_guard import Guard
from visavis.infrastructure.settings import Settings
from visavis.model.errors import InstallError, PackageError, make_printable
from visavis.packages.description import describe_licence, describe_quality
from visavis.packages.download import Progress
from visavis.packages.find import InstalledPackage, choose_package
from visavis.packages.install import hash_file
from visavis.packages.library import PackageLibrary
from visavis.services import open_package_library

packages = typer.Typer(help="Manage the language packages.", no_args_is_help=True, rich_markup_mode=None)
guard = Guard()
MB = 1_000_000


@packages.command("list")
def list_packages(as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False) -> None:
    """List the language packages, the one in use first."""
    settings = Settings.load(paths.get_settings_file())
    usable = open_package_library(settings, guard).list_packages()
    if not usable:
        raise PackageError("", "no language package for French → English is installed")
    used = choose_package(usable, settings.package)
    usable.sort(key=lambda package: package.key != used.key)
    if as_json:
        Console().out(json.dumps([_row(package, package is usable[0]) for package in usable], indent=1) + "\n")
        return
    for package in usable:
        mark = ", in use" if package is usable[0] else ""
        about = f"{package.size / MB:.1f} MB, {describe_quality(package)}, licence: {describe_licence(package)}"
        Console().out(make_printable(f"{package.name} {package.version} ({package.origin}{mark}): {about}", 300) + "\n")


@packages.command("install")
def install(
    path: Annotated[Path, typer.Argument(metavar="PATH", help="An .argosmodel file.")],
    yes: Annotated[bool, typer.Option("--yes", help="Ask nothing.")] = False,
) -> None:
    """Install a language package from a file."""
    settings = Settings.load(paths.get_settings_file())
    here = open_package_library(settings, guard)
    if not here.is_official(path):
        Console().report(f"{make_printable(str(path))} is not the known official package. SHA-256: {hash_file(path)}")
        if not yes and sys.stdin.isatty() and not typer.confirm("Install it?", err=True):
            raise typer.Abort
    _show_progress(here.install(path), path.name)
    _tell_in_use(here, settings)


@packages.command("download")
def download() -> None:
    """Download and install the full-quality package."""
    settings = Settings.load(paths.get_settings_file())
    here = open_package_library(settings, guard)
    *firsts, last = map(make_printable, here.list_hosts)
    if guard.offline:
        raise InstallError("", "--offline forbids connecting to {0}", here.list_hosts[0])
    size = f"{here.official.size / MB:.0f} MB"
    where = (
        f"Connecting to {', '.join(firsts)} for {size}; if it does not come, {last} is asked where else it is"
        if firsts
        else f"Connecting to {last} to ask where the package is; {size} will be fetched from that address"
    )
    Console().report(f"{where}. Your articles are never sent.")
    _show_progress(here.download(), here.official.name)
    _tell_in_use(here, settings)


@packages.command("verify")
def verify(name: Annotated[str, typer.Argument(help="Only this package.")] = "") -> None:
    """Check the files of the packages and try each with a sentence."""
    here = open_package_library(Settings.load(paths.get_settings_file()), guard)
    for package in _find_by_name(here, name):
        here.verify(package)
        Console().out(f"{package.name} {package.version} ({package.origin}): whole, SHA-256 {package.sha256}\n")


@packages.command("remove")
def remove(
    name: Annotated[str, typer.Argument(metavar="NAME", help="As listed, with the version if need be.")],
) -> None:
    """Remove a language package that was installed here."""
    here = open_package_library(Settings.load(paths.get_settings_file()), guard)
    matches = _find_by_name(here, name)
    mine = [package for package in matches if package.folder.parent == here.folder]
    if len(mine) > 1:
        versions = ", ".join(f"{package.name}-{package.version}" for package in mine)
        raise InstallError(name, "there are several; name one of {0}", versions)
    here.remove((mine or matches)[0])
    Console().out(f"{(mine or matches)[0].name} {(mine or matches)[0].version} removed\n")


def _row(package: InstalledPackage, used: bool) -> dict[str, object]:
    return {
        "name": package.name,
        "version": package.version,
        "origin": package.origin,
        "sha256": package.sha256,
        "size": package.size,
        "quality": describe_quality(package),
        "licence": describe_licence(package),
        "in_use": used,
    }


def _find_by_name(here: PackageLibrary, name: str) -> list[InstalledPackage]:
    """Return the packages with a name such as translate-fr_en or translate-fr_en-1.9. Raises InstallError if none."""
    matches = [p for p in here.list_packages() if name in ("", p.name, f"{p.name}-{p.version}", p.folder.name, p.key)]
    if not matches:
        raise InstallError(name, "there is no such package; see `visavis packages list`")
    return matches


def _show_progress(steps: Iterator[Progress | float] | Iterator[float], name: str) -> None:
    for step in steps:
        if isinstance(step, Progress):
            Console().progress(f"{name}, {step.speed / MB:.1f} MB/s, {step.left:.0f} s left", step.done, step.total)
        else:
            Console().progress(name, round(1000 * step), 1000)


def _tell_in_use(here: PackageLibrary, settings: Settings) -> None:
    package = choose_package(here.list_packages(), settings.package)
    Console().out(f"{package.name} {package.version} ({package.origin}) is in use\n")

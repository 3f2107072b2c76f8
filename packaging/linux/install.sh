#!/bin/sh
# Make this folder's program known to the desktop of one user: ./install.sh; take that back: ./install.sh --remove
set -eu
here=$(cd "$(dirname "$0")" && pwd)
share=${XDG_DATA_HOME:-$HOME/.local/share}
bin=$HOME/.local/bin

cd "$here/share"
find . -type f | while read -r file; do
  if [ "${1-}" = --remove ]; then
    rm -f "$share/$file"
  else
    mkdir -p "$share/$(dirname "$file")"
    cp "$file" "$share/$file"
  fi
done

if [ "${1-}" = --remove ]; then
  rm -f "$bin/visavis"
else
  mkdir -p "$bin"
  ln -sf "$here/visavis" "$bin/visavis"
  # A desktop may not look into ~/.local/bin.
  sed -i "s|^Exec=visavis|Exec=\"$here/visavis\"|; /^TryExec=/d" "$share/applications/visavis.desktop"
fi
if command -v update-desktop-database >/dev/null; then update-desktop-database -q "$share/applications" || true; fi

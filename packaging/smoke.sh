#!/usr/bin/env bash
# Try what packaging/build.py made where nothing else is: in a bare Debian without Python, Qt or network, as an ordinary
# user with an empty home and a French locale, under X11 and Wayland. Needs root (chroot), debootstrap, Xvfb, weston,
# xdotool and ImageMagick.
#
#   sudo packaging/smoke.sh [DIST [PICTURES]]       Debian 12, or what SUITE says (trixie: 13); the root is kept in
#                                                   build/smoke and used again
set -euo pipefail
cd "$(dirname "$0")/.."
dist=$(realpath "${1:-dist}")
suite=${SUITE:-bookworm}
pictures=${2:-build/smoke/pictures-$suite}
mkdir -p "$pictures"
root=$PWD/build/smoke/$suite
display=:$((90 + $$ % 900))
seed=otan-kosovo.txt
failed=0

say() { echo "smoke: $*"; }
die() { say "FAILED: $*"; exit 1; }
expect() { # WHAT COMMAND…: report and count
  local what=$1; shift
  if "$@"; then say "ok: $what"; else say "FAILED: $what"; failed=1; fi
}

# The root: Debian's least, what README says the window needs, and the French locale.
libraries=$(sed -n '/<!-- system packages -->/,/^```$/p' README.md | grep -oE '\blib[a-z0-9.-]+')
if [ ! -e "$root/.ready" ]; then
  rm -rf "$root"
  debootstrap --variant=minbase "$suite" "$root" "${MIRROR:-http://deb.debian.org/debian}" >/dev/null
  echo 'fr_FR.UTF-8 UTF-8' > "$root/etc/locale.gen"
  # shellcheck disable=SC2086
  chroot "$root" apt-get install -qq --no-install-recommends locales $libraries >/dev/null 2>&1
  chroot "$root" useradd --create-home --shell /bin/sh reporter
  touch "$root/.ready"
fi
chroot "$root" dpkg --purge visavis >/dev/null 2>&1 || true # of a run that was broken off
rm -rf "$root/opt/"*
expect "no Python in the root" [ -z "$(find "$root"/usr/bin "$root"/usr/lib -name 'python3*' -o -name 'libQt*' | head -1)" ]

cleanup() {
  for server in ${xvfb-} ${weston-}; do kill "$server" 2>/dev/null || true; done
  rm -rf "${runtime-}"
  for place in run/user/reporter tmp/.X11-unix proc dev; do mountpoint -q "$root/$place" && umount -l "$root/$place"; done
  true
}
trap cleanup EXIT
mkdir -p "$root/tmp/.X11-unix"
mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix" 2>/dev/null || { mkdir -p /tmp/.X11-unix; mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"; }
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
Xvfb "$display" -screen 0 1280x900x24 -nolisten tcp >/dev/null 2>&1 &
xvfb=$!
export DISPLAY=$display
for _ in $(seq 50); do xdotool getdisplaygeometry >/dev/null 2>&1 && break; sleep 0.1; done

user() { # COMMAND…: run as the user, without network, in the root
  unshare --net chroot --userspec=reporter:reporter "$root" \
    env -i HOME=/home/reporter LANG=fr_FR.UTF-8 PATH=/usr/bin:/bin DISPLAY="$display" sh -c 'cd && exec "$@"' sh "$@"
}
fresh_home() { rm -rf "$root/home/reporter"; mkdir "$root/home/reporter"; cp seeds/$seed "$root/home/reporter/"; chroot "$root" chown -R reporter:reporter /home/reporter; }

window() { xdotool search --onlyvisible --name "$1" 2>/dev/null | tail -1; }
wait_for() { # SECONDS COMMAND…
  local left=$(($1 * 5)); shift
  until "$@"; do ((left-- > 0)) || return 1; sleep 0.2; done
}
there() { [ -n "$(window "$1")" ]; }
gone() { ! there "$1"; }
programs() { pgrep -u "$(stat -c %u "$root/home/reporter")" -x visavis; } # the window's, and its engine's
program() { programs | head -1; }
none() { ! programs >/dev/null; }
used() { for each in $(programs); do cut -d' ' -f14,15 "/proc/$each/stat" || true; done | awk '{ sum += $1 + $2 } END { print sum }'; }
idle() { # the programs have used next to no processor for six seconds: on a busy machine they get little of it
  local before
  for _ in 1 2 3; do before=$(used); sleep 2; [ $(($(used) - before)) -lt 4 ] || return 1; done
}
press() { xdotool windowfocus --sync "$(window "$1")" key --clearmodifiers "$2"; }
picture() { import -window root "$pictures/$1.png"; }

open_window() { # COMMAND…: wait until the article is there and translated
  user "$@" & job=$!
  wait_for 60 there 'OTAN|Kosovo' || { picture failed; die "no window with the article"; }
  wait_for 120 idle || die "the translation does not end"
}
save_as() { # NAME: as a user does, by the dialog
  press 'OTAN|Kosovo' ctrl+s
  wait_for 20 there '^Enregistrer' || { picture failed; die "no dialog to save in, or not in French"; }
  sleep 1
  xdotool windowfocus --sync "$(window '^Enregistrer')" key --clearmodifiers ctrl+a
  xdotool type --delay 30 "/home/reporter/$1"
  picture "${name}-saving"
  xdotool key Return
  wait_for 20 test -s "$root/home/reporter/$1" || { picture failed; die "nothing was saved"; }
}
correct() { # TEXT: of the first sentence
  press 'OTAN|Kosovo' Home
  press 'OTAN|Kosovo' F2
  sleep 1
  xdotool key --clearmodifiers ctrl+a
  xdotool type --delay 30 "$1"
  xdotool key Return
  sleep 4 # it is saved within a second, if the machine is not busy
}
quit() {
  press 'Vis-à-vis' ctrl+q
  wait_for 20 gone 'Vis-à-vis' || { picture failed; die "the window does not close"; }
  wait "$job"
  expect "$name: no process is left" wait_for 20 none
}
words_of() { # FILE: with plain quotation marks, which the command line leaves as they are
  unzip -p "$1" word/document.xml | sed "s/<[^>]*>/ /g; s/[“”]/\"/g; s/[‘’]/'/g" | tr -s ' '
}

try() { # NAME COMMAND…: all a user does
  name=$1; shift
  local home=$root/home/reporter version
  fresh_home
  version=$(sed -n 's/__version__ = "\(.*\)"/\1/p' desktop/visavis/__init__.py)
  expect "$name: --version" [ "$(user "$@" --version)" = "visavis $version" ]
  user "$@" translate $seed > "$home/english.txt" || die "$name: translate"
  expect "$name: translate" grep -qE 'NATO|Kosovo' "$home/english.txt"
  expect "$name: only what it remembers is left in the home" [ "$(cd "$home" && find . -type f -not -path './.local/share/visavis/*' | sort | xargs)" = "./english.txt ./$seed" ]
  for form in docx odt pdf html md tmx xliff json txt; do
    user "$@" translate $seed -o "whole.$form"
    expect "$name: writes $form" test -s "$home/whole.$form"
  done
  for file in whole.docx whole.odt pdf/libre.pdf html/regional.html mhtml/regional.mhtml epub/chronique.epub \
    rtf/enquete.rtf eml/gmail.eml; do
    [ -e "$home/$file" ] || cp "tests/files/$file" "$home/"
    user "$@" summarize --language fr -n 1 "$(basename "$file")" > "$home/read.txt" 2>/dev/null || true
    expect "$name: reads ${file##*.}" test -s "$home/read.txt"
  done
  open_window "$@" /home/reporter/$seed
  picture "$name-translated"
  save_as english.docx
  expect "$name: the window's Word file holds the whole translation" [ "$(words_of "$home/english.docx")" = "$(words_of "$home/whole.docx")" ]
  press 'OTAN|Kosovo' ctrl+p
  wait_for 20 there '^Imprimer' || { picture failed; die "no dialog to print"; }
  picture "$name-printing"
  xdotool windowfocus --sync "$(window '^Imprimer')" key Escape
  correct 'Corrected by hand'
  quit
  expect "$name: settings are kept" grep -q last_folder "$home/.config/visavis/settings.json"
  open_window "$@" /home/reporter/$seed
  picture "$name-again"
  save_as again.docx
  expect "$name: the second start restores the correction" grep -q 'Corrected by hand' <(words_of "$home/again.docx")
  correct 'Corrected before the crash'
  kill -9 "$(program)"
  wait "$job" || true
  expect "$name: its engine has ended with it" wait_for 20 none
  open_window "$@"
  picture "$name-crashed"
  save_as crashed.docx
  expect "$name: after a crash it comes back by itself" grep -q 'Corrected before the crash' <(words_of "$home/crashed.docx")
  quit
  expect "$name: the log holds no text" sh -c "! grep -rqE 'OTAN|NATO|Kosovo|Corrected' '$home/.local/state/visavis/log'"
  cat "$home"/.local/state/visavis/log/* > "$pictures/$name.log"
  expect "$name: no fault was logged" sh -c "! grep -rqE 'Error|Fault|fault' '$home/.local/state/visavis/log'"
}

try_wayland() { # COMMAND…: an article, in a window of a compositor without a screen
  local home=$root/home/reporter socket=smoke-$$ text
  name=wayland
  runtime=$(mktemp -d)
  mkdir -p "$root/run/user/reporter"
  mount --bind "$runtime" "$root/run/user/reporter"
  XDG_RUNTIME_DIR=$runtime weston --backend=headless-backend.so --use-pixman --socket="$socket" --idle-time=0 \
    --debug --width=1280 --height=900 >"$pictures/weston.log" 2>&1 &
  weston=$!
  wait_for 20 test -S "$runtime/$socket" || die "weston does not start"
  chroot "$root" chown -R reporter:reporter /run/user/reporter
  fresh_home
  user env -u DISPLAY XDG_RUNTIME_DIR=/run/user/reporter WAYLAND_DISPLAY="$socket" QT_QPA_PLATFORM=wayland \
    WAYLAND_DEBUG=1 "$@" "/home/reporter/$seed" 2>"$home/wayland.log" & job=$!
  wait_for 60 grep -qE 'set_title\(.*(OTAN|Kosovo)' "$home/wayland.log" || die "no window with the article under Wayland"
  wait_for 120 idle || die "the translation does not end under Wayland"
  XDG_RUNTIME_DIR=$runtime WAYLAND_DISPLAY=$socket weston-screenshooter 2>/dev/null || true
  mv wayland-screenshot-*.png "$pictures/wayland.png" 2>/dev/null || true
  expect "wayland: the window is shown, by Wayland alone" grep -qE 'xdg_toplevel[@#].*configure\(' "$home/wayland.log"
  kill "$(program)"
  wait "$job" || true
  expect "wayland: no process is left" wait_for 20 none
  text=$(user "$@" summarize --language en -n 1 "$seed")
  expect "wayland: the article was translated and is remembered" [ -n "$text" ]
  cat "$home"/.local/state/visavis/log/* > "$pictures/wayland-program.log"
  expect "wayland: no fault was logged" sh -c "! grep -rqE 'Error|Fault|fault' '$home/.local/state/visavis/log'"
  kill "$weston"
  umount -l "$root/run/user/reporter"
}

try_appimage() { # FILE: it unpacks itself, for the root has no FUSE
  fresh_home
  cp "$1" "$root/opt/visavis.AppImage"
  local run=(env APPIMAGE_EXTRACT_AND_RUN=1 /opt/visavis.AppImage)
  expect "AppImage: translate" grep -qE 'NATO|Kosovo' <(user "${run[@]}" translate $seed)
  user "${run[@]}" "/home/reporter/$seed" & job=$!
  expect "AppImage: opens an article in the window" wait_for 120 there 'OTAN|Kosovo'
  picture appimage
  press 'OTAN|Kosovo' ctrl+q
  expect "AppImage: is closed" wait_for 20 gone 'Vis-à-vis'
  wait "$job"
}

# The archive, anywhere.
tar -xzf "$dist"/visavis-*-linux-*.tar.gz -C "$root/opt" --no-same-owner
try archive "/opt/$(ls "$root/opt")/visavis"
user "/opt/$(ls "$root/opt")/install.sh"
expect "archive: install.sh makes it known" [ -e "$root/home/reporter/.local/share/applications/visavis.desktop" ]
user "/opt/$(ls "$root/opt")/install.sh" --remove
expect "archive: install.sh --remove leaves nothing" [ -z "$(find "$root/home/reporter/.local/share" "$root/home/reporter/.local/bin" -name '*visavis*' -not -type d)" ]
try_wayland "/opt/$(ls "$root/opt")/visavis"
rm -rf "$root/opt/"*

# The AppImage, where one was built.
for made in "$dist"/*.AppImage; do [ ! -e "$made" ] || try_appimage "$made"; done
rm -rf "$root/opt/"*

# The package: README's libraries are all it depends on, so dpkg alone installs it; gio starts desktop files.
chroot "$root" sh -c 'command -v gio' >/dev/null || chroot "$root" apt-get install -qq --no-install-recommends libglib2.0-bin >/dev/null 2>&1
before=$(cd "$root" && find . -xdev -path ./home -prune -o -path ./tmp -prune -o -path ./var/lib/dpkg -prune -o -path ./var/log -prune -o -print | sort)
cp "$dist"/visavis_*.deb "$root/tmp/visavis.deb"
chroot "$root" dpkg -i /tmp/visavis.deb >/dev/null
desktop=/usr/share/applications/visavis.desktop
expect "deb: every icon is there" [ "$(find "$root/usr/share/icons/hicolor" -name 'visavis.*' | wc -l)" -ge 9 ]
expect "deb: the manual page" [ -s "$root/usr/share/man/man1/visavis.1.gz" ]
try deb visavis
name=deb-desktop
fresh_home
open_window gio launch $desktop "/home/reporter/$seed"
picture "$name"
press 'OTAN|Kosovo' ctrl+q
expect "deb: starts from its desktop file" wait_for 20 gone 'Vis-à-vis'
chroot "$root" dpkg --purge visavis >/dev/null
rm "$root/tmp/visavis.deb"
after=$(cd "$root" && find . -xdev -path ./home -prune -o -path ./tmp -prune -o -path ./var/lib/dpkg -prune -o -path ./var/log -prune -o -print | sort)
expect "deb: removed without residue" [ "$before" = "$after" ]
[ "$failed" = 0 ] && say "all is well; pictures in $pictures" || die "see above"

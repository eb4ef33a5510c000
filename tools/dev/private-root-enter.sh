#!/usr/bin/env bash
# Runs a command in the private root. Started by private-root-run.sh, in a mount namespace of its own
# unless AUSHANG_MOUNT=no.
set -euo pipefail

root=$AUSHANG_PRIVATE_ROOT
project=$AUSHANG_PROJECT

mount_at_same_path() {
  mkdir -p "$root$1"
  mount --rbind "$1" "$root$1"
}

# Some kernels don't let a user namespace change a mount's flags; readable is what matters.
mount_read_only() {
  [[ -d $1 ]] || return 0
  mount_at_same_path "$1"
  mount -o remount,bind,ro "$root$1" 2>/dev/null || true
}

if [[ ${AUSHANG_MOUNT:-yes} == yes ]]; then
  mount --rbind /proc "$root/proc"
  mount --rbind /dev "$root/dev"
  mount_read_only "$AUSHANG_SHARED"
  mount_read_only "$AUSHANG_SOURCES_FOLDER"
  mount_at_same_path "$project"
fi

# A clean environment: what names the machine's own tools would mislead those in here.
exec chroot "$root" /usr/bin/env -i --chdir="$project" HOME=/root PATH=/usr/bin:/bin:/usr/sbin:/sbin \
  LC_ALL=C.UTF-8 AUSHANG_SHARED="$AUSHANG_SHARED" \
  AUSHANG_EMSCRIPTEN_CMAKE=/usr/share/emscripten/cmake/Modules/Platform/Emscripten.cmake "$@"

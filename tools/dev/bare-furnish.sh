#!/usr/bin/env bash
# Puts a clone into a bare root, and the way to the network that this machine has. Started by command-bare.sh.
#   bare-furnish.sh ROOT CLONE
set -euo pipefail
root=$1 clone=$2

mkdir -p "$root/root/shared"
cp -R "$clone" "$root/root/aushang"
for file in /etc/resolv.conf /etc/hosts; do
  [[ ! -r $file ]] || cat "$file" >"$root$file"
done
if compgen -G '/usr/local/share/ca-certificates/*.crt' >/dev/null; then
  cp /usr/local/share/ca-certificates/*.crt "$root/usr/local/share/ca-certificates/"
  chroot "$root" update-ca-certificates
fi
# How apt reaches its mirrors; what else it is told here is this machine's business.
grep -hE '^ *Acquire::' /etc/apt/apt.conf /etc/apt/apt.conf.d/* 2>/dev/null | grep -v '{' >"$root/etc/apt/apt.conf.d/90network" || true

#!/usr/bin/env bash
# Runs a command in the clone within a bare root. Started by command-bare.sh in namespaces of its own.
set -euo pipefail
root=$AUSHANG_BARE_ROOT

mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
if [[ -d $AUSHANG_SHARED ]]; then
  mount --rbind "$AUSHANG_SHARED" "$root/root/shared"
fi

# Proxies and certificates belong to the network, all else to the machine.
environment=(HOME=/root PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin)
for name in http_proxy https_proxy no_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY NODE_EXTRA_CA_CERTS; do
  [[ -z ${!name:-} ]] || environment+=("$name=${!name}")
done
exec chroot "$root" /usr/bin/env -i --chdir=/root/aushang "${environment[@]}" "$@"

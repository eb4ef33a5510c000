# The pinned archives of cmake/sources.txt, fetched once into the cache and checked by SHA-256.

sources_list="$project/cmake/sources.txt"
sources_folder="$cache/sources"

ensure_sources() {
  local missing
  missing=$(missing_sources)
  [[ -n $missing ]] || return 0
  mkdir -p "$sources_folder" 2>/dev/null || fail "The folder $sources_folder can't be created. Set AUSHANG_CACHE to a folder that can."
  report_wrong_hashes
  step "sources of the libraries" fetch_sources
}

source_lines() { grep '^[a-z]' "$sources_list"; }

missing_sources() {
  local name file hash upstream_hash
  while read -r name file hash _ _ upstream_hash; do
    has_hash "$sources_folder/$file" "$hash" ||
      has_hash "$sources_folder/$name-upstream.tar.gz" "$upstream_hash" || printf '%s\n' "$name"
  done < <(source_lines)
}

has_hash() { [[ -f $1 && $(content_hash "$1") == "$2" ]]; }

# The folders people may have put archives into.
source_folders() {
  printf '%s\n' "${AUSHANG_SOURCES:-}" | tr ';' '\n' | sed '/^$/d'
  printf '%s\n' "$AUSHANG_SHARED/sources"
}

# An archive with another hash is never used; say so where people see it, not in the log.
report_wrong_hashes() {
  local folder file hash
  while read -r folder; do
    while read -r _ file hash _; do
      [[ ! -f $folder/$file ]] || has_hash "$folder/$file" "$hash" ||
        printf '! %s has the wrong SHA-256 and is not used.\n' "$folder/$file" >&2
    done < <(source_lines)
  done < <(source_folders)
}

fetch_sources() {
  local name file hash pool upstream upstream_hash wrong_hash=
  while read -r name file hash pool upstream upstream_hash; do
    if has_hash "$sources_folder/$file" "$hash"; then continue; fi
    if has_hash "$sources_folder/$name-upstream.tar.gz" "$upstream_hash"; then continue; fi
    fetch_from_folders "$file" "$hash" || fetch_from_mirrors "$file" "$hash" "$pool" ||
      fetch_from_upstream "$name" "$file" "$hash" "$upstream" "$upstream_hash" ||
      fail "$file can't be downloaded${wrong_hash:+ ($wrong_hash has the wrong SHA-256)}. Check the network, or put the file into a folder and set AUSHANG_SOURCES to it."
  done < <(source_lines)
}

fetch_from_folders() {
  local file=$1 hash=$2 folder
  while read -r folder; do
    if has_hash "$folder/$file" "$hash"; then
      cp "$folder/$file" "$sources_folder/.$file" && mv "$sources_folder/.$file" "$sources_folder/$file"
      return
    fi
  done < <(source_folders)
  return 1
}

# Debian's mirrors keep the upstream archives of their packages; apt knows where a mirror is.
fetch_from_mirrors() {
  local file=$1 hash=$2 pool=$3 mirror
  while read -r mirror; do
    if fetch_url "${mirror}pool/$pool/$file" "$file" "$hash"; then return 0; fi
  done < <(package_mirrors)
  return 1
}

package_mirrors() {
  has apt-get || return 0
  # shellcheck disable=SC2016  # apt's own placeholders
  apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 2>/dev/null | grep -v security | sort -u || true
}

# Where Debian repacked an archive, upstream's own has another hash and another name here.
fetch_from_upstream() {
  local name=$1 file=$2 hash=$3 upstream=$4 upstream_hash=$5
  [[ $upstream_hash == "$hash" ]] || file=$name-upstream.tar.gz
  fetch_url "$upstream" "$file" "$upstream_hash"
}

fetch_url() {
  local url=$1 file=$2 hash=$3
  printf 'fetch %s\n' "$url"
  curl --fail --silent --show-error --location --retry 2 --connect-timeout 20 \
    --output "$sources_folder/.$file" "$url" || return 1
  if ! has_hash "$sources_folder/.$file" "$hash"; then
    rm -f "$sources_folder/.$file"
    wrong_hash=$url
    return 1
  fi
  mv "$sources_folder/.$file" "$sources_folder/$file"
}

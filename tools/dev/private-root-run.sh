# Running commands in the private root, with the project at its own absolute path.
#
# The project is mounted there, in a mount namespace that ends with the command. Where that is not
# possible (a container without the right, a chroot), it is copied in and what was built is copied back.

# at_place PLACE COMMAND…: PLACE is `host` or `private`.
at_place() {
  local place=$1
  shift
  if [[ $place == host ]]; then "$@"; else in_private_root "$@"; fi
}

in_private_root() {
  case "$(private_root_way)" in
    mount) unshare --mount --propagation private bash "$project/tools/dev/private-root-enter.sh" "$@" ;;
    user) unshare --user --map-root-user --mount --propagation private bash "$project/tools/dev/private-root-enter.sh" "$@" ;;
    copy) in_copied_project "$@" ;;
    *) fail "This user isn't allowed to use the private Debian in $private_root. Run as root, or allow user namespaces." ;;
  esac
}

private_root_way() {
  if is_root && unshare --mount true 2>/dev/null; then
    echo mount
  elif unshare --user --map-root-user --mount true 2>/dev/null; then
    echo user
  elif is_root; then
    echo copy
  else
    echo none
  fi
}

export_private_root() { export AUSHANG_PRIVATE_ROOT=$private_root AUSHANG_PROJECT=$project AUSHANG_SOURCES_FOLDER=$sources_folder; }
export_private_root

in_copied_project() {
  local inside=$private_root$project status=0
  mkdir -p "$inside"
  find "$inside" -mindepth 1 -maxdepth 1 ! -name build -exec rm -rf {} +
  tar -C "$project" --exclude=./build --exclude=./dist --exclude=./node_modules --exclude=./.git -cf - . | tar -C "$inside" -xf -
  copy_newer "$sources_folder" "$private_root$sources_folder"
  [[ ! -d $AUSHANG_SHARED ]] || copy_newer "$AUSHANG_SHARED" "$private_root$AUSHANG_SHARED"
  AUSHANG_MOUNT=no bash "$project/tools/dev/private-root-enter.sh" "$@" || status=$?
  copy_newer "$inside/build" "$project/build"
  return "$status"
}

copy_newer() {
  mkdir -p "$2"
  cp -a --update "$1/." "$2/"
}

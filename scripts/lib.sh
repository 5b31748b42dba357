# Functions and paths that the scripts share. Sourced, not run.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
ROOT=$PWD
# The project's own tools come before those of the machine, which may be of another version.
export PATH="$ROOT/.tools/bin:$ROOT/scripts/node_modules/.bin:$PATH:${CARGO_HOME:-$HOME/.cargo}/bin"

say() { printf '%s\n' "$*" >&2; }
die() {
  say "$*"
  exit 1
}

# need COMMAND WHERE-TO-GET-IT
need() { command -v "$1" >/dev/null || die "“$1” is needed and was not found: $2"; }

# locked_version CRATE: its version in Cargo.lock.
locked_version() {
  awk -v name="\"$1\"" '$1 == "name" { found = $3 == name } found && $1 == "version" { gsub(/"/, "", $3); print $3; exit }' \
    "$ROOT/Cargo.lock"
}

# npm_packages DIRECTORY: installs what its lock file names, unless that was done before.
npm_packages() {
  [ "$1/node_modules/.package-lock.json" -nt "$1/package-lock.json" ] && return
  need npm "install Node.js 20 or newer"
  say "installing the npm packages of $1/"
  npm ci --prefix "$1" --silent --no-audit --no-fund >&2
  touch "$1/node_modules/.package-lock.json"
}

# apt_packages WHAT-FOR PACKAGE...: installs them where there is apt, saying so first; fails elsewhere.
apt_packages() {
  local what=$1 as_root=
  shift
  command -v apt-get >/dev/null || die "$what: not found, and there is no apt-get here to install it: please install it by hand"
  if [ "$(id -u)" != 0 ]; then
    # Without a terminal nobody could answer sudo's question.
    command -v sudo >/dev/null && [ -t 0 ] || die "$what: not found. To install it: sudo apt-get install $*"
    as_root=sudo
  fi
  say "$what: not found; installing with apt-get: $*"
  $as_root apt-get -o DPkg::Lock::Timeout=300 -qq update >&2 || say "apt-get update failed, going on"
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 -qq -y \
    --no-install-recommends --no-remove install "$@" >&2
}

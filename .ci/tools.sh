#!/usr/bin/env bash
# Installs the tools of our checks that `npm ci` does not bring, in the versions below, into one folder, and says where they
# are; serverless 3, in the version of its own lockfile, goes into test/serverless3, where the tests look for it:
#
#   .ci/tools.sh FOLDER                 prints ACT=…, ACTIONLINT=…, CFN_LINT=…, MINISTACK=…, ZIZMOR=…, one a line
#   source .ci/tools.sh FOLDER          exports these five instead
#
# Needs bash, npm, python3 with venv, and go. A tool that is there in its version is left alone; one that cannot be installed
# ends the script with what npm, pip or go said.

ACT_VERSION=v0.2.87
ACTIONLINT_VERSION=v1.7.12
CFN_LINT_VERSION=1.58.0
MINISTACK_VERSION=1.5.33
ZIZMOR_VERSION=1.32

# Runs a command quietly unless FOLDER/installed/NAME-VERSION says that it was done; a failure prints its log.
once() {
  local name=$1 version=$2 log="$folder/$1.log" done_mark="$folder/installed/$1-$2"
  shift 2
  if [[ -e $done_mark && -x "$folder/bin/$name" ]]; then return 0; fi
  # First: a failure must not leave the mark of what it has overwritten.
  rm -f "$folder/installed/$name-"*
  if ! "$@" >"$log" 2>&1; then
    printf 'tools.sh: cannot install %s %s; the end of its log:\n' "$name" "$version" >&2
    tail -n 20 "$log" >&2
    return 1
  fi
  touch "$done_mark"
}

install_from_pip() {
  local name=$1 version=$2
  # Made anew: a folder that was left half done is no environment.
  python3 -m venv --clear "$folder/python/$name" &&
    "$folder/python/$name/bin/pip" install --quiet --disable-pip-version-check "$name==$version" &&
    ln -sf "$folder/python/$name/bin/$name" "$folder/bin/$name"
}

install_from_go() {
  # Elsewhere than in a module of whoever calls, whose go.mod would count.
  (cd "$folder" && GOBIN="$folder/bin" GOFLAGS=-buildvcs=false go install "$1@$2")
}

install_serverless3() {
  local project=$1
  npm ci --prefix "$project" --ignore-scripts --no-audit --no-fund &&
    ln -sf "$project/node_modules/serverless/bin/serverless.js" "$folder/bin/serverless3"
}

install_tools() {
  set -euo pipefail
  mkdir -p "$1"
  folder=$(cd "$1" && pwd -P)
  mkdir -p "$folder/bin" "$folder/installed" "$folder/python"
  local command project pip_done=0 go_done=0
  project=$(cd "$(dirname "${BASH_SOURCE[0]}")/../test/serverless3" && pwd -P)
  for command in npm python3 go; do
    command -v "$command" >/dev/null || { printf 'tools.sh: %s is needed and not in PATH\n' "$command" >&2; return 1; }
  done
  # npm and pip wait for the network while go compiles.
  (
    # By its lockfile's sum: another lockfile is another version.
    once serverless3 "$(cksum <"$project/package-lock.json" | cut -d ' ' -f 1)" install_serverless3 "$project" &&
      once zizmor "$ZIZMOR_VERSION" install_from_pip zizmor "$ZIZMOR_VERSION" &&
      once ministack "$MINISTACK_VERSION" install_from_pip ministack "$MINISTACK_VERSION" &&
      once cfn-lint "$CFN_LINT_VERSION" install_from_pip cfn-lint "$CFN_LINT_VERSION"
  ) &
  local npm_and_pip=$!
  (
    once actionlint "$ACTIONLINT_VERSION" install_from_go github.com/rhysd/actionlint/cmd/actionlint "$ACTIONLINT_VERSION" &&
      once act "$ACT_VERSION" install_from_go github.com/nektos/act "$ACT_VERSION"
  ) &
  local go=$!
  wait "$npm_and_pip" || pip_done=$?
  wait "$go" || go_done=$?
  ((pip_done == 0 && go_done == 0)) || return 1
  local tool variable
  for tool in act actionlint cfn-lint ministack zizmor; do
    [[ -x "$folder/bin/$tool" ]] || { printf 'tools.sh: %s is missing after its installation\n' "$folder/bin/$tool" >&2; return 1; }
    variable=${tool^^}
    printf '%s=%s\n' "${variable//-/_}" "$folder/bin/$tool"
  done
}

if [[ ${BASH_SOURCE[0]} == "$0" ]]; then
  install_tools "${1:?usage: tools.sh FOLDER}"
else
  # In a shell of its own: neither its settings nor an exit may be the caller's.
  if SERVERLESS_STAGES_TOOLS=$(install_tools "${1:?usage: source tools.sh FOLDER}"); then
    while IFS='=' read -r name path; do export "$name=$path"; done <<<"$SERVERLESS_STAGES_TOOLS"
    unset SERVERLESS_STAGES_TOOLS name path
  else
    unset SERVERLESS_STAGES_TOOLS
    return 1
  fi
fi

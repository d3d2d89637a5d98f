#!/usr/bin/env bash
# Checks workflows and actions with zizmor (security) and actionlint (syntax, expressions, shell), both offline.
#
#   source .ci/tools.sh FOLDER && .ci/lint-workflows.sh [REPOSITORY]
set -euo pipefail
: "${ZIZMOR:?run: source .ci/tools.sh FOLDER}" "${ACTIONLINT:?run: source .ci/tools.sh FOLDER}"
configuration=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)/zizmor.yml
cd "${1:-$(dirname "$configuration")/..}"
shopt -s nullglob

workflows=(.github/workflows/*.yml workflows-templates/*.yml)
actions=(action.yml actions/*/action.yml)
present=()
for file in "${workflows[@]}" "${actions[@]}"; do
  if [[ -f $file ]]; then present+=("$file"); fi
done
if ((${#present[@]} == 0)); then
  printf 'lint-workflows.sh: no workflow and no action in %s\n' "$PWD" >&2
  exit 1
fi

failed=0
# GitHub evaluates expressions in descriptions of an action too, and does not load the action; neither tool says so.
for file in "${actions[@]}"; do
  if [[ -f $file ]] && grep -nE '^[[:space:]]*(-[[:space:]]+)?description:.*\$\{\{' "$file" /dev/null; then
    printf 'lint-workflows.sh: %s has an expression in a description: GitHub would not load the action\n' "$file" >&2
    failed=1
  fi
done
"$ZIZMOR" --quiet --offline --no-progress --persona pedantic --config "$configuration" "${present[@]}" || failed=1
if ((${#workflows[@]} > 0)); then
  # It does not know two things that GitHub added in 2026: `queue` of concurrency, and `$/` for this repository.
  "$ACTIONLINT" -no-color \
    -ignore 'unexpected key "queue"' \
    -ignore 'specifying action "\$/[^"]+" in invalid format' \
    "${workflows[@]}" || failed=1
fi
exit "$failed"

#!/usr/bin/env bash
# Runs real pre-commit with the hooks of this repository on a scratch git repository: the good
# payloads and schemas pass, the bad ones fail with the right message. Installs pre-commit from PyPI into a
# virtual environment of its own when there is none. Needs git, cargo and python3.
set -euo pipefail

repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

fail() {
    echo "pre-commit test: $1" >&2
    [ $# -lt 2 ] || cat "$2" >&2
    exit 1
}

# Nothing of the machine's git configuration or of earlier pre-commit runs takes part.
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1
export GIT_AUTHOR_NAME=test GIT_AUTHOR_EMAIL=test@example.com
export GIT_COMMITTER_NAME=test GIT_COMMITTER_EMAIL=test@example.com
export PRE_COMMIT_HOME="$scratch/pre-commit-home" PRE_COMMIT_COLOR=never NO_COLOR=1
unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE
# pre-commit builds the hook once for each repository it is given; dependencies are built once.
export CARGO_TARGET_DIR="$scratch/target"

install_pre_commit() {
    if command -v pre-commit >/dev/null; then
        pre_commit=$(command -v pre-commit)
        return
    fi
    python3 -m venv "$scratch/venv"
    "$scratch/venv/bin/pip" install --quiet --disable-pip-version-check pre-commit
    pre_commit="$scratch/venv/bin/pre-commit"
}

# The hook's repository: the files of the working tree as they are now, committed in a clone, so
# that the test is about this state and changes nothing in the repository itself.
snapshot_hook_repository() {
    hook="$scratch/hook"
    mkdir "$hook"
    (cd "$repository" && git ls-files --cached --others --exclude-standard -z -- . ':!target') |
        while IFS= read -r -d '' file; do
            if [ -e "$repository/$file" ]; then printf '%s\0' "$file"; fi
        done >"$scratch/files"
    tar -C "$repository" --null -T "$scratch/files" -cf - | tar -C "$hook" -xf -
    git -C "$hook" init --quiet
    git -C "$hook" add --all --force
    git -C "$hook" commit --quiet --message 'snapshot'
    revision=$(git -C "$hook" rev-parse HEAD)
}

# Payloads for `--schema req-pay`, and the same with a `$schema` of their own for `try-repo`, which
# passes no arguments to the hook.
make_payloads() {
    payloads="$scratch/payloads"
    mkdir -p "$payloads/schemas"
    git -C "$payloads" init --quiet
    cp "$repository/schema/req-pay.request.schema.json" "$payloads/schemas/"
    cp "$repository/schema/examples/one-invoice.json" "$payloads/good.json"
    cp "$repository/schema/examples/five-mistakes.json" "$payloads/bad.json"
    for kind in good bad; do
        python3 - "$payloads/$kind.json" "$payloads/$kind-own.json" <<'PY'
import sys

text = open(sys.argv[1], encoding="utf-8").read()
own = '{\n  "$schema": "schemas/req-pay.request.schema.json",' + text.lstrip()[1:]
open(sys.argv[2], "w", encoding="utf-8").write(own)
PY
    done
    printf '{"type": "integer", "minLength": 1}\n' >"$payloads/schemas/odd.schema.json"
    printf '{"type": "integer", "minLength": 1}\n' >"$payloads/schemas/no-schema-by-name.json"
    cat >"$payloads/.pre-commit-config.yaml" <<YAML
repos:
  - repo: $hook
    rev: $revision
    hooks:
      - id: tollgate-check
        args: [--schema, req-pay]
      - id: tollgate-lint
YAML
    git -C "$payloads" add --all
    git -C "$payloads" commit --quiet --message 'payloads'
}

# run NAME EXPECTED-CODE COMMAND…; what it prints is in "$log" afterwards.
run() {
    local name=$1 expected=$2 code=0
    shift 2
    log="$scratch/$name.log"
    (cd "$payloads" && "$@") >"$log" 2>&1 || code=$?
    [ "$code" -eq "$expected" ] || fail "$name ended with $code instead of $expected" "$log"
}

says() {
    grep --fixed-strings --quiet -- "$1" "$log" || fail "it does not say: $1" "$log"
}

says_five_mistakes() {
    says 'error[required]: the member "supplierB2BId" is missing at /b2bIds'
    says 'error[pattern]: "PMT7F3A9C21E84D4B6FA05D92C7-31E68F0" does not match the pattern'
    says 'error[enum]: "NETFT" is not one of the allowed values at /payment/mode'
    says 'did you mean "NEFT"?'
    says 'error[type]: expected a number, found a string at /payment/invoicesPayInfos/0/invoiceAmount/dueAmount'
    says 'error[type]: expected an array, found null at /additionalInfos'
    says '1 invalid, 5 errors'
}

install_pre_commit
snapshot_hook_repository
make_payloads

run try-repo-good 0 "$pre_commit" try-repo "$hook" tollgate-check --verbose --files good-own.json
says 'ok good-own.json'
says 'Passed'
run try-repo-bad 1 "$pre_commit" try-repo "$hook" tollgate-check --verbose --files bad-own.json
says 'Failed'
says 'bad-own.json:'
says_five_mistakes

run configured-good 0 "$pre_commit" run tollgate-check --verbose --files good.json
says 'against req-pay: valid'
run configured-bad 1 "$pre_commit" run tollgate-check --verbose --files bad.json
says '--> bad.json:'
says_five_mistakes

run lint-good 0 "$pre_commit" run tollgate-lint --verbose \
    --files schemas/req-pay.request.schema.json schemas/no-schema-by-name.json good.json
says 'ok schemas/req-pay.request.schema.json'
says 'checked 1 schema: sound'
run lint-odd 1 "$pre_commit" run tollgate-lint --verbose --files schemas/odd.schema.json
says 'schemas/odd.schema.json:1:21: lint[keyword-of-other-type]: `minLength` is about strings'

echo "pre-commit test: passed"

#!/bin/sh
# Hands a key from Vault to one program, for whoever has a clearance: sh release-key.sh ./sign-model model.bin
# The program finds the key in its environment as RELEASED_KEY. The key is never printed, never an argument, never a file.
#
# CHECKRIDE_CLEARANCE_FILE  what checkride-gate.sh, `checkride gate --out` or the GitHub Action has written
# VAULT_ADDR                https://vault.example.com
# VAULT_ROLE                model-key
# VAULT_KEY                 secret/data/models/signing, and which field of it: VAULT_FIELD (usual: key)
# Ends with 1 when Vault does not believe the clearance, with 3 when it does not answer, else as the program does.
set -eu
umask 077

stop() {
  code=$1
  shift
  printf '%s\n' "$*" >&2
  exit "$code"
}

[ $# -gt 0 ] || stop 2 "Say which program is to have the key."
: "${CHECKRIDE_CLEARANCE_FILE:?}" "${VAULT_ADDR:?}" "${VAULT_ROLE:?}" "${VAULT_KEY:?}"
case $VAULT_ADDR in
https://* | http://127.0.0.1:*) ;;
*) stop 2 "VAULT_ADDR must begin with https://." ;;
esac
[ -s "$CHECKRIDE_CLEARANCE_FILE" ] || stop 1 "There is no clearance: ask the gate first."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
vault() {
  method=$1 path=$2
  shift 2
  curl -sS --max-time 10 --max-filesize 1000000 -w '%{http_code}' -o "$work/answer" -X "$method" "$@" \
    "${VAULT_ADDR%/}/v1/$path" 2>"$work/fault" || stop 3 "Vault does not answer."
}

tr -d '\r\n' <"$CHECKRIDE_CLEARANCE_FILE" |
  jq -R --arg role "$VAULT_ROLE" '{ role: $role, jwt: . }' >"$work/login"
status=$(vault POST auth/checkride/login --data-binary "@$work/login")
case $status in
200) ;;
400 | 403) stop 1 "Vault does not believe this clearance: $(jq -r '.errors | join(", ")' "$work/answer" | tr -d '\000-\037\177')" ;;
*) stop 3 "Vault answers $status." ;;
esac
printf 'x-vault-token: %s\n' "$(jq -er .auth.client_token "$work/answer")" >"$work/token"

status=$(vault GET "$VAULT_KEY" -H "@$work/token")
[ "$status" = 200 ] || stop 1 "The key is not given out (Vault answers $status)."
RELEASED_KEY=$(jq -er --arg field "${VAULT_FIELD:-key}" '.data.data[$field] | strings' "$work/answer") ||
  stop 1 "There is no such key."
rm -rf "$work"
export RELEASED_KEY
exec "$@"

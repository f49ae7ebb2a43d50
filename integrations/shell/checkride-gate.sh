#!/bin/sh
# Asks a gate of Checkride: sh checkride-gate.sh deploy/production
#
# CHECKRIDE_URL             the server, over https
# CHECKRIDE_ID_TOKEN        the token that the forge has issued to this pipeline; or else
# CHECKRIDE_TOKEN           an access token, about its own person, or with the right gates:decide about
# CHECKRIDE_ACCOUNT         the holder of this account, as github.com/583231, or
# CHECKRIDE_EMAIL           this person, as somebody said who knows it; never an address out of a commit
# CHECKRIDE_CLEARANCE_FILE  where the clearance is written to, for whoever checks it next
# CHECKRIDE_WHEN_AWAY       allow: go on when the server does not answer; deny (usual): do not
#
# Ends with 0 open, 1 closed, 2 used wrongly, 3 no answer, 4 whoever asks may not.
# The server says yes by status 200 with a clearance for this gate; nothing else opens.
set -eu
umask 077
LC_ALL=C
export LC_ALL

stop() {
  code=$1
  shift
  printf '%s\n' "$*" >&2
  exit "$code"
}

for tool in curl awk base64; do
  command -v "$tool" >/dev/null || stop 2 "This machine has no $tool, so nobody can be asked."
done

gate=${1:-}
url=${CHECKRIDE_URL:-}
url=${url%/}
case $gate in
'' | *[!a-z0-9._/-]*) stop 2 "Give a gate as the policy names it, such as deploy/production." ;;
esac
case $url in
https://* | http://127.0.0.1:* | http://localhost:*) ;;
*) stop 2 "CHECKRIDE_URL must be an address that begins with https://." ;;
esac
# What goes into JSON below must need no escaping there.
for value in "${CHECKRIDE_ID_TOKEN:-}" "${CHECKRIDE_ACCOUNT:-}" "${CHECKRIDE_EMAIL:-}"; do
  case $value in
  *[!A-Za-z0-9._@+%:/-]*) stop 2 "A variable has characters that no token, account or address has." ;;
  esac
done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
path=$(printf '%s' "$gate" | sed 's|/|%2F|g')

# Secrets go through files that only this account reads: arguments of programs are there for everybody to see.
: >"$work/headers"
if [ -n "${CHECKRIDE_ID_TOKEN:-}" ]; then
  ask="gates/$path/ci-clearances"
  printf '{"token":"%s"}' "$CHECKRIDE_ID_TOKEN" >"$work/body"
else
  [ -n "${CHECKRIDE_TOKEN:-}" ] || stop 4 "Give CHECKRIDE_ID_TOKEN or CHECKRIDE_TOKEN: a gate answers about somebody."
  printf 'authorization: Bearer %s\n' "$CHECKRIDE_TOKEN" >"$work/headers"
  ask="gates/$path/clearances"
  if [ -n "${CHECKRIDE_ACCOUNT:-}" ]; then
    printf '{"subject":{"account":{"forge":"%s","id":"%s"}}}' \
      "${CHECKRIDE_ACCOUNT%/*}" "${CHECKRIDE_ACCOUNT##*/}" >"$work/body"
  elif [ -n "${CHECKRIDE_EMAIL:-}" ]; then
    printf '{"subject":{"email":"%s"}}' "$CHECKRIDE_EMAIL" >"$work/body"
  else
    ask="me/$ask"
    : >"$work/body"
  fi
fi

status=$(curl -sS --max-time 5 --max-filesize 1000000 -o "$work/answer" -w '%{http_code}' -X POST \
  -H 'content-type: application/json' -H "@$work/headers" --data-binary "@$work/body" \
  "$url/api/$ask" 2>"$work/fault") || status=000
[ -f "$work/answer" ] || : >"$work/answer"

# Each text of this name, one a line, fit for a terminal. A quote inside a text is escaped, so no text passes for a name.
texts() {
  tr -d '\000-\037\177' <"$work/answer" | awk -v name="$1" '{
    rest = $0
    gsub(/\{"code":"holds",[^}]*\}/, "", rest)
    while (match(rest, "\"" name "\":\"([^\"\\\\]|\\\\.)*\"")) {
      text = substr(rest, RSTART + length(name) + 4, RLENGTH - length(name) - 5)
      rest = substr(rest, RSTART + RLENGTH)
      gsub(/\\"/, "\"", text)
      gsub(/\\[nrtbf]/, " ", text)
      gsub(/\\\\/, "\\", text)
      print text
    }
  }'
}
first() { texts "$1" | sed -n 1p; }

# The claims of a clearance: only to see that it is for this gate. Its signature is for whoever is handed it.
claims() {
  text=$(printf '%s' "$1" | cut -d. -f2 | tr '_-' '/+')
  while [ $((${#text} % 4)) -ne 0 ]; do text="$text="; done
  printf '%s' "$text" | base64 -d 2>"$work/fault"
}

away() {
  if [ "${CHECKRIDE_WHEN_AWAY:-deny}" = allow ]; then
    printf 'open    %s: %s, and this pipeline goes on without an answer\n' "$gate" "$1"
    exit 0
  fi
  stop 3 "closed  $gate: $1, so there is no answer"
}

case $status in
200)
  clearance=$(first clearance)
  case $(claims "$clearance" || :) in
  *"\"aud\":\"$gate\""*) ;;
  *) away "what answers at $url is no Checkride server" ;;
  esac
  [ -z "${CHECKRIDE_CLEARANCE_FILE:-}" ] || printf '%s\n' "$clearance" >"$CHECKRIDE_CLEARANCE_FILE"
  case $(claims "$clearance") in
  *'"earned":true'*) printf 'open    %s\n' "$gate" ;;
  *'"mode":"warn"'*)
    printf 'open    %s, with a warning: it does not enforce its rule yet\n' "$gate"
    texts says | sort -u | sed 's/^/  /'
    texts url | sort -u | sed 's/^/  /'
    ;;
  esac
  ;;
403)
  [ "$(first code)" = gate-closed ] || stop 4 "closed  $gate: $(first detail) $(first wayOut)"
  printf 'closed  %s\n  %s\n  %s\n' "$gate" "$(first detail)" "$(first wayOut)"
  exit 1
  ;;
400 | 404 | 413 | 422) stop 2 "closed  $gate: $(first detail) $(first wayOut)" ;;
401) stop 4 "closed  $gate: $(first detail) $(first wayOut)" ;;
*) away "$url does not answer (status $status)" ;;
esac

#!/bin/sh
# sh check-clearance.sh clearance.jwt keys.json https://checkride.example.com deploy/production
# Needs openssl (3 or newer) and jq.
set -eu
clearance=$1 keys=$2 issuer=$3 gate=$4

closed() {
  echo "closed: $1"
  exit 1
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# base64url without padding, as tokens have it
decode() {
  text=$(tr '_-' '/+')
  case $((${#text} % 4)) in
    2) text="$text==" ;;
    3) text="$text=" ;;
  esac
  printf '%s' "$text" | openssl base64 -d -A
}

token=$(tr -d '\r\n' <"$clearance")
printf '%s' "$token" | grep -Eqx '[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+' || closed "it is no signed token"
[ ${#token} -le 65536 ] || closed "it is too large"
signed=${token%.*}
printf '%s' "${signed%.*}" | decode >"$work/header.json"
printf '%s' "${signed#*.}" | decode >"$work/claims.json"
printf '%s' "${token##*.}" | decode >"$work/signature"

# Without --stream a name that stands twice would be read as the last one.
for part in header claims; do
  jq -e 'type == "object"' "$work/$part.json" >"$work/said" 2>&1 || closed "it holds no JSON object"
  twice=$(jq -c --stream 'select(length == 2) | .[0]' "$work/$part.json" | sort | uniq -d)
  [ -z "$twice" ] || closed "it says something twice"
done
jq -e '.alg == "RS256" and (has("crit") | not)' "$work/header.json" >"$work/said" || closed "it is not signed with RS256"
jq -e '.typ == "clearance+jwt"' "$work/header.json" >"$work/said" || closed "it is no clearance"

# The key that it names, from JSON to the form that openssl reads (RFC 8017, appendix A.1.1)
jq -e --slurpfile header "$work/header.json" \
  '[.keys[] | select(.kty == "RSA" and .kid == $header[0].kid)] | select(length == 1) | .[0]' \
  "$keys" >"$work/key.json" || closed "its key is not known"
hex() { jq -r ".$1" "$work/key.json" | tr -d '\n' | decode | od -An -v -tx1 | tr -d ' \n'; }
cat >"$work/key.conf" <<KEY
asn1=SEQUENCE:key
[key]
algorithm=SEQUENCE:algorithm
key=BITWRAP,SEQUENCE:numbers
[algorithm]
oid=OID:rsaEncryption
none=NULL
[numbers]
n=INTEGER:0x$(hex n)
e=INTEGER:0x$(hex e)
KEY
openssl asn1parse -genconf "$work/key.conf" -noout -out "$work/key.der"
openssl pkey -pubin -inform DER -in "$work/key.der" -out "$work/key.pem"
printf '%s' "$signed" |
  openssl dgst -sha256 -verify "$work/key.pem" -signature "$work/signature" >"$work/said" 2>&1 ||
  closed "its signature is wrong"

says() { jq -e --arg issuer "$issuer" --arg gate "$gate" "$1" "$work/claims.json" >"$work/said" || closed "$2"; }
says '.iss == $issuer' "another issuer gave it"
says '.aud == $gate' "it is for another gate"
says '[.iat, .nbf, .exp] | all(type == "number")' "it lacks a time"
says '([.iat, .nbf] | max) <= now + 60' "it begins in the future"
says 'now < .exp + 60' "it has expired"
says '.outcome == "allow" and (.sub | type == "string")' "it does not say allow"
echo "open until $(jq -r '.exp | todate' "$work/claims.json")"

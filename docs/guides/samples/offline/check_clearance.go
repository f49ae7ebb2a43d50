// go run check_clearance.go clearance.jwt keys.json https://checkride.example.com deploy/production
// Nothing but the standard library.
package main

import (
	"bytes"
	"crypto"
	"crypto/rsa"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"os"
	"strings"
	"time"
)

const skewSeconds = 60

type header struct {
	Alg  string          `json:"alg"`
	Typ  string          `json:"typ"`
	Kid  string          `json:"kid"`
	Crit json.RawMessage `json:"crit"`
}

type claims struct {
	Iss     string   `json:"iss"`
	Sub     string   `json:"sub"`
	Aud     string   `json:"aud"`
	Iat     *float64 `json:"iat"`
	Nbf     *float64 `json:"nbf"`
	Exp     *float64 `json:"exp"`
	Outcome string   `json:"outcome"`
}

type keySet struct {
	Keys []struct{ Kty, Kid, N, E string }
}

var encoding = base64.RawURLEncoding.Strict()

// nameTwice says whether an object on the outermost level has a name twice, or in two cases:
// encoding/json would take the last and does not look at the case.
func nameTwice(data []byte) bool {
	decoder := json.NewDecoder(bytes.NewReader(data))
	if start, err := decoder.Token(); err != nil || start != json.Delim('{') {
		return true
	}
	seen := map[string]bool{}
	for decoder.More() {
		name, err := decoder.Token()
		text, isText := name.(string)
		if err != nil || !isText || seen[strings.ToLower(text)] {
			return true
		}
		seen[strings.ToLower(text)] = true
		var value json.RawMessage
		if decoder.Decode(&value) != nil {
			return true
		}
	}
	return false
}

func read(part string, into any) error {
	data, err := encoding.DecodeString(part)
	if err != nil || nameTwice(data) || json.Unmarshal(data, into) != nil {
		return errors.New("it is no signed token")
	}
	return nil
}

func keyNamed(set keySet, kid string) (*rsa.PublicKey, error) {
	var found *rsa.PublicKey
	for _, key := range set.Keys {
		if key.Kty != "RSA" || key.Kid != kid {
			continue
		}
		n, errN := encoding.DecodeString(key.N)
		e, errE := encoding.DecodeString(key.E)
		if errN != nil || errE != nil || len(e) > 4 || len(n) < 256 || found != nil {
			return nil, errors.New("its key is not usable")
		}
		found = &rsa.PublicKey{N: new(big.Int).SetBytes(n), E: int(new(big.Int).SetBytes(e).Int64())}
	}
	if found == nil {
		return nil, errors.New("its key is not known")
	}
	return found, nil
}

func check(token string, set keySet, issuer, gate string, now float64) (*claims, error) {
	parts := strings.Split(token, ".")
	if len(token) > 65536 || len(parts) != 3 {
		return nil, errors.New("it is no signed token")
	}
	var head header
	if err := read(parts[0], &head); err != nil {
		return nil, err
	}
	if head.Alg != "RS256" || head.Typ != "clearance+jwt" || head.Crit != nil {
		return nil, errors.New("it is no clearance signed with RS256")
	}
	key, err := keyNamed(set, head.Kid)
	if err != nil {
		return nil, err
	}
	signature, err := encoding.DecodeString(parts[2])
	digest := sha256.Sum256([]byte(parts[0] + "." + parts[1]))
	if err != nil || rsa.VerifyPKCS1v15(key, crypto.SHA256, digest[:], signature) != nil {
		return nil, errors.New("its signature is wrong")
	}
	var said claims
	if err := read(parts[1], &said); err != nil {
		return nil, err
	}
	switch {
	case said.Iss != issuer:
		return nil, errors.New("another issuer gave it")
	case said.Aud != gate:
		return nil, errors.New("it is for another gate")
	case said.Iat == nil || said.Nbf == nil || said.Exp == nil:
		return nil, errors.New("it lacks a time")
	case max(*said.Iat, *said.Nbf) > now+skewSeconds:
		return nil, errors.New("it begins in the future")
	case now >= *said.Exp+skewSeconds:
		return nil, errors.New("it has expired")
	case said.Outcome != "allow" || said.Sub == "":
		return nil, errors.New("it does not say allow")
	}
	return &said, nil
}

func main() {
	if len(os.Args) != 5 {
		fmt.Println("closed: clearance, keys, issuer and gate are meant")
		os.Exit(2)
	}
	token, errToken := os.ReadFile(os.Args[1])
	keys, errKeys := os.ReadFile(os.Args[2])
	var set keySet
	if errToken != nil || errKeys != nil || json.Unmarshal(keys, &set) != nil {
		fmt.Println("closed: the files cannot be read")
		os.Exit(2)
	}
	now := float64(time.Now().Unix())
	said, err := check(strings.TrimSpace(string(token)), set, os.Args[3], os.Args[4], now)
	if err != nil {
		fmt.Println("closed:", err)
		os.Exit(1)
	}
	fmt.Println("open until", time.Unix(int64(*said.Exp), 0).UTC().Format(time.RFC3339))
}

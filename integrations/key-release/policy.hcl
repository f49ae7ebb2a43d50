# The one key, to be read and nothing else.
path "secret/data/models/signing" {
  capabilities = ["read"]
}

/** Under which address the installation is reached, and whether anybody else can. */
export type Address = { readonly url: string; readonly isPublic: boolean };

export type IssuerNames = {
  /** The installation's address, without a slash at its end. */
  readonly url: string;
  /** Whom a credential names as its issuer. */
  readonly id: string;
  /** Where one key is found as a document of its own; tokens name their key by it. */
  readonly keyUrl: (name: string) => string;
  /** What a Data Integrity proof names as its key. */
  readonly methodId: (name: string) => string;
};

/**
 * A `did:web` needs https and a host of its own; wallets and verifiers know it best. Anywhere else the issuer
 * is a document with an address, which the same verifiers fetch.
 */
export const issuerNames = (url: string): IssuerNames => {
  const { protocol, host, pathname } = new URL(url);
  const keyUrl = (name: string) => `${url}/issuer/keys/${name}`;
  if (protocol !== "https:" || pathname !== "/") {
    return { url, id: `${url}/issuer`, keyUrl, methodId: keyUrl };
  }
  const id = `did:web:${host.replace(":", "%3A")}`;
  return { url, id, keyUrl, methodId: (name) => `${id}#${name}` };
};

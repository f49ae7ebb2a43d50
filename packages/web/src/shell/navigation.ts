import type { Right } from "@checkride/rules/rights";

export type NavItem = {
  readonly to:
    | "/"
    | "/certificates"
    | "/tracks"
    | "/labs"
    | "/cases"
    | "/glossary"
    | "/documents"
    | "/competencies"
    | "/refreshers"
    | "/reviews"
    | "/coverage"
    | "/content"
    | "/kits"
    | "/people"
    | "/policy"
    | "/gates"
    | "/integrations"
    | "/evidence"
    | "/tokens"
    | "/account";
  readonly title: string;
  /** Pressed after `g`. */
  readonly key: string;
  /** Any one of these; empty: everybody who is signed in. */
  readonly rights: readonly Right[];
  readonly group: "own" | "programme" | "foot";
};

const navItems: readonly NavItem[] = [
  { to: "/", title: "My standing", key: "h", rights: ["standing:own"], group: "own" },
  {
    to: "/certificates",
    title: "My certificates",
    key: "m",
    rights: ["standing:own"],
    group: "own",
  },
  { to: "/tracks", title: "Tracks", key: "l", rights: ["learning:own"], group: "own" },
  { to: "/labs", title: "Labs", key: "b", rights: ["learning:own"], group: "own" },
  {
    to: "/competencies",
    title: "Competencies",
    key: "k",
    rights: ["learning:own"],
    group: "own",
  },
  { to: "/refreshers", title: "Refreshers", key: "r", rights: ["learning:own"], group: "own" },
  { to: "/cases", title: "Cases", key: "c", rights: ["learning:own"], group: "own" },
  { to: "/documents", title: "Documents", key: "d", rights: ["learning:own"], group: "own" },
  { to: "/glossary", title: "Glossary", key: "w", rights: ["learning:own"], group: "own" },
  { to: "/kits", title: "Sessions", key: "s", rights: ["kits:read"], group: "programme" },
  {
    to: "/people",
    title: "People",
    key: "p",
    rights: ["people:read", "people:counts"],
    group: "programme",
  },
  {
    to: "/reviews",
    title: "Reviews",
    key: "i",
    rights: ["assessments:review"],
    group: "programme",
  },
  { to: "/policy", title: "Policy", key: "o", rights: ["policy:read"], group: "programme" },
  {
    to: "/coverage",
    title: "Threat coverage",
    key: "v",
    rights: ["coverage:read"],
    group: "programme",
  },
  {
    to: "/content",
    title: "Content health",
    key: "n",
    rights: ["content:read"],
    group: "programme",
  },
  { to: "/gates", title: "Gates", key: "g", rights: ["gates:read"], group: "programme" },
  {
    to: "/integrations",
    title: "Integrations",
    key: "x",
    rights: ["hooks:read", "forges:read", "keys:read"],
    group: "programme",
  },
  { to: "/evidence", title: "Evidence", key: "e", rights: ["evidence:read"], group: "programme" },
  { to: "/tokens", title: "Access tokens", key: "t", rights: ["tokens:write"], group: "programme" },
  { to: "/account", title: "Account", key: "a", rights: ["account:own"], group: "foot" },
];

/** What a person may go to, and nothing else: a link that ends in a refusal is no link. */
export const navigationFor = (can: (right: Right) => boolean): readonly NavItem[] =>
  navItems.filter((item) => item.rights.length === 0 || item.rights.some(can));

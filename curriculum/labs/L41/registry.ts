import type { Draw } from "@checkride/range/draw";

/** What a registry says about a package; null: there is none of this name. */
export type Listing = {
  /** Days since the first version, and since the newest. */
  readonly age: number;
  readonly newest: number;
  readonly downloads: number;
  readonly owners: number;
  /** Whether the repository that it names knows this package. */
  readonly link: "matches" | "other" | "none";
  readonly script: "yes" | "no";
  readonly archived: "yes" | "no";
};

export const situations = ["missing", "fresh", "abandoned", "small", "popular"] as const;
export type Situation = (typeof situations)[number];

export type Package = {
  readonly name: string;
  readonly situation: Situation;
  readonly listing: Listing | null;
};

/** Looks good wherever a quick look goes: downloads, versions, sometimes even a repository of its own. */
const fresh = (draw: Draw): Listing => {
  const age = draw.whole(3, 13);
  return {
    age,
    newest: draw.whole(0, age - 1),
    downloads: draw.whole(9, 88) * 1_000,
    owners: 1,
    link: draw.pick(["other", "none", "matches"]),
    script: draw.pick(["yes", "no"]),
    archived: "no",
  };
};

const abandoned = (draw: Draw): Listing => {
  const newest = draw.whole(1_700, 2_600);
  return {
    age: newest + draw.whole(200, 900),
    newest,
    downloads: draw.whole(2, 400) * 1_000,
    owners: draw.whole(1, 2),
    link: "matches",
    script: "no",
    archived: draw.pick(["yes", "no"]),
  };
};

/** Fine, and everything that counts is small. */
const small = (draw: Draw): Listing => ({
  age: draw.whole(400, 2_400),
  newest: draw.whole(120, 620),
  downloads: draw.whole(60, 900),
  owners: 1,
  link: "matches",
  script: draw.pick(["yes", "no"]),
  archived: "no",
});

const popular = (draw: Draw): Listing => ({
  age: draw.whole(1_500, 4_000),
  newest: draw.whole(1, 90),
  downloads: draw.whole(2, 90) * 1_000_000,
  owners: draw.whole(2, 9),
  link: "matches",
  script: draw.pick(["yes", "no"]),
  archived: "no",
});

const listings = { fresh, abandoned, small, popular } as const;

export const listingOf = (draw: Draw, situation: Situation): Listing | null =>
  situation === "missing" ? null : listings[situation](draw);

const links = (name: string): Readonly<Record<Listing["link"], string>> => ({
  matches: `code.example/${name}, which builds and publishes it`,
  other: "code.example/web-kit, in which this name does not occur",
  none: "none",
});

/** As a command line would print it. */
export const record = ({ name, listing }: Package): string =>
  listing === null
    ? `$ registry show ${name}\nnot found\nsearched versions: 0    mirrors: 0    reserved: no`
    : [
        `$ registry show ${name}`,
        `first published  ${listing.age} days ago`,
        `newest version   ${listing.newest} days ago`,
        `downloads        ${listing.downloads.toLocaleString("en")} a week`,
        `owners           ${listing.owners}`,
        `repository       ${links(name)[listing.link]}`,
        `archived         ${listing.archived}`,
        `install script   ${listing.script}`,
      ].join("\n");

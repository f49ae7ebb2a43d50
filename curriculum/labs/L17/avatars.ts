import type { Check, CheckCase } from "@checkride/range/checks";
import type { Draw } from "@checkride/range/draw";

const folder = "/srv/avatars";

type Disk = {
  readonly files: Readonly<Record<string, string>>;
  readonly links: Readonly<Record<string, string>>;
  readonly outside: readonly string[];
  readonly neighbour: string;
};

const pictures = [
  "ada.png",
  "müller.png",
  "j. r. adams.png",
  "a..b.png",
  "..hidden.png",
  "50%.png",
];

const drawDisk = (draw: Draw): Disk => {
  const neighbour = `avatars${draw.pick(["-", "_", "."])}${draw.word(4)}`;
  const outside = [
    "/etc/passwd",
    `/var/keys/${draw.word(6)}`,
    `/home/${draw.word(5)}/.ssh/id_ed25519`,
  ];
  const names = [...pictures.map((name) => `${folder}/${name}`), ...outside];
  const all = [...names, `${folder}/team/${draw.word(4)}.png`, `/srv/${neighbour}/old.png`];
  return {
    files: Object.fromEntries(all.map((path) => [path, draw.word(12)])),
    links: {
      [`${folder}/default.png`]: "ada.png",
      [`${folder}/theme`]: outside[1] ?? "",
      [`${folder}/logo.png`]: `../../..${outside[2] ?? ""}`,
    },
    outside,
    neighbour,
  };
};

const ask = ({ files, links }: Disk, name: string, wants: CheckCase["wants"]): CheckCase => ({
  args: ["avatar", { files, links, name }],
  wants,
});

/** Any refusal is right; its sentence is for the log. */
const refused: CheckCase["wants"] = ({ value }) =>
  Object.entries(value ?? {}).some(([key, text]) => key === "refused" && typeof text === "string");

const shown = (disk: Disk, name: string, path: string): CheckCase =>
  ask(disk, name, { picture: disk.files[path] ?? "" });

export const insideCases = (draw: Draw): readonly CheckCase[] => {
  const disk = drawDisk(draw);
  const inTeam = Object.keys(disk.files).find((path) => path.startsWith(`${folder}/team/`)) ?? "";
  return [
    { ...shown(disk, "ada.png", `${folder}/ada.png`), isPublic: true },
    ...pictures.map((name) => shown(disk, encodeURIComponent(name), `${folder}/${name}`)),
    shown(disk, "default.png", `${folder}/ada.png`),
    shown(disk, inTeam.slice(folder.length + 1), inTeam),
  ];
};

const waysOut = (draw: Draw): readonly CheckCase[] => {
  const disk = drawDisk(draw);
  const climbs = disk.outside.flatMap((path) => [
    `../..${path}`,
    `..%2F..${path.replaceAll("/", "%2f")}`,
    path,
    encodeURIComponent(path),
    `ada.png/../../..${path}`,
    `....//....//${path.slice(1)}`,
  ]);
  return [
    { ...ask(disk, "../../etc/passwd", refused), isPublic: true },
    ...draw.shuffle(climbs).map((name) => ask(disk, name, refused)),
    ask(disk, "..", refused),
    ask(disk, ".", refused),
  ];
};

const links = (draw: Draw): readonly CheckCase[] => {
  const disk = drawDisk(draw);
  return ["theme", "logo.png", "./logo.png", "logo%2Epng"].map((name) => ask(disk, name, refused));
};

const neighbours = (draw: Draw): readonly CheckCase[] => {
  const disk = drawDisk(draw);
  const name = `../${disk.neighbour}/old.png`;
  return [name, encodeURIComponent(name)].map((one) => ask(disk, one, refused));
};

const nullBytes = (draw: Draw): readonly CheckCase[] => {
  const disk = drawDisk(draw);
  return ["ada.png%00.txt", "%00", "../../etc/passwd%00.png", `${draw.word(3)}%00`].map((name) =>
    ask(disk, name, refused),
  );
};

export const avatarCases: readonly Check[] = [
  {
    id: "ways-out-refused",
    half: "attacks",
    says: "No name leads out of the folder of pictures: not by dots, not by a whole path, not encoded.",
    why: "Decide by where a path leads when everything is decoded and resolved, and allow one place.",
    cases: waysOut,
  },
  {
    id: "links-stay-inside",
    half: "attacks",
    says: "A link inside the folder that leads out of it is refused.",
    why: "Text cannot tell where a link leads. Resolve first, compare afterwards.",
    cases: links,
  },
  {
    id: "neighbour-refused",
    half: "attacks",
    says: "A neighbouring folder whose name begins alike is refused.",
    why: "`/srv/avatars-old` begins with `/srv/avatars`. Compare with the slash behind it.",
    cases: neighbours,
  },
  {
    id: "null-bytes-refused",
    half: "attacks",
    says: "A null byte in a name is refused, and nothing breaks.",
    why: "The system throws on it. An error that nobody expects is a blank page for the user and noise in the log.",
    cases: nullBytes,
  },
];

import type { NewFiles } from "./code-files.ts";

const checks = `import { readYamlFile } from "@checkride/range/kit/files/read-yaml-file";
import type { FilesLab } from "@checkride/range/kit/files-lab";

type Task = { readonly bucket: string; readonly service: string };

type Access = {
  readonly bucket: string;
  readonly isPublic: boolean;
  readonly readers: readonly string[];
};

/** What happens when somebody asks: the one question that the checks put. */
const mayRead = (access: readonly Access[], { bucket }: Task, who: string): boolean =>
  access.some(
    (one) =>
      one.bucket === bucket &&
      (one.isPublic ||
        one.readers.some((reader) =>
          reader.endsWith("*") ? who.startsWith(reader.slice(0, -1)) : reader === who,
        )),
  );

export const lab: FilesLab<Task, readonly Access[]> = {
  draw: (draw) => ({ bucket: \`orders-\${draw.word(6)}\`, service: \`billing-\${draw.word(6)}\` }),
  fills: ({ bucket, service }) => ({ bucket, service }),
  reads: (files) =>
    readYamlFile(files, "access.yaml", (document) =>
      document.object((key) => ({
        bucket: key("bucket").text(),
        isPublic: key("public").flag(false),
        readers: key("readers").list((reader) => reader.text()),
      })),
    ),
  shows: (task, access) =>
    [task.service, "backup", "anybody"]
      .map((who) => \`\${who} \${mayRead(access, task, who) ? "may" : "may not"} read \${task.bucket}\`)
      .join("\\n"),
  checks: [
    {
      id: "billing-reads",
      half: "works",
      says: "Billing and the backup read the orders.",
      why: "Both are named in the brief, and both must be readers.",
      isPublic: true,
      holds: (task, access) =>
        [task.service, "backup"].every((who) => mayRead(access, task, who)),
    },
    {
      id: "strangers-refused",
      half: "attacks",
      says: "Nobody else reads them.",
      why: "Whatever is public is for strangers, too.",
      holds: (task, access) =>
        ["anybody", "", "root"].every((who) => !mayRead(access, task, who)),
    },
    {
      id: "names-alike",
      half: "attacks",
      says: "Whoever is called nearly like them does not read them.",
      why: "A star stands for every name that begins so.",
      holds: (task, access) =>
        [\`\${task.service}-test\`, "billing", "billing-other", "backups"].every(
          (who) => !mayRead(access, task, who),
        ),
    },
  ],
};
`;

const access = (isPublic: boolean, readers: string): string => `bucket: [[bucket]]
public: ${isPublic}
readers: [${readers}]
`;

export const filesFiles: NewFiles = {
  running: `edit: [access.yaml]
weakened:
  still-public:
    says: Names the readers and leaves the bucket public.
    fails: [strangers-refused, names-alike]
  star:
    says: Every billing service may read.
    fails: [names-alike]
  nobody:
    says: Refuses everybody.
    fails: [billing-reads]
`,
  files: {
    "start/access.yaml": access(true, ""),
    "reference/access.yaml": access(false, "[[service]], backup"),
    "weakened/still-public/access.yaml": access(true, "[[service]], backup"),
    "weakened/star/access.yaml": access(false, "billing-*, backup"),
    "weakened/nobody/access.yaml": access(false, ""),
    "checks.ts": checks,
  },
};

import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export const moduleFile = (minutes = 5): string => `id: m99
title: Our own rules
summary: What holds here only.
minutes: ${minutes}
owner: Platform security
reviewed: 2026-11-21
reviewBy: 2027-05-21
lessons: [m99-1]
today: Read the rules.
changes:
  - { on: 2026-11-21, says: First edition. }
`;

export const lessonFile = (title = "Keys stay here", says = "They do."): string => `---
id: m99-1
title: ${title}
minutes: 5
claim: You can say where keys stay.
sources:
  rules: { title: Our rules, url: https://example.com/rules }
---

## Know: where keys stay (5 min)

${says} [Rules](source:rules).

\`\`\`choose
id: e99a
ask: Where do keys stay?
options:
  - { text: With us alone, right: true, why: So it is. }
  - { text: With anybody, why: Not so. }
\`\`\`
`;

export const casePath = "cases/keys-2026.md";
export const caseFile = `---
id: keys-2026
title: A key in a chat
organisation: Ourselves
happened: 2026-04
sector: electronics
risks: [LLM02:2026]
modules: [m01]
labs: []
sources:
  news: { title: News, url: https://example.com/news }
---

## What happened

A key was pasted [News](source:news).
`;

export const lessonPath = "modules/m99/m99-1.md";
export const modulePath = "modules/m99/module.yaml";

/** A folder of an organisation's own, as people write into it. */
export const makeOwnFolder = async () => {
  const root = await mkdtemp(join(tmpdir(), "checkride-own-"));
  const write = async (file: string, text: string | Uint8Array): Promise<void> => {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), text);
  };
  await write(modulePath, moduleFile());
  await write(lessonPath, lessonFile());
  return {
    root,
    write,
    remove: (file: string) => rm(join(root, file), { recursive: true }),
    drop: () => rm(root, { recursive: true, force: true }),
  };
};

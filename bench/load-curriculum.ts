// Time to read a curriculum of many lessons: texts as they ship, copied into further modules.
// node bench/load-curriculum.ts [lessons]

import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readCurriculum } from "@checkride/curriculum-reader/read-curriculum";
import { readTree } from "@checkride/curriculum-reader/read-tree";

const shipped = fileURLToPath(new URL("../curriculum", import.meta.url));
const wanted = Number(process.argv[2] ?? 500);

type Written = { readonly module: string; readonly id: string; readonly text: string };

/** Lessons with steps: one that is only known by name costs nothing. */
async function writtenLessons(): Promise<readonly Written[]> {
  const found: Written[] = [];
  for (const module of await readdir(join(shipped, "modules"))) {
    for (const name of await readdir(join(shipped, "modules", module))) {
      if (!/^[^.]+\.md$/.test(name)) continue;
      const text = await readFile(join(shipped, "modules", module, name), "utf8");
      if (text.includes("\n## ")) found.push({ module, id: name.slice(0, -3), text });
    }
  }
  return found;
}

async function fill(folder: string): Promise<number> {
  await cp(shipped, folder, { recursive: true });
  const lessons = await writtenLessons();
  let bytes = lessons.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  for (let copy = 0; copy < wanted - lessons.length; copy++) {
    const lesson = lessons[copy % lessons.length];
    if (lesson === undefined) break;
    const module = `x${String(copy).padStart(3, "0")}`;
    const at = join(folder, "modules", module);
    await mkdir(at);
    for (const name of await readdir(join(shipped, "modules", lesson.module))) {
      if (/^[^.]+\.md$/.test(name) || name === "module.yaml") continue;
      await cp(join(shipped, "modules", lesson.module, name), join(at, name));
    }
    const id = `${module}-1`;
    const minutes = /^minutes: (\d+)/m.exec(lesson.text)?.[1] ?? "10";
    await writeFile(join(at, `${id}.md`), lesson.text.replace(`id: ${lesson.id}`, `id: ${id}`));
    await writeFile(
      join(at, "module.yaml"),
      `id: ${module}\ntitle: T\nsummary: S\nminutes: ${minutes}\nowner: O\nreviewed: 2026-11-21\nreviewBy: 2027-05-21\nlessons: [${id}]\ntoday: T\nchanges: []\n`,
    );
    bytes += Buffer.byteLength(lesson.text);
  }
  return bytes;
}

const folder = await mkdtemp(join(tmpdir(), "bench-curriculum-"));
try {
  const bytes = await fill(folder);
  console.log(`${wanted} lessons of ${(bytes / wanted / 1024).toFixed(1)} KB in the mean`);
  console.log("run   read from disk   all   processor   lessons   faults");
  for (let run = 1; run <= 5; run++) {
    const before = performance.now();
    await readTree(folder);
    const treeMs = performance.now() - before;
    const cpu = process.cpuUsage();
    const start = performance.now();
    const { curriculum, faults } = await readCurriculum([folder]);
    const ms = performance.now() - start;
    const used = process.cpuUsage(cpu);
    const written = [...curriculum.lessons.values()].filter(({ steps }) => steps.length > 0).length;
    const cells = [
      `${run}`.padEnd(3),
      `${treeMs.toFixed(0)} ms`.padStart(14),
      `${ms.toFixed(0)} ms`.padStart(9),
      `${((used.user + used.system) / 1000).toFixed(0)} ms`.padStart(9),
      `${written}`.padStart(7),
      `${faults.length}`.padStart(6),
    ];
    console.log(cells.join("  "));
  }
} finally {
  await rm(folder, { recursive: true });
}

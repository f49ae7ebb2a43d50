import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { isWritten, type LabSource } from "@checkride/curriculum-reader/lab/lab-sources";
import { readLab } from "@checkride/curriculum-reader/lab/read-lab";
import { decode, type FileFault, type SourceFile } from "@checkride/curriculum-reader/source-file";
import { loadFault } from "@checkride/range/labs/load-faults";
import { loadLab } from "@checkride/range/labs/load-lab";
import type { OpenLab } from "@checkride/range/labs/open-lab";
import { fail, type Result } from "@checkride/rules/result";
import type { Content } from "../../platform/content.ts";
import type { StoredFile } from "../../platform/lab-tables.ts";

/** A lab that can be played, with the files that it was made of. */
export type PlayableLab = { readonly open: OpenLab; readonly files: readonly StoredFile[] };

export type LabBook = {
  /** As it is in force; an error says why it cannot be played. */
  readonly inForce: (id: string) => Promise<Result<PlayableLab, string>>;
  /** In a version that somebody began in. `filesOf` is asked where this process has not met it. */
  readonly inVersion: (
    id: string,
    version: string,
    filesOf: () => Promise<readonly StoredFile[] | null>,
  ) => Promise<Result<PlayableLab, string>>;
  /** Labs in force that are whole and do not load all the same. */
  readonly faults: () => Promise<readonly FileFault[]>;
  readonly close: () => Promise<void>;
};

const textsOf = (files: LabSource["files"]): readonly StoredFile[] =>
  [...files].flatMap(([path, source]) => {
    const read = decode(source);
    return "text" in read ? [{ path, text: read.text }] : [];
  });

const sourcesOf = (id: string, files: readonly StoredFile[]): ReadonlyMap<string, SourceFile> =>
  new Map(
    files.map(({ path, text }) => {
      const file = `labs/${id}/${path}`;
      return [path, { file, path: file, bytes: new TextEncoder().encode(text) }];
    }),
  );

/**
 * Labs are loaded from a private folder, each version from its own: what a process has imported it never reads again,
 * and the folder that an author writes into may be ahead of what is in force.
 */
export const makeLabBook = (content: () => Pick<Content, "labs">): LabBook => {
  const versions = new Map<string, Promise<Result<PlayableLab, string>>>();
  const current = new WeakMap<LabSource, Promise<Result<PlayableLab, string>>>();
  let home: Promise<string> | null = null;

  const lay = async (id: string, version: string, files: readonly StoredFile[]) => {
    home ??= mkdtemp(join(tmpdir(), "checkride-labs-"));
    const folder = join(await home, version, id);
    for (const { path, text } of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    return folder;
  };

  const load = async (
    id: string,
    files: readonly StoredFile[],
  ): Promise<Result<PlayableLab, string>> => {
    const { lab, faults } = readLab(`labs/${id}`, sourcesOf(id, files));
    const [fault] = faults.filter(({ severity }) => severity === "error");
    if (lab === null) return fail(fault ? `${fault.file}: ${fault.says}` : "it is not whole");
    const folder = await lay(id, lab.version, files);
    const loaded = await loadLab({ ...lab, folder });
    return loaded.ok ? { ok: true, value: { open: loaded.value, files } } : loaded;
  };

  const keep = async (id: string, loading: Promise<Result<PlayableLab, string>>) => {
    const loaded = await loading;
    if (loaded.ok) versions.set(`${id} ${loaded.value.open.lab.version}`, loading);
    return loaded;
  };

  const open = (source: LabSource): Promise<Result<PlayableLab, string>> => {
    const known = current.get(source) ?? keep(source.id, load(source.id, textsOf(source.files)));
    current.set(source, known);
    return known;
  };

  return {
    inForce: async (id) => {
      const source = content().labs.get(id);
      return source === undefined ? fail("there is no such lab") : open(source);
    },
    inVersion: async (id, version, filesOf) => {
      const key = `${id} ${version}`;
      const known = versions.get(key);
      if (known !== undefined) return known;
      const files = await filesOf();
      if (files === null) return fail("its files are not kept");
      return versions.get(key) ?? keep(id, load(id, files));
    },
    faults: async () => {
      const found: FileFault[] = [];
      for (const source of [...content().labs.values()].filter(isWritten)) {
        const opened = await open(source);
        if (!opened.ok) found.push(...loadFault(source, opened.error));
      }
      return found;
    },
    close: async () => {
      if (home !== null) await rm(await home, { recursive: true, force: true });
    },
  };
};

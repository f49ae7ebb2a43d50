import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** Pages are compressed once here instead of at every request. */
const compressible = /\.(m?js|css|html|svg|json|txt|map|wasm)$/;
const bytesMin = 1_000;

const compressBelow = (folder) => {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) {
      compressBelow(path);
    } else if (compressible.test(name) && statSync(path).size >= bytesMin) {
      const content = readFileSync(path);
      writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
      writeFileSync(
        `${path}.br`,
        brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }),
      );
    }
  }
};

compressBelow("dist/web");

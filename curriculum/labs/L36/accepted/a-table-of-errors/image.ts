import { addLayer } from "./platform.ts";
import type { BuildArguments } from "./service.ts";

const layers = (version: string): [string, Record<string, string>][] => [
  ["FROM distroless/node", {}],
  ["ENV VERSION", { "/etc/version": version }],
  ["COPY", { "/app/app.js": "program", "/app/package.json": "{}" }],
];

export function buildImage(args: BuildArguments) {
  for (const [command, files] of layers(args.VERSION)) addLayer(command, files);
}

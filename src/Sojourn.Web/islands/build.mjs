// Bundles the islands for the pages, or, with --tests, every *.test.ts for node's own runner.
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const forTests = process.argv.includes("--tests");
const shared = { bundle: true, charset: "utf8", legalComments: "none", logLevel: "warning", target: "es2022", format: "esm" };

if (forTests) {
  rmSync(".tests", { recursive: true, force: true });
  const tests = readdirSync(".", { recursive: true }).filter((file) => file.endsWith(".test.ts") && !file.startsWith("node_modules"));
  await build({ ...shared, entryPoints: tests, outdir: ".tests", platform: "node", sourcemap: "inline", outExtension: { ".js": ".mjs" } });
} else {
  const js = join("..", "wwwroot", "js");
  await build({ ...shared, entryPoints: ["islands.ts"], outfile: join(js, "islands.js"), minify: true });
  await build({ ...shared, entryPoints: ["room/worker.ts"], outfile: join(js, "room-worker.js"), minify: true });
}

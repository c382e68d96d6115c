import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";

const root = join(import.meta.dirname, "..");
const source = join(root, "apps/web/src/public/check");
const examples = join(root, "docs/cli/examples");

/** Where the page is served from, and kept from. */
export const checkPagePath: string = join(root, "apps/web/public/check.html");

/**
 * The page that checks a proof file, as one HTML file without any reference to the outside; its
 * content policy allows no connection at all.
 */
export async function buildCheckPage(): Promise<string> {
  const script = await bundledScript();
  const style = read(source, "page.css");
  return read(source, "page.html")
    .replace("{{style-hash}}", () => policyHash(style))
    .replace("{{script-hash}}", () => policyHash(script))
    .replace("{{style}}", () => style)
    .replace("{{script}}", () => script);
}

async function bundledScript(): Promise<string> {
  const exampleProof = {
    bundle: read(examples, "log-proof.json"),
    key: read(examples, "log-key.txt").trim(),
    witness: read(examples, "log-witness-key.txt").trim(),
  };
  const built = await build({
    root,
    configFile: false,
    logLevel: "error",
    define: { exampleProof: JSON.stringify(exampleProof) },
    resolve: { conditions: ["source", "browser", "import", "default"] },
    build: {
      write: false,
      target: "es2022",
      modulePreload: false,
      lib: { entry: join(source, "page.ts"), formats: ["iife"], name: "fairdueCheck" },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  const chunk = output !== undefined && "output" in output ? output.output[0] : undefined;
  if (chunk?.type !== "chunk") throw new Error("the page's script was not built");
  // A script in a page ends at the first "</script", wherever it stands.
  return chunk.code.replaceAll("</script", "<\\/script");
}

function policyHash(content: string): string {
  return `sha256-${createHash("sha256").update(content).digest("base64")}`;
}

function read(folder: string, name: string): string {
  return readFileSync(join(folder, name), "utf8");
}

if (import.meta.main) writeFileSync(checkPagePath, await buildCheckPage());

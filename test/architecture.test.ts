// The direction rules of the design, as tests: facts in, actions out; each foreign SDK behind one fence.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const root = path.resolve(import.meta.dirname, "../src");

interface SourceFile {
  readonly name: string;
  readonly text: string;
  readonly lines: number;
  readonly imports: readonly string[];
}

const files: SourceFile[] = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts") && !name.startsWith("generated"))
  .map((name) => {
    const text = readFileSync(path.join(root, name), "utf8");
    const imports = [...text.matchAll(/(?:^|\s)(?:import|export)\s[^;]*?from\s+"([^"]+)"|import\("([^"]+)"\)/gm)].map(
      (m) => m[1] ?? m[2] ?? "",
    );
    return { name, text, lines: text.split("\n").length, imports };
  });

const under = (folder: string) => files.filter((f) => f.name.startsWith(folder));

/** The target of a relative import as a path below src; a package name as it is. */
function resolve(from: string, specifier: string): string {
  return specifier.startsWith(".") ? path.posix.join(path.posix.dirname(from), specifier) : specifier;
}

function offenders(of: readonly SourceFile[], allowed: (target: string) => boolean): string[] {
  return of.flatMap((f) =>
    f.imports
      .map((i) => resolve(f.name, i))
      .filter((target) => !allowed(target))
      .map((target) => `${f.name} → ${target}`),
  );
}

describe("direction of imports", () => {
  it("sees the source", () => {
    expect(files.length).toBeGreaterThan(50);
    expect(files.flatMap((f) => f.imports).length).toBeGreaterThan(100);
  });

  it("domain/ imports only domain/, errors.ts and the date type", () => {
    const allowed = (t: string) => t.startsWith("domain/") || t === "errors.ts" || t === "temporal-polyfill";
    expect(offenders(under("domain/"), allowed)).toEqual([]);
  });

  it("reading/ imports only reading/, domain/ and pure text libraries", () => {
    const pure = ["opencc-js", "opencc-js/t2cn", "minisearch", "temporal-polyfill"];
    const allowed = (t: string) => t.startsWith("reading/") || t.startsWith("domain/") || pure.includes(t);
    expect(offenders(under("reading/"), allowed)).toEqual([]);
  });

  it("app/ imports only domain/, reading/, app/ and errors.ts", () => {
    const allowed = (t: string) => ["domain/", "reading/", "app/"].some((d) => t.startsWith(d)) || t === "errors.ts";
    expect(offenders(under("app/"), allowed)).toEqual([]);
  });

  it("an adapter never imports another adapter, nor a composition root", () => {
    const bad = under("adapters/").flatMap((f) => {
      const own = f.name.split("/").slice(0, 2).join("/");
      return f.imports
        .map((i) => resolve(f.name, i))
        .filter((t) => (t.startsWith("adapters/") && !t.startsWith(`${own}/`)) || /^(main|cli|config)\.ts$/.test(t))
        .map((t) => `${f.name} → ${t}`);
    });
    expect(bad).toEqual([]);
  });

  it("nothing imports main.ts or cli.ts", () => {
    const roots = files.flatMap((f) =>
      f.imports.map((i) => resolve(f.name, i)).filter((t) => /^(main|cli)\.ts$/.test(t)),
    );
    expect(roots).toEqual([]);
  });
});

describe("one folder per foreign SDK", () => {
  const fences: [RegExp, string[]][] = [
    [/^@slack\//, ["adapters/slack/"]],
    [/^(@prisma\/|pglite-prisma-adapter|@electric-sql\/)/, ["adapters/db/"]],
    [/generated\/prisma/, ["adapters/db/"]],
    [/^(pg-boss|node-cron)$/, ["adapters/jobs/"]],
    [/^openai$/, ["adapters/model/"]],
    [/^prom-client$/, ["adapters/metrics/"]],
    [/^(docx|saxes|fflate|parse5|csv-parse|mammoth|exceljs)(\/|$)/, ["adapters/documents/"]],
    [/^chinese-days$/, ["adapters/calendar/"]],
    [/^i18next$/, ["text/"]],
    [/^commander$/, ["cli"]],
  ];
  it.each(fences)("%s", (sdk, folders) => {
    // A type of PGlite may cross: the queue shares the store's one in-process database.
    const outside = files.filter((f) => !folders.some((d) => f.name.startsWith(d)));
    const bad = outside.flatMap((f) =>
      f.imports.filter((i) => sdk.test(i) && !isTypeOnly(f.text, i)).map((i) => `${f.name} → ${i}`),
    );
    expect(bad).toEqual([]);
  });
});

function isTypeOnly(text: string, specifier: string): boolean {
  return new RegExp(`import type [^;]*from "${specifier.replaceAll("/", "\\/")}"`).test(text);
}

describe("purity", () => {
  const pure = [...under("domain/"), ...under("reading/")];
  it.each([
    ["async", /\basync\b|\bawait\b|\bPromise\b/],
    ["process.env", /process\.env/],
    ["node:", /from "node:/],
    ["the present time", /new Date\(\)|Date\.now\(\)|Temporal\.Now/],
  ])("no %s in domain/ and reading/", (_, pattern) => {
    expect(pure.filter((f) => pattern.test(withoutComments(f.text))).map((f) => f.name)).toEqual([]);
  });

  it("process.env only in config.ts", () => {
    const users = files.filter((f) => withoutComments(f.text).includes("process.env")).map((f) => f.name);
    expect(users).toEqual(["config.ts"]);
  });
});

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, "").replaceAll(/(^|\s)\/\/.*$/gm, "");
}

describe("shape", () => {
  it("no barrels and no default exports", () => {
    const barrels = files.filter((f) => /(^|\/)index\.ts$/.test(f.name) || /^export \* from/m.test(f.text));
    const defaults = files.filter((f) => /^export default/m.test(f.text));
    expect([...barrels, ...defaults].map((f) => f.name)).toEqual([]);
  });

  it("every file opens with a line that says what it is", () => {
    expect(files.filter((f) => !/^(#!.*\n)?\/\/ \S/.test(f.text)).map((f) => f.name)).toEqual([]);
  });

  it("no file has more than 300 lines; half have at most 100", () => {
    expect(files.filter((f) => f.lines > 300).map((f) => `${f.name}: ${f.lines}`)).toEqual([]);
    const sorted = files.map((f) => f.lines).sort((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(100);
  });

  it("no folder passes sixteen files", () => {
    const folders = Map.groupBy(files, (f) => path.dirname(f.name));
    expect([...folders].filter(([, inside]) => inside.length > 16).map(([name]) => name)).toEqual([]);
  });
});

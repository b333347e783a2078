// An Office Open XML file (.docx, .xlsx): what it is, by its own list of contents, and how its parts belong together.
import { Refusal } from "../../../errors.ts";
import { readXml } from "./xml.ts";
import type { ZipFile } from "./zip.ts";

export interface OfficePackage {
  readonly kind: "docx" | "xlsx";
  /** The document or the workbook. */
  readonly main: string;
  readonly hasMacros: boolean;
  /** A part's bytes; null when there is none. */
  read(name: string): Uint8Array | null;
  /** The parts that a part refers to. */
  relationsOf(part: string): readonly Relation[];
}

interface Relation {
  readonly id: string;
  /** The last word of its type: styles, numbering, worksheet. */
  readonly type: string;
  /** Name of the part; what lies outside the file is left out. */
  readonly part: string;
}

const CONTENTS = "[Content_Types].xml";

/** What a zip file is: an Office file, or the kind of something else ("pptx", "odt", "zip"). */
export function openPackage(zip: ZipFile): OfficePackage | { readonly kind: "other"; readonly name: string } {
  const contents = zip.read(CONTENTS);
  if (contents === null) return { kind: "other", name: otherKind(zip) };
  const relationsOf = (part: string) => readRelations(zip, part);
  const types = readContentTypes(contents);
  const main = relationsOf("").find(({ type }) => type === "officeDocument")?.part;
  const type = main === undefined ? undefined : types.get(main);
  const kind = /wordprocessingml|ms-word/.test(type ?? "")
    ? "docx"
    : /sheet\.|ms-excel/.test(type ?? "")
      ? "xlsx"
      : null;
  if (main === undefined || type === undefined) throw new Refusal("file-unreadable");
  if (/presentation|ms-powerpoint/.test(type)) return { kind: "other", name: "pptx" };
  if (/binary/.test(type)) return { kind: "other", name: "xlsb" };
  if (kind === null || !zip.names.has(main)) throw new Refusal("file-unreadable");
  const hasMacros = [...zip.names].some((name) => /vbaProject\.bin$/i.test(name));
  return { kind, main, hasMacros, read: (name) => zip.read(name), relationsOf };
}

function otherKind(zip: ZipFile): string {
  const mimetype = zip.names.has("mimetype") ? new TextDecoder().decode(zip.read("mimetype") ?? undefined) : "";
  if (mimetype.includes("opendocument.text")) return "odt";
  if (mimetype.includes("opendocument.spreadsheet")) return "ods";
  if (mimetype.includes("epub")) return "epub";
  return zip.names.has("OFD.xml") ? "ofd" : "zip";
}

/** Part → content type. Extensions give the type of parts that are not named. */
function readContentTypes(bytes: Uint8Array): ReadonlyMap<string, string> {
  const types = new Map<string, string>();
  readXml(bytes, {
    open(tag) {
      if (tag.name !== "Override") return;
      types.set((tag.attribute("PartName") ?? "").replace(/^\//, ""), tag.attribute("ContentType") ?? "");
    },
  });
  return types;
}

function readRelations(zip: ZipFile, part: string): Relation[] {
  const folder = part.includes("/") ? part.slice(0, part.lastIndexOf("/") + 1) : "";
  const bytes = zip.read(`${folder}_rels/${part.slice(folder.length)}.rels`);
  const relations: Relation[] = [];
  if (bytes === null) return relations;
  readXml(bytes, {
    open(tag) {
      if (tag.name !== "Relationship" || tag.attribute("TargetMode") === "External") return;
      const type = (tag.attribute("Type") ?? "").replace(/^.*\//, "");
      relations.push({ id: tag.attribute("Id") ?? "", type, part: resolve(folder, tag.attribute("Target") ?? "") });
    },
  });
  return relations;
}

function resolve(folder: string, target: string): string {
  const path: string[] = [];
  for (const step of (target.startsWith("/") ? target : folder + target).split("/")) {
    if (step === "..") path.pop();
    else if (step !== "" && step !== ".") path.push(step);
  }
  return path.join("/");
}

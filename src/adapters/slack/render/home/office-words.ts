// How the office's page names what it counts, and its lights. Plain text.
import type { CountedGroup, LightCounts } from "../../../../app/home/home-store.ts";
import { say, sayLight } from "../../../../text/say.ts";
import { cut } from "../blocks.ts";

/** 责任分工 · 一、人才培养; a unit by its name. */
export function groupName({ name, section }: Pick<CountedGroup, "name" | "section">): string {
  const document = cut(name, "name");
  return section === "" ? document : say("home.section-of", { document, section: cut(section, "name") });
}

/** 🔴 3 · 🟡 2 · 🟢 10: those there are, red first. */
export function lightsText(counts: LightCounts): string {
  return (["red", "yellow", "green", "grey"] as const)
    .filter((colour) => counts[colour] > 0)
    .map((colour) => say("home.light", { light: sayLight(colour), count: counts[colour] }))
    .join(" · ");
}

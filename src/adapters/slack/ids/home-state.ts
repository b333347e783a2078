// What of the home page somebody looks at, as its buttons carry it.
import { z } from "zod";
import { packed } from "./packed.ts";

/** What of the home page somebody looks at: which page, and from which row each of its lists. */
export interface HomeState {
  readonly view: "office" | "own";
  readonly starts: Readonly<Partial<Record<HomeList, number>>>;
}

/** The lists of the home page. */
export const HOME_LISTS = [
  "now",
  "waiting",
  "done",
  "requests",
  "red",
  "failed",
  "uncontacted",
  "owing",
  "sections",
  "units",
] as const;

export type HomeList = (typeof HOME_LISTS)[number];

/** Value of `home_list`, `home_first` and `home_view`: the whole of it, so that paging one list leaves the others where they are. */
export const { encode: encodeHome, decode: decodeHome } = packed<HomeState>(
  z.object({
    view: z.enum(["office", "own"]),
    starts: z.partialRecord(z.enum(HOME_LISTS), z.number().int().min(0).max(1_000_000)),
  }),
  "proposal-gone",
);

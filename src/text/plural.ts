// Sentences that say one thing of one and another of several: `{{count, # task|# tasks}}`, `#` being the number.

import type { FormatterModule } from "i18next";

/** i18next's way to read what stands behind the comma. */
export const plurals: FormatterModule = {
  type: "formatter",
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format: numbered,
};

/** Without a number to go by, the form for several. */
function numbered(value: unknown, forms: string | undefined): string {
  if (value === undefined || value === null) return "";
  const [one = "", several = one] = (forms ?? "#").split("|");
  return (Number(value) === 1 ? one : several).replaceAll("#", String(value));
}

// Words of the working calendar, in English.
import type { calendar as zh } from "../../zh/reminders/calendar.ts";
import type { SameShape } from "../shape.ts";

export const calendar = {
  unannounced:
    "The public holidays of {{years}} have not been announced; working days are reckoned by weekends for now. Once they are, please update the program or add them day by day to calendar.txt in the data folder",
  announced: "The working calendar is announced to the end of {{year}}",
  "remark-unreadable": "{{file}}, line {{line}} cannot be read and was left out: {{text}}",
  "remark-repeated": "{{file}}, line {{line}} repeats line {{earlier}}: {{text}}",
  "remark-contradicted": "{{file}}, line {{line}} contradicts line {{earlier}}; line {{line}} counts: {{text}}",
  "remark-past": "{{file}}, line {{line}} is a day gone by; it still counts for working days overdue: {{text}}",
  "remark-past-many":
    "{{file}} has {{count, # line|# lines}} for days gone by; they still count for working days overdue",
  "remark-more": "{{file}} has {{count, # more line|# more lines}} to check",
} as const satisfies SameShape<typeof zh>;

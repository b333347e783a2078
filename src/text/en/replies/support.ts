// Words of the two stages, in English: the supporting unit's form, what the lead sees of it, urging, and the joint reply.
import type { support as zh } from "../../zh/replies/support.ts";
import type { SameShape } from "../shape.ts";

export const support = {
  "form-title": "Reply on support",
  "form-submit": "Reply",
  "form-text": "What your unit has done",
  "form-text-hint": "For example: the subsidy is granted and being paid out",
  "form-figures": "Figures (with what they count)",
  "form-figures-hint": "For example: 156 classes, 4,200 students",
  "form-marks": "Also",
  "form-done": "Our unit's part is done",
  "button-feedback": "Reply",
  "act-report": "Reply",
  "act-done": "Our part is done",
} as const satisfies SameShape<typeof zh>;

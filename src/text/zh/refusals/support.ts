// Refusals around supporting units and their lead.
import type { RefusalCode } from "../../../errors.ts";

export const supportRefusals = {
  "not-of-task": ["未显示：{{task}}的配合情况只供该事项的牵头、配合单位和联席办查看。如需了解，请联系联席办。"],
  "lead-only": ["未催办：{{task}}由牵头单位或联席办催办。如有需要，请联系联席办。"],
  "no-supporting": ["{{task}}没有配合单位。请由牵头单位直接报送进展。"],
  "nobody-missing": ["未催办：{{task}}的配合单位均已反馈，或正由联席办核定分工。发送「/lianxi 配合 …」可查看。"],
} as const satisfies Partial<Record<RefusalCode, readonly [string, ...string[]]>>;

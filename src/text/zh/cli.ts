// Words of the operator's terminal.
export const cli = {
  "nothing-changed": "未作任何改动",
} as const;

// What a table's columns are for, by the words of their heads.

export type ColumnRole =
  | "number"
  | "section"
  | "task"
  | "lead"
  | "supporting"
  /** 责任单位: supporting beside a lead column, else its first unit leads. */
  | "responsible"
  | "deadline"
  /** Read by nobody: 分管领导, 备注. */
  | "other";

/** In order: the first that fits. Heads are Simplified, without spaces. */
const HEADS: readonly (readonly [ColumnRole, RegExp])[] = [
  ["number", /^(?:序号|编号|序|号|项次|No\.?)$/i],
  ["other", /领导|责任人|联系人|负责人|联络员|电话|备注|说明|依据|进展|经费/],
  ["deadline", /时限|期限|时间|节点|进度|完成日期/],
  ["lead", /^(?:牵头|主办|承办|主责|主要责任|第一责任).{0,8}$/],
  ["supporting", /^(?:配合|协办|协同|参与|参加|协作|协助|会办).{0,8}$/],
  ["responsible", /^(?:责任|落实|实施|负责)(?:单位|部门|主体|处室|科室)/],
  ["task", /^[\u4e00-\u9fff]{0,6}(?:事项|任务|措施|举措|内容|要求|要点|目标)(?:名称|清单)?$/],
  ["section", /^(?:项目|类别|板块|领域|分类|方面|专项)(?:名称)?$/],
];

/** The role of a column head, or null when it is none. */
export function columnRole(head: string): ColumnRole | null {
  const name = head.replace(/\s+/g, "").replace(/\([^()]*\)$/, "");
  if (name.length === 0 || name.length > 14) return null;
  if (/^(?:牵头|主办).{0,6}[及和、/].{0,3}(?:配合|协办|责任)/.test(name)) return "responsible";
  return HEADS.find(([, pattern]) => pattern.test(name))?.[0] ?? null;
}

/**
 * The roles of a row of heads; null when the row is no head: it needs a task and somebody responsible. With two task columns the
 * first gives the section where no other does.
 */
export function headRoles(heads: readonly string[]): (ColumnRole | null)[] | null {
  const roles = heads.map(columnRole);
  const has = (role: ColumnRole) => roles.includes(role);
  if (!(has("lead") || has("responsible"))) return null;
  if (!has("task")) {
    const section = roles.indexOf("section");
    if (section < 0) return null;
    roles[section] = "task";
  }
  const first = roles.indexOf("task");
  const last = roles.lastIndexOf("task");
  if (first !== last) roles[first] = has("section") ? "other" : "section";
  return roles;
}

// Words of the two stages: the supporting unit's form, what the lead sees of it, urging, and the joint reply.
export const support = {
  "form-title": "反馈配合情况",
  "form-submit": "反馈",
  "form-text": "配合情况",
  "form-text-hint": "例如：已落实补助资金，正在拨付",
  "form-figures": "数据（须写明单位）",
  "form-figures-hint": "例如：订单班 156 个、学生 4200 人",
  "form-marks": "其他",
  "form-done": "本单位配合任务已完成",
  "button-feedback": "反馈",
  "act-report": "反馈",
  "act-done": "配合任务已完成",
} as const;

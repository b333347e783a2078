// Words of lights set by the office.
export const lights = {
  "colour-green": "绿灯",
  "colour-yellow": "黄灯",
  "colour-red": "红灯",
  "colour-grey": "灰灯",
  set: "已定灯：{{light}} {{task}}",
  "set-how": "保持至联席办恢复或事项办结；系统判定的灯一并显示。恢复请发送「/lianxi 定灯 {{ref}} 恢复」",
  restored: "已恢复按进展判定：{{light}} {{task}}",
  "help-set": "由联席办定灯，须写理由；「恢复」即按进展判定",
} as const;

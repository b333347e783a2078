// Words of the choice of language. A language is called by its own name, so that who cannot read the rest can read that.
export const language = {
  "name-zh": "简体中文",
  "name-en": "English",
  "name-zh-Hant": "繁体中文",
  present: "您现在使用的语言：{{name}}",
  "present-office": "您尚未选择语言，现按联席办的设定使用：{{name}}",
  choose: "点选即可更改，只影响您所看到的文字；文件原文、单位名称、议程和台账文件不变",
  chosen: "已改为{{name}}，此后发给您的消息均用此语言",
} as const;

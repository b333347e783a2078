// What the operator is refused: starting, backups, the database, the audit trail.
import type { RefusalCode } from "../../../errors.ts";

export const operatorRefusals = {
  "data-folder-in-use": [
    "未启动：数据目录 {{folder}} 正由另一进程（{{pid}}）使用。请先停止该进程，或用 LIANXI_DATA 指定其他目录。",
    "未启动：数据目录 {{folder}} 正由另一进程使用。请先停止该进程，或用 LIANXI_DATA 指定其他目录。",
  ],
  "data-folder-version": [
    "未启动：数据目录 {{folder}} 由 PostgreSQL {{found}} 建立，本版本为 {{expected}}，不能直接打开。请用原版本程序执行 backup FILE，或取该目录 dumps 中最近的一份，再用本版本执行 restore FILE --replace（原目录会保留）。",
  ],
  "data-folder-damaged": [
    "未启动：数据目录 {{folder}} 中的数据库已损坏，无法打开（{{why}}）。请先另存该目录，再取其中 dumps 里最近的一份备份，执行 restore FILE --replace。",
    "未启动：数据目录 {{folder}} 中的数据库已损坏，无法打开。请先另存该目录，再取其中 dumps 里最近的一份备份，执行 restore FILE --replace。",
  ],
  "disk-full": ["未执行：{{folder}} 所在的磁盘已满，未能写入。请腾出空间后重试；此前已确认的内容不受影响。"],
  "nothing-to-back-up": ["未备份：数据库尚未使用，没有可备份的内容。请核对 LIANXI_DATA 或 DATABASE_URL。"],
  "backup-foreign": ["未恢复：「{{file}}」不是联席的备份文件，数据未作改动。请选择由 backup 生成的文件。"],
  "backup-damaged": ["未恢复：「{{file}}」不完整或已被改动，数据未作改动。请另取一份备份。"],
  "backup-newer": ["未恢复：「{{file}}」由更新版本的程序生成，数据未作改动。请先升级程序，再恢复。"],
  "register-not-empty": ["未恢复：目标数据库中已有内容，未作改动。如确要以备份替换，请加 --replace。"],
  "database-newer": ["未执行：数据库由更新版本的程序建立（{{migration}}）。请先升级程序。"],
  "database-in-use": ["未恢复：还有 {{processes}} 个联席进程连接着该数据库，数据未作改动。请先停止机器人，再恢复。"],
  "migration-changed": [
    "未启动：数据库已应用的变更「{{migration}}」与程序所带的不一致。请使用与数据库相符的程序版本。",
  ],
  "migration-unfinished": [
    "未启动：数据库变更「{{migration}}」未完成。请先按 prisma migrate resolve 的说明处理，再启动。",
  ],
  "port-in-use": [
    "未启动：端口 {{port}} 已被占用，可能是上次异常退出留下的试用服务。请停止占用的程序，或换一个端口（LIANXI_WORKSPACE_PORT、PORT）。",
  ],
  "config-invalid": [
    "未启动：配置项 {{name}} 无效（{{why}}）。请对照 .env.example 修改。",
    "未启动：配置项 {{name}} 无效。请对照 .env.example 修改。",
  ],
  "calendar-file-too-large": [
    "未启动：工作日历文件 {{file}} 过大（最多 {{kilobytes}} KB）。请只保留逐日的休、班安排后重新启动。",
  ],
  "calendar-file-unreadable": [
    "未启动：{{file}} 不是可读的工作日历文件。请存为文本文件，每行写一个日期和「休」或「班」，例如「2027-01-04 班」。",
  ],
  "slack-unreachable": [
    "未能连接 Slack（{{why}}）。请检查本机网络与 SLACK_API_URL；令牌是否有效尚未核对。",
    "未能连接 Slack。请检查本机网络与 SLACK_API_URL；令牌是否有效尚未核对。",
  ],
  "slack-token-rejected": [
    "未启动：Slack 不接受所给的令牌（{{why}}）。请核对 SLACK_BOT_TOKEN 和 SLACK_APP_TOKEN，或重新安装应用。",
    "未启动：Slack 不接受所给的令牌。请核对 SLACK_BOT_TOKEN 和 SLACK_APP_TOKEN，或重新安装应用。",
  ],
  "database-unreachable": [
    "未启动：无法连接数据库（{{why}}）。请核对 DATABASE_URL，并确认数据库已启动。",
    "未启动：无法连接数据库。请核对 DATABASE_URL，并确认数据库已启动。",
  ],
  "workspace-missing": [
    "未启动：没有 Slack 令牌，本地试用环境也无法启动（{{why}}）。请设置 SLACK_BOT_TOKEN 和 SLACK_APP_TOKEN，或重新安装依赖。",
    "未启动：没有 Slack 令牌，本地试用环境也未安装。请设置 SLACK_BOT_TOKEN 和 SLACK_APP_TOKEN，或重新安装依赖。",
  ],
  "audit-changed": [
    "审计记录有误：第 {{id}} 条（{{at}}）的内容已被改动，与校验值不符。其后的记录均不可采信，请与备份核对。",
  ],
  "audit-unlinked": [
    "审计记录有误：第 {{id}} 条（{{at}}）与前一条不衔接，其间有记录被删去、插入或改动。请与备份核对。",
  ],
  "audit-unsealed": [
    "审计记录有误：第 {{id}} 条（{{at}}）未用密钥校验，而此前的记录已用。该条不是由本程序写入的，请查明来源。",
  ],
  "audit-unknown-key": [
    "无法核对：第 {{id}} 条（{{at}}）所用的密钥不在本机。请在 LIANXI_AUDIT_KEY 中补上该密钥（多个用逗号分隔）后重试。",
  ],
  "audit-head-missing": [
    "审计记录有误：校验值 {{head}} 的记录已不在其中，该条及其后的记录被删去。现有 {{rows}} 条，末条校验值 {{last}}。请与备份核对。",
  ],
  "audit-key-unreadable": [
    "未启动：审计密钥文件 {{file}} 无法读取。请从备份恢复该文件，或用 LIANXI_AUDIT_KEY 指定原密钥；勿删除重建，否则原记录无法核对。",
  ],
} as const satisfies Partial<Record<RefusalCode, readonly [string, ...string[]]>>;

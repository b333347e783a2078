// Page furniture: what a page or a printer puts around a document. It never reaches a task, a section or a title.

/** Lines to leave out wherever they stand. Matched on the mirror, trimmed. */
const FURNITURE: readonly RegExp[] = [
  // page: log-in, navigation, hints, sharing
  /^(?:用户名|账号|密码|验证码) ?:|忘记密码|注册会员|^(?:登录|注册|退出)(?: |$)/,
  /^(?:网站首页|首页|网站地图|无障碍|设为首页|加入收藏|当前位置|您的位置|您所在的位置)/,
  /^(?:温馨提示|友情提示|特别提示|免责声明|版权所有|主办单位:.{0,30}(?:承办|备案)|技术支持|网站标识码)/,
  /^[^。,;:]{1,40}>[^。;]{1,80}$/,
  /^(?:分享(?:到|至)?|打印(?:本页)?|关闭(?:窗口)?|收藏|返回顶部|扫一扫|上一[篇条]|下一[篇条]|相关(?:链接|附件|文章)|责任编辑|编辑|字体|字号|【?(?:打印|关闭|字体|大 ?中 ?小))/,
  /^(?:来源|发布时间|发布日期|浏览次数|浏览量|阅读次数|点击数?|信息来源|作者) ?:/,
  /^(?:[^\s]{2,12}[网站] ?)?(?:[京沪津渝冀晋蒙辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川贵云藏陕甘青宁新]ICP备|公网安备)/,
  // page: the index table of a published document
  /^(?:索引号|文件编号|文号|发文字号|有效期|有效性|内容概述|主题分类|组配分类|体裁分类|公开方式|公开范围|公开日期|生成日期|成文日期|发布机构|发文机关|发文机构|关键词|主题词|信息名称|文件下载|名称|废止日期)(?: |:|$)/,
  // paper: page numbers, publication notes
  /^[-—–·\s]*(?:第? ?\d{1,4} ?页?(?: ?[/共] ?\d{1,4} ?页?)?)[-—–·\s]*$/,
  /^\(?此件(?:公开|主动公开|依申请公开|不予公开|删减后公开)/,
  /^(?:抄送|印发|共印|校对)[::]/,
  // spam that comes with scraped pages
  /马会|六合彩|一肖|特码|博彩|百家乐|老虎机|赌场|娱乐城|时时彩|代开发票|加微信/,
];

/** Lines after which the clause before has ended: annexes, and what follows a signature. */
const END = /^(?:附件|附表|附录)[\d一二三四五六七八九十]{0,3}(?: ?:|$|\s)|^抄送|^分享到/;

const DATE_LINE =
  /^\(?(?:\d{4}|[二〇○零一二三四五六七八九]{4})年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日\)?$/;
const SIGNATURE = /^[^\s,。;:、()《》]{2,24}(?:办公室|办公厅|人民政府|委员会|局|委|领导小组|联席会议|会|部|厅)$/;

/** Whether a line (mirror, trimmed) is no part of the document. */
export function isFurniture(line: string): boolean {
  return line.length <= 400 && FURNITURE.some((pattern) => pattern.test(line));
}

/** Whether a line closes the clause before it: 附件, a signature with its date. `next` is the line behind it, "" at the end. */
export function endsClause(line: string, next: string): boolean {
  return END.test(line) || isDateLine(line) || (isSignature(line) && isDateLine(next));
}

export function isDateLine(line: string): boolean {
  return DATE_LINE.test(line.replace(/\s+/g, ""));
}

export function isSignature(line: string): boolean {
  return SIGNATURE.test(line.replace(/\s+/g, ""));
}

// A unit's name in its parts: whose it is (place), what it is (body), and what kind of body (ending).

export interface NameParts {
  /** Places with names of their own, largest first: 云川市, 东湖区. */
  readonly places: readonly string[];
  /** 市／区／县／省 alone in front: that of the document. "" where there is none. */
  readonly level: string;
  /** The name without place and level: 教育局. */
  readonly body: string;
  /** The body without 和, 与, 及, the ending in its short form. */
  readonly bare: string;
  /** `bare` without its ending: 教育. */
  readonly stem: string;
  /** 局, 委, 办 … */
  readonly ending: string;
  /** The body has a name of its own (schools, hospitals, companies): one character less is another one. */
  readonly isProper: boolean;
}

/** 云川市, 东湖区, 高新区; 城市管理局 and 市场监管局 hold no place. */
const PLACE =
  /^[^省市区县州盟旗、各全]{2,4}?(?:省|自治区|市|新区|开发区|高新区|区|县|自治州|州|盟|旗|镇|乡|街道)(?=.{2})/;
/** 城区, 社区, 园区, 景区, 辖区, 郊区 and 小区 in a body's own name are no places. */
const NO_PLACE = /(?:社|园|景|辖|城|小|地|片|库|灌|保税|保护)区$|(?:城|都|超)市$|国资|统计/;
const LEVEL = /^[省市区县](?!场|容|政(?!府|协|务|法|研)|直|级|域|属|划|委(?!员))(?=.{2})/;

const ENDINGS: readonly (readonly [string, RegExp])[] = [
  ["委", /(?<!管理)委员会$/],
  ["管委会", /管理委员会$/],
  ["办", /办公室$|办公厅$/],
];
const ENDING =
  /(?:管委会|政府|局|委|办|部|厅|中心|协会|学会|商会|联合会|会|院|校|所|站|处|支队|大队|队|公司|集团|银行|大学|学院|医院|中学|小学|幼儿园|法院|检察院)$/;
const PROPER =
  /(?:公司|集团|银行|大学|学院|院校|学校|医院|中学|小学|幼儿园|协会|学会|商会|会|管委会|政府|街道|镇|乡|村|社区)$/;

export function partsOf(name: string): NameParts {
  let rest = name
    .normalize("NFKC")
    .replace(/\s+/g, "")
    .replace(/\([^()]*\)$/, "");
  const places: string[] = [];
  for (let place = placeAt(rest); place !== null; place = placeAt(rest)) {
    places.push(place);
    rest = rest.slice(place.length);
  }
  const level = LEVEL.exec(rest)?.[0] ?? "";
  const body = rest.slice(level.length);
  const bare = withShortEnding(body.replace(/[和与及暨]/g, ""));
  const ending = ENDING.exec(bare)?.[0] ?? "";
  const isProper = PROPER.test(bare);
  return { places, level, body, bare, stem: bare.slice(0, bare.length - ending.length), ending, isProper };
}

function placeAt(text: string): string | null {
  const place = PLACE.exec(text)?.[0];
  return place === undefined || NO_PLACE.test(place) ? null : place;
}

function withShortEnding(body: string): string {
  for (const [short, long] of ENDINGS) if (long.test(body)) return body.replace(long, short);
  return body;
}

/**
 * same: both name the same places. without-place: one leaves out what the other says (市教育局, 云川市教育局), so that they may be the
 * same. null: they cannot be (东湖区 and 西湖区, 区教育局 and 云川市教育局).
 */
export function placesAgree(a: NameParts, b: NameParts): "same" | "without-place" | null {
  const [fewer, more] = a.places.length <= b.places.length ? [a, b] : [b, a];
  const shared = fewer.places.length === 0 ? [] : more.places.slice(-fewer.places.length);
  if (fewer.places.some((place, i) => place !== shared[i])) return null;
  if (fewer.places.length === more.places.length) return "same";
  if (fewer.places.length > 0) return "without-place";
  // 市教育局 is that of a city, not of a district in it; 教育局 alone is that of the city or county that speaks.
  const level = fewer.level === "" ? ["市", "县"] : [fewer.level];
  return level.some((one) => more.places.at(-1)?.endsWith(one)) ? "without-place" : null;
}

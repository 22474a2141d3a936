/**
 * Finds numbers that a visitor should not send: a BSN, a bank account. The server takes them out
 * of every message; this asks first. steunwijzer/forbidden_numbers.py finds more, as in words.
 */
const ACCOUNT = /\bNL[ .-]?\d{2}(?:[ .-]?[A-Z]){4}(?:[ .-]?\d){10}(?!\d)/gi;

const DIGIT = String.raw`[ .()/\u2010-\u2015-]{0,3}\d`;
/** No digit before it. Not as (?<!\d), with which browsers before 2023 read nothing at all. */
const START = String.raw`(?:^|\D)`;
const PHONE = [
  String.raw`(?:\+ ?|${START}00)31(?:[ .()/-]{0,3}0)?(?:${DIGIT}){9}(?!\d)`,
  String.raw`\+ ?\d(?:${DIGIT}){6,14}(?!\d)`,
  String.raw`${START}00(?:${DIGIT}){8,15}(?!\d)`,
  String.raw`${START}0(?:${DIGIT}){9}(?!\d)`,
  String.raw`${START}0[89]00[ -]?\d{4}(?!\d)`,
].join("|");
const DATE = String.raw`(?:^|[^\d./-]|(?:^|\D)[./-])(?:\d?\d[ ./-]\d?\d[ ./-](?:19|20)\d\d|(?:19|20)\d\d-\d?\d-\d?\d)(?![./-]?\d)`;
const MONEY = String.raw`(?:\d{1,3}(?:\.\d{3})+(?:,\d\d)?|\d{1,7}(?:,\d\d?)?)(?!\d)`;
const AMOUNT = String.raw`€ ?${MONEY}|(?:^|[^\d.,])(?:${MONEY} ?(?:eur\b|euro|€(?! ?\d))|\d{1,3}(?:\.\d{3})+,\d\d(?!,?\d))`;
const STAYS = new RegExp(`(${PHONE}|${DATE}|${AMOUNT})`, "i");

const BETWEEN = String.raw`(?:[\s\u200b./\\()_*-]|[\u2010-\u2015]){0,3}|,`;
const NUMBER = new RegExp(String.raw`\d(?:(?:${BETWEEN})\d)+`, "g");

/** Returns the text with `instead` for each such number; as it came when there are none. */
export function withoutForbiddenNumbers(text: string, instead = ""): string {
  const hideNine = (digits: string): string => (digits.length === 9 ? instead : digits);
  const hide = (number: string): string =>
    number.replace(/\D/g, "").length === 9 ? instead : number.replace(/\d+/g, hideNine);
  const left = text
    .replace(ACCOUNT, instead)
    .split(STAYS)
    .map((part, index) => (index % 2 ? part : part.replace(NUMBER, hide))) // odd: what STAYS found
    .join("");
  return left === text ? text : left.replace(/[ \t]{2,}/g, " ").trim();
}

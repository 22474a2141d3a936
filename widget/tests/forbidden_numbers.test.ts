import { expect, test } from "vitest";
import { withoutForbiddenNumbers } from "../src/forbidden_numbers";

test.each([
  ["123456782", ""],
  ["mijn bsn is 123456782 en ik woon thuis", "mijn bsn is en ik woon thuis"],
  ["bsn123456782", "bsn"],
  ["123 456 782", ""],
  ["1234.56.782", ""],
  ["1234-56-782", ""],
  ["123/456/782", ""],
  ["1 2 3 4 5 6 7 8 2", ""],
  ["123\u00a0456\u00a0782", ""],
  ["123\u200b456\u200b782", ""],
  ["123\n456\n782", ""],
  ["012345678", ""],
  ["zaak 12 123456782", "zaak 12"],
  ["0612345678 123456782", "0612345678"],
  ["123456782 bel 0612345678", "bel 0612345678"],
  ["26-11-2026 123456782", "26-11-2026"],
  ["NL91ABNA0417164300", ""],
  ["nl91 abna 0417 1643 00, graag", ", graag"],
  ["NL12 ABCD 0123 4567 89", ""],
])("%j becomes %j", (text, left) => {
  expect(withoutForbiddenNumbers(text)).toBe(left);
});

test.each([
  "0612345678",
  "06 12 34 56 78",
  "06-12345678",
  "+31612345678",
  "+31 6 12345678",
  "+31 (0)6 12345678",
  "0031 612345678",
  "(033) 464 2881",
  "+32 470 12 34 56",
  "bel 088 000 00 00 of 0800-2000",
  "van 2015 tot 2017",
  "donderdag 26-11-2026 om 15.30",
  "26 11 2026 9 uur",
  "2026-11-26 9 uur",
  "€ 1.234.567,89",
  "het kost 1.250,00 euro",
  "12345678",
  "klantnummer 1234567890",
  "3512 XX Utrecht",
  "  twee  spaties blijven ",
])("%j stays as it was typed", (text) => {
  expect(withoutForbiddenNumbers(text)).toBe(text);
});

import { expect, test } from "vitest";
import { mailLink, transcript } from "../src/transcript";
import { details, message } from "./examples";

test("a transcript says who said what, with sources and where links lead to", () => {
  const answer = {
    ...message("Kijk op ", { text: "de site", href: "https://ciz.nl/" }, "."),
    source: [{ text: "Bron: uitleg (2015)." }],
  };
  expect(transcript([{ visitor: "Wat kost het?" }, { answer: [answer] }], details)).toBe(
    [
      "Gesprek met Steunwijzer van Zorgkantoor Test",
      "Telefoon: 088 000 00 00",
      "",
      "U: Wat kost het?",
      "",
      "Steunwijzer: Kijk op de site (https://ciz.nl/).",
      "Bron: uitleg (2015).",
    ].join("\n"),
  );
});

test("an address that is its own text, and a phone number, are written once", () => {
  const answer = message({ text: "ciz.nl", href: "https://ciz.nl" }, " of ", {
    text: "088 1",
    href: "tel:+31881",
  });
  expect(transcript([{ answer: [answer] }], details)).toContain("Steunwijzer: ciz.nl of 088 1");
});

test("a mail link holds any text", () => {
  const link = new URL(mailLink("Gesprek & meer", "één\n#2 = 50%?"));
  expect(link.searchParams.get("subject")).toBe("Gesprek & meer");
  expect(link.searchParams.get("body")).toBe("één\r\n#2 = 50%?");
});

import type { Details, Message, Span } from "../src/details";

/** Returns one bubble; its parts are text or links. */
export function message(...spans: (string | Span)[]): Message {
  return {
    paragraphs: [spans.map((each) => (typeof each === "string" ? { text: each } : each))],
    source: null,
    buttons: [],
  };
}

export const details: Details = {
  name: "Zorgkantoor Test",
  phone: { text: "088 000 00 00", href: "tel:+31880000000" },
  email: { text: "hulp@test.example", href: "mailto:hulp@test.example" },
  hours: [],
  closed: [],
  daysKept: 30,
  maxLength: 1000,
  welcome: [message("Hallo.")],
};

/** Keeps texts as a browser's session storage does. */
export function memory(): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  } as unknown as Storage;
}

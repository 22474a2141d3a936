import type { Details, Message, Span } from "./details";
import type { Entry } from "./storage";
import { strings } from "./strings";

/** One line of a conversation on paper; who says it only where that changes. */
export interface Line {
  who: string;
  text: string;
}

/** Returns a conversation as lines of plain text. */
export function lines(entries: Entry[]): Line[] {
  return entries.flatMap((entry) => {
    const texts = "visitor" in entry ? [entry.visitor] : entry.answer.flatMap(paragraphs);
    const who = "visitor" in entry ? strings.you : strings.assistant;
    return texts.map((text, index) => ({ who: index ? "" : who, text }));
  });
}

/** Returns a conversation as one text, with its heading and the phone number. */
export function transcript(entries: Entry[], { name, phone }: Details): string {
  const said = lines(entries).map(({ who, text }) => (who ? `\n${who} ${text}` : text));
  return [strings.transcript(name), strings.phone(phone.text), ...said].join("\n");
}

/** Returns a link that opens a mail with this text. */
export function mailLink(subject: string, body: string): string {
  const text = encodeURIComponent(body.replace(/\n/g, "\r\n"));
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${text}`;
}

function paragraphs(message: Message): string[] {
  return [...message.paragraphs, ...(message.source ? [message.source] : [])].map((spans) =>
    spans.map(written).join(""),
  );
}

function written({ text, href }: Span): string {
  const address = href?.startsWith("https:") && !href.includes(text) ? ` (${href})` : "";
  return text + address;
}

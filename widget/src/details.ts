/** What the server tells: around this script, and in its answers. channels/details.py makes it. */

/** A piece of text, where it leads to if it is a link, and its language if it is not Dutch. */
export interface Span {
  text: string;
  href?: string;
  lang?: string;
}

type Link = Span & { href: string };

/** What can be pressed under an answer. A payload that begins with "/" is not text. */
export interface Choice {
  title: string;
  payload: string;
}

/** One bubble of an answer. */
export interface Message {
  paragraphs: Span[][];
  source: Span[] | null;
  buttons: Choice[];
  /** All that was said before is erased. */
  erases?: boolean;
}

/** How the zorgkantoor can be reached, and how a conversation begins. */
export interface Details {
  name: string;
  phone: Link;
  email: Link;
  hours: { days: string; times: string }[];
  closed: string[];
  /** Days after which a conversation is removed by itself. */
  daysKept: number;
  maxLength: number;
  welcome: Message[];
}

declare global {
  /** The server wraps the built script in a function with this parameter. */
  const zorgkantoor: Details;
}

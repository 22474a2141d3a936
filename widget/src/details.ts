/** What the server tells: around this script, and in its answers. channels/details.py makes it. */

/** A piece of text, and where it leads to if it is a link. */
export interface Span {
  text: string;
  href?: string;
}

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
  phone: Required<Span>;
  email: Required<Span>;
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

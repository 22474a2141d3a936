import type { Message } from "./details";

const KEY = "steunwijzer";
export const LETTER_SIZES = [100, 125, 150] as const;

/** One turn: what the visitor said, or the whole answer to it. */
export type Entry = { visitor: string } | { answer: Message[] };

/** A message that has no answer yet. `at` is when it was sent, in milliseconds. */
export interface Pending {
  id: string;
  said: { text: string } | { payload: string };
  shown: string;
  at: number;
}

/** All that outlives a reload. */
export interface State {
  token: string | null;
  entries: Entry[];
  pending: Pending | null;
  /** Tokens of conversations that were erased here, and not yet on the server. */
  erasing: string[];
  open: boolean;
  letterSize: (typeof LETTER_SIZES)[number];
}

/** Keeps the state for as long as the tab lives; in memory when the browser refuses. */
export class Store {
  readonly state: State;

  constructor(private readonly storage: () => Storage) {
    this.state = this.stored() ?? {
      token: null,
      entries: [],
      pending: null,
      erasing: [],
      open: false,
      letterSize: 100,
    };
  }

  /** Takes what is kept now: another page of the tab may have changed it. */
  refresh(): void {
    Object.assign(this.state, this.stored());
  }

  /** Changes the state and keeps it. */
  keep(changes: Partial<State>): void {
    Object.assign(this.state, changes);
    try {
      this.storage().setItem(KEY, JSON.stringify(this.state));
    } catch {
      // Full or forbidden: the conversation goes on, and is gone after a reload.
    }
  }

  private stored(): State | null {
    try {
      const found: unknown = JSON.parse(this.storage().getItem(KEY) ?? "null");
      return isState(found) ? found : null;
    } catch {
      return null;
    }
  }
}

type Fields = Record<string, unknown>;
const isObject = (value: unknown): value is Fields => typeof value === "object" && value !== null;
const isText = (value: unknown): value is string => typeof value === "string";
const isListOf = (value: unknown, is: (each: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(is);
const isSpans = (value: unknown): boolean =>
  isListOf(value, (each) => isObject(each) && isText(each.text) && isText(each.href ?? ""));

/** Tells whether this is an answer as the server gives it. */
export function isMessages(value: unknown): value is Message[] {
  return isListOf(
    value,
    (each) =>
      isObject(each) &&
      isListOf(each.paragraphs, isSpans) &&
      (each.source === null || isSpans(each.source)) &&
      isListOf(
        each.buttons,
        (button) => isObject(button) && isText(button.title) && isText(button.payload),
      ),
  );
}

const isEntry = (value: unknown): boolean =>
  isObject(value) && ("visitor" in value ? isText(value.visitor) : isMessages(value.answer));

const isPending = (value: unknown): boolean =>
  isObject(value) &&
  isText(value.id) &&
  isText(value.shown) &&
  typeof value.at === "number" &&
  isObject(value.said) &&
  isText(value.said.text ?? value.said.payload);

function isState(value: unknown): value is State {
  return (
    isObject(value) &&
    (value.token === null || isText(value.token)) &&
    isListOf(value.entries, isEntry) &&
    (value.pending === null || isPending(value.pending)) &&
    isListOf(value.erasing, isText) &&
    typeof value.open === "boolean" &&
    (LETTER_SIZES as readonly unknown[]).includes(value.letterSize)
  );
}

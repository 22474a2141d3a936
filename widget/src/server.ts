import type { Message } from "./details";
import { isMessages, type Pending } from "./storage";

/** Milliseconds: longer than the server itself waits for an answer. */
const PATIENCE = 40_000;
const PATIENCE_TO_ERASE = 10_000;

/** The server says no: the status, and what to tell the visitor. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly messages: Message[],
  ) {
    super(`refused with ${status}`);
  }
}

/** No answer came, or one that is not of the server itself. */
export class Unreachable extends Error {}

/** The three things that the server does. Each raises Refused or Unreachable. */
export class Server {
  /** Takes the address that everything is under, with a slash at its end. */
  constructor(private readonly base: string) {}

  /** Begins a conversation; returns its token. */
  async start(): Promise<string> {
    const { token } = await this.post("conversations", {});
    if (typeof token !== "string") throw new Unreachable();
    return token;
  }

  /** Returns the answer. Asked again with the same id, it is the same answer. */
  async answer(token: string, { id, said }: Pending): Promise<Message[]> {
    const { messages } = await this.post("messages", { token, id, ...said });
    if (!isMessages(messages)) throw new Unreachable();
    return messages;
  }

  /** Removes a conversation, also when the visitor leaves the page meanwhile. */
  async erase(token: string): Promise<void> {
    await this.post("erase", { token }, { patience: PATIENCE_TO_ERASE, keepalive: true });
  }

  private async post(
    path: string,
    body: object,
    { patience = PATIENCE, keepalive = false } = {},
  ): Promise<Record<string, unknown>> {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), patience);
    try {
      const response = await fetch(this.base + path, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(body),
        credentials: "omit",
        keepalive,
        signal: stop.signal,
      });
      const answer = response.status === 204 ? {} : await response.json();
      if (response.ok) return answer;
      if (!isMessages(answer.messages)) throw new Unreachable();
      throw new Refused(response.status, answer.messages);
    } catch (error) {
      throw error instanceof Refused ? error : new Unreachable();
    } finally {
      clearTimeout(timer);
    }
  }
}

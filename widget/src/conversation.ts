import type { Choice, Message } from "./details";
import { Refused, type Server } from "./server";
import type { Entry, Pending, Store } from "./storage";

const PAUSES = [1_000, 3_000, 8_000];
/** For so long the server knows which messages it has answered. */
const HOUR = 3_600_000;

/** What is told beside the conversation. Without messages: the server cannot be reached. */
export interface Notice {
  messages: Message[] | null;
  canRetry: boolean;
}

/** A conversation: what was said, and what is on its way. Knows nothing of a page. */
export class Conversation {
  stage: "ready" | "waiting" | "reconnecting" = "ready";
  notice: Notice | null = null;
  /** Is called after every change. */
  onChange: () => void = () => {};
  /** Takes back a typed message that was not sent, and why the server did not accept it. */
  onReturned: (text: string, reason: Message[]) => void = () => {};
  private wake: () => void = () => {};

  constructor(
    private readonly server: Server,
    private readonly store: Store,
    private readonly welcome: Message[],
    private readonly pauses = PAUSES,
  ) {}

  get entries(): Entry[] {
    return [{ answer: this.welcome }, ...this.store.state.entries];
  }

  /** Goes on as the tab has it: after a reload, or when the visitor came back to this page. */
  resume(): Promise<void> {
    this.store.refresh();
    this.wake();
    this.settle(null);
    return this.retry();
  }

  /** Sends what was typed, and shows it as `shown`. Does nothing while an answer is on its way. */
  say(text: string, shown = text): Promise<void> {
    return this.send({ text }, shown);
  }

  /** Sends a choice under an answer. Does nothing while an answer is on its way. */
  choose({ title, payload }: Choice): Promise<void> {
    return this.send(payload.startsWith("/") ? { payload } : { text: payload }, title);
  }

  /** Tries again at once what could not be done; a message that is too old goes back. */
  async retry(): Promise<void> {
    const { pending } = this.store.state;
    this.eraseThere();
    if (this.stage !== "ready") this.wake();
    else if (pending && Date.now() - pending.at > HOUR) {
      this.takeBack(pending, []);
      this.settle(null);
    } else if (pending) await this.deliver(pending);
  }

  /** Removes all; returns whether the server could remove it too. What it could not, it will. */
  erase(): Promise<boolean> {
    const { token, erasing } = this.store.state;
    const left = token ? [...erasing, token] : erasing;
    this.store.keep({ token: null, entries: [], pending: null, erasing: left });
    this.wake();
    this.settle(null);
    return this.eraseThere();
  }

  private async eraseThere(): Promise<boolean> {
    for (const token of this.store.state.erasing) {
      try {
        await this.server.erase(token);
      } catch (error) {
        if (!(error instanceof Refused && error.status === 401)) continue;
      }
      const { erasing } = this.store.state;
      this.store.keep({ erasing: erasing.filter((each) => each !== token) });
    }
    return !this.store.state.erasing.length;
  }

  private async send(said: Pending["said"], shown: string): Promise<void> {
    if (this.stage !== "ready") return;
    if (this.store.state.pending) {
      this.onReturned(shown, []); // what has no answer yet comes first
      return this.retry();
    }
    this.eraseThere();
    const pending = { id: newId(), said, shown, at: Date.now() };
    this.store.keep({ pending, entries: [...this.store.state.entries, { visitor: shown }] });
    await this.deliver(pending);
  }

  private async deliver(pending: Pending): Promise<void> {
    this.notice = null;
    this.become("waiting");
    for (const pause of [...this.pauses, null]) {
      try {
        const answer = await this.ask(pending);
        if (this.isGone(pending)) return;
        const before = answer.some(({ erases }) => erases) ? [] : this.store.state.entries;
        this.store.keep({ pending: null, entries: [...before, { answer }] });
        return this.settle(this.notice);
      } catch (error) {
        if (this.isGone(pending)) return;
        if (error instanceof Refused) return this.refused(pending, error);
      }
      if (pause === null) return this.settle({ messages: null, canRetry: true });
      this.become("reconnecting");
      await this.sleep(pause);
      if (this.isGone(pending)) return;
    }
  }

  private async ask(pending: Pending): Promise<Message[]> {
    try {
      return await this.server.answer(await this.token(pending), pending);
    } catch (error) {
      if (!(error instanceof Refused && error.status === 401) || this.isGone(pending)) throw error;
      this.store.keep({ token: null });
      this.notice = { messages: error.messages, canRetry: false };
      return this.server.answer(await this.token(pending), pending);
    }
  }

  private async token(pending: Pending): Promise<string> {
    const { token } = this.store.state;
    if (token) return token;
    const started = await this.server.start();
    if (this.isGone(pending)) throw new Error("erased meanwhile");
    this.store.keep({ token: started });
    return started;
  }

  private refused(pending: Pending, { status, messages }: Refused): void {
    if (status === 413 || status === 422) {
      this.takeBack(pending, messages);
      this.settle(null);
    } else {
      const canRetry = status === 401 || status === 429 || status >= 500;
      if (!canRetry) this.store.keep({ pending: null });
      this.settle({ messages, canRetry });
    }
  }

  private takeBack(pending: Pending, reason: Message[]): void {
    this.store.keep({ pending: null, entries: this.store.state.entries.slice(0, -1) });
    this.onReturned(pending.shown, reason);
  }

  private isGone(pending: Pending): boolean {
    return this.store.state.pending !== pending;
  }

  private sleep(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  private settle(notice: Notice | null): void {
    this.notice = notice;
    this.become("ready");
  }

  private become(stage: Conversation["stage"]): void {
    this.stage = stage;
    this.onChange();
  }
}

/** Returns a UUID; crypto.randomUUID is not there on pages without TLS. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (each) => each.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

import { html, nothing, type TemplateResult } from "lit";
import type { Conversation } from "./conversation";
import type { Details } from "./details";
import { bubble, span } from "./spans";
import { strings } from "./strings";

const SLOW = 2_000;

/** Says that an answer is on its way, or why there is none. */
export class Progress {
  private timer = 0;
  private isSlow = false;

  constructor(
    private readonly conversation: Conversation,
    private readonly details: Details,
    private readonly changed: () => void,
    private readonly retry: () => void,
  ) {}

  /** Has to be called when the conversation changes. */
  follow(): void {
    clearTimeout(this.timer);
    this.isSlow = false;
    if (this.conversation.stage === "waiting")
      this.timer = window.setTimeout(() => {
        this.isSlow = true;
        this.changed();
      }, SLOW);
  }

  /** A quick answer is not announced twice: the sign is only spoken when it takes long. */
  render(): TemplateResult {
    const { stage } = this.conversation;
    const shown = { ready: "", waiting: strings.typing, reconnecting: strings.reconnecting }[stage];
    const spoken = stage === "waiting" && !this.isSlow ? "" : shown;
    return html`<p class="progress" aria-hidden="true" ?hidden=${!shown}>
        <span class="dots"><span></span><span></span><span></span></span>${shown}
      </p>
      <p class="unseen" role="status">${spoken}</p>
      <div role="alert">${this.notice()}</div>`;
  }

  private notice(): TemplateResult | typeof nothing {
    const { notice } = this.conversation;
    if (!notice) return nothing;
    const { name, phone } = this.details;
    return html`<div class="notice">
      ${notice.messages?.map(bubble) ?? html`<p>${strings.unreachable(name)}${span(phone)}.</p>`}
      ${
        notice.canRetry
          ? html`<button type="button" @click=${this.retry}>${strings.retry}</button>`
          : nothing
      }
    </div>`;
  }
}

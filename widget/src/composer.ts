import { html, type LitElement, nothing, type TemplateResult } from "lit";
import type { Conversation } from "./conversation";
import type { Message } from "./details";
import { withoutForbiddenNumbers } from "./forbidden_numbers";
import { span } from "./spans";
import { strings } from "./strings";

const MOST_ROWS = 5;

/** Where a question is typed, with what is wrong with it tied to the field. */
export class Composer {
  private problem: TemplateResult | string = "";
  private hasForbiddenNumber = false;

  constructor(
    private readonly host: LitElement,
    private readonly conversation: Conversation,
    private readonly maxLength: number,
  ) {
    conversation.onReturned = (text, reason) => this.putBack(text, reason);
  }

  focus(): void {
    this.field.focus();
  }

  render(): TemplateResult {
    const busy = this.conversation.stage !== "ready";
    return html`<form class="composer" novalidate @submit=${this.submit}>
      <label for="field">${strings.field}</label>
      <div class="field-row">
        <textarea
          id="field"
          rows="1"
          autocomplete="off"
          enterkeyhint="send"
          aria-describedby="problem hint"
          aria-invalid=${this.problem ? "true" : nothing}
          @keydown=${this.keydown}
          @input=${this.input}
        ></textarea>
        <button class="primary" aria-disabled=${busy ? "true" : nothing}>${strings.send}</button>
      </div>
      <div id="problem" class="problem" role="alert">${this.problem}</div>
      ${this.hasForbiddenNumber ? this.forbiddenChoices() : nothing}
      <p id="hint" class="hint">${strings.hint}</p>
    </form>`;
  }

  private forbiddenChoices(): TemplateResult {
    return html`<div class="choices">
      <button type="button" @click=${this.removeNumber}>${strings.removeNumber}</button>
      <button type="button" @click=${this.send}>${strings.sendAnyway}</button>
    </div>`;
  }

  private get field(): HTMLTextAreaElement {
    return this.host.renderRoot.querySelector("#field") as HTMLTextAreaElement;
  }

  private readonly submit = (event: Event): void => {
    event.preventDefault();
    if (this.conversation.stage !== "ready") return;
    const text = this.field.value.trim();
    const tooMany = [...text].length - this.maxLength;
    if (!text) this.refuse(strings.empty);
    else if (tooMany > 0) this.refuse(strings.tooLong(tooMany));
    else if (withoutForbiddenNumbers(text) !== text) this.refuse(strings.forbidden, true);
    else this.send();
  };

  private readonly send = (): void => {
    if (this.conversation.stage !== "ready") return;
    const text = this.field.value.trim();
    this.fill("");
    this.focus();
    this.conversation.say(text, withoutForbiddenNumbers(text, strings.removed));
  };

  private readonly removeNumber = (): void => {
    this.fill(withoutForbiddenNumbers(this.field.value.trim()));
    this.focus();
  };

  private readonly keydown = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    if (!event.repeat) this.field.form?.requestSubmit();
  };

  private readonly input = (): void => {
    this.explain("");
    this.grow();
  };

  private refuse(problem: TemplateResult | string, isNumber = false): void {
    this.focus();
    this.explain(problem, isNumber);
  }

  private async explain(problem: TemplateResult | string, isNumber = false): Promise<void> {
    this.problem = "";
    this.hasForbiddenNumber = isNumber;
    this.host.requestUpdate();
    if (!problem) return;
    await this.host.updateComplete; // the same once more is new, and so said again
    this.problem = problem;
    this.host.requestUpdate();
    await this.host.updateComplete;
    this.host.renderRoot.querySelector(".problem")?.scrollIntoView({ block: "nearest" });
  }

  private putBack(text: string, reason: Message[]): void {
    this.fill([text, this.field.value].filter(Boolean).join("\n"));
    const paragraphs = reason.flatMap((each) => each.paragraphs);
    if (!paragraphs.length) this.explain(strings.notSent);
    else this.refuse(html`${paragraphs.map((each) => html`<p>${each.map(span)}</p>`)}`);
  }

  private fill(text: string): void {
    this.field.value = text;
    this.input();
  }

  private grow(): void {
    const { field } = this;
    field.rows = 1;
    while (field.rows < MOST_ROWS && field.scrollHeight > field.clientHeight) field.rows += 1;
  }
}

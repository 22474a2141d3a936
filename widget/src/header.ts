import { html, type LitElement, nothing, type TemplateResult } from "lit";
import { contact } from "./contact";
import type { Details } from "./details";
import type { Menu } from "./menu";
import { span } from "./spans";
import { LETTER_SIZES, type Store } from "./storage";
import { strings } from "./strings";

/** What stands above the conversation: who this is, how to reach a human, what can be done. */
export class Header {
  private section: "contact" | "menu" | "erase" | null = null;

  constructor(
    private readonly host: LitElement,
    private readonly details: Details,
    private readonly store: Store,
    private readonly menu: Menu,
    /** Tells what was done; `isMoved`: the conversation is in another place by it. */
    private readonly tell: (result: string, isMoved?: boolean) => void,
  ) {}

  render(close: () => void): TemplateResult {
    const { name, phone } = this.details;
    const { letterSize } = this.store.state;
    const isLargest = letterSize === LETTER_SIZES[LETTER_SIZES.length - 1];
    return html`<div class="title">
        <div class="who">
          <h2 id="title" tabindex="-1">${strings.title} <span>${name}</span></h2>
          <p>${strings.call} ${span(phone)}</p>
        </div>
        <button type="button" class="close" @click=${close}>${strings.close}</button>
      </div>
      <div class="tools">
        <button type="button" @click=${this.resize}>
          ${isLargest ? strings.normal : strings.larger}
        </button>
        ${this.disclosure("contact", strings.contact)} ${this.disclosure("menu", strings.more)}
      </div>
      <div id="section" class="section" ?hidden=${!this.section}>${this.opened()}</div>`;
  }

  /** Whether what was opened has focus. */
  get hasFocus(): boolean {
    return this.find("#section")?.matches(":focus-within") ?? false;
  }

  /** Shows the conversation and its tools alone; focus that was in a section goes to its button. */
  async fold(): Promise<void> {
    const hadFocus = this.hasFocus;
    const button = this.section === "contact" ? "contact" : "menu";
    await this.show(null);
    if (hadFocus) this.find(`.${button}-button`)?.focus();
  }

  private disclosure(section: "contact" | "menu", label: string): TemplateResult {
    const isOpen = this.section === section || (section === "menu" && this.section === "erase");
    return html`<button
      type="button"
      class="disclosure ${section}-button"
      aria-expanded=${isOpen}
      aria-controls="section"
      @click=${() => this.show(isOpen ? null : section)}
      >${label}</button
    >`;
  }

  private opened(): TemplateResult | typeof nothing {
    if (this.section === "contact") return contact(this.details);
    if (this.section === "menu") return this.menu.render(this.askErase);
    if (this.section === "erase") return this.menu.renderErase(() => this.fold());
    return nothing;
  }

  private readonly askErase = async (): Promise<void> => {
    await this.show("erase");
    this.find("#erase")?.focus();
  };

  private readonly resize = (): void => {
    const next = LETTER_SIZES.indexOf(this.store.state.letterSize) + 1;
    const letterSize = LETTER_SIZES[next] ?? LETTER_SIZES[0];
    this.store.keep({ letterSize });
    this.tell(strings.letters(letterSize), true);
  };

  private show(section: Header["section"]): Promise<boolean> {
    this.section = section;
    this.tell("");
    return this.host.updateComplete;
  }

  private find(selector: string): HTMLElement | null {
    return this.host.renderRoot.querySelector(selector);
  }
}

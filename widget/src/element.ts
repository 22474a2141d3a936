import { html, LitElement, nothing, type TemplateResult, unsafeCSS } from "lit";
import { Composer } from "./composer";
import { checkColours } from "./contrast";
import type { Conversation } from "./conversation";
import type { Choice, Details } from "./details";
import { Header } from "./header";
import { log } from "./log";
import { Menu } from "./menu";
import { Panel } from "./panel";
import { Progress } from "./progress";
import type { Store } from "./storage";
import { strings } from "./strings";
import panel from "./styles/panel.css?inline";
import theme from "./styles/theme.css?inline";
import turns from "./styles/turns.css?inline";

/**
 * The button and the panel behind it. Its content on the page is for when this does not run.
 *
 * @attr label - what the button says, instead of "Stel uw vraag"
 * @attr position - "left": at the left of the window
 */
export class Chat extends LitElement {
  static override properties = { label: {} };
  static override styles = [theme, panel, turns].map((each) => unsafeCSS(each));
  declare label: string | undefined;

  private readonly dark = matchMedia("(prefers-color-scheme: dark)");
  private readonly composer: Composer;
  private readonly header: Header;
  private readonly panel: Panel;
  private readonly progress: Progress;
  private result = "";
  private hasNews = false;
  /** Most visitors only see the button: what is behind it comes when it is needed. */
  private isDrawn = false;

  constructor(
    details: Details,
    private readonly conversation: Conversation,
    private readonly store: Store,
  ) {
    super();
    const update = (): void => this.requestUpdate();
    const menu = new Menu(conversation, details, this.finish);
    this.composer = new Composer(this, conversation, details.maxLength);
    this.panel = new Panel(this, store, this.escape);
    this.header = new Header(this, details, store, menu, this.tell);
    this.progress = new Progress(conversation, details, update, this.retry);
    conversation.onChange = () => {
      this.progress.follow();
      this.hasNews = true;
      if (conversation.stage === "waiting") this.result = "";
      update();
    };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("online", this.retry);
    window.addEventListener("pageshow", this.shown);
    this.dark.addEventListener("change", this.check);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("online", this.retry);
    window.removeEventListener("pageshow", this.shown);
    this.dark.removeEventListener("change", this.check);
  }

  override render(): TemplateResult {
    const { open, letterSize } = this.store.state;
    this.isDrawn ||= open || this.conversation.entries.length > 1;
    return html`<div
      class="root"
      lang="nl"
      data-size=${letterSize}
      data-window=${this.panel.isSmall ? "small" : "wide"}
    >
      <button
        type="button"
        class="launcher primary"
        aria-haspopup="dialog"
        aria-expanded=${open}
        ?hidden=${open}
        @click=${this.open}
      >
        ${this.label || strings.launcher}
      </button>
      <dialog
        aria-labelledby="title"
        aria-describedby=${this.conversation.entries.length > 1 ? nothing : "welcome"}
        @cancel=${this.panel.cancel}
      >
        ${this.isDrawn ? this.content() : nothing}
      </dialog>
      <i class="probe-text" hidden></i><i class="probe-link" hidden></i>
      <i class="probe-button" hidden></i>
    </div>`;
  }

  private content(): TemplateResult {
    return html`${this.header.render(this.close)}
      <p class="result" role="status">${this.result}</p>
      ${log(this.conversation.entries, this.panel.isSmall ? nothing : 0, this.choose)}
      ${this.progress.render()} ${this.composer.render()}`;
  }

  override firstUpdated(): void {
    this.check();
    this.conversation.resume();
  }

  override updated(): void {
    if (this.isUpdatePending) return;
    if (this.hasNews) this.panel.showLastTurn();
    this.hasNews = false;
  }

  private readonly open = async (): Promise<void> => {
    await this.panel.open();
    this.check();
    if (this.conversation.entries.length > 1) this.panel.showLastTurn();
  };

  private readonly close = (): void => {
    this.header.fold();
    this.panel.close();
  };

  /** From a section of the header Escape goes back to its button. */
  private readonly escape = (): void => {
    if (this.header.hasFocus) this.header.fold();
    else this.close();
  };

  private readonly choose = (choice: Choice): void => {
    this.conversation.choose(choice);
  };

  private readonly retry = (): void => {
    this.conversation.retry();
  };

  /**
   * With "back" a browser may show this page as it was left, and the tab has gone on since. What
   * was asked there may go back to the field, so that has to be drawn.
   */
  private readonly shown = async (event: PageTransitionEvent): Promise<void> => {
    if (!event.persisted) return;
    this.isDrawn = true;
    this.requestUpdate();
    await this.updateComplete;
    this.conversation.resume();
  };

  private readonly check = (): void => {
    const root = this.renderRoot.querySelector(".root");
    if (root) checkColours(root);
  };

  private readonly tell = (result: string, isMoved = false): void => {
    this.result = result;
    this.hasNews ||= isMoved;
    this.requestUpdate();
  };

  private readonly finish = (result: string): void => {
    this.header.fold();
    this.tell(result);
  };
}

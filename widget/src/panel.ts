import type { LitElement, ReactiveController } from "lit";
import { showTurn } from "./log";
import type { Store } from "./storage";

/** A window is small when it is not higher or wider than so many letters: their size counts. */
const SMALL = 30;

/** Opens and closes the dialog, fits it to the window, and moves focus in and out. */
export class Panel implements ReactiveController {
  isSmall = false;
  private hadFocus = false;

  constructor(
    private readonly host: LitElement,
    private readonly store: Store,
    /** Is called when the visitor wants to get out of where they are. */
    private readonly leave: () => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener("keydown", this.keydown);
    window.addEventListener("resize", this.fit);
  }

  hostDisconnected(): void {
    document.removeEventListener("keydown", this.keydown);
    window.removeEventListener("resize", this.fit);
  }

  hostUpdate(): void {
    this.hadFocus = this.focused !== null;
  }

  hostUpdated(): void {
    this.fit();
    if (this.hadFocus && !this.focused && this.dialog.open) this.focusOwnWords();
  }

  async open(): Promise<void> {
    this.store.keep({ open: true });
    await this.redrawn();
    // In a small window the field is below all text; on a touch screen a keyboard would jump up.
    const isRead = this.isSmall || matchMedia("(pointer: coarse)").matches;
    this.find(isRead ? "#title" : "#field").focus();
  }

  readonly close = async (): Promise<void> => {
    const hadFocus = this.dialog.contains(this.focused);
    this.store.keep({ open: false });
    await this.redrawn();
    if (hadFocus) this.find(".launcher").focus();
  };

  /** Has to be called when the browser wants to close the dialog, as on "back" of a phone. */
  readonly cancel = (event: Event): void => {
    event.preventDefault();
    this.leave();
  };

  /** Scrolls to the last turn, if anyone can see it; in a small window the field comes below it. */
  showLastTurn(): void {
    if (!this.dialog.open) return;
    const turn = this.find(".turn:last-of-type");
    if (this.isSmall) {
      showTurn(this.dialog, turn, this.find(".composer"), this.pinnedHeight);
      this.find(".notice, .progress:not([hidden])")?.scrollIntoView({ block: "nearest" });
    } else showTurn(this.find(".log"), turn, turn);
  }

  /** When what had focus is gone: from what the visitor said last Tab goes on to the answer. */
  private focusOwnWords(): void {
    const said = Array.from(this.dialog.querySelectorAll<HTMLElement>(".visitor"));
    (said.pop() ?? this.find("#title")).focus({ preventScroll: true });
  }

  /** How much of a small window the title always covers: what gets focus stays clear of it. */
  private get pinnedHeight(): number {
    const title = this.find(".title");
    const isPinned = this.isSmall && getComputedStyle(title).position === "sticky";
    return isPinned ? title.offsetHeight : 0;
  }

  /** Makes the dialog as the state and the window are. Leaves focus where it is. */
  private readonly fit = (): void => {
    const { dialog, focused } = this;
    const { open } = this.store.state;
    const letter = Number.parseFloat(getComputedStyle(this.find(".root")).fontSize);
    const isSmall = Math.min(window.innerWidth, window.innerHeight) <= SMALL * letter;
    if (open) dialog.style.scrollPaddingTop = `${this.pinnedHeight}px`;
    if (isSmall === this.isSmall && open === dialog.open) return;
    this.isSmall = isSmall;
    this.host.requestUpdate();
    dialog.close();
    if (!open) return;
    if (isSmall) dialog.showModal();
    else dialog.setAttribute("open", ""); // show() would take focus, also after a reload
    (focused ?? (isSmall ? this.find("#title") : null))?.focus();
  };

  private readonly keydown = (event: KeyboardEvent): void => {
    const isEscape = event.key === "Escape" && !event.isComposing && !event.defaultPrevented;
    const at = event.target as Element;
    const isOfThePage = at !== this.host && at.closest('dialog, [aria-modal="true"]');
    if (!isEscape || isOfThePage || !this.store.state.open) return;
    event.preventDefault();
    this.leave();
  };

  private async redrawn(): Promise<void> {
    this.host.requestUpdate();
    while (!(await this.host.updateComplete)); // false: it asked for one more
  }

  private get dialog(): HTMLDialogElement {
    return this.find("dialog") as HTMLDialogElement;
  }

  private get focused(): HTMLElement | null {
    return this.host.shadowRoot?.activeElement as HTMLElement | null;
  }

  private find(selector: string): HTMLElement {
    return this.host.renderRoot.querySelector(selector) as HTMLElement;
  }
}

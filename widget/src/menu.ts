import { html, type TemplateResult } from "lit";
import type { Conversation } from "./conversation";
import type { Details } from "./details";
import { copy, openMail, print } from "./output";
import { strings } from "./strings";
import { lines, mailLink, transcript } from "./transcript";

/** Some mail programs cut off a longer link. */
const LONGEST_LINK = 1800;

/** What can be done with the whole conversation. `done` closes the menu and tells the result. */
export class Menu {
  /** Windows that show the conversation too. */
  private readonly printed: Window[] = [];

  constructor(
    private readonly conversation: Conversation,
    private readonly details: Details,
    private readonly done: (result: string) => void,
  ) {}

  render(askErase: () => void): TemplateResult {
    const actions = [
      [strings.copy, this.copy],
      [strings.print, this.print],
      [strings.mail, this.mail],
      [strings.erase, askErase],
    ] as const;
    return html`<ul class="menu">
      ${actions.map(
        ([label, act]) => html`<li><button type="button" @click=${act}>${label}</button></li>`,
      )}
    </ul>`;
  }

  /** Asks before anything is erased. */
  renderErase(keep: () => void): TemplateResult {
    return html`<div class="erase" role="group" aria-labelledby="erase">
      <h3 id="erase" tabindex="-1">${strings.eraseAsked}</h3>
      <p>${strings.eraseExplained}</p>
      <div class="choices">
        <button type="button" @click=${this.erase}>${strings.eraseYes}</button>
        <button type="button" @click=${keep}>${strings.eraseNo}</button>
      </div>
    </div>`;
  }

  private readonly copy = async (): Promise<void> => {
    this.done((await copy(this.text)) ? strings.copied : strings.notCopied);
  };

  private readonly print = (): void => {
    const { name, phone } = this.details;
    const { entries } = this.conversation;
    const title = strings.transcript(name);
    const page = print(title, strings.phone(phone.text), lines(entries));
    if (page) this.printed.push(page);
    this.done(page ? "" : strings.notPrinted);
  };

  private readonly mail = async (): Promise<void> => {
    const subject = strings.transcript(this.details.name);
    const link = mailLink(subject, this.text);
    if (link.length <= LONGEST_LINK) {
      openMail(link);
      return this.done(strings.mailed);
    }
    if (!(await copy(this.text))) return this.done(strings.notCopied);
    openMail(mailLink(subject, strings.pasteHere));
    this.done(strings.tooLongToMail);
  };

  private readonly erase = async (): Promise<void> => {
    this.done(strings.erasing);
    for (const page of this.printed.splice(0)) page.close();
    const erased = await this.conversation.erase();
    this.done(erased ? strings.erased : strings.erasedHere(this.details.daysKept));
  };

  private get text(): string {
    return transcript(this.conversation.entries, this.details);
  }
}

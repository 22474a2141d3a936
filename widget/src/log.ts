import { html, nothing, type TemplateResult } from "lit";
import type { Choice, Message } from "./details";
import { bubble } from "./spans";
import type { Entry } from "./storage";
import { strings } from "./strings";

/** So much is left around a turn that is scrolled to, in pixels. */
const EDGE = 4;

/**
 * Returns all turns. An answer is one element that comes in at once and only ever loses its
 * choices, so that a screen reader says it once and as a whole.
 */
export function log(
  entries: Entry[],
  tabindex: 0 | typeof nothing,
  choose: (choice: Choice) => void,
): TemplateResult {
  const last = entries.length - 1;
  return html`<div
    class="log"
    role="log"
    aria-live="polite"
    aria-label=${strings.log}
    tabindex=${tabindex}
  >
    ${entries.map((entry, index) =>
      "visitor" in entry
        ? html`<div class="turn visitor" tabindex="-1" aria-live="off">
            <span class="unseen">${strings.you} </span><span class="typed">${entry.visitor}</span>
          </div>`
        : answer(entry.answer, index === last ? choose : null, index ? nothing : "welcome"),
    )}
  </div>`;
}

function answer(
  messages: Message[],
  choose: ((choice: Choice) => void) | null,
  id: string | typeof nothing,
): TemplateResult {
  const choices = choose ? messages.flatMap(({ buttons }) => buttons) : [];
  return html`<div class="turn answer">
    <span class="unseen">${strings.assistant} </span>
    <div class="bubbles" id=${id}>${messages.map(bubble)}</div>
    ${
      choices.length && choose
        ? html`<div class="choices">
            ${choices.map(
              (each) =>
                html`<button type="button" @click=${() => choose(each)}>${each.title}</button>`,
            )}
          </div>`
        : nothing
    }
  </div>`;
}

/**
 * Scrolls until a turn can be read: with all until `end` if that fits, from its start when it does
 * not fit itself. What covers the top of the scroller is `above` high.
 */
export function showTurn(scroller: Element, turn: HTMLElement, end: HTMLElement, above = 0): void {
  const height = Math.min(scroller.clientHeight, window.visualViewport?.height ?? Infinity) - above;
  const start = scroller.getBoundingClientRect().top + above + EDGE;
  const stop = start + height - 2 * EDGE;
  const { top } = turn.getBoundingClientRect();
  const bottoms = [end, turn].map((each) => each.getBoundingClientRect().bottom);
  const bottom = bottoms.find((each) => each - top <= stop - start);
  if (bottom === undefined || top < start) scroller.scrollTop += top - start;
  else if (bottom > stop) scroller.scrollTop += bottom - stop;
}

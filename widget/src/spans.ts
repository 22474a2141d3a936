import { html, nothing, type TemplateResult } from "lit";
import type { Message, Span } from "./details";
import { strings } from "./strings";

/** Returns the paragraphs and the source of a message. */
export function bubble({ paragraphs, source }: Message): TemplateResult {
  return html`<div class="bubble">
    ${paragraphs.map((each) => html`<p lang=${each[0]?.lang ?? nothing}>${each.map(span)}</p>`)}
    ${source ? html`<p class="source">${source.map(span)}</p>` : nothing}
  </div>`;
}

/** Returns text, as a link when it leads to a phone, a mail or a page. */
export function span({ text, href }: Span): TemplateResult | string {
  if (href?.startsWith("https:"))
    return html`<a href=${href} target="_blank" rel="noopener"
      >${text}<span class="unseen"> ${strings.newTab}</span></a
    >`;
  return href && /^(tel|mailto):/.test(href) ? html`<a href=${href}>${text}</a>` : text;
}

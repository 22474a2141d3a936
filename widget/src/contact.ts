import { html, nothing, type TemplateResult } from "lit";
import type { Details } from "./details";
import { span } from "./spans";
import { strings } from "./strings";

/** Returns when the zorgkantoor answers, and its e-mail address. */
export function contact({ hours, closed, email }: Details): TemplateResult {
  return html`<div class="contact">
    <h3>${strings.hours}</h3>
    <ul>
      ${hours.map(({ days, times }) => html`<li>${days}: ${times}</li>`)}
    </ul>
    ${
      closed.length
        ? html`<h3>${strings.closed}</h3>
            <ul>
              ${closed.map((day) => html`<li>${day}</li>`)}
            </ul>`
        : nothing
    }
    <h3>${strings.email}</h3>
    <p>${span(email)}</p>
  </div>`;
}

import { supportsAdoptingStyleSheets } from "lit";
import { Conversation } from "./conversation";
import { Chat } from "./element";
import { Server } from "./server";
import { Store } from "./storage";

const NAME = "steunwijzer-chat";
const script = document.currentScript as HTMLScriptElement;
const base = new URL(".", script.src).href;

/** `<steunwijzer-chat>`, with all that it needs. */
class SteunwijzerChat extends Chat {
  constructor() {
    const store = new Store(() => window.sessionStorage);
    super(zorgkantoor, new Conversation(new Server(base), store, zorgkantoor.welcome), store);
  }
}

/** Puts the element on a page that has none. */
function place(): void {
  if (document.querySelector(NAME)) return;
  const element = document.createElement(NAME);
  for (const name of ["label", "position"])
    if (script.dataset[name]) element.setAttribute(name, script.dataset[name]);
  document.body.append(element);
}

// Without it styles would be inline, which a strict policy forbids: the page's own content stays.
if (supportsAdoptingStyleSheets && !customElements.get(NAME)) {
  customElements.define(NAME, SteunwijzerChat);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", place);
  else place();
}

import type { Line } from "./transcript";

/** Puts a text on the clipboard; returns whether that worked. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyWithoutTls(text); // navigator.clipboard is only there on pages with TLS
  }
}

function copyWithoutTls(text: string): boolean {
  const take = (event: ClipboardEvent): void => {
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
  };
  document.addEventListener("copy", take, { once: true });
  const copied = document.execCommand("copy");
  document.removeEventListener("copy", take);
  return copied;
}

/** Prints from a window of its own; returns it, or null when the browser allows none. */
export function print(title: string, phone: string, lines: Line[]): Window | null {
  const page = window.open("", "_blank");
  if (!page) return null;
  const make = (tag: string, ...content: (string | Node)[]): HTMLElement => {
    const element = page.document.createElement(tag);
    element.append(...content);
    return element;
  };
  page.document.documentElement.lang = "nl";
  page.document.title = title;
  page.document.body.replaceChildren(
    make("h1", title),
    make("p", phone),
    ...lines.map(({ who, text }) => make("p", ...(who ? [make("strong", who), " "] : []), text)),
  );
  page.print();
  return page;
}

/** Opens the visitor's mail program. */
export function openMail(href: string): void {
  const link = document.createElement("a");
  link.href = href;
  link.click();
}

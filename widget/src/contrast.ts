/** The colours of the house style come from the page: are they readable? WCAG 2.2, 1.4.3 and 1.4.11. */

type Colour = [red: number, green: number, blue: number];

/** Returns how much two computed CSS colours differ, 1 to 21; 0 when one cannot be judged. */
export function contrast(one: string, other: string): number {
  const [first, second] = [read(one), read(other)];
  if (!first || !second) return 0;
  const [dark = 0, light = 0] = [luminance(first), luminance(second)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Reads rgb() and color(srgb), as getComputedStyle gives them; not what shines through. */
function read(colour: string): Colour | null {
  const found = /^(rgba?|color)\((?:srgb )?([\d.e, /-]+)\)$/.exec(colour);
  const [red, green, blue, alpha = 1] = found?.[2]?.split(/[ ,/]+/).map(Number) ?? [];
  if (red === undefined || green === undefined || blue === undefined || alpha < 1) return null;
  const full = found?.[1] === "color" ? 1 : 255;
  return [red / full, green / full, blue / full];
}

function luminance(colour: Colour): number {
  const [red, green, blue] = colour.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  ) as Colour;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** What is set on what, and how much they have to differ; by what a part of the root is for. */
const PAIRS = {
  page: [
    [".probe-text", "color", "backgroundColor", 4.5],
    [".probe-link", "color", "backgroundColor", 4.5],
  ],
  button: [[".probe-button", "color", "backgroundColor", 4.5]],
  focus: [[".probe-link", "outlineColor", "backgroundColor", 3]],
} as const;

/** Gives the root a class for each part of the house style that is not readable. */
export function checkColours(root: Element): void {
  const groups = Object.keys(PAIRS) as (keyof typeof PAIRS)[];
  root.classList.remove(...groups.map((group) => `own-${group}`));
  for (const group of groups) {
    const readable = PAIRS[group].every(([selector, front, back, least]) => {
      const style = getComputedStyle(root.querySelector(selector) ?? root);
      return contrast(style[front], style[back]) >= least;
    });
    root.classList.toggle(`own-${group}`, !readable);
  }
}

import { expect, test } from "vitest";
import { contrast } from "../src/contrast";

test.each([
  ["rgb(0, 0, 0)", "rgb(255, 255, 255)", 21],
  ["rgb(255, 255, 255)", "rgb(0, 0, 0)", 21],
  ["rgb(118, 118, 118)", "rgb(255, 255, 255)", 4.54],
  ["color(srgb 0 0 0)", "color(srgb 1 1 1)", 21],
  ["rgb(10, 20, 30)", "rgb(10, 20, 30)", 1],
])("%s on %s has %d", (one, other, expected) => {
  expect(contrast(one, other)).toBeCloseTo(expected, 2);
});

test.each(["rgba(0, 0, 0, 0.5)", "rgba(0, 0, 0, 0)", "oklch(0.5 0.1 20)", "none"])(
  "%s cannot be judged, so it never passes",
  (colour) => {
    expect(contrast(colour, "rgb(255, 255, 255)")).toBe(0);
  },
);

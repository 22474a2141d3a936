import { expect, test } from "vitest";
import { type State, Store } from "../src/storage";
import { memory, message } from "./examples";

const STATE: State = {
  token: "t",
  entries: [{ visitor: "hoi" }, { answer: [message("Hallo.")] }],
  pending: { id: "1", said: { payload: "/x" }, shown: "X", at: 1 },
  erasing: ["old"],
  open: true,
  letterSize: 125,
};

test("a state comes back after a reload", () => {
  const tab = memory();
  new Store(() => tab).keep(STATE);
  expect(new Store(() => tab).state).toEqual(STATE);
});

test.each([
  "{broken",
  "null",
  "[]",
  JSON.stringify({ ...STATE, token: 1 }),
  JSON.stringify({ ...STATE, entries: [{ answer: [{ paragraphs: "x" }] }] }),
  JSON.stringify({ ...STATE, entries: [{}] }),
  JSON.stringify({ ...STATE, pending: { id: "1" } }),
  JSON.stringify({ ...STATE, erasing: [1] }),
  JSON.stringify({ ...STATE, letterSize: 1000 }),
])("what cannot be read is dropped: %s", (stored) => {
  const tab = memory();
  tab.setItem("steunwijzer", stored);
  expect(new Store(() => tab).state).toMatchObject({ token: null, entries: [], open: false });
});

test("a browser that refuses storage does not stop a conversation", () => {
  const store = new Store(() => {
    throw new Error("SecurityError");
  });
  store.keep({ token: "t" });
  store.refresh();
  expect(store.state.token).toBe("t");
});

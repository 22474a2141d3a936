import { createServer, type Server as HttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Conversation } from "../src/conversation";
import type { Message } from "../src/details";
import { Server } from "../src/server";
import { Store } from "../src/storage";
import { memory, message } from "./examples";

type Body = { token?: string; id?: string; text?: string; payload?: string };
const WELCOME = [message("Hallo.")];
const ANSWER = [message("Het is gratis.")];
const NO = [message("Dat lukt niet.")];

let http: HttpServer;
let base: string;
let tab: Storage;
const ERASED = [{ ...message("Ons gesprek is gewist."), erases: true }];
/** What the next messages get: a status, an answer, or "cut" for a connection that breaks. */
let fate: (number | "cut" | Message[])[];
/** What the next erasures get, instead of being done. */
let erasing: (number | "cut")[];
let asked: [path: string, body: Body][];

beforeEach(async () => {
  [tab, fate, erasing, asked] = [memory(), [], [], []];
  http = createServer(async (request, response) => {
    let text = "";
    for await (const part of request) text += part;
    const path = request.url?.slice(1) ?? "";
    asked.push([path, JSON.parse(text)]);
    const usual = { messages: ANSWER, erase: 204, conversations: 201 }[path] ?? 404;
    const next = { messages: fate, erase: erasing }[path]?.shift() ?? usual;
    if (next === "cut") return request.socket.destroy();
    const status = typeof next === "number" ? next : 200;
    response.writeHead(status, { "Content-Type": "application/json" });
    const token = `token ${asked.filter(([each]) => each === "conversations").length}`;
    const body = status === 201 ? { token } : { messages: typeof next === "number" ? NO : next };
    response.end(status === 204 ? undefined : JSON.stringify(body));
  });
  await new Promise<void>((ready) => http.listen(0, "127.0.0.1", ready));
  base = `http://127.0.0.1:${(http.address() as AddressInfo).port}/`;
});

afterEach(() => {
  http.close();
});

function conversation(pauses = [1, 1, 1]): Conversation {
  return new Conversation(new Server(base), new Store(() => tab), WELCOME, pauses);
}

const messages = (): Body[] =>
  asked.filter(([path]) => path === "messages").map(([, body]) => body);
const ids = (): Set<string | undefined> => new Set(messages().map(({ id }) => id));

test("a question is shown at once, and its answer as one turn", async () => {
  const talk = conversation();
  const sent = talk.say("Wat kost het?");
  expect(talk.entries).toEqual([{ answer: WELCOME }, { visitor: "Wat kost het?" }]);
  expect(talk.stage).toBe("waiting");
  await sent;
  expect(talk.entries.at(-1)).toEqual({ answer: ANSWER });
  expect(talk.stage).toBe("ready");
});

test("an id is a UUID, and another one for each message", async () => {
  const talk = conversation();
  await talk.say("een");
  await talk.say("twee");
  expect(ids().size).toBe(2);
  for (const id of ids())
    expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-/);
  expect(new Set(messages().map(({ token }) => token)).size).toBe(1);
});

test("a second press sends nothing", async () => {
  const talk = conversation();
  await Promise.all([talk.say("Wat kost het?"), talk.say("Wat kost het?")]);
  expect(messages()).toHaveLength(1);
});

test("a choice goes as a payload only when it begins with a slash", async () => {
  const talk = conversation();
  await talk.choose({ title: "Wie?", payload: "/ask_who" });
  await talk.choose({ title: "Kosten", payload: "Wat kost het?" });
  expect(messages()).toMatchObject([{ payload: "/ask_who" }, { text: "Wat kost het?" }]);
  expect(talk.entries).toContainEqual({ visitor: "Kosten" });
});

test("a lost connection is tried again with the same id", async () => {
  fate = ["cut", "cut"];
  const talk = conversation();
  await talk.say("Wat kost het?");
  expect(messages()).toHaveLength(3);
  expect(ids().size).toBe(1);
  expect(talk.entries).toHaveLength(3);
  expect(talk.notice).toBeNull();
});

test("after four times the visitor is told, and can try again with the same id", async () => {
  fate = ["cut", "cut", "cut", "cut"];
  const talk = conversation();
  await talk.say("Wat kost het?");
  expect(talk.notice).toEqual({ messages: null, canRetry: true });
  await talk.retry();
  expect(ids().size).toBe(1);
  expect(talk.entries.at(-1)).toEqual({ answer: ANSWER });
  expect(talk.notice).toBeNull();
});

test("a connection that is back ends the pause", async () => {
  fate = ["cut"];
  const talk = conversation([60_000]);
  const reconnecting = new Promise<void>((reached) => {
    talk.onChange = () => talk.stage === "reconnecting" && reached();
  });
  const sent = talk.say("Wat kost het?");
  await reconnecting;
  await Promise.resolve();
  await talk.retry();
  await sent;
  expect(talk.entries.at(-1)).toEqual({ answer: ANSWER });
});

test.each([429, 503])("a %d is told, and can be tried again", async (status) => {
  fate = [status];
  const talk = conversation();
  await talk.say("Wat kost het?");
  expect(talk.notice).toEqual({ messages: NO, canRetry: true });
  expect(messages()).toHaveLength(1);
});

test("a message that is not taken is told, and not sent again", async () => {
  fate = [400];
  const talk = conversation();
  await talk.choose({ title: "Wie?", payload: "/old" });
  expect(talk.notice).toEqual({ messages: NO, canRetry: false });
  await talk.retry();
  expect(messages()).toHaveLength(1);
});

test.each([413, 422])("after a %d the visitor has the text back", async (status) => {
  fate = [status];
  const talk = conversation();
  let returned: [string, Message[]] | null = null;
  talk.onReturned = (text, reason) => {
    returned = [text, reason];
  };
  await talk.say("heel lang");
  expect(returned).toEqual(["heel lang", NO]);
  expect(talk.entries).toEqual([{ answer: WELCOME }]);
});

test("an old session is replaced, and the message sent once more", async () => {
  fate = [401];
  const talk = conversation();
  await talk.say("Wat kost het?");
  expect(messages()).toMatchObject([{ token: "token 1" }, { token: "token 2" }]);
  expect(ids().size).toBe(1);
  expect(talk.entries.at(-1)).toEqual({ answer: ANSWER });
  expect(talk.notice).toEqual({ messages: NO, canRetry: false });
});

test("a message without an answer is sent again after a reload", async () => {
  fate = ["cut"];
  await conversation([]).say("Wat kost het?");
  const reloaded = conversation();
  await reloaded.resume();
  expect(ids().size).toBe(1);
  expect(reloaded.entries).toEqual([
    { answer: WELCOME },
    { visitor: "Wat kost het?" },
    { answer: ANSWER },
  ]);
});

test("after an hour it is given back instead", async () => {
  fate = ["cut"];
  await conversation([]).say("Wat kost het?");
  const store = new Store(() => tab);
  const { pending } = store.state;
  if (pending) store.keep({ pending: { ...pending, at: pending.at - 3_600_001 } });
  const reloaded = conversation();
  let returned = "";
  reloaded.onReturned = (text) => {
    returned = text;
  };
  await reloaded.resume();
  expect(returned).toBe("Wat kost het?");
  expect(messages()).toHaveLength(1);
  expect(reloaded.entries).toEqual([{ answer: WELCOME }]);
});

test("what has no answer yet comes first, and a new question goes back to the field", async () => {
  fate = ["cut", "cut"];
  const talk = conversation([]);
  const returned: string[] = [];
  talk.onReturned = (text) => returned.push(text);
  await talk.say("Wat kost het?");
  await talk.say("En wie helpt?");
  expect(returned).toEqual(["En wie helpt?"]);
  expect(talk.notice).toEqual({ messages: null, canRetry: true });
  expect(talk.entries).toEqual([{ answer: WELCOME }, { visitor: "Wat kost het?" }]);
  await talk.say("En wie helpt?");
  expect(returned).toEqual(["En wie helpt?", "En wie helpt?"]);
  expect(talk.entries.at(-1)).toEqual({ answer: ANSWER });
  expect(ids().size).toBe(1);
});

test("who comes back to a page sees what became of the conversation on another one", async () => {
  const here = conversation();
  await here.say("Wat kost het?");
  const elsewhere = conversation();
  await elsewhere.erase();
  await here.resume();
  expect(here.entries).toEqual([{ answer: WELCOME }]);
  await elsewhere.say("Wie helpt mij?");
  await here.resume();
  expect(here.entries).toEqual(elsewhere.entries);
});

test("an answer that says that all is erased stands alone", async () => {
  fate = [ANSWER, ERASED];
  const talk = conversation();
  await talk.say("Wat kost het?");
  await talk.say("verwijder mijn gegevens");
  expect(talk.entries).toEqual([{ answer: WELCOME }, { answer: ERASED }]);
  expect(conversation().entries).toEqual(talk.entries);
});

test("what is erased is gone here and there, and the next message begins anew", async () => {
  const talk = conversation();
  await talk.say("Wat kost het?");
  expect(await talk.erase()).toBe(true);
  expect(asked.at(-1)).toEqual(["erase", { token: "token 1" }]);
  expect(conversation().entries).toEqual([{ answer: WELCOME }]);
  await talk.say("hoi");
  expect(messages().at(-1)?.token).toBe("token 2");
});

test("an answer that comes after erasing is not shown", async () => {
  const talk = conversation();
  const sent = talk.say("Wat kost het?");
  await talk.erase();
  await sent;
  expect(talk.entries).toEqual([{ answer: WELCOME }]);
  expect(talk.stage).toBe("ready");
});

test("what the server could not erase is erased there as soon as it can be", async () => {
  const talk = conversation();
  await talk.say("Wat kost het?");
  erasing = ["cut"];
  expect(await talk.erase()).toBe(false);
  expect(talk.entries).toEqual([{ answer: WELCOME }]);
  await talk.say("Een nieuw gesprek");
  erasing = [503];
  expect(await talk.erase()).toBe(false);
  await conversation().resume();
  expect(await conversation().erase()).toBe(true);
  const erased = asked.filter(([path]) => path === "erase").map(([, { token }]) => token);
  expect(erased.slice(0, 4)).toEqual(["token 1", "token 1", "token 2", "token 2"]);
});

test("what the server knows nothing of is not erased for ever", async () => {
  const talk = conversation();
  await talk.say("Wat kost het?");
  erasing = [401];
  expect(await talk.erase()).toBe(true);
});

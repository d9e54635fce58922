// Lets a room that was opened on this device open again with the network gone, as it was last seen. Entries do not pass through here.
import { fromMusic, isMusic } from "./kept-music.ts";

const rooms = "rooms";
const assets = "assets";
/** How long a page that is kept here waits for the clinic's newer one, in milliseconds. */
const patience = 4_000;
const worker = self as unknown as {
  addEventListener(type: "install" | "activate", act: (event: { waitUntil(what: Promise<unknown>): void }) => void): void;
  addEventListener(type: "fetch", act: (event: { readonly request: Request; respondWith(what: Promise<Response>): void; waitUntil(what: Promise<unknown>): void }) => void): void;
  addEventListener(type: "message", act: (event: { readonly data: unknown; waitUntil(what: Promise<unknown>): void }) => void): void;
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
};

const isRoom = (path: string): boolean => path === "/rooms" || /^\/sessions\/[0-9a-f-]{36}\/room$/.test(path) || /^\/rooms\/[0-9a-f-]{36}\/floor(\/vitals)?$/.test(path);

worker.addEventListener("install", (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));

// A page that was loaded before the worker ran names what it needs.
worker.addEventListener("message", (event) => {
  if (Array.isArray(event.data)) {
    const addresses = event.data.filter((one): one is string => typeof one === "string");
    event.waitUntil(Promise.all(addresses.map((address) => (isRoom(new URL(address).pathname) ? fromClinic(new Request(address)) : fromShelf(new Request(address))).catch(() => null))));
  }
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) {
    return;
  }
  if (request.method === "POST" && url.pathname === "/sign-out") {
    event.waitUntil(caches.delete(rooms));
  } else if (request.method === "GET" && url.search === "" && isRoom(url.pathname)) {
    event.respondWith(fromClinic(request));
  } else if (request.method === "GET" && url.pathname.startsWith("/assets/")) {
    event.respondWith(fromShelf(request));
  } else if (request.method === "GET" && isMusic(url.pathname)) {
    event.respondWith(fromMusic(request));
  }
});

async function fromClinic(request: Request): Promise<Response> {
  const shelf = await caches.open(rooms);
  const path = new URL(request.url).pathname;
  const kept = await shelf.match(path);
  try {
    const response = await fetch(request, kept ? { signal: AbortSignal.timeout(patience) } : {});
    if (response.ok && !response.redirected && (response.headers.get("content-type") ?? "").startsWith("text/html")) {
      await shelf.put(path, response.clone());
    }
    return response;
  } catch (trouble) {
    if (!kept) {
      return request.mode === "navigate" ? new Response(unknown, { status: 503, headers: { "content-type": "text/html; charset=utf-8" } }) : Promise.reject(trouble);
    }
    return new Response((await kept.text()).replace("<head>", '<head><meta name="kept" content="yes">'), {
      headers: { "content-type": "text/html; charset=utf-8", "content-security-policy": kept.headers.get("content-security-policy") ?? "", "x-kept": "yes" },
    });
  }
}

async function fromShelf(request: Request): Promise<Response> {
  const shelf = await caches.open(assets);
  const kept = await shelf.match(request);
  if (kept) {
    return kept;
  }
  const response = await fetch(request);
  if (response.ok) {
    await shelf.put(request, response.clone());
  }
  return response;
}

const unknown = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Offline</title></head>
<body><main><h1>Offline</h1><p>This room was not opened on this device before, so it cannot be shown. Nothing that was tapped is lost. It opens when the connection is back.</p></main></body></html>`;

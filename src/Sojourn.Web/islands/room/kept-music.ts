// A player asks for a file in parts; a kept file is whole. Cuts the part out of it, as a server would.

export const isMusic = (path: string): boolean => /^\/music\/[0-9a-f]{64}$/.test(path);

export async function fromMusic(request: Request): Promise<Response> {
  const kept = await (await caches.open("music")).match(new URL(request.url).pathname);
  return kept ? part(await kept.blob(), request.headers.get("range"), kept.headers.get("content-type") ?? "") : fetch(request);
}

export function part(whole: Blob, range: string | null, type: string): Response {
  const asked = /^bytes=(\d*)-(\d*)$/.exec(range ?? "");
  if (!asked || (asked[1] === "" && asked[2] === "")) {
    return new Response(whole, { headers: { "content-type": type, "content-length": String(whole.size), "accept-ranges": "bytes" } });
  }
  const [from, to] = asked[1] === ""
    ? [Math.max(0, whole.size - Number(asked[2])), whole.size - 1]
    : [Number(asked[1]), asked[2] === "" ? whole.size - 1 : Math.min(Number(asked[2]), whole.size - 1)];
  return from > to
    ? new Response(null, { status: 416, headers: { "content-range": `bytes */${whole.size}` } })
    : new Response(whole.slice(from, to + 1, type), {
      status: 206,
      headers: { "content-type": type, "content-length": String(to - from + 1), "content-range": `bytes ${from}-${to}/${whole.size}`, "accept-ranges": "bytes" },
    });
}

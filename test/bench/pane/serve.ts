import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";

const CDN = "https://appsforoffice.microsoft.com/lib/1/hosted/";
const TYPES: Readonly<Record<string, string>> = { ".html": "text/html; charset=utf-8", ".js": "text/javascript" };

export interface Site {
  readonly origin: string;
  close(): void;
}

/**
 * Serves folders (name in the address → folder) as static files over loopback, uncompressed. Pages take office.js from
 * `/office/` of the same site in place of the CDN; that address is all that differs from what is shipped.
 */
export async function serveFolders(folders: Readonly<Record<string, string>>): Promise<Site> {
  const server = createServer((request, response) => {
    const [, folder = "", ...names] = new URL(request.url ?? "/", "http://localhost").pathname.split("/");
    const file = path.join(folders[folder] ?? "/nowhere", ...names);
    const type = TYPES[path.extname(file)] ?? "application/octet-stream";
    readFile(file).then(
      (bytes) => response.writeHead(200, { "content-type": type }).end(type === TYPES[".html"] ? local(bytes) : bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, close: () => void server.close() };
}

const local = (page: Buffer): string => page.toString("utf8").replaceAll(CDN, "/office/");

// npm start: builds the workbench and serves its one page on http://localhost:8080, or on the next free port.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import { buildWorkbench } from "./build-workbench.mjs";

const FIRST_PORT = Number(process.env.PORT ?? 8080);
const PORTS = 50;

const built = buildWorkbench();
const page = readFileSync(built);
/** Asked for with the first PDF. */
const reader = readFileSync(path.join(path.dirname(built), "pdf-reader.js"));
const server = createServer(({ url = "/", method }, response) => {
  if (method !== "GET" && method !== "HEAD") response.writeHead(405, { Allow: "GET, HEAD" }).end();
  else {
    const [file, type] = answerTo(url.split("?")[0]);
    if (!file) response.writeHead(404).end();
    else {
      response.writeHead(200, { "Content-Type": type, "Content-Length": file.length, "Cache-Control": "no-store" });
      response.end(method === "HEAD" ? undefined : file);
    }
  }
});

function answerTo(url) {
  if (["/", "/workbench.html", encodeURI("/评核.html")].includes(url)) return [page, "text/html; charset=utf-8"];
  return url === "/pdf-reader.js" ? [reader, "text/javascript; charset=utf-8"] : [null, ""];
}

listen(FIRST_PORT);

function listen(port) {
  server.once("error", (error) => {
    if (error.code !== "EADDRINUSE" || port >= FIRST_PORT + PORTS) throw error;
    listen(port + 1);
  });
  // Only this machine: the page needs no one else.
  server.listen(port, "localhost", () => {
    const address = `http://localhost:${port}`;
    console.log(`评核工作台 / Pinghe workbench: ${address}（Ctrl-C 结束）`);
    show(address);
  });
}

/** Opens the page where there is a desktop to show it; the address was printed in any case. */
function show(address) {
  if (process.env.CI || process.env.BROWSER === "none") return;
  const [command, ...args] =
    process.platform === "darwin"
      ? ["open", address]
      : process.platform === "win32"
        ? ["cmd", "/c", "start", "", address]
        : process.env.DISPLAY || process.env.WAYLAND_DISPLAY
          ? ["xdg-open", address]
          : [];
  if (command === undefined) return;
  const opened = spawn(command, args, { stdio: "ignore", detached: true });
  opened.on("error", () => undefined);
  opened.unref();
}

const { writeFileSync } = require("node:fs");

// Loaded before a program that is measured: what it took is known only to itself, at its end.
process.on("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const usage = { cpu: (userCPUTime + systemCPUTime) / 1e6, memory: Math.round(maxRSS / 1024) };
  writeFileSync(process.env.PINGHE_USAGE, JSON.stringify(usage));
});

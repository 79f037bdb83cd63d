// Reads the texts on standard input, one JSON string a line, with other readers of English text, and prints a JSON line for
// each: {"name","mb_s","found"}, or {"name","absent"} where its package is not installed. Packages are looked for in the folder of
// the call and in NODE_PATH.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { join } from "node:path";

const load = createRequire(join(process.cwd(), "x.js"));
const texts = readFileSync(0, "utf8").split("\n").filter(Boolean).map((l) => JSON.parse(l));
const most = Number(process.argv.at(-1)) * 1000; // milliseconds

function measure(name, module, reader) {
  let read;
  try {
    read = reader(load(module));
  } catch (e) {
    console.log(JSON.stringify({ name, absent: `npm install ${module}` }));
    return;
  }
  read(texts[0]);
  let bytes = 0, found = 0;
  const start = performance.now();
  for (const t of texts) {
    found += read(t);
    bytes += Buffer.byteLength(t);
    if (performance.now() - start > most) break;
  }
  console.log(JSON.stringify({ name, mb_s: bytes / 1e3 / (performance.now() - start), found }));
}

measure("recognizers-text-suite: numbers, units, dates", "@microsoft/recognizers-text-suite", (m) => {
  const r = m.default ?? m, en = "en-us";
  return (t) => r.recognizeNumber(t, en).length + r.recognizeDimension(t, en).length + r.recognizeCurrency(t, en).length + r.recognizeDateTime(t, en).length;
});
measure("compromise: parts of speech", "compromise", (m) => {
  const nlp = m.default ?? m;
  return (t) => nlp(t).terms().length;
});

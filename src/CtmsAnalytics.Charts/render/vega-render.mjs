// Reads one chart a line from stdin as {"id", "name", "title", "description", "spec"} and answers each with one line on stdout:
// {"id", "svg", "warnings"} or {"id", "error"}. Ends when stdin ends.
import { createInterface } from 'node:readline';
import * as vega from 'vega';
import { compile } from 'vega-lite';

// A chart carries its data. Nothing is read from the disk or the network, whatever a specification says. Vega only warns of data that it could not
// load and draws an empty chart, so what was refused is remembered.
function refusingLoader(refused) {
  const refuse = (uri) => {
    refused.push(uri);
    return Promise.reject(new Error('not loaded'));
  };
  return { options: {}, load: refuse, sanitize: refuse, http: refuse, file: refuse };
}

// Without a font engine Vega takes eight tenths of the size for every character, which leaves wide empty margins. These are the advance widths of
// Helvetica and its look-alikes in thousandths of the size, by character from the space on; they depend on no machine.
const advances = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
  1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
  333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
vega.textMetrics.width = (item, text) => {
  const line = text == null ? '' : String(text).trim();
  let thousandths = 0;
  for (const character of line) thousandths += advances[character.codePointAt(0) - 32] ?? (character.codePointAt(0) > 0x2e7f ? 1000 : 600);
  const bold = item.fontWeight === 'bold' || item.fontWeight >= 600 ? 1.07 : 1;
  return Math.ceil((thousandths / 1000) * bold * (item.fontSize ?? 11));
};

const escape = (text) =>
  String(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

// XML 1.0 has no way to write these characters, escaped or not; half a surrogate pair is left where a long label was cut.
const withoutControls = (svg) => svg.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd');

function collectingLogger(warnings) {
  const logger = {
    level: () => logger,
    error: (...parts) => { throw new Error(parts.join(' ')); },
    warn: (...parts) => { warnings.push(parts.join(' ')); return logger; },
    info: () => logger,
    debug: () => logger,
  };
  return logger;
}

async function render({ name, title, description, spec }) {
  const warnings = [];
  const logger = collectingLogger(warnings);
  const compiled = compile(spec, { logger }).spec;
  // Vega numbers its definitions from a counter that lives as long as the process; the bytes of a chart must not depend on its neighbours.
  vega.resetSVGDefIds();
  const refused = [];
  const view = new vega.View(vega.parse(compiled), { renderer: 'none', loader: refusingLoader(refused), logger });
  try {
    await view.runAsync();
    const svg = await view.toSVG();
    if (refused.length > 0) throw new Error(`it asks for '${refused[0]}', and a chart's data must stand in its specification`);
    const open = `<svg role="img" aria-label="${escape(title)}"`;
    const heading = `<title>${escape(title)}</title><desc>${escape(description)}</desc>`;
    // Several charts share one page, so their definitions carry the chart's name.
    const named = svg
      .replace(/\b(id="|url\(#|href="#)((?:clip|gradient_|pattern_)\d+)/g, `$1${name}-$2`)
      .replace(/^<svg/, () => open)
      .replace(/>/, () => `>${heading}`);
    return { svg: withoutControls(named), warnings };
  } finally {
    view.finalize();
  }
}

async function main() {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (line.length === 0) continue;
    let id = null;
    try {
      const request = JSON.parse(line);
      id = request.id;
      process.stdout.write(JSON.stringify({ id, ...(await render(request)) }) + '\n');
    } catch (error) {
      process.stdout.write(JSON.stringify({ id, error: String(error?.message ?? error) }) + '\n');
    }
  }
}

main();

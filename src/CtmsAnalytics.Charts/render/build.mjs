// Bundles the scripts into single files beside node_modules, and the licences of everything inside the shipped one into a text file.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

const bundle = (name) =>
  build({
    entryPoints: [`${name}.mjs`],
    outfile: `${name}.cjs`,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    target: 'node18',
    // The one without a font engine: with the other, Vega would measure text by whatever engine is installed, and charts would differ between machines.
    alias: { 'vega-canvas': './node_modules/vega-canvas/build/vega-canvas.browser.js' },
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  });

const rendered = await bundle('vega-render');
await bundle('vega-validate');

const folders = new Set();
for (const input of Object.keys(rendered.metafile.inputs)) {
  if (!input.includes('node_modules/')) continue;
  let folder = dirname(input);
  while (!existsSync(join(folder, 'package.json')) || !JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version) folder = dirname(folder);
  folders.add(folder);
}
const notices = [...folders].sort().map((folder) => {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((f) => /^licen[cs]e/i.test(f));
  return `${name} ${version} (${license})\n\n${file ? readFileSync(join(folder, file), 'utf8').trim() : 'No licence text in the package.'}\n`;
});
writeFileSync('vega-render.LICENSES.txt', notices.join('\n----------------------------------------\n\n'));

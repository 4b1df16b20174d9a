// Reads one Vega-Lite specification a line from stdin and answers each with one line: a JSON array of what the published schema has against it.
import { createInterface } from 'node:readline';
import Ajv from 'ajv';
import schema from 'vega-lite/vega-lite-schema.json';

const validate = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(schema);

async function main() {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    const problems = validate(JSON.parse(line))
      ? []
      : validate.errors
          .sort((a, b) => b.instancePath.length - a.instancePath.length)
          .slice(0, 8)
          .map((e) => `${e.instancePath}: ${e.message} ${JSON.stringify(e.params)}`);
    process.stdout.write(JSON.stringify(problems) + '\n');
  }
}

main();

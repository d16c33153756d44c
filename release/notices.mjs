// Writes what an archive must tell of the packages that its programs are linked from: whose they are, under which licence, and their own notices.
// node release/notices.mjs OUTPUT ARCH PROJECT...
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { linked } from './linked.mjs';

const [output, arch, ...projects] = process.argv.slice(2);

const read = path => readFileSync(path, 'utf8').replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n').trim();
const decoded = text => text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name) => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' })[name]);

// A package's own file, or the text of its licence: the first that we have of those it may be used under.
function licenceOf({ folder, name, licence }) {
  const own = readdirSync(folder).find(file => /^licen[cs]e(\.(txt|md))?$/i.test(file));
  const chosen = (licence ?? '').split(' OR ').map(id => `release/licences/${id}.txt`).find(existsSync);
  if (!own && !chosen) {
    throw new Error(`${name} has no licence file, and there is no release/licences/${licence}.txt: put the licence's text there`);
  }
  return read(own ? join(folder, own) : chosen);
}

function noticesOf({ folder }) {
  return readdirSync(folder).filter(file => /^(third-party-notices|notice)(\.(txt|md))?$/i.test(file)).map(file => read(join(folder, file)));
}

const packages = [...linked(projects, arch).values()];
const texts = new Map();
for (const one of packages) {
  for (const text of [licenceOf(one), ...noticesOf(one)]) {
    texts.set(text, [...(texts.get(text) ?? []), one.name]);
  }
}

const line = '-'.repeat(80);
writeFileSync(output, [
  'VTS itself is under the licence in LICENSE. Its programs are linked from these packages of others:',
  packages.map(({ name, version, licence, copyright }) => `${name} ${version}\n  ${licence ?? 'licence below'}; ${decoded(copyright)}`).join('\n'),
  ...[...texts].map(([text, names]) => `${line}\n${names.join(', ')}\n${line}\n\n${text}`),
].join('\n\n') + '\n');
console.log(`${packages.length} packages are told of in ${texts.size} notices`);

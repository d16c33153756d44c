// Writes the bill of materials of one archive: the packages that its programs are linked from, no more and no less.
// node release/bill.mjs OUTPUT NAME VERSION ARCH PROJECT...
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { linked } from './linked.mjs';

const [output, name, version, arch, ...projects] = process.argv.slice(2);
const time = new Date(Number(process.env.SOURCE_DATE_EPOCH) * 1000).toISOString();

function pinned(project) {
  const folder = project.startsWith('Vts.') ? `src/${project}` : `src/Functions/${project}`;
  const { dependencies } = JSON.parse(readFileSync(join(folder, 'packages.lock.json'), 'utf8'));
  return Object.entries(dependencies).filter(([framework]) => framework === 'net10.0').flatMap(([, packages]) => Object.entries(packages));
}

// The lock file names no runtime packs.
const contentHash = ({ folder }) => JSON.parse(readFileSync(join(folder, '.nupkg.metadata'), 'utf8')).contentHash;

// A program of cdxgen, with nothing of this environment.
function run(program, options) {
  execFileSync(process.execPath, [`release/node_modules/@cyclonedx/cdxgen/bin/${program}.js`, ...options],
    { stdio: ['ignore', 'ignore', 'inherit'], env: { PATH: process.env.PATH, HOME: tmpdir(), FETCH_LICENSE: 'false' } });
}

const locks = new Map(projects.flatMap(pinned).map(([id, lock]) => [id.toLowerCase(), lock]));
const packages = linked(projects, arch);
for (const one of packages.values()) {
  Object.assign(one, { lock: locks.get(one.id), contentHash: contentHash(one) });
}
for (const { id, version: used, lock, contentHash } of packages.values()) {
  if (lock && (lock.resolved !== used || lock.contentHash !== contentHash)) {
    throw new Error(`${id} ${used} is linked, and the lock file pins ${lock.resolved}`);
  }
}

// A lock file of what is linked alone is what cdxgen reads. A runtime pack is there by the SDK's choice, as a direct one.
const entries = [...packages.values()].map(one => [one.name, {
  type: one.lock?.type ?? 'Direct',
  resolved: one.version,
  contentHash: one.contentHash,
  dependencies: Object.fromEntries(Object.keys(one.lock?.dependencies ?? {})
    .map(id => packages.get(id.toLowerCase())).filter(other => other).map(other => [other.name, other.version])),
}]);

const scratch = mkdtempSync(join(tmpdir(), 'vts-bill-'));
const folder = join(scratch, name);
mkdirSync(folder);
writeFileSync(join(folder, 'packages.lock.json'), JSON.stringify({ version: 2, dependencies: { 'net10.0': Object.fromEntries(entries) } }));
const raw = join(scratch, 'bill.json');
run('cdxgen', [
  '--type', 'dotnet', '--no-recurse', '--no-install-deps', '--spec-version', '1.6',
  '--project-name', name, '--project-version', version, '--output', raw, folder,
]);
const bill = JSON.parse(readFileSync(raw, 'utf8'));
rmSync(scratch, { recursive: true });

// Nothing of the run itself, nor of where its scratch files were: the same packages make the same bill.
delete bill.annotations;
delete bill.metadata.properties;
delete bill.metadata.authors;
bill.metadata.timestamp = time;
bill.metadata.lifecycles = [{ phase: 'build' }];
bill.metadata.component.purl = `pkg:generic/${name}@${version}?arch=${arch}`;
for (const component of bill.components) {
  delete component.properties;
  delete component.evidence;
  const { licence } = packages.get(component.name.toLowerCase());
  if (licence) {
    component.licenses = /\s/.test(licence) ? [{ expression: licence }] : [{ license: { id: licence } }];
  }
}
bill.dependencies.unshift({
  ref: bill.metadata.component['bom-ref'],
  dependsOn: bill.components.filter(component => packages.get(component.name.toLowerCase()).lock?.type !== 'Transitive').map(component => component['bom-ref']),
});
delete bill.serialNumber;
const id = createHash('sha256').update(JSON.stringify(bill)).digest('hex');
bill.serialNumber = `urn:uuid:${id.slice(0, 8)}-${id.slice(8, 12)}-8${id.slice(13, 16)}-8${id.slice(17, 20)}-${id.slice(20, 32)}`;
writeFileSync(output, JSON.stringify(bill, null, 2) + '\n');
run('validate', ['--input', output, '--strict', '--fail-severity', 'critical', '--report', 'json']);
console.log(`${bill.components.length} packages are linked into ${name} for ${arch}`);

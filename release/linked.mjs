// The packages that the programs of projects are linked from: what the native compiler was given, no more and no less.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

// Folders of the package store: /…/id/version.
function given(project, arch) {
  const native = `artifacts/obj/${project}/release_linux-${arch}/native`;
  const response = join(native, readdirSync(native).find(file => file.endsWith('.ilc.rsp')));
  return readFileSync(response, 'utf8').split('\n')
    .map(line => /^(?:-r|--reference):(?<folder>.*\/(?<id>[^/]+)\/(?<version>\d[^/]*))\/(?:lib|runtimes)\//.exec(line)?.groups)
    .filter(found => found);
}

// The name, the licence and whose it is, as the package itself has them.
function described({ folder, id }) {
  const manifest = readFileSync(join(folder, `${id}.nuspec`), 'utf8');
  return {
    name: /<id>([^<]+)<\/id>/.exec(manifest)[1],
    licence: /<license type="expression">([^<]+)<\/license>/.exec(manifest)?.[1],
    copyright: (/<copyright>([^<]+)<\/copyright>/.exec(manifest) ?? /<authors>([^<]+)<\/authors>/.exec(manifest))[1],
  };
}

// Each once, by id (in small letters): folder, version, name, licence, copyright.
export function linked(projects, arch) {
  const packages = new Map();
  for (const found of projects.flatMap(project => given(project, arch))) {
    if (!packages.has(found.id)) {
      packages.set(found.id, { ...found, ...described(found) });
    }
  }
  return new Map([...packages].sort(([one], [other]) => (one < other ? -1 : 1)));
}

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'rolldown';
import packageJson from './package.json' with { type: 'json' };

/** Commander loads it for subcommands that are programs of their own, which factledger has none of. */
const isForSubprograms = (source, importer) => source === 'node:child_process' && importer?.includes('commander');

const withoutSubprograms = {
  name: 'without-subprograms',
  resolveId: (source, importer) => (isForSubprograms(source, importer) ? '\0no-subprograms' : null),
  load: (id) => (id === '\0no-subprograms' ? 'export default {};' : null),
};

/** What the program is made of, as a short digest: what one build keeps in its cache, no other reads. */
function digestOfSources() {
  const hash = createHash('sha256');
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:ts|md)$/.test(name));
  for (const name of [...files.sort().map((file) => `src/${file}`), 'package-lock.json'])
    hash.update(readFileSync(name));
  return hash.digest('hex').slice(0, 16);
}

/** Where a package is that a bundled file comes from; null for a file of our own. */
const packageOf = (id) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id.replaceAll('\\', '/'))?.[1] ?? null;

/** What the licences of bundled packages ask for: their notices go where the packages went. */
const notices = {
  name: 'notices',
  generateBundle(_, bundle) {
    const modules = Object.values(bundle).flatMap((chunk) => Object.keys(chunk.modules ?? {}));
    const folders = [...new Set(modules.map(packageOf).filter((folder) => folder !== null))];
    const texts = folders.map((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      const files = readdirSync(folder).filter((file) => /^(?:licen[cs]e|copying|notice)/i.test(file));
      const body = files.sort().map((file) => readFileSync(join(folder, file), 'utf8').trim());
      if (body.length === 0) this.error(`${name} comes without a licence's text`);
      return [`${name} ${version} (${license})`, ...body].join('\n\n');
    });
    const source = ['Parts of these packages are in this program.', ...texts.sort()].join(`\n\n${'-'.repeat(80)}\n\n`);
    this.emitFile({ type: 'asset', fileName: 'NOTICES.txt', source: `${source}\n` });
  },
};

/** Places in other people's code help nobody to find a mistake in ours. */
const ownMaps = {
  name: 'own-maps',
  generateBundle(_, bundle) {
    for (const [name, { modules = {} }] of Object.entries(bundle)) {
      const ids = Object.keys(modules);
      if (ids.length > 0 && ids.every((id) => packageOf(id) !== null)) delete bundle[`${name}.map`];
    }
  },
};

const dependencies = Object.keys(packageJson.dependencies);

/** What a start loads is few files, and little that it does not need: both cost more than all the rest. */
export default defineConfig({
  input: { factledger: 'src/cli/entry.ts' },
  platform: 'node',
  // Bundled is all but the lock's native part, which is no JavaScript.
  external: (source, importer) =>
    (source.startsWith('node:') && !isForSubprograms(source, importer)) ||
    dependencies.some((name) => source === name || source.startsWith(`${name}/`)),
  plugins: [withoutSubprograms, notices, ownMaps],
  moduleTypes: { '.md': 'text' },
  transform: {
    target: `node${packageJson.engines.node.replace('>=', '')}`,
    define: { __BUILD__: JSON.stringify(digestOfSources()) },
  },
  output: {
    dir: 'dist',
    cleanDir: true,
    // CommonJS: importing Node's own modules as ES modules builds a facade of each, which costs every start.
    format: 'cjs',
    // Compiled code that V8 has kept knows no import().
    dynamicImportInCjs: false,
    minify: true,
    sourcemap: true,
    // Stack traces need the places, not the texts.
    sourcemapExcludeSources: true,
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name].cjs',
    codeSplitting: {
      groups: [
        { name: 'rule-pages', test: /src.check.rules.[\w-]+\.md$/, priority: 5 },
        {
          name: 'reading',
          test: /src.command.(?:list|show|stats|events|log)\.ts$|src.view.printer\.ts$|package\.json$/,
          priority: 4,
        },
        { name: 'yaml', test: /src.yaml.(?:careful|scan|tree|read-config|read-checks)\.ts$/, priority: 3 },
        { name: 'likeness', test: /src.text.content-words\.ts$|src.change.near-claim\.ts$/, priority: 3 },
        { name: 'text-from-stdin', test: /src.flow.text-from-stdin\.ts$/, priority: 3 },
        { name: 'chunked-file', test: /src.store.chunked-file\.ts$/, priority: 3 },
        { name: 'checking', test: /src.command.check\.ts$/, priority: 2 },
        { name: 'writing', test: /src.command.(?:mark|add|record|cite|init)\.ts$/, priority: 1 },
      ],
    },
  },
});

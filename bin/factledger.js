#!/usr/bin/env node
// CommonJS, as this folder's package.json says: Node's loader of ES modules costs more than all that stands here.
const { join } = require('node:path');
const { enableCompileCache } = require('node:module');
const cacheFolder = require('./cache-folder.js');

// The program is minified; when somebody hunts a bug, stack traces are to name the real places.
if (process.env.FACTLEDGER_DEBUG === '1') process.setSourceMapsEnabled(true);

const folder = cacheFolder(process.env);
const { program, save } = load(folder && join(folder, 'code'));

program.main(process.argv.slice(2), program.processWorld(folder)).then((code) => {
  // Set rather than exited with: a pipe would lose what is not flushed yet.
  process.exitCode = code;
  save();
});

function load(code) {
  if (code !== null && !enableCompileCache) {
    const { load, save } = require('./compiled.js')(join(__dirname, '../dist'), code);
    return { program: load('factledger.cjs'), save };
  }
  if (code !== null) enableCompileCache(code);
  return { program: require('../dist/factledger.cjs'), save: () => undefined };
}

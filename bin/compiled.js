const fs = require('node:fs');
const { join } = require('node:path');
const { Script } = require('node:vm');

/** How many files are kept: some versions of the program, a handful of files each. */
const MOST = 40;

/**
 * Loads the program's files with the compiled code that V8 made of them at an earlier start, as
 * `module.enableCompileCache` does from Node 22.1 on.
 * @param dist the folder of the program's files
 * @param folder where the compiled code is kept
 * @returns the loader of a file by its name, and what writes down what had to be compiled
 */
module.exports = function compiled(dist, folder) {
  const modules = new Map();
  const fresh = [];

  function load(name) {
    const known = modules.get(name);
    if (known) return known.exports;
    const module = { exports: {} };
    modules.set(name, module);
    const filename = join(dist, name);
    const source = fs.readFileSync(filename);
    const path = join(folder, `${name}-${source.length}-${process.version}-${process.arch}`);
    const cachedData = read(path, source);
    const script = new Script(`(function (exports, require, module) {${source}\n})`, { filename, cachedData });
    if (cachedData === undefined || script.cachedDataRejected) fresh.push({ path, source, script });
    const requireFrom = (id) => (id.startsWith('./') ? load(id.slice(2)) : require(id));
    script.runInThisContext()(module.exports, requireFrom, module);
    return module.exports;
  }

  return { load, save: () => save(folder, fresh) };
};

/**
 * V8 takes compiled code for right, damaged or made of another source of that length. So the source stands before it,
 * and the code twice: nothing is checked faster than two that are to be alike.
 */
function read(path, source) {
  try {
    const bytes = fs.readFileSync(path);
    if (!bytes.subarray(0, source.length).equals(source)) return undefined;
    const half = (bytes.length - source.length) >> 1;
    const code = bytes.subarray(source.length, source.length + half);
    return half > 0 && code.equals(bytes.subarray(source.length + half)) ? code : undefined;
  } catch {
    return undefined;
  }
}

/** What cannot be written, the next start compiles again. */
function save(folder, fresh) {
  if (fresh.length === 0) return;
  try {
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (const { path, source, script } of fresh) {
      const code = script.createCachedData();
      place(path, Buffer.concat([source, code, code]));
    }
    const byAge = fs
      .readdirSync(folder)
      .map((name) => join(folder, name))
      .map((path) => ({ path, age: -fs.statSync(path).mtimeMs }))
      .sort((a, b) => a.age - b.age);
    for (const { path } of byAge.slice(MOST)) fs.unlinkSync(path);
  } catch {
    // Nothing depends on it.
  }
}

function place(path, bytes) {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    fs.writeFileSync(temporary, bytes, { mode: 0o600 });
    fs.renameSync(temporary, path);
  } catch (error) {
    fs.rmSync(temporary, { force: true });
    throw error;
  }
}

const fs = require('node:fs');
const { join } = require('node:path');
const { Script } = require('node:vm');

/** How many compiled files are kept: some versions of the program, a handful of files each. */
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
    const { size, mtimeMs } = fs.statSync(filename);
    const path = join(folder, `${name}-${size}-${mtimeMs}-${process.version}-${process.arch}`);
    const cachedData = read(path);
    const source = `(function (exports, require, module) {${fs.readFileSync(filename, 'utf8')}\n})`;
    const script = new Script(source, { filename, cachedData });
    if (cachedData === undefined || script.cachedDataRejected) fresh.push([path, script]);
    const requireFrom = (id) => (id.startsWith('./') ? load(id.slice(2)) : require(id));
    script.runInThisContext()(module.exports, requireFrom, module);
    return module.exports;
  }

  return { load, save: () => save(folder, fresh) };
};

/** V8 trusts what it is given, damaged or not: it is kept twice, for nothing is checked faster than two that are alike. */
function read(path) {
  try {
    const bytes = fs.readFileSync(path);
    const half = bytes.length >> 1;
    return half > 0 && bytes.subarray(0, half).equals(bytes.subarray(half)) ? bytes.subarray(0, half) : undefined;
  } catch {
    return undefined;
  }
}

function save(folder, fresh) {
  if (fresh.length === 0) return;
  try {
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (const [path, script] of fresh) {
      const data = script.createCachedData();
      const temporary = `${path}.${process.pid}.tmp`;
      fs.writeFileSync(temporary, Buffer.concat([data, data]), { mode: 0o600 });
      fs.renameSync(temporary, path);
    }
    const byAge = fs
      .readdirSync(folder)
      .map((name) => join(folder, name))
      .map((path) => ({ path, age: -fs.statSync(path).mtimeMs }))
      .sort((a, b) => a.age - b.age);
    for (const { path } of byAge.slice(MOST)) fs.unlinkSync(path);
  } catch {
    // The next start tries again.
  }
}

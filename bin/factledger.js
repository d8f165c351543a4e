#!/usr/bin/env node
import { createRequire } from 'node:module';

// The program is minified; when somebody hunts a bug, stack traces are to name the real places.
if (process.env.FACTLEDGER_DEBUG === '1') process.setSourceMapsEnabled(true);

// CommonJS: importing Node's own modules as ES modules builds a facade of each, which costs every start.
const { main, processWorld } = createRequire(import.meta.url)('../dist/factledger.cjs');

// Set rather than exited with: a pipe would lose what is not flushed yet.
process.exitCode = await main(process.argv.slice(2), processWorld());

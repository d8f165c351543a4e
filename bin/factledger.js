#!/usr/bin/env node
import { main, processWorld } from '../dist/factledger.js';

// Set rather than exited with: a pipe would lose what is not flushed yet.
process.exitCode = await main(process.argv.slice(2), processWorld());

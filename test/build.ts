import { execSync } from 'node:child_process';
import { rmSync } from 'node:fs';

/** The spawned tests run what is in `dist/`: build it from the sources under test. */
export default function build(): () => void {
  execSync('npm run --silent build', { stdio: ['ignore', 'ignore', 'inherit'] });
  return () => rmSync(process.env.XDG_STATE_HOME ?? '', { recursive: true, force: true });
}

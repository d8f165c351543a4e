import { Refusal } from '../model/refusal.ts';
import type { Screen } from '../terminal/screen.ts';
import type { Answer } from './answer.ts';
import type { Given, Stand, Subject } from './answer-verb.ts';
import { reasonsOf } from './reasons.ts';
import type { Run } from './run.ts';

/** What is said to the person below the rest of the screen. */
interface Message {
  readonly text: string;
  readonly isFault: boolean;
}

/** How many lines of why something could not be done are shown. */
const REASONS = 4;

/** Where a person gives a run answers at a terminal: nothing that is said goes anywhere but onto the screen. */
export class Desk<S extends Stand> {
  readonly screen: Screen;
  readonly subject: Subject<S>;
  readonly run: Run<S>;
  private said: Message | null = null;
  private readonly given: { readonly verb: string; readonly told: Given }[] = [];

  constructor(screen: Screen, subject: Subject<S>, run: Run<S>) {
    this.screen = screen;
    this.subject = subject;
    this.run = run;
  }

  get message(): Message | null {
    return this.said;
  }

  /** The answers that were given, in order. */
  get answers(): readonly { readonly verb: string; readonly told: Given }[] {
    return this.given;
  }

  say(text: string, isFault = false): void {
    this.said = { text, isFault };
  }

  sayNothing(): void {
    this.said = null;
  }

  /** Gives an answer, and says what became of it. */
  async give(answer: Partial<Answer> & Pick<Answer, 'verb'>): Promise<void> {
    const refused = await this.tryGiving(answer);
    if (refused !== null) this.say(refused, true);
  }

  /** Gives an answer, and says what it did. @returns why it could not be done, for others to say; null where it could */
  async tryGiving(answer: Partial<Answer> & Pick<Answer, 'verb'>): Promise<string | null> {
    try {
      const told = await this.run.give({ about: null, text: '', fields: {}, ...answer });
      if (typeof told === 'string') throw new Error(`${answer.verb} is not given to the run by a key`);
      this.given.push({ verb: answer.verb, told });
      this.say(`${told.place} ${told.words}`);
      return null;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return reasonsOf(error).slice(0, REASONS).join(' · ');
    }
  }
}

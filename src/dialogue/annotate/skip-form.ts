import { type Field, type Form, formOf } from '../../terminal/form.ts';
import { lineEditor } from '../../terminal/line-editor.ts';
import { defined } from '../../text/defined.ts';
import type { Filled, FilledAnswer } from '../fill-answer.ts';
import { type Annotated, isOfBody, placeOf } from './annotated.ts';

/** A form for why sentences make no claim, and up to where; ↑ brings the reasons that were given before. */
export function skipForm(state: Annotated): Form {
  const here = defined(state.sentences[state.at]);
  return formOf(reasonField(state), { name: 'to', editor: lineEditor(isOfBody(here) ? placeOf(here) : '') });
}

/** The answer that skips up to there. */
export function skipAnswer(values: Filled): FilledAnswer {
  const to = (values.to ?? '').trim();
  return { verb: 'w', text: (values.reason ?? '').trim(), fields: { to: to === '' ? [] : [to] } };
}

/** The field of a reason: those of this run and of the ledger are offered, each once, the latest first. */
export function reasonField({ reason, target }: Annotated): Field {
  const written = target.ledger.article.skips.toReversed().flatMap((skip) => skip.reason ?? []);
  const reasons = [...new Set([...(reason === null ? [] : [reason]), ...written])];
  return { name: 'reason', editor: lineEditor('', reasons, reasons) };
}

import { anchorName } from '../../article/anchor-name.ts';
import { daysBetween, lastDay } from '../../model/dates.ts';
import type { ClaimRow, VerdictRow } from '../../query/rows.ts';
import { hangingRows } from '../../terminal/hanging.ts';
import { type Canvas, type Row, rowOf } from '../../terminal/row.ts';
import { distanceInWords } from '../../text/distance-in-words.ts';
import { type Piece, statusStyle, styled } from '../../view/page.ts';

/** A claim with all that is known of it: what it says, who said it, its history and its working note. */
export function claimRows(row: ClaimRow, today: string, canvas: Canvas): Row[] {
  const text = (pieces: readonly Piece[], indent = 1) =>
    hangingRows({ lead: [{ text: ' '.repeat(indent) }], text: pieces }, canvas);
  const facts = factsOf(row, today).flatMap((fact, at) => (at === 0 ? [fact] : [styled(' · ', 'quiet'), fact]));
  const history = row.verdicts.flatMap((verdict) => verdictRows(verdict, canvas));
  return [
    ...text(headOf(row)),
    rowOf(),
    ...text([{ text: row.text }]),
    ...(facts.length > 0 ? text(facts, 3) : []),
    ...(history.length > 0 ? [rowOf(), ...history] : []),
    ...(row.note === null
      ? []
      : [rowOf(), ...hangingRows({ lead: [styled(' note ', 'quiet')], text: [{ text: row.note }] }, canvas)]),
  ];
}

function headOf({ id, kind, status, since, withdrawn }: ClaimRow): Piece[] {
  const standing = withdrawn !== null ? `withdrawn on ${withdrawn.date}` : (status ?? 'no status');
  return [
    styled(id, 'name'),
    styled(`  ${kind} · `, 'quiet'),
    styled(standing, statusStyle(status)),
    ...(withdrawn === null && since !== null ? [styled(` since ${since}`, 'quiet')] : []),
  ];
}

function factsOf({ speaker, via, said, due, overdue, anchors, tags }: ClaimRow, today: string): Piece[] {
  const who = [speaker.join(', '), ...(via === null ? [] : [`via ${via}`])].filter((part) => part !== '').join(' ');
  const places = anchors.map(anchorName).filter((name) => name !== '');
  const facts = [
    who,
    said === null ? '' : `said ${said}`,
    places.length > 0 ? `¶${places.join(', ')}` : '',
    tags.join(', '),
  ];
  const when = due === null ? '' : `due ${due}, ${distanceInWords(daysBetween(today, lastDay(due)))}`;
  return [
    ...(when === '' ? [] : [styled(when, overdue ? 'alarm' : 'quiet')]),
    ...facts.filter((fact) => fact !== '').map((fact) => styled(fact, 'quiet')),
  ];
}

function verdictRows({ date, status, evidence, note, label, by, withdrawn }: VerdictRow, canvas: Canvas): Row[] {
  const lead = [styled(` ${date} `, 'quiet')];
  const more = [
    ...(evidence.length > 0 ? [evidence.join(', ')] : []),
    ...(label === null ? [] : [`“${label}”`]),
    ...(by === null ? [] : [`by ${by}`]),
    ...(withdrawn === null ? [] : [`withdrawn ${withdrawn.date}: ${withdrawn.reason}`]),
  ];
  const text = [styled(status, statusStyle(status)), ...more.map((part) => styled(`  ${part}`, 'quiet'))];
  return [
    ...hangingRows({ lead, text }, canvas),
    ...(note === null ? [] : hangingRows({ lead: [{ text: ' '.repeat(12) }], text: [{ text: note }] }, canvas)),
  ];
}

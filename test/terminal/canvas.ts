import type { Canvas, Row } from '../../src/terminal/row.ts';
import { measureForAny } from '../../src/text/measure.ts';
import type { Piece } from '../../src/view/page.ts';

const measure = await measureForAny();

export const canvas = (columns: number, rows = 24): Canvas => ({ columns, rows, measure });

const plain = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join('');

/** A row as text, with a bar where the cursor is. */
export const shown = ({ pieces, afterCursor }: Row): string =>
  plain(pieces) + (afterCursor ? `|${plain(afterCursor)}` : '');

/** The columns that a row takes. */
export const widthOf = ({ pieces, afterCursor = [] }: Row): number => measure.width(plain([...pieces, ...afterCursor]));

/** What of a row has a style. */
export const styledIn = ({ pieces }: Row, style: string): string =>
  plain(pieces.filter((piece) => piece.style === style));

/** Texts in scripts that terminals and editors get wrong, each longer than a narrow row. */
export const TEXTS: Readonly<Record<string, string>> = {
  English: 'Neither government published a statement on the meeting, said the spokesman on Friday.',
  Polish: 'Żaden z rządów nie opublikował oświadczenia w sprawie spotkania – powiedział rzecznik.',
  Russian: 'Ни одно из правительств не опубликовало заявления о встрече, сообщил пресс-секретарь.',
  Arabic: 'لم تنشر أي من الحكومتين بيانا بشأن الاجتماع، حسبما قال المتحدث يوم الجمعة.',
  Hebrew: 'אף אחת מהממשלות לא פרסמה הודעה על הפגישה, אמר הדובר ביום שישי.',
  Japanese: '両政府とも会談に関する声明を発表しなかったと、報道官は金曜日に述べた。「何も言うことはない」と。',
  Chinese: '发言人周五表示，两国政府均未就此次会晤发表声明。“没有什么可说的”，他补充道。',
  Korean: '대변인은 금요일 두 정부 모두 회담에 관한 성명을 발표하지 않았다고 말했다.',
  Thai: 'โฆษกกล่าวเมื่อวันศุกร์ว่ารัฐบาลทั้งสองไม่ได้ออกแถลงการณ์เกี่ยวกับการประชุมนี้แต่อย่างใด',
  Hindi: 'प्रवक्ता ने शुक्रवार को कहा कि किसी भी सरकार ने बैठक पर कोई बयान जारी नहीं किया।',
  emoji: '👩🏽‍🚀 and 👨‍👩‍👧‍👦 met 🇵🇱🇺🇦 ❤️ 1️⃣ 👩🏽‍🚀 and 👨‍👩‍👧‍👦 met 🇵🇱🇺🇦 ❤️ 1️⃣ again',
  word: 'https://example.org/a/very/long/address/that/has/no/blank/in/it/and/goes/on/and/on',
};

const START = /<(?:!doctype\s+html|html|head|body)\b/iy;
const BLANKS = /[\uFEFF\s]*/y;

/** Whether a text is a page of HTML, by what comes first after comments and declarations of XML. */
export function looksLikePage(text: string): boolean {
  for (let at = 0; ; ) {
    BLANKS.lastIndex = at;
    at += BLANKS.exec(text)?.[0].length ?? 0;
    const end = text.startsWith('<!--', at) ? '-->' : text.startsWith('<?', at) ? '?>' : null;
    if (end === null) {
      START.lastIndex = at;
      return START.test(text);
    }
    const found = text.indexOf(end, at);
    if (found === -1) return false;
    at = found + end.length;
  }
}

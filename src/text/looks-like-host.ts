/** Whether a word that was taken for a path looks like an address without its `https://`. */
export const looksLikeHost = (typed: string): boolean => /^[\w-]+(?:\.[\w-]+)+\/\S*$|^www\./.test(typed);
